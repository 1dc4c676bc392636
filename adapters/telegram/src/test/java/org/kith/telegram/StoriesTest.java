package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.Failure;
import org.kith.testkit.telegram.PressAnswer;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramTopic;
import org.kith.testkit.telegram.TelegramUser;

/** What people type, see and press on Telegram, from the first minute to Monday morning. */
class StoriesTest {
  private static final String HELP = "I'll help";
  private static final String DETAILS = "Maple Street 4, the bell says Ana";

  @TempDir Path folder;
  private Neighbours all;
  private TelegramUser ana;
  private TelegramUser ben;
  private TelegramGroup group;

  @BeforeEach
  void meet() {
    all = new Neighbours(folder);
    ana = all.ana;
    ben = all.ben;
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void a_newcomers_first_two_minutes() {
    SeenMessage door = group.botMessages().getFirst();
    assertThat(door.text()).startsWith("Hello! I'm Kith.");
    assertThat(door.labels()).containsExactly("I need something", "What's needed");

    ana.writesEphemerally(group, "/needhelp two bags from the market, near Maple Street");

    assertThat(all.card(group, 1).text())
        .isEqualTo(
            """
            Groceries · #1
            two bags from the market
            When: any time · Near: Maple Street
            Ana is looking for 1 person\
            """);
    assertThat(all.card(group, 1).labels())
        .containsExactly(HELP, "If nobody else can", "More", "Ask a question");
    assertThat(ben.sees(group)).noneMatch(one -> one.text().contains("/needhelp"));
  }

  @Test
  void the_first_dated_request_asks_for_the_zone_privately_before_it_is_posted() {
    ana.startsBot();

    ana.writes(group, "/needhelp two bags, Saturday 10-12, 2 people");
    SeenMessage preview = all.letter(ana, "Nothing is posted yet");
    assertThat(preview.text()).contains("If that is the time where you are");
    press(ana, preview, "Post it");

    all.cardSays(group, 1, "Sat 24 Jan, 10:00–12:00");
    all.cardSays(group, 1, "Ana is looking for 2 people");
    SeenMessage answer = all.letter(ana, "It's posted in Maple Street");
    assertThat(answer.text()).contains("Looking for 2 people");
    assertThat(ben.sees(group)).noneMatch(one -> one.text().contains("It's posted"));
  }

  @Test
  void asking_by_buttons_alone_in_the_private_chat() {
    ana.writesEphemerally(group, "/mine");
    ana.startsBot();
    ana.writesPrivately("/needhelp");

    SeenMessage kind = all.letter(ana, "What kind of help");
    press(ana, kind, "Groceries");
    press(ana, all.letter(ana, "What do you need?"), "Just “Groceries”");
    press(ana, all.letter(ana, "When do you need it?"), "Tomorrow");
    press(ana, all.letter(ana, "At what time"), "Any time that day");
    press(ana, all.letter(ana, "Roughly where?"), "No place");
    press(ana, all.letter(ana, "How many people"), "1");
    press(ana, all.letter(ana, "door code"), "No private details");
    SeenMessage preview = all.letter(ana, "Nothing is posted yet");
    assertThat(preview.id()).as("one message, redrawn").isEqualTo(kind.id());
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("· #"));
    press(ana, preview, "Post it");

    all.cardSays(group, 1, "Groceries · #1");
  }

  @Test
  void asking_by_buttons_in_the_group_is_seen_by_the_asker_alone() {
    ana.writesEphemerally(group, "/needhelp");
    all.telegram.await("a question", () -> ana.seesAlone(group).size() == 2);

    press(ana, ana.seesAlone(group).getLast(), "Groceries");

    all.telegram.await(
        "the next question", () -> !ana.seesAlone(group).getLast().labels().contains("Groceries"));
    assertThat(ben.seesAlone(group)).isEmpty();
  }

  @Test
  void the_life_of_a_request_with_private_details() {
    asksWithDetails();
    SeenMessage card = all.card(group, 1);
    ben.startsBot();

    assertThat(ben.presses(card, HELP).answer().said()).contains("You're helping with #1");

    all.cardSays(group, 1, "Ben will help");
    all.letter(ana, "Ben will help with #1");
    SeenMessage helping = all.letter(ben, "You're helping with #1");
    assertThat(helping.text()).doesNotContain("bell");
    press(ben, helping, "Show details");
    assertThat(all.letter(ben, DETAILS).isProtected()).isTrue();
    assertThat(group.messages()).noneMatch(one -> one.text().contains("bell"));

    press(ben, helping, "Done");
    all.cardSays(group, 1, "done");
    assertThat(all.card(group, 1).labels()).isEmpty();
  }

  @Test
  void a_press_before_start_opens_the_private_chat_and_finds_the_answer_there() {
    asksWithDetails();

    PressAnswer answer = ben.presses(all.card(group, 1), HELP).answer();
    assertThat(answer).isInstanceOf(PressAnswer.Opened.class);
    ben.opens(answer.said());

    SeenMessage told = all.letter(ben, "#1");
    press(ben, told, "Show details");
    all.letter(ben, DETAILS);
  }

  @Test
  void who_never_opens_the_private_chat_is_called_by_a_line_without_details() {
    asksWithDetails();
    ben.presses(all.card(group, 1), HELP).answer();

    all.passes(Duration.ofMinutes(1));

    all.telegram.await(
        "the line",
        () -> group.botMessages().stream().anyMatch(one -> one.labels().contains("Show me")));
    assertThat(group.messages()).noneMatch(one -> one.text().contains("bell"));
    SeenMessage line =
        group.botMessages().stream()
            .filter(one -> one.labels().contains("Show me"))
            .findFirst()
            .orElseThrow();
    PressAnswer answer = ben.presses(line, "Show me").answer();
    assertThat(answer).isInstanceOf(PressAnswer.Opened.class);
    ben.opens(answer.said());
    press(ben, all.letter(ben, "#1"), "Show details");
    all.letter(ben, DETAILS);
    assertThat(all.chi.presses(line, "Show me").answer().said()).doesNotContain("bell");
  }

  @Test
  void a_helper_cannot_after_all_and_another_comes() {
    ana.writesEphemerally(group, "/needhelp a ride to the doctor");
    ben.startsBot();
    all.chi.startsBot();
    ben.presses(all.card(group, 1), HELP).answer();
    all.cardSays(group, 1, "Ben will help");

    press(ben, all.letter(ben, "You're helping"), "I can't after all");
    all.cardSays(group, 1, "Ana is looking for 1 person");
    all.chi.presses(all.card(group, 1), HELP).answer();

    all.cardSays(group, 1, "Chi will help");
  }

  @Test
  void a_second_press_and_the_askers_own_change_nothing() {
    ana.writesEphemerally(group, "/needhelp a ride to the doctor");
    ben.startsBot();
    SeenMessage card = all.card(group, 1);
    ben.presses(card, HELP).answer();
    all.cardSays(group, 1, "Ben will help");

    ben.pressesData(card, card.buttons().getFirst().getFirst().data()).answer();
    String own = ana.pressesData(card, card.buttons().getFirst().getFirst().data()).answer().said();
    String late =
        all.chi.pressesData(card, card.buttons().getFirst().getFirst().data()).answer().said();

    assertThat(own).contains("your own request");
    assertThat(late).contains("a moment faster");
    assertThat(all.card(group, 1).text()).contains("Ben will help").doesNotContain("others");
  }

  @Test
  void reactions_work_as_buttons_where_the_bot_is_an_administrator() {
    group.promotesBot(ana);
    ben.startsBot();
    ana.writesEphemerally(group, "/needhelp a ride to the doctor");
    SeenMessage card = all.card(group, 1);
    all.telegram.await(
        "the first 🤝", () -> all.card(group, 1).reactions().getOrDefault("🤝", 0) == 1);

    ben.reacts(card, "🤝");
    all.cardSays(group, 1, "Ben will help");
    all.letter(ben, "You're helping with #1");
    ben.unreacts(card);

    all.cardSays(group, 1, "Ana is looking for 1 person");
  }

  @Test
  void where_the_bot_is_no_administrator_the_circle_says_so() {
    ana.startsBot();

    ana.writes(group, "/circle");

    assertThat(all.letter(ana, "I am no administrator here").text()).contains("🤝 works too");
  }

  @Test
  void monday_morning() {
    ana.writesEphemerally(group, "/needhelp two bags from the market");
    all.card(group, 1);

    all.circle.to(Instant.parse("2026-01-26T08:00:00Z"));

    SeenMessage digest =
        all.telegram.awaitFound(
            "the digest",
            () ->
                group.botMessages().stream()
                    .filter(one -> one.text().startsWith("This week"))
                    .findFirst());
    assertThat(digest.text()).contains("Still open", "#1");
    assertThat(digest.entities()).contains("text_link");
    assertThat(digest.html())
        .contains("https://t.me/c/" + Long.toString(group.id()).substring(4) + "/");
  }

  @Test
  void a_topic_has_its_cards_and_its_reactions() {
    TelegramGroup forum = all.telegram.forum("Village");
    all.meetIn(forum);
    forum.promotesBot(ana);
    TelegramTopic topic = forum.topic("Care");
    ben.startsBot();

    ana.writes(topic, "/needhelp a ride to the doctor");

    SeenMessage card = all.card(forum, 1);
    assertThat(card.topic()).isEqualTo(topic.id());
    ben.reacts(card, "🤝");
    all.cardSays(forum, 1, "Ben will help");
  }

  @Test
  void a_group_that_becomes_a_supergroup_keeps_its_circle() {
    TelegramGroup basic = all.meetIn(all.telegram.group("Oak Street"));
    ana.writesEphemerally(basic, "/needhelp a ride to the doctor");
    all.card(basic, 1);

    TelegramGroup now = basic.migrates();
    ben.startsBot();
    ben.writes(now, "/claim 1");

    all.letter(ben, "You're helping with #1");
  }

  @Test
  void a_removed_bot_is_quiet_and_comes_back_with_its_cards() {
    ana.writesEphemerally(group, "/needhelp a ride to the doctor");
    all.card(group, 1);
    group.removesBot(ana);

    group.addsBot(ana);
    ben.startsBot();
    ben.writes(group, "/claim 1");

    all.letter(ben, "You're helping with #1");
    all.cardSays(group, 1, "Ben will help");
  }

  @Test
  void a_deleted_card_is_not_posted_again_by_itself() {
    ana.startsBot();
    ana.writesEphemerally(group, "/needhelp a ride to the doctor");
    SeenMessage card = all.card(group, 1);
    ana.deletes(card);

    ben.writesEphemerally(group, "/claim 1");

    SeenMessage asked = all.letter(ana, "Somebody deleted the card");
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("· #1"));
    press(ana, asked, "Post it again");
    all.card(group, 1);
  }

  @Test
  void a_card_whose_sending_was_in_doubt_is_known_by_a_press_on_it_and_stays_one() {
    ben.startsBot();
    all.telegram.failsNextSaying("· #1", group.id(), Failure.lostAnswer());
    ana.writesEphemerally(group, "/needhelp a ride to the doctor");
    SeenMessage card = all.card(group, 1);

    ben.presses(card, HELP).answer();
    all.passes(Duration.ofMinutes(1));

    all.telegram.await("one card, which says it", () -> cards(1).equals(List.of(card.id())));
    all.cardSays(group, 1, "Ben will help");
  }

  @Test
  void what_people_type_stays_what_they_typed() {
    String markup = "<b>bold</b> & *stars* _under_ [x](https://t.me) @everyone '; drop table x --";

    ana.writesEphemerally(group, "/circle set links on");
    ana.writesEphemerally(group, "/needhelp " + markup);

    all.cardSays(group, 1, markup.replace("@", "@\u2060"));
    assertThat(all.card(group, 1).entities()).doesNotContain("text_link", "italic", "mention");
  }

  @Test
  void a_very_long_text_is_answered_and_nothing_breaks() {
    ana.writesEphemerally(group, "/needhelp " + "long ".repeat(800));

    all.telegram.await("an answer", () -> ana.seesAlone(group).size() == 2);
    assertThat(ana.seesAlone(group).getLast().text().length()).isBetween(1, 4096);
  }

  @Test
  void forged_presses_get_a_sentence_and_change_nothing() {
    ana.writesEphemerally(group, "/needhelp a ride to the doctor");
    SeenMessage card = all.card(group, 1);
    ben.startsBot();

    for (String data :
        List.of("", "claim:", "share:1", "post:999", "details:1", "open:support", "🤝")) {
      assertThat(ben.pressesData(card, data).answer().said()).doesNotContain("Exception");
    }

    assertThat(all.card(group, 1).text()).contains("Ana is looking for 1 person");
  }

  @Test
  void a_blocked_bot_falls_back_to_a_line_below_the_card() {
    ana.startsBot();
    ana.writes(group, "/needhelp a ride to the doctor");
    SeenMessage card = all.card(group, 1);
    ana.blocksBot();
    ben.startsBot();

    ben.presses(card, HELP).answer();

    all.telegram.await(
        "the line",
        () ->
            group.botMessages().stream()
                .anyMatch(one -> one.text().contains("I could not write to you privately")));
  }

  @Test
  void what_was_asked_is_there_after_a_restart_and_the_same_update_twice_changes_nothing()
      throws InterruptedException {
    ana.writesEphemerally(group, "/needhelp a ride to the doctor");
    all.card(group, 1);

    all.restart();
    all.telegram.redeliversLast(1);
    ben.startsBot();
    ben.writes(group, "/claim 1");
    // The chat's rate limit goes by the clock that stands.
    all.passes(Duration.ofMinutes(1));

    all.cardSays(group, 1, "Ben will help");
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("· #2"));
    assertThat(ana.seesAlone(group)).noneMatch(one -> one.text().startsWith("Sorry"));
  }

  @Test
  void what_is_not_meant_for_the_bot_is_nowhere() throws IOException {
    String secret = "zwetschgenknoedel";
    group.promotesBot(ana);

    try (Log log = new Log()) {
      ana.writes(group, "between us: " + secret);
      ana.edits(ana.writes(group, "another"), secret);
      ben.repliesTo(group.botMessages().getFirst(), secret);
      ana.writesEphemerally(group, "/needhelp a ride to the doctor");
      all.card(group, 1);
      all.circle.restart();

      assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(secret));
    }
    assertThat(filesWith("a ride to the doctor")).as("the search finds what is there").isNotEmpty();
    assertThat(filesWith(secret)).isEmpty();
  }

  private List<Integer> cards(int number) {
    return group.botMessages().stream()
        .filter(one -> one.text().contains("· #" + number))
        .map(SeenMessage::id)
        .toList();
  }

  private List<Path> filesWith(String words) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, words)).toList();
    }
  }

  private static boolean holds(Path file, String words) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.contains(words)
          || text.contains(
              new String(words.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void asksWithDetails() {
    ana.startsBot();
    ana.writesEphemerally(group, "/mine");
    ana.writesPrivately("/needhelp");
    press(ana, all.letter(ana, "What kind of help"), "Groceries");
    all.letter(ana, "What do you need?");
    ana.writesPrivately("Two bags from the market");
    press(ana, all.letter(ana, "When do you need it?"), "Tomorrow");
    press(ana, all.letter(ana, "At what time"), "Any time that day");
    press(ana, all.letter(ana, "Roughly where?"), "No place");
    press(ana, all.letter(ana, "How many people"), "1");
    all.letter(ana, "door code");
    ana.writesPrivately(DETAILS);
    press(ana, all.letter(ana, "Nothing is posted yet"), "Post it");
    all.card(group, 1);
  }

  private static void press(TelegramUser user, SeenMessage message, String label) {
    user.presses(message, label).answer();
  }
}
