package org.kith.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.utils.FileUpload;
import org.junit.jupiter.api.Test;

class MessagesTest extends ConnectedTest {
  private static final Emoji HANDSHAKE = Emoji.fromUnicode("🤝");

  @Test
  void a_nonce_makes_a_second_send_the_first_for_a_few_minutes() {
    Message first = general().sendMessage("card").setNonce("row-7").complete();
    Message again = general().sendMessage("card").setNonce("row-7").complete();

    assertThat(again.getId()).isEqualTo(first.getId());
    assertThat(channel.messages()).extracting(Post::nonce).containsExactly("row-7");

    clock.pass(Duration.ofMinutes(6));
    Message later = general().sendMessage("card").setNonce("row-7").complete();
    assertThat(later.getId()).isNotEqualTo(first.getId());
    discord.violations().assertNone();
  }

  @Test
  void messages_are_edited_listed_and_deleted() {
    Message one = general().sendMessage("one").setSuppressedNotifications(true).complete();
    Message two = general().sendMessage("two").complete();
    one.editMessage("uno").complete();

    assertThat(channel.messages()).extracting(Post::text).containsExactly("uno", "two");
    assertThat(channel.messages()).extracting(Post::edits).containsExactly(1, 0);
    assertThat(channel.messages()).extracting(Post::silent).containsExactly(true, false);
    assertThat(general().getHistory().retrievePast(10).complete())
        .extracting(Message::getContentRaw)
        .containsExactly("two", "uno");
    assertThat(general().getHistoryBefore(two, 5).complete().getRetrievedHistory())
        .extracting(Message::getId)
        .containsExactly(one.getId());
    assertThat(general().getHistoryAfter(one, 5).complete().getRetrievedHistory())
        .extracting(Message::getId)
        .containsExactly(two.getId());
    assertThat(general().getHistoryAround(one, 5).complete().getRetrievedHistory()).hasSize(2);

    two.delete().complete();
    channel.deletes(channel.messages().getFirst());
    assertThat(channel.messages()).isEmpty();
    assertThatThrownBy(() -> one.editMessage("gone").complete()).hasMessageContaining("10008");
    discord.violations().assertNone();
  }

  @Test
  void reactions_go_both_ways_and_the_bots_own_is_echoed() throws Exception {
    Message card = general().sendMessage("card").complete();
    card.addReaction(HANDSHAKE).complete();
    assertThat(next(MessageReactionAddEvent.class).getUserId()).isEqualTo(discord.bot().id());

    Post post = channel.lastMessage();
    ben.reacts(post, "🤝");
    ben.reacts(post, "🤝");
    assertThat(next(MessageReactionAddEvent.class).getUserId()).isEqualTo(ben.id());
    assertThat(channel.now(post).reactions()).containsEntry("🤝", List.of("Kith", "Ben"));
    assertThat(card.retrieveReactionUsers(HANDSHAKE).complete()).hasSize(2);

    ben.unreacts(post, "🤝");
    assertThat(next(MessageReactionRemoveEvent.class).getUserId()).isEqualTo(ben.id());
    card.removeReaction(HANDSHAKE).complete();
    assertThat(channel.now(post).reactions()).isEmpty();
    discord.violations().assertNone();
  }

  @Test
  void who_closed_their_private_messages_cannot_be_written_to() {
    var chat = jda.openPrivateChannelById(ana.id()).complete();
    chat.sendMessage("hello").complete();
    ana.closesPrivateMessages();

    assertThatThrownBy(() -> chat.sendMessage("again").complete()).hasMessageContaining("50007");

    assertThat(ana.inbox()).extracting(Post::text).containsExactly("hello");
    discord.violations().assertNone();
  }

  @Test
  void who_left_is_no_member() {
    assertThat(guild().retrieveMemberById(ben.id()).complete().getEffectiveName()).isEqualTo("Ben");
    server.loses(ben);

    assertThatThrownBy(() -> guild().retrieveMemberById(ben.id()).useCache(false).complete())
        .hasMessageContaining("10007");
  }

  @Test
  void a_channel_taken_away_is_known_to_the_client_and_refused_by_the_server() throws Exception {
    String path = "channels/" + channel.id() + "/messages";
    String body = "{\"content\":\"a\",\"allowed_mentions\":{\"parse\":[]}}";
    try (BareRequests bare = new BareRequests(discord)) {
      channel.silencesBot();
      next(GenericPermissionOverrideEvent.class);
      assertThatThrownBy(() -> general().sendMessage("a").complete())
          .isInstanceOf(InsufficientPermissionException.class);
      assertThat(bare.send("POST", path, body).code()).isEqualTo(50013);

      channel.hidesFromBot();
      assertThat(bare.send("POST", path, body).code()).isEqualTo(50001);

      channel.welcomesBot();
      assertThat(bare.send("POST", path, body).status()).isEqualTo(200);

      channel.delete();
      next(ChannelDeleteEvent.class);
      assertThat(bare.send("POST", path, body).code()).isEqualTo(10003);
    }
    discord.violations().assertNone();
  }

  @Test
  void files_arrive_as_they_were_sent() {
    byte[] entry = "BEGIN:VCALENDAR\r\nü\r\n\r\n--".getBytes(StandardCharsets.UTF_8);

    general().sendFiles(FileUpload.fromData(entry, "dates.ics")).complete();

    Attachment file = channel.lastMessage().files().getFirst();
    assertThat(file.name()).isEqualTo("dates.ics");
    assertThat(file.bytes()).isEqualTo(entry);
    discord.violations().assertNone();
  }

  @Test
  void ids_survive_beyond_the_doubles() {
    assertThat(Long.parseLong(channel.id())).isGreaterThan(1L << 53);
    assertThat(general().getId()).isEqualTo(channel.id());
  }
}
