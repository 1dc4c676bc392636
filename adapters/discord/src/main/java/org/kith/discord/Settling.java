package org.kith.discord;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.desk.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done whenever a session begins anew. What was reacted while there was none is never told
 * by Discord, so the reactions on the cards of open requests are read, newest first, at a gentle
 * pace. A session that was resumed tells everything itself.
 */
final class Settling extends ListenerAdapter {
  private static final Logger log = LoggerFactory.getLogger(Settling.class);

  /** One card's reactors are read in pages of this many, as many as Discord gives. */
  private static final int MOST_REACTORS = 1_000;

  private final Desk desk;
  private final Lanes lanes;
  private final Sessions sessions;
  private final Duration pause;

  /** How often each shard's session has begun: a pass for an earlier one is given up. */
  private final Map<Integer, Integer> begun = new ConcurrentHashMap<>();

  /**
   * @param pause between two cards
   */
  Settling(Desk desk, Lanes lanes, Sessions sessions, Duration pause) {
    this.desk = desk;
    this.lanes = lanes;
    this.sessions = sessions;
    this.pause = pause;
  }

  @Override
  public void onReady(ReadyEvent event) {
    begin(event.getJDA());
  }

  @Override
  public void onSessionRecreate(SessionRecreateEvent event) {
    begin(event.getJDA());
  }

  @Override
  public void onSessionDisconnect(SessionDisconnectEvent event) {
    begun.merge(event.getJDA().getShardInfo().getShardId(), 1, Integer::sum);
  }

  /** One card, which was not known when the session began; behind what is being done with it. */
  void settleSoon(MessageRef card) {
    lanes.inLane(card.messageId(), () -> settle(card));
  }

  private void begin(JDA jda) {
    int shard = jda.getShardInfo().getShardId();
    int pass = begun.merge(shard, 1, Integer::sum);
    if (shard == 0) {
      lanes.inLane("menu", () -> register(jda));
    }
    lanes.inLane("settle " + shard, () -> settle(jda, shard, pass));
  }

  private void register(JDA jda) {
    try {
      Menu.register(jda, desk);
    } catch (CompletionException e) {
      log.warn("the commands could not be registered: {}", Faults.brief(e));
    }
  }

  private void settle(JDA jda, int shard, int pass) {
    List<MessageRef> cards =
        desk.openCards(Platform.DISCORD).stream()
            .filter(card -> jda.getGuildById(card.place().house()) != null)
            .toList();
    for (MessageRef card : cards) {
      if (!Integer.valueOf(pass).equals(begun.get(shard))) {
        return;
      }
      settleSoon(card);
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void settle(MessageRef card) {
    if (!(sessions.find(card.place())
        instanceof Sessions.Found.Room(GuildMessageChannel channel))) {
      return;
    }
    try {
      List<Actor> reactors =
          Calls.await(
                  channel
                      .retrieveReactionUsersById(card.messageId(), Handshake.EMOJI)
                      .takeAsync(MOST_REACTORS))
              .stream()
              .filter(user -> !user.isBot())
              .map(user -> actor(channel, user))
              .toList();
      desk.hear(null, Platform.DISCORD, new News.Reactors(card, reactors));
    } catch (RuntimeException e) {
      log.info("the reactions on a card could not be read: {}", Faults.brief(e));
    }
  }

  private static Actor actor(GuildMessageChannel channel, User user) {
    return Actors.in(channel, user.getId(), user.getEffectiveName(), null);
  }
}
