package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.Target;
import org.kith.post.Messenger;
import org.kith.post.Messenger.Posting;
import org.kith.post.Messenger.Whereabouts;
import org.kith.post.Outcome;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.User;
import org.kith.words.Text;

/** What is posted, changed, taken away and told, and what becomes of it when something is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscordMessengerTest {
  private static final Message CARD =
      Message.of(
          new Text.Builder().strong("Groceries · #12").line("Two bags @everyone").build(),
          Button.first("I'll help", new Command.Claim(new Target.Known(12))),
          Button.plain("More", new Command.More(12)));

  private Online online;
  private Messenger messenger;
  private Channel channel;
  private Place place;
  private int channels;

  @BeforeAll
  void connect() {
    online = Online.connected();
    messenger = online.messenger();
  }

  @AfterAll
  void close() {
    online.close();
  }

  /** A channel of its own for each test: Discord takes five messages in five seconds in one. */
  @BeforeEach
  void openChannel() {
    channel = online.maple.channel("cards-" + channels++);
    place = online.place(channel);
    online.discord.await(
        "the channel to be known", () -> !messenger.missing(place).contains(Messenger.Missing.SEE));
  }

  @Test
  void who_is_in_a_server_is_there_and_who_left_it_is_gone() {
    User dee = online.maple.member("Dee");

    assertThat(messenger.whereabouts(online.maple.id(), dee.id())).isEqualTo(Whereabouts.THERE);
    online.maple.loses(dee);
    assertThat(messenger.whereabouts(online.maple.id(), dee.id())).isEqualTo(Whereabouts.GONE);
  }

  @Test
  void what_discord_does_not_say_is_untold() {
    User dee = online.maple.member("Dee");
    String route = "/members/" + dee.id();

    online.discord.faults().fail(1, 403, 50001, "GET", route);
    assertThat(messenger.whereabouts(online.maple.id(), dee.id())).isEqualTo(Whereabouts.UNTOLD);
    online.discord.faults().fail(1, 404, 10004, "GET", route);
    assertThat(messenger.whereabouts(online.maple.id(), dee.id())).isEqualTo(Whereabouts.UNTOLD);
    online.discord.faults().fail(1, 400, 0, "GET", route);
    assertThat(messenger.whereabouts(online.maple.id(), dee.id())).isEqualTo(Whereabouts.UNTOLD);
    assertThat(messenger.whereabouts("1234567890", dee.id())).isEqualTo(Whereabouts.UNTOLD);
  }

  private static Posting card(long row, @Nullable Instant doubtSince) {
    return new Posting(row, false, true, 12, doubtSince, null);
  }

  private static Posting line(long row, @Nullable MessageRef under) {
    return new Posting(row, true, false, 0, null, under);
  }

  private MessageRef post(long row) {
    Outcome.Sent sent = (Outcome.Sent) messenger.post(place, CARD, card(row, null));
    return new MessageRef(place, sent.messageId());
  }

  @Test
  void a_card_has_its_buttons_its_nonce_and_the_first_handshake() {
    post(501);
    online.discord.await("the first reaction", () -> !channel.lastMessage().reactions().isEmpty());
    Post card = channel.lastMessage();
    assertThat(card.text()).isEqualTo("**Groceries · #12**\nTwo bags \\@everyone");
    assertThat(card.labels()).containsExactly("I'll help", "More");
    assertThat(card.nonce()).isEqualTo("501");
    assertThat(card.silent()).isFalse();
    assertThat(card.reactions()).containsOnlyKeys("🤝");
  }

  @Test
  void a_card_is_posted_though_no_reaction_may_be_put_below_it() {
    channel.takesFromBot(Permission.MESSAGE_ADD_REACTION.getRawValue());
    online.discord.await(
        "the loss to be known",
        () -> messenger.missing(place).equals(List.of(Messenger.Missing.REACT)));
    post(502);
    assertThat(channel.lastMessage().reactions()).isEmpty();
  }

  @Test
  void a_silent_line_stands_below_its_card_or_alone_if_that_is_gone() {
    MessageRef card = post(503);
    messenger.post(place, Message.of(Text.of("Ben will help")), line(504, card));
    Post below = channel.lastMessage();
    assertThat(below.silent()).isTrue();
    var sent = online.discord.requests("POST", channel.id() + "/messages").getLast().body();
    assertThat(sent.at("/message_reference/message_id").asText()).isEqualTo(card.messageId());

    assertThat(messenger.delete(card)).isInstanceOf(Outcome.Sent.class);
    assertThat(messenger.post(place, Message.of(Text.of("Ben can't")), line(505, card)))
        .isInstanceOf(Outcome.Sent.class);
  }

  @Test
  void an_edit_replaces_text_and_buttons() {
    MessageRef card = post(506);
    assertThat(messenger.edit(card, Message.of(Text.of("Done."))))
        .isEqualTo(new Outcome.Sent(card.messageId()));
    assertThat(channel.lastMessage().text()).isEqualTo("Done.");
    assertThat(channel.lastMessage().buttons()).isEmpty();
  }

  @Test
  void a_message_that_somebody_deleted_is_gone() {
    MessageRef card = post(507);
    channel.deletes(channel.lastMessage());
    assertThat(messenger.edit(card, CARD)).isEqualTo(new Outcome.MessageGone());
    assertThat(messenger.delete(card)).isEqualTo(new Outcome.MessageGone());
  }

  @Test
  void the_same_row_sent_twice_is_one_message() {
    MessageRef first = post(508);
    assertThat(messenger.post(place, CARD, card(508, null)))
        .isEqualTo(new Outcome.Sent(first.messageId()));
    assertThat(channel.messages()).hasSize(1);
  }

  @Test
  void after_a_long_doubt_the_card_that_is_there_is_taken_and_drawn_anew() {
    MessageRef first = post(509);
    Message newer =
        Message.of(Text.of("Ben will help"), Button.plain("More", new Command.More(12)));
    Instant longAgo = Instant.now().minus(Duration.ofMinutes(3));
    assertThat(messenger.post(place, newer, card(510, longAgo)))
        .isEqualTo(new Outcome.Sent(first.messageId()));
    assertThat(channel.messages())
        .singleElement()
        .extracting(Post::text)
        .isEqualTo("Ben will help");
  }

  @Test
  void the_card_of_another_request_is_not_taken_for_this_one() {
    post(511);
    Posting other =
        new Posting(512, false, true, 1, Instant.now().minus(Duration.ofHours(1)), null);
    assertThat(messenger.post(place, CARD, other)).isInstanceOf(Outcome.Sent.class);
    assertThat(channel.messages()).hasSize(2);
  }

  @Test
  void a_place_that_is_closed_or_gone_says_so() {
    channel.silencesBot();
    online.discord.await(
        "the loss to be known", () -> messenger.missing(place).contains(Messenger.Missing.POST));
    assertThat(messenger.post(place, CARD, card(513, null)))
        .isInstanceOf(Outcome.PlaceClosed.class);

    channel.delete();
    online.discord.await(
        "the channel to be gone", () -> messenger.missing(place).contains(Messenger.Missing.SEE));
    assertThat(messenger.post(place, CARD, card(514, null)))
        .isInstanceOf(Outcome.PlaceClosed.class);
    Place nowhere = new Place(Platform.DISCORD, "1", "2");
    assertThat(messenger.post(nowhere, CARD, card(515, null)))
        .isInstanceOf(Outcome.PlaceClosed.class);
  }

  @Test
  void nothing_is_given_up_while_discord_has_trouble_of_its_own() {
    online.discord.faults().fail(1, 500, "POST", "/messages");
    assertThat(messenger.post(place, CARD, card(516, null)))
        .isEqualTo(new Outcome.TryLater(Faults.SOON, true));
    online.discord.faults().fail(1, 400, 30046, "PATCH", "/messages");
    assertThat(messenger.edit(post(517), CARD))
        .isEqualTo(new Outcome.TryLater(Duration.ofHours(1), false));
  }

  @Test
  void somebody_is_told_privately_unless_they_closed_that() {
    User ben = online.maple.member("Ben");
    assertThat(messenger.tell(ben.id(), Message.of(Text.of("Hello *Ben*")), true, line(518, null)))
        .isInstanceOf(Outcome.Sent.class);
    assertThat(ben.inbox()).singleElement().extracting(Post::text).isEqualTo("Hello \\*Ben\\*");
    ben.closesPrivateMessages();
    assertThat(messenger.tell(ben.id(), Message.of(Text.of("Again")), false, line(519, null)))
        .isEqualTo(new Outcome.Unreachable());
  }

  @Test
  void nobody_can_be_pinged_and_no_link_is_unfolded() {
    post(520);
    var body = online.discord.requests("POST", channel.id() + "/messages").getLast().body();
    assertThat(body.at("/allowed_mentions/parse")).isEmpty();
    assertThat(body.path("flags").asInt() & 4).isEqualTo(4);
  }
}
