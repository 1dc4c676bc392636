package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.post.Messenger;
import org.kith.post.Messenger.Missing;
import org.kith.post.Messenger.Posting;
import org.kith.post.Messenger.Whereabouts;
import org.kith.post.Outcome;
import org.kith.testkit.telegram.Failure;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramTopic;
import org.kith.testkit.telegram.TelegramUser;
import org.kith.words.Text;

/** What the courier sends, and what it is told of Telegram's answers. */
class MessengerTest {
  private static final Posting PLAIN = new Posting(1, false, false, 0, null, null);
  private static final Posting CARD = new Posting(2, true, true, 12, null, null);

  private final Stage stage = new Stage();
  private final Messenger messenger = stage.adapter.messenger();
  private final TelegramUser ana = stage.telegram.user("Ana");
  private final TelegramGroup group = stage.telegram.supergroup("Maple Street");

  @BeforeEach
  void bot_is_in_the_group() {
    group.joins(ana);
    group.addsBot(ana);
  }

  @AfterEach
  void end() {
    stage.close();
  }

  @Test
  void a_card_is_posted_silently_with_buttons_and_the_first_handshake() {
    Message card =
        Message.of(
            new Text.Builder().strong("Groceries · #12").line("<two> & bags").build(),
            Button.first("I'll help", new Command.More(12)));

    assertThat(messenger.post(place(), card, CARD)).isInstanceOf(Outcome.Sent.class);

    SeenMessage seen = group.botMessages().getFirst();
    assertThat(seen.text()).isEqualTo("Groceries · #12\n<two> & bags");
    assertThat(seen.entities()).containsExactly("bold");
    assertThat(seen.labels()).containsExactly("I'll help");
    assertThat(seen.isSilent()).isTrue();
    stage.telegram.await(
        "the handshake",
        () -> group.botMessages().getFirst().reactions().getOrDefault("🤝", 0) == 1);
  }

  @Test
  void who_is_in_a_group_is_there_and_who_left_it_unsaid_is_gone() {
    String house = Long.toString(group.id());
    String account = Long.toString(ana.id());

    assertThat(messenger.whereabouts(house, account)).isEqualTo(Whereabouts.THERE);
    group.losesUnsaid(ana);
    assertThat(messenger.whereabouts(house, account)).isEqualTo(Whereabouts.GONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400 Bad Request: PARTICIPANT_ID_INVALID",
        "400 Bad Request: CHAT_ADMIN_REQUIRED",
        "400 Bad Request: user not found",
        "400 Bad Request: member list is inaccessible",
        "403 Forbidden: bot was kicked from the supergroup chat",
        "403 Forbidden: bot is not a member of the supergroup chat",
        "500 Internal Server Error"
      })
  void what_telegram_does_not_say_is_untold(String said) {
    stage.telegram.failsNext(
        1, "getChatMember", Failure.of(Integer.parseInt(said.substring(0, 3)), said.substring(4)));

    assertThat(messenger.whereabouts(Long.toString(group.id()), Long.toString(ana.id())))
        .isEqualTo(Whereabouts.UNTOLD);
  }

  @Test
  void a_group_without_that_reaction_gets_the_card_all_the_same() {
    stage.telegram.failsNext(
        1, "setMessageReaction", Failure.of(400, "Bad Request: REACTION_INVALID"));

    assertThat(messenger.post(place(), Message.of(Text.of("a card")), CARD))
        .isInstanceOf(Outcome.Sent.class);
    stage.telegram.await("the try", () -> !stage.telegram.requests("setMessageReaction").isEmpty());
  }

  @Test
  void a_line_goes_below_the_message_it_belongs_to_and_stands_alone_if_that_is_gone() {
    MessageRef card = ref(post(messenger, place(), "a card"));
    ana.deletes(group.botMessages().getFirst());
    Posting below = new Posting(3, true, false, 12, null, card);

    assertThat(messenger.post(place(), Message.of(Text.of("Ben will help")), below))
        .isInstanceOf(Outcome.Sent.class);
    assertThat(group.botMessages().getLast().text()).isEqualTo("Ben will help");
  }

  @Test
  void a_topic_gets_what_is_for_it() {
    TelegramGroup forum = stage.telegram.forum("Village");
    forum.addsBot(ana);
    TelegramTopic topic = forum.topic("Care");
    Place place =
        new Place(Platform.TELEGRAM, Long.toString(forum.id()), Integer.toString(topic.id()));

    post(messenger, place, "a card");

    assertThat(forum.botMessages().getLast().topic()).isEqualTo(topic.id());
    topic.closes();
    assertThat(messenger.post(place, Message.of(Text.of("another")), PLAIN))
        .isInstanceOf(Outcome.PlaceClosed.class);
  }

  @Test
  void an_edit_shows_the_new_and_one_without_change_is_fine() {
    MessageRef card = ref(post(messenger, place(), "a card"));
    Message changed = Message.of(Text.of("Ben will help"));

    assertThat(messenger.edit(card, changed)).isEqualTo(new Outcome.Sent(card.messageId()));
    assertThat(messenger.edit(card, changed)).isEqualTo(new Outcome.Sent(card.messageId()));

    assertThat(group.botMessages().getFirst().text()).isEqualTo("Ben will help");
  }

  @Test
  void a_message_that_somebody_deleted_is_gone() {
    MessageRef card = ref(post(messenger, place(), "a card"));
    ana.deletes(group.botMessages().getFirst());

    assertThat(messenger.edit(card, Message.of(Text.of("new"))))
        .isEqualTo(new Outcome.MessageGone());
    assertThat(messenger.delete(card)).isEqualTo(new Outcome.MessageGone());
  }

  @Test
  void a_message_is_taken_away() {
    MessageRef card = ref(post(messenger, place(), "a card"));

    assertThat(messenger.delete(card)).isInstanceOf(Outcome.Sent.class);

    assertThat(group.botMessages()).isEmpty();
  }

  @Test
  void a_private_message_is_protected_where_it_must_be() {
    ana.startsBot();

    assertThat(messenger.tell(account(), Message.of(Text.of("bell: Ana")), true, PLAIN))
        .isInstanceOf(Outcome.Sent.class);
    assertThat(messenger.tell(account(), Message.of(Text.of("hello")), false, PLAIN))
        .isInstanceOf(Outcome.Sent.class);

    assertThat(ana.inbox()).extracting(SeenMessage::isProtected).containsExactly(true, false);
  }

  @Test
  void whoever_never_pressed_start_or_blocked_the_bot_is_unreachable() {
    Message hello = Message.of(Text.of("hello"));
    assertThat(messenger.tell(account(), hello, false, PLAIN)).isEqualTo(new Outcome.Unreachable());
    assertThat(messenger.tell("12345", hello, false, PLAIN)).isEqualTo(new Outcome.Unreachable());

    ana.startsBot();
    ana.blocksBot();

    assertThat(messenger.tell(account(), hello, false, PLAIN)).isEqualTo(new Outcome.Unreachable());
  }

  @Test
  void a_group_that_became_a_supergroup_says_where_it_is_now() {
    TelegramGroup basic = stage.telegram.group("Oak Street");
    basic.addsBot(ana);
    TelegramGroup now = basic.migrates();
    Place before = new Place(Platform.TELEGRAM, Long.toString(basic.id()), "");

    assertThat(messenger.post(before, Message.of(Text.of("a card")), PLAIN))
        .isEqualTo(new Outcome.Moved(Long.toString(now.id())));
  }

  @Test
  void a_group_that_threw_the_bot_out_or_silenced_it_is_closed() {
    group.silences(true);
    assertThat(messenger.post(place(), Message.of(Text.of("a card")), PLAIN))
        .isInstanceOf(Outcome.PlaceClosed.class);
    group.silences(false);

    group.removesBot(ana);

    assertThat(messenger.post(place(), Message.of(Text.of("a card")), PLAIN))
        .isInstanceOf(Outcome.PlaceClosed.class);
  }

  @Test
  void too_much_at_once_waits_as_long_as_telegram_says() {
    stage.telegram.failsNext(1, "sendMessage", Failure.tooManyRequests(17));

    assertThat(messenger.post(place(), Message.of(Text.of("a card")), PLAIN))
        .isEqualTo(new Outcome.TryLater(Duration.ofSeconds(17), false));
  }

  @Test
  void a_lost_answer_leaves_a_send_in_doubt_and_is_never_sent_twice_by_itself() {
    stage.telegram.failsNext(1, "sendMessage", Failure.lostAnswer());

    Outcome outcome = messenger.post(place(), Message.of(Text.of("a card")), PLAIN);

    assertThat(outcome).isInstanceOf(Outcome.TryLater.class);
    assertThat(((Outcome.TryLater) outcome).inDoubt()).isTrue();
    assertThat(group.botMessages()).hasSize(1);
  }

  @Test
  void while_telegram_is_away_nothing_is_in_doubt() {
    stage.telegram.goesAway();

    Outcome outcome = messenger.post(place(), Message.of(Text.of("a card")), PLAIN);

    assertThat(outcome).isInstanceOf(Outcome.TryLater.class);
    assertThat(((Outcome.TryLater) outcome).inDoubt()).isFalse();
    stage.telegram.comesBack();
  }

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request: chat not found, PlaceClosed",
    "400, Bad Request: not enough rights to send text messages to the chat, PlaceClosed",
    "400, Bad Request: TOPIC_CLOSED, PlaceClosed",
    "400, Bad Request: message thread not found, PlaceClosed",
    "403, Forbidden: bot was kicked from the supergroup chat, PlaceClosed",
    "400, Bad Request: message is too long, Refused",
    "401, Unauthorized, TryLater",
    "500, Internal Server Error, TryLater",
    "502, Bad Gateway, TryLater",
  })
  void telegrams_words_for_a_post_mean(int code, String words, String outcome) {
    stage.telegram.failsNext(1, "sendMessage", Failure.of(code, words));

    assertThat(messenger.post(place(), Message.of(Text.of("a card")), PLAIN))
        .extracting(one -> one.getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "403, Forbidden: bot was blocked by the user",
    "403, Forbidden: bot can't initiate conversation with a user",
    "403, Forbidden: user is deactivated",
    "400, Bad Request: chat not found",
    "400, Bad Request: PEER_ID_INVALID",
  })
  void telegrams_words_for_somebody_who_cannot_be_written_to(int code, String words) {
    ana.startsBot();
    stage.telegram.failsNext(1, "sendMessage", Failure.of(code, words));

    assertThat(messenger.tell(account(), Message.of(Text.of("hello")), false, PLAIN))
        .isEqualTo(new Outcome.Unreachable());
  }

  @Test
  void why_something_was_refused_quotes_nothing_of_it() {
    stage.telegram.failsNext(
        1, "sendMessage", Failure.of(400, "Bad Request: unsupported start tag \"a secret\" at 3"));

    assertThat(messenger.post(place(), Message.of(Text.of("a card")), PLAIN))
        .isEqualTo(new Outcome.Refused("Bad Request: unsupported start tag "));
  }

  @Test
  void what_is_missing_is_said() {
    assertThat(messenger.missing(place())).containsExactly(Missing.ADMINISTRATOR);
    group.promotesBot(ana);
    assertThat(messenger.missing(place())).isEmpty();
    group.removesBot(ana);
    assertThat(messenger.missing(place())).contains(Missing.POST);
    stage.telegram.failsNext(1, "getChatMember", Failure.internalError());
    assertThat(messenger.missing(place())).isEqualTo(List.of(Missing.UNKNOWN));
  }

  static String post(Messenger messenger, Place place, String text) {
    Outcome outcome = messenger.post(place, Message.of(Text.of(text)), PLAIN);
    assertThat(outcome).isInstanceOf(Outcome.Sent.class);
    return ((Outcome.Sent) outcome).messageId();
  }

  private MessageRef ref(String id) {
    return new MessageRef(place(), id);
  }

  private String account() {
    return Long.toString(ana.id());
  }

  private Place place() {
    return new Place(Platform.TELEGRAM, Long.toString(group.id()), "");
  }
}
