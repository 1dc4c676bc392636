package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Typed;
import org.kith.post.Messenger.Posting;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.User;
import org.kith.words.Text;

/** What happens when the session with Discord is lost, and at the start. */
class SettlingTest {

  private static MessageRef card(Online online) {
    Posting posting = new Posting(700, false, true, 1, null, null);
    online.messenger().post(online.place(online.help), Message.of(Text.of("Bread")), posting);
    online.discord.await(
        "the first reaction", () -> !online.help.lastMessage().reactions().isEmpty());
    MessageRef ref = new MessageRef(online.place(online.help), online.help.lastMessage().id());
    when(online.desk.openCards(Platform.DISCORD)).thenReturn(List.of(ref));
    return ref;
  }

  @Test
  void after_a_lost_session_the_reactions_on_open_cards_are_read() {
    try (Online online = Online.connected()) {
      User ana = online.maple.member("Ana");
      MessageRef ref = card(online);
      Post post = online.help.lastMessage();
      online.discord.goesAway();
      online.discord.gateway().losesSessions();
      ana.reacts(post, "🤝");
      online.discord.comesBack();
      News.Reactors found = online.awaitNews(News.Reactors.class);
      assertThat(found.message()).isEqualTo(ref);
      assertThat(found.actors()).extracting(Actor::externalId).containsExactly(ana.id());
      assertThat(online.deliveries).isEmpty();
    }
  }

  @Test
  void the_reactions_on_a_card_that_was_in_doubt_are_read_once_it_is_known() {
    try (Online online = Online.connected()) {
      User ana = online.maple.member("Ana");
      MessageRef ref = card(online);
      ana.reacts(online.help.lastMessage(), "🤝");
      online.messenger().recovered(ref);
      News.Reactors found = online.awaitNews(News.Reactors.class);
      assertThat(found.message()).isEqualTo(ref);
      assertThat(found.actors()).extracting(Actor::externalId).containsExactly(ana.id());
    }
  }

  @Test
  void what_was_reacted_before_a_resume_comes_by_itself() {
    try (Online online = Online.connected()) {
      User ana = online.maple.member("Ana");
      card(online);
      Post post = online.help.lastMessage();
      online.discord.gateway().drop();
      ana.reacts(post, "🤝");
      assertThat(online.awaitDelivery(Command.Reacted.class).actor().externalId())
          .isEqualTo(ana.id());
      assertThat(online.discord.gateway().resumed()).isEqualTo(1);
      assertThat(online.news).isEmpty();
    }
  }

  @Test
  void commands_are_registered_only_when_they_changed() {
    try (Online online = Online.connected()) {
      assertThat(online.discord.commands()).isEqualTo(Typed.NAMES);
      assertThat(online.discord.commandRegistrations()).isEqualTo(1);
      online.adapter().close();
      online.connect();
      User ana = online.maple.member("Ana");
      ana.types(online.help, "help").answer();
      assertThat(online.discord.commandRegistrations()).isEqualTo(1);

      online.adapter().close();
      online.remembered.replaceAll((name, hash) -> "another");
      online.connect();
      online.discord.await("a registration", () -> online.discord.commandRegistrations() == 2);
    }
  }

  @Test
  void discord_may_come_later_than_the_bot() {
    try (Online online = Online.waiting(InstantSource.system())) {
      online.discord.goesAway();
      online.startOnly();
      online.discord.await(
          "the first attempt", () -> !online.discord.requests("GET", "/gateway/bot").isEmpty());
      assertThat(online.adapter().connected()).isFalse();
      online.discord.comesBack();
      online.discord.await("the adapter to be connected", online.adapter()::connected);
    }
  }

  @Test
  void when_it_has_ended_nothing_keeps_the_process_alive() {
    try (Online online = Online.connected()) {
      online.adapter().close();
      online.discord.await("no thread of JDA's to be left", () -> lasting().isEmpty());
      assertThat(lasting()).isEmpty();
    }
  }

  private static List<String> lasting() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && !thread.isDaemon())
        .map(Thread::getName)
        .filter(
            name -> name.contains("JDA") || name.contains("discord") || name.contains("Session"))
        .toList();
  }
}
