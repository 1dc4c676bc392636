package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Whence;
import org.kith.post.Messenger.Posting;
import org.kith.post.Outcome;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.User;
import org.kith.words.Text;

/** Reactions, and what comes and goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsIntakeTest {
  private Online online;
  private User ana;
  private long rows = 600;
  private int channels;

  @BeforeAll
  void connect() {
    online = Online.connected();
    ana = online.maple.member("Ana");
    when(online.desk.knows(any())).thenReturn(true);
  }

  @AfterAll
  void close() {
    online.close();
  }

  @BeforeEach
  void forget() {
    online.deliveries.clear();
    online.news.clear();
  }

  private Channel channel() {
    Channel made = online.maple.channel("news-" + channels++);
    online.discord.await(
        "the channel to be known", () -> online.messenger().missing(online.place(made)).isEmpty());
    return made;
  }

  private Post card(Channel channel) {
    Posting posting = new Posting(rows++, false, true, 1, null, null);
    online.messenger().post(online.place(channel), Message.of(Text.of("Bread")), posting);
    online.discord.await("the first reaction", () -> !channel.lastMessage().reactions().isEmpty());
    return channel.lastMessage();
  }

  @Test
  void a_handshake_claims_and_taking_it_back_releases_in_this_order() {
    Channel channel = channel();
    Post card = card(channel);
    MessageRef ref = new MessageRef(online.place(channel), card.id());
    ana.reacts(card, "👍");
    ana.reacts(card, "🤝");
    ana.unreacts(card, "🤝");
    ana.reacts(card, "🤝");
    online.discord.await("three reactions", () -> online.deliveries.size() == 3);
    assertThat(online.deliveries)
        .extracting(delivery -> delivery.command())
        .containsExactly(
            new Command.Reacted(ref), new Command.Unreacted(ref), new Command.Reacted(ref));
    assertThat(online.deliveries)
        .allSatisfy(delivery -> {
          assertThat(delivery.actor().externalId()).isEqualTo(ana.id());
          assertThat(delivery.actor().name()).isEqualTo("Ana");
          assertThat(delivery.actor().whence()).isInstanceOf(Whence.InPlace.class);
          assertThat(delivery.answerable()).isFalse();
        });
  }

  @Test
  void the_bots_own_handshake_and_those_on_what_others_write_are_not_heard() {
    Channel channel = channel();
    Post chat = ana.says(channel, "Good morning");
    ana.reacts(chat, "🤝");
    Post card = card(channel);
    ana.reacts(card, "🤝");
    online.discord.await("a reaction", () -> !online.deliveries.isEmpty());
    assertThat(online.deliveries)
        .extracting(delivery -> delivery.command())
        .containsExactly(new Command.Reacted(new MessageRef(online.place(channel), card.id())));
  }

  @Test
  void a_card_that_somebody_deletes_is_told_but_not_one_that_the_bot_takes_away() {
    Channel channel = channel();
    MessageRef own = new MessageRef(online.place(channel), card(channel).id());
    assertThat(online.messenger().delete(own)).isInstanceOf(Outcome.Sent.class);
    Post card = card(channel);
    channel.deletes(card);
    online.awaitNews(News.MessageDeleted.class);
    assertThat(online.news)
        .containsExactly(new News.MessageDeleted(new MessageRef(online.place(channel), card.id())));
  }

  @Test
  void a_channel_that_goes_or_is_closed_to_the_bot_is_told() {
    Channel gone = channel();
    gone.delete();
    assertThat(online.awaitNews(News.Removed.class))
        .isEqualTo(new News.Removed(online.place(gone)));
    online.news.clear();
    Channel closed = channel();
    closed.hidesFromBot();
    assertThat(online.awaitNews(News.Removed.class))
        .isEqualTo(new News.Removed(online.place(closed)));
  }

  @Test
  void being_removed_and_added_again_is_told_with_where_to_greet() {
    var elm = online.discord.server("Elm Street");
    Channel hall = elm.channel("hall");
    online.discord.await(
        "the server to be known",
        () ->
            online.messenger().missing(new Place(Platform.DISCORD, elm.id(), hall.id())).isEmpty());
    online.deliveries.clear();
    elm.removesBot();
    assertThat(online.awaitNews(News.Removed.class))
        .isEqualTo(new News.Removed(new Place(Platform.DISCORD, elm.id(), "")));
    elm.addsBot();
    assertThat(online.awaitNews(News.Added.class).place())
        .isEqualTo(new Place(Platform.DISCORD, elm.id(), hall.id()));
  }
}
