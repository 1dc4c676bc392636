package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Target;
import org.kith.command.Whence;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramTopic;
import org.kith.testkit.telegram.TelegramUser;

/** What becomes a command, by whom and from where; and what is forgotten at the door. */
class IntakeTest {
  private static final String HANDSHAKE = "🤝";

  private final Stage stage = new Stage();
  private final TelegramUser ana = stage.telegram.user("Ana");
  private final TelegramUser ben = stage.telegram.user("Ben");
  private final TelegramGroup group = stage.telegram.supergroup("Maple Street");

  @BeforeEach
  void people_and_bot_are_in_the_group() {
    stage.started();
    group.joins(ana);
    group.joins(ben);
    group.addsBot(ana);
  }

  @AfterEach
  void end() {
    stage.close();
  }

  @Test
  void a_command_in_a_group_comes_with_its_place_and_what_telegram_tells_of_it() {
    ana.writes(group, "/needhelp two bags, Saturday 10-12");

    Delivery told = stage.told(Command.NeedHelp.class);

    assertThat(told.command())
        .isEqualTo(new Command.NeedHelp(new Ask.Free("two bags, Saturday 10-12")));
    assertThat(told.answerable()).isTrue();
    assertThat(told.actor().externalId()).isEqualTo(Long.toString(ana.id()));
    assertThat(told.actor().name()).isEqualTo("Ana");
    assertThat(told.actor().language()).isEqualTo("en");
    assertThat(told.actor().whence())
        .isEqualTo(
            new Whence.InPlace(
                place(""), new Facts("Maple Street", "Maple Street", 3, false, false), false));
  }

  @Test
  void how_many_are_in_a_group_is_asked_once_an_hour() {
    ana.writes(group, "/board");
    stage.told(Command.Board.class);
    when(stage.desk.knows(place(""))).thenReturn(true);

    ana.writes(group, "/mine");

    stage.told(Command.Mine.class);
    assertThat(stage.telegram.requests("getChatMemberCount")).hasSize(1);
    assertThat(((Whence.InPlace) stage.told(Command.Mine.class).actor().whence()).facts().people())
        .isEqualTo(3);
  }

  @Test
  void only_administrators_and_the_creator_may_manage() {
    group.makesAdministrator(ben);

    ben.writes(group, "/circle");
    ana.writes(group, "/mine");

    assertThat(manages(stage.told(Command.CircleShow.class))).isTrue();
    assertThat(manages(stage.told(Command.Mine.class))).isFalse();
  }

  @Test
  void a_command_that_names_another_bot_or_none_that_is_known_is_forgotten() {
    group.promotesBot(ana);

    ana.writes(group, "/mine@some_other_bot");
    ana.writes(group, "/roll 2d6");
    ana.writes(group, "/board@" + stage.telegram.botUsername() + " meals");

    assertThat(stage.told(Command.Board.class).command()).isEqualTo(new Command.Board("meals"));
    assertThat(commands()).doesNotHaveAnyElementsOfTypes(Command.Mine.class, Command.Unknown.class);
  }

  @Test
  void an_unknown_command_is_the_bots_where_it_is_named() {
    ana.writes(group, "/dance@" + stage.telegram.botUsername());

    assertThat(stage.told(Command.Unknown.class).command()).isEqualTo(new Command.Unknown("dance"));
  }

  @Test
  void plain_words_edits_and_replies_in_a_group_are_forgotten() {
    group.promotesBot(ana);

    SeenMessage words = ana.writes(group, "a secret that is nobody's business");
    ana.edits(words, "/claim 3");
    ben.repliesTo(words, "a reply");
    group.anotherBotWrites("/mine");
    ana.writes(group, "/board");

    stage.told(Command.Board.class);
    assertThat(commands()).extracting(Object::getClass).containsOnly(Command.Board.class);
  }

  @Test
  void what_people_write_privately_is_a_command_or_an_answer() {
    ana.startsBot("claim-17");
    ana.writesPrivately("Maple Street 4, bell says Ana");
    ana.writesPrivately("/claim #12");

    assertThat(stage.told(Command.Start.class).command()).isEqualTo(new Command.Start("claim-17"));
    assertThat(stage.told(Command.PrivateText.class).command())
        .isEqualTo(new Command.PrivateText("Maple Street 4, bell says Ana"));
    assertThat(stage.told(Command.Claim.class).command())
        .isEqualTo(new Command.Claim(new Target.Numbered(12)));
  }

  @Test
  void in_private_the_houses_are_those_that_telegram_still_knows_the_person_in() {
    TelegramGroup left = stage.telegram.supergroup("Elm Street");
    String here = Long.toString(group.id());
    stage.heardOfBeingAdded(); // A mock can't be told what to answer while it is in use.
    when(stage.desk.housesOf(eq(Platform.TELEGRAM), anyString()))
        .thenReturn(Set.of(here, Long.toString(left.id()), "-1009999999999"));
    left.addsBot(ana);
    left.joins(ben);
    left.leaves(ben);
    group.makesAdministrator(ben);

    ben.startsBot();

    assertThat(stage.told(Command.Start.class).actor().whence())
        .isEqualTo(new Whence.InPrivate(Set.of(here), Set.of(here)));
  }

  @Test
  void a_topic_is_a_room_and_general_is_none() {
    TelegramGroup forum = stage.telegram.forum("Village");
    forum.joins(ana);
    forum.addsBot(ana);
    TelegramTopic topic = forum.topic("Care");

    ana.writes(topic, "/mine");
    ana.writes(forum, "/board");

    assertThat(placeOf(stage.told(Command.Mine.class)))
        .isEqualTo(
            new Place(Platform.TELEGRAM, Long.toString(forum.id()), Integer.toString(topic.id())));
    assertThat(placeOf(stage.told(Command.Board.class)).room()).isEmpty();
  }

  @Test
  void a_handshake_is_a_claim_and_taking_it_back_a_release() {
    group.promotesBot(ana);
    SeenMessage card = posted();

    ben.reacts(card, HANDSHAKE);
    MessageRef ref = new MessageRef(place(""), Integer.toString(card.id()));
    Delivery reacted = stage.told(Command.Reacted.class);
    ben.unreacts(card);

    assertThat(reacted.command()).isEqualTo(new Command.Reacted(ref));
    assertThat(reacted.answerable()).isFalse();
    assertThat(stage.told(Command.Unreacted.class).command()).isEqualTo(new Command.Unreacted(ref));
  }

  @Test
  void exchanging_the_handshake_is_no_release_and_other_signs_mean_nothing() {
    group.promotesBot(ana);
    SeenMessage card = posted();

    ben.reacts(card, HANDSHAKE);
    ben.reacts(card, "👍");
    ben.unreacts(card);
    group.anonymousAdministratorReacts(card, HANDSHAKE);
    ana.writes(group, "/board");

    stage.told(Command.Board.class);
    assertThat(commands()).filteredOn(Command.Reacted.class::isInstance).hasSize(1);
    assertThat(commands()).doesNotHaveAnyElementsOfTypes(Command.Unreacted.class);
  }

  @Test
  void an_anonymous_administrator_is_nobody_and_is_asked_to_write_privately() {
    group.promotesBot(ana);

    group.anonymousAdministratorWrites("/needhelp two bags");

    SeenMessage line =
        stage.telegram.awaitFound("an answer", () -> group.botMessages().stream().findFirst());
    assertThat(line.text()).contains("write to me privately");
    assertThat(line.buttons().getFirst().getFirst().url())
        .isEqualTo("https://t.me/" + stage.telegram.botUsername() + "?start=hello");
    assertThat(commands()).doesNotHaveAnyElementsOfTypes(Command.NeedHelp.class);
  }

  @Test
  void being_added_removed_and_blocked_is_told() {
    stage.heardOfBeingAdded();
    ana.startsBot();

    group.removesBot(ana);
    ana.blocksBot();

    verify(stage.desk, timeout(10_000)).hear(any(), any(), eq(new News.Removed(place(""))));
    verify(stage.desk, timeout(10_000))
        .hear(any(), any(), eq(new News.PrivateClosed(Long.toString(ana.id()))));
  }

  @Test
  void a_group_that_becomes_a_supergroup_is_told_once() {
    TelegramGroup basic = stage.telegram.group("Oak Street");
    basic.joins(ana);
    basic.addsBot(ana);

    TelegramGroup now = basic.migrates();

    verify(stage.desk, timeout(10_000))
        .hear(
            any(),
            eq(Platform.TELEGRAM),
            eq(new News.Moved(Long.toString(basic.id()), Long.toString(now.id()))));
    ana.writes(now, "/mine");
    assertThat(placeOf(stage.told(Command.Mine.class)).house()).isEqualTo(Long.toString(now.id()));
    verify(stage.desk).hear(any(), any(), any(News.Moved.class));
  }

  @Test
  void forged_button_data_is_unreadable_and_a_strangers_press_gets_a_word_only() {
    SeenMessage card = posted();

    ben.pressesData(card, "claim:17");
    ben.pressesData(card, "claim:1' or 1=1");
    TelegramUser stranger = stage.telegram.user("Eve");
    String said = stranger.pressesData(card, "details:17").answer().said();

    assertThat(stage.told(Command.Claim.class).command())
        .isEqualTo(new Command.Claim(new Target.Known(17)));
    stage.told(Command.Unreadable.class);
    assertThat(said).contains("for people in the group");
    assertThat(stage.deliveries)
        .noneMatch(one -> one.actor().externalId().equals(Long.toString(stranger.id())));
  }

  @Test
  void what_is_for_the_same_chat_stays_in_order() {
    List<String> numbers = Stream.iterate(1, i -> i + 1).limit(30).map(String::valueOf).toList();

    numbers.forEach(number ->
        (Integer.parseInt(number) % 2 == 0 ? ana : ben).writes(group, "/claim " + number));

    stage.telegram.await("all", () -> claims().size() == 30);
    assertThat(claims()).isEqualTo(numbers.stream().map(Integer::parseInt).toList());
  }

  private List<Integer> claims() {
    return commands().stream()
        .filter(Command.Claim.class::isInstance)
        .map(one -> ((Target.Numbered) ((Command.Claim) one).target()).number())
        .toList();
  }

  private List<Command> commands() {
    return stage.deliveries.stream().map(Delivery::command).toList();
  }

  private Place place(String room) {
    return new Place(Platform.TELEGRAM, Long.toString(group.id()), room);
  }

  private static Place placeOf(Delivery delivery) {
    return ((Whence.InPlace) delivery.actor().whence()).place();
  }

  private static boolean manages(Delivery delivery) {
    return ((Whence.InPlace) delivery.actor().whence()).mayManage();
  }

  private SeenMessage posted() {
    MessengerTest.post(stage.adapter.messenger(), place(""), "a card");
    return group.botMessages().getLast();
  }
}
