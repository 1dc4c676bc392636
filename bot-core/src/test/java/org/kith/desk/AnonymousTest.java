package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.command.Setting;
import org.kith.store.DatabaseAddress;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/** Asking without one's name. It is Tuesday, 12:00 in Berlin; Wilhelmina asks. */
class AnonymousTest {
  private static final String ASKER = "Wilhelmina";

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Ben");
    circle.types("Ben", "/circle set zone Europe/Berlin");
    circle.types(ASKER, "/board");
    circle.types("Chi", "/board");
  }

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/needhelp Bread, Saturday 10-12, anonymous",
        "/needhelp anonymous, Bread, Saturday 10-12",
        "/needhelp Anonymously: Bread, Saturday 10-12",
        "/needhelp Bread, without my name, Saturday 10-12"
      })
  void what_is_typed_as_anonymous_is_shown_privately_before_it_is_posted_without_the_name(
      String typed) {
    Message preview = message(circle.writes(ASKER, typed));

    assertThat(preview.text().plain())
        .contains(
            "Nothing is posted yet",
            "the card says “Somebody”",
            "In a circle this small people may well guess",
            "learns who you are at the door",
            "Whoever runs this bot can read in its database who asked",
            "Don't react to the card");
    circle.settle();
    assertThat(cards()).isEmpty();

    circle.pressesPrivately(ASKER, preview, "Post now");

    assertThat(card(1)).contains("Bread", "Sat 24 Jan", "Somebody is looking for 1 person");
    nobodyElseReadsTheName();
  }

  @Test
  void an_option_a_form_and_the_dialogue_end_in_the_same_preview() {
    Message option = message(circle.does(ASKER, options(true, false), TestCircle.PLACE));
    Message form = message(circle.does(ASKER, options(false, true), TestCircle.PLACE));
    assertThat(labels(option)).contains("Post now", "In a while", "With my name");
    assertThat(labels(form)).contains("Post it", "Without my name").doesNotContain("In a while");

    Message chosen = message(circle.presses(ASKER, form, "Without my name"));
    assertThat(chosen.text().plain()).isEqualTo(option.text().plain());

    Message asked = message(circle.writes(ASKER, "/needhelp anonymous"));
    for (String answer : List.of("Groceries", "Just “Groceries”", "any time", "No place", "1")) {
      asked = message(circle.pressesPrivately(ASKER, asked, answer));
    }
    asked = message(circle.pressesPrivately(ASKER, asked, "No private details"));
    assertThat(labels(asked)).contains("Post now", "In a while", "With my name");

    circle.pressesPrivately(
        ASKER, message(circle.pressesPrivately(ASKER, asked, "With my name")), "Post it");
    assertThat(card(1)).contains(ASKER + " is looking for 1 person");
  }

  @Test
  void words_that_only_sound_like_it_are_shown_before_they_are_posted_with_a_name() {
    Message preview =
        message(circle.types(ASKER, "/needhelp A ride to the Anonymous Gardeners, whenever"));

    assertThat(preview.text().plain()).contains("A ride to the Anonymous Gardeners");
    assertThat(labels(preview)).contains("Post it", "Without my name");
    circle.settle();
    assertThat(cards()).isEmpty();
  }

  @Test
  void the_warning_fits_how_open_the_circle_is_and_what_goes_along() {
    circle.does("Ben", set(Setting.OPENNESS, "neighbours"), TestCircle.PLACE);
    circle.does(ASKER, new Command.WriteCareCard("Nuts make me ill", false), TestCircle.PLACE);
    Ask ask = new Ask.Options("Bread", null, null, null, 1, "Elm Square 4", true, null, false);

    String shown = text(circle.does(ASKER, new Command.NeedHelp(ask), TestCircle.PLACE));

    assertThat(shown)
        .contains(
            "People may guess, from what you ask",
            "before that if your private details tell",
            "Your care card is not shown for this one")
        .doesNotContain("circle this small");
  }

  @ParameterizedTest
  @ValueSource(strings = {"friends", "neighbours", "support"})
  void all_who_have_to_do_with_it_read_somebody_whatever_happens(String openness) {
    circle.does("Ben", set(Setting.OPENNESS, openness), TestCircle.PLACE);
    circle.does("Ben", set(Setting.KINDSOFF, "money"), TestCircle.PLACE);
    circle.does("Ben", set(Setting.CLAIM, "everybody"), TestCircle.PLACE);
    circle.does("Chi", new Command.MayAskMe(true), TestCircle.PLACE);
    ask("Bread, today 20:00");
    circle.types("Chi", "/standby 1");
    circle.forward(Duration.ofHours(3));
    circle.types("Ben", "/claim 1");
    circle.settle();
    assertThat(card(1)).containsAnyOf("For somebody: Ben will help", "For somebody: somebody is");
    circle.writes(ASKER, "/edit 1 Rye bread, today 20:30");
    circle.settle();
    circle.types("Ben", "/cancel 1");
    circle.settle();
    circle.types("Chi", "/claim 1");
    circle.settle();
    circle.forward(Duration.ofHours(7));
    circle.types("Chi", "/digest now");
    circle.writes(ASKER, "/done 1");
    circle.writes(ASKER, "/thanks 1 public: You saved my day");
    circle.settle();

    assertThat(posts()).anyMatch(post -> post.startsWith("Somebody says thank you to"));
    assertThat(circle.paper.to("chi"))
        .anyMatch(told -> told.text().plain().startsWith("Somebody says that #1 is done"));
    nobodyElseReadsTheName();
  }

  @Test
  void somebody_who_looks_after_the_circle_can_take_it_down_or_let_it_rest_and_learns_no_name() {
    ask("Bread");
    circle.forward(Duration.ofHours(30));
    Sheet sheet = circle.card(1);
    circle.paper.lose(sheet.id());
    gone(sheet);
    circle.settle();
    assertThat(last(ASKER)).contains("Somebody deleted the card of #1", "It rests");

    circle.pressesPrivately(ASKER, circle.paper.to(account()).getLast(), "Post it again");
    circle.settle();
    Reply down = circle.types("Ben", "/cancel 1");

    assertThat(text(down)).isEqualTo("#1 is taken back.").doesNotContain(ASKER);
    assertThat(last(ASKER)).contains("An administrator took your request #1 down");
    nobodyElseReadsTheName();
  }

  @Test
  void the_helper_and_the_asker_are_told_how_they_can_meet_all_the_same() {
    ask("Bread");
    String helping = text(circle.types("Ben", "/claim 1"));
    circle.settle();

    assertThat(helping).contains("Whoever asked does so without a name");
    assertThat(last(ASKER)).contains("Ben isn't told who you are");
    nobodyElseReadsTheName();
  }

  @Test
  void the_care_card_stays_closed_whoever_read_it_before_would_know_it_again() {
    circle.does(ASKER, new Command.WriteCareCard("Nuts make me ill", false), TestCircle.PLACE);
    ask("Bread");
    circle.types("Ben", "/claim 1");
    circle.settle();

    assertThat(text(circle.writes("Ben", "/mine"))).contains("#1");
    assertThat(text(circle.doesPrivately("Ben", new Command.ShowDetails(1))))
        .contains("no private details")
        .doesNotContain("Nuts");
  }

  @Test
  void a_reaction_of_the_asker_changes_nothing_and_says_nothing() {
    ask("Bread");
    Sheet sheet = circle.card(1);
    MessageRef ref = new MessageRef(sheet.place(), sheet.id());
    circle.reacts(ASKER, ref, true);
    circle.settle();
    assertThat(circle.card(1).message()).isEqualTo(sheet.message());

    circle.types("Ben", "/claim 1");
    circle.writes(ASKER, "/done 1");
    circle.settle();
    int told = circle.paper.to("ben").size();
    circle.does(ASKER, new Command.Hearted(ref), TestCircle.PLACE);
    circle.settle();

    assertThat(circle.paper.to("ben")).hasSize(told);
  }

  @Test
  void a_board_that_might_be_shown_in_the_open_offers_their_own_like_any_other() {
    ask("Bread");

    Message board = message(circle.types(ASKER, "/board"));

    assertThat(board).isEqualTo(message(circle.types("Chi", "/board")));
    assertThat(text(circle.presses(ASKER, board, "Help with #1"))).contains("your own request");
  }

  @Test
  void only_the_asker_finds_it_among_what_is_theirs() {
    ask("Bread");

    assertThat(text(circle.types(ASKER, "/mine"))).contains("You asked", "#1");
    assertThat(text(circle.types("Chi", "/mine"))).doesNotContain("#1");
    assertThat(text(circle.types(ASKER, "/claim 1"))).contains("#1 is your own request");
  }

  @Test
  void the_same_again_the_twin_an_edit_an_extension_and_the_follow_up_stay_without_a_name() {
    ask("Bread, Saturday 10-12");
    Message second = message(ask("Bread, Saturday 10-12"));
    assertThat(second.text().plain()).contains("You asked the same a moment ago as #1");
    circle.pressesPrivately(ASKER, second, "Yes, one");
    assertThat(card(2)).contains("taken back");

    circle.forward(Duration.ofDays(5));
    assertThat(last(ASKER)).contains("nobody has come");
    circle.doesPrivately(ASKER, Code.read("later:1:week"));
    assertThat(card(1)).contains("Sat 31 Jan", "Somebody is looking");

    circle.types("Ben", "/claim 1");
    circle.writes(ASKER, "/done 1");
    circle.writes(ASKER, "/again 1 next week");
    assertThat(card(3)).contains("Sat 7 Feb", "Somebody is looking for 1 person");
    nobodyElseReadsTheName();
  }

  @Test
  void what_is_posted_can_not_become_anonymous() {
    circle.types(ASKER, "/needhelp Bread");

    assertThat(text(circle.types(ASKER, "/edit 1 anonymous"))).contains("people have seen it");
    assertThat(labels(message(circle.types(ASKER, "/edit 1")))).doesNotContain("Without my name");
    assertThat(card(1)).contains(ASKER + " is looking");
  }

  @Test
  void where_others_read_what_is_typed_it_can_not_be_anonymous_and_nothing_is_kept_of_it() {
    for (String typed : List.of("/needhelp Bread, anonymous", "/needhelp anonymous")) {
      Reply reply = circle.typesVisibly(ASKER, typed);

      assertThat(text(reply))
          .contains("can't be anonymous", "Nothing is posted", "somebody may have seen it");
      assertThat(((Reply.Said) reply).audience()).isEqualTo(Reply.Audience.ACTOR_UNSEEN);
      assertThat(((Reply.Said) reply).payload()).isEqualTo("ask");
    }
    assertThat(drafts()).isZero();

    Message preview = message(circle.typesVisibly(ASKER, "/needhelp"));
    for (String answer : List.of("Groceries", "any time", "1")) {
      preview = message(circle.presses(ASKER, preview, answer));
    }
    assertThat(labels(preview)).contains("Post it").doesNotContain("Without my name");
    Command forged = Code.read("unnamed:" + draft(preview));
    assertThat(text(circle.does(ASKER, forged, TestCircle.PLACE))).contains("can't be anonymous");
    circle.presses(ASKER, preview, "Post it");
    assertThat(card(1)).contains(ASKER + " is looking");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cancel 1",
        "/done 1",
        "/edit 1 Rye bread",
        "/claim 1",
        "/again 1",
        "/thanks 1 public: So kind",
        "/cancel 1 if nobody comes"
      })
  void what_would_show_whose_request_it_is_is_not_done_where_others_read_it(String typed) {
    ask("Bread");
    Message before = circle.card(1).message();

    Reply reply = circle.typesVisibly(ASKER, typed);

    assertThat(text(reply)).contains("it would show who asked", "So I did nothing");
    assertThat(((Reply.Said) reply).audience()).isEqualTo(Reply.Audience.ACTOR_UNSEEN);
    assertThat(circle.card(1).message()).isEqualTo(before);
    assertThat(text(circle.typesVisibly("Chi", "/claim 1"))).contains("You're helping");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mine post it", "/mine in a while", "/mine without my name"})
  void what_is_said_to_a_preview_where_others_read_it_posts_nothing(String typed) {
    circle.writes(ASKER, "/needhelp Bread, anonymous");

    Reply reply = circle.typesVisibly(ASKER, typed);

    assertThat(text(reply)).contains("it would show who asked", "So I did nothing");
    circle.forward(Duration.ofHours(1));
    assertThat(cards()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "1500, 30"})
  void in_a_while_is_a_random_time_from_five_to_thirty_minutes(int drawn, int minutes) {
    circle.chance = bound -> Math.min(drawn, bound - 1);
    Message waiting = inAWhile("Bread, tomorrow");
    assertThat(waiting.text().plain()).contains("It goes out by itself, by", "12:30 at the latest");

    circle.forward(Duration.ofMinutes(minutes).minusSeconds(1));
    assertThat(cards()).isEmpty();
    assertThat(text(circle.types(ASKER, "/mine"))).contains("Goes out by itself", "Bread");

    circle.forward(Duration.ofSeconds(1));
    assertThat(card(1)).contains("Bread", "Somebody is looking for 1 person");
    assertThat(last(ASKER)).contains("It's posted in Maple Street");
    assertThat(text(circle.types(ASKER, "/mine"))).doesNotContain("Goes out by itself");
    nobodyElseReadsTheName();
  }

  @Test
  void what_goes_out_in_a_while_survives_a_restart_and_another_request() {
    inAWhile("Bread");
    circle.types(ASKER, "/needhelp A chat, anonymous");
    circle.restart();

    circle.forward(GoingOut.LATEST);

    assertThat(card(1)).contains("Bread", "Somebody is looking");
    circle.restart();
    circle.forward(GoingOut.LATEST);
    assertThat(cards()).hasSize(1);
  }

  @Test
  void what_goes_out_in_a_while_is_posted_late_if_the_bot_was_away_and_once() {
    inAWhile("Bread");
    circle.clock.forward(Duration.ofDays(3));
    circle.restart();
    circle.forward(Duration.ofMinutes(1));

    assertThat(card(1)).contains("Bread");
    assertThat(cards()).hasSize(1);
  }

  @Test
  void until_it_goes_out_it_can_be_taken_back_posted_at_once_or_changed() {
    circle.pressesPrivately(ASKER, inAWhile("Bread"), "Never mind");
    circle.restart();
    circle.forward(GoingOut.LATEST);
    assertThat(cards()).isEmpty();

    Message waiting = inAWhile("Milk");
    circle.pressesPrivately(ASKER, waiting, "Post now");
    assertThat(card(1)).contains("Milk");
    assertThat(text(circle.pressesPrivately(ASKER, waiting, "Post now"))).contains("answered");

    Message change = message(circle.pressesPrivately(ASKER, inAWhile("Eggs"), "Change"));
    assertThat(change.text().plain()).contains("Nothing is posted yet", "Eggs");
    circle.forward(GoingOut.LATEST);
    assertThat(cards()).hasSize(1);
    circle.pressesPrivately(ASKER, change, "Post now");
    assertThat(card(2)).contains("Eggs", "Somebody is looking");
  }

  @Test
  void a_second_yes_and_the_same_event_again_change_nothing_of_the_time() {
    circle.chance = bound -> 0;
    Message preview = message(circle.writes(ASKER, "/needhelp Bread, anonymous"));
    Reply first = circle.pressesPrivately(ASKER, preview, "In a while");
    circle.forward(Duration.ofMinutes(4));

    Reply second = circle.pressesPrivately(ASKER, preview, "In a while");

    assertThat(text(second)).isEqualTo(text(first));
    circle.forward(Duration.ofMinutes(1));
    assertThat(card(1)).contains("Bread");
  }

  @Test
  void what_does_not_fit_any_more_when_its_while_is_over_waits_for_a_new_yes() {
    inAWhile("Bread, today 13:00");
    circle.clock.forward(Duration.ofHours(5));
    circle.restart();
    circle.forward(Duration.ofMinutes(1));

    assertThat(cards()).isEmpty();
    assertThat(last(ASKER)).contains("I have not posted what you asked", "Bread");
    Message told = circle.paper.to(account()).getLast();
    Message preview = message(circle.pressesPrivately(ASKER, told, "Show me"));
    assertThat(text(circle.pressesPrivately(ASKER, preview, "Post it"))).contains("over already");
  }

  @Test
  void what_begins_too_soon_is_not_offered_to_wait() {
    Message soon = message(circle.writes(ASKER, "/needhelp Bread, today 12:20, anonymous"));

    assertThat(labels(soon)).contains("Post it").doesNotContain("In a while");
    Command forged = new Command.PostDraftLater(draft(soon));
    assertThat(labels(message(circle.doesPrivately(ASKER, forged)))).contains("Post it");
  }

  @Test
  void a_strangers_and_a_forged_press_find_nothing() {
    Message preview = message(circle.writes(ASKER, "/needhelp Bread, anonymous"));
    long id = draft(preview);
    for (String word : List.of("while:", "unnamed:", "named:", "post:", "draft:", "drop:")) {
      Reply reply = circle.does("Chi", Code.read(word + id), TestCircle.PLACE);
      assertThat(text(reply)).doesNotContain("Bread", ASKER);
    }
    Message named = message(circle.types(ASKER, "/needhelp The Anonymous Gardeners"));
    assertThat(labels(message(circle.doesPrivately(ASKER, Code.read("while:" + draft(named))))))
        .contains("Post it");
    circle.forward(GoingOut.LATEST);
    assertThat(cards()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          In a while      | in a while
          With my name    | with my name
          Post now        | post now
          Never mind      | never mind
          """)
  void what_is_pressed_below_the_preview_can_be_typed(String label, String typed) {
    Message preview = message(circle.writes(ASKER, "/needhelp Bread, anonymous"));
    Reply pressed = circle.pressesPrivately(ASKER, preview, label);
    if (label.equals("In a while")) {
      circle.writes(ASKER, "never mind");
    }
    circle.writes(ASKER, "/cancel 1");
    circle.writes(ASKER, "/needhelp Bread, anonymous");

    Reply answered = circle.writes(ASKER, typed);

    assertThat(text(answered).replace("#2", "#1")).isEqualTo(text(pressed));
  }

  @Test
  void a_line_for_an_asker_who_can_not_be_written_to_names_nobody() {
    ask("Bread");
    circle.settle();
    circle.paper.closes(account(), true);
    circle.types("Ben", "/claim 1");
    circle.settle();

    assertThat(posts()).anyMatch(post -> post.startsWith("Whoever asked #1: there is news."));
    nobodyElseReadsTheName();
  }

  /** Everything that anybody but the asker was ever shown. */
  private void nobodyElseReadsTheName() {
    circle.settle();
    assertThat(circle.paper.everShown()).isNotEmpty();
    Stream<Message> told =
        circle.paper.told().entrySet().stream()
            .filter(one -> !one.getKey().equals(account()))
            .flatMap(one -> one.getValue().stream());
    assertThat(Stream.concat(circle.paper.everShown().stream(), told))
        .noneMatch(one -> (one.text().plain() + one.buttons()).contains(ASKER));
  }

  /** Asks without a name, at once. */
  private Reply ask(String what) {
    Message preview = message(circle.writes(ASKER, "/needhelp " + what + ", anonymous"));
    Reply posted = circle.pressesPrivately(ASKER, preview, "Post now");
    circle.settle();
    return posted;
  }

  private Message inAWhile(String what) {
    Message preview = message(circle.writes(ASKER, "/needhelp " + what + ", anonymous"));
    return message(circle.pressesPrivately(ASKER, preview, "In a while"));
  }

  private void gone(Sheet sheet) {
    circle
        .core
        .desk()
        .hear(
            "gone",
            sheet.place().platform(),
            new News.MessageDeleted(new MessageRef(sheet.place(), sheet.id())));
  }

  private static Command options(boolean anonymous, boolean form) {
    return new Command.NeedHelp(
        new Ask.Options("Bread", null, null, null, 1, null, anonymous, null, form));
  }

  private static Command set(Setting setting, String value) {
    return new Command.CircleSet(Map.of(setting, value));
  }

  private static long draft(Message preview) {
    return preview.buttons().stream()
        .map(Button::command)
        .flatMap(one -> one instanceof Command.DropDraft(long id) ? Stream.of(id) : Stream.empty())
        .findFirst()
        .orElseThrow();
  }

  private int drafts() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select count(*) from draft").mapTo(int.class).one());
  }

  private static String account() {
    return "wilhelmina";
  }

  private String last(String name) {
    circle.settle();
    return circle.paper.to(name.toLowerCase(Locale.ROOT)).getLast().text().plain();
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }

  private List<String> cards() {
    circle.settle();
    return circle.paper.in(TestCircle.PLACE).stream()
        .filter(Sheet::card)
        .map(sheet -> sheet.message().text().plain())
        .toList();
  }

  private List<String> posts() {
    circle.settle();
    return circle.paper.in(TestCircle.PLACE).stream()
        .map(sheet -> sheet.message().text().plain())
        .toList();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }
}
