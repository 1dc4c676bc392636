package org.kith.discord;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.kith.desk.Desk;
import org.kith.post.Messenger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bot on Discord. It connects by itself, and again whenever the connection is lost; only a
 * refused token ends that, and says so in the log.
 */
public final class DiscordAdapter implements AutoCloseable {
  /** The base of Discord's own REST API. */
  public static final String DISCORD = "https://discord.com/api/v10/";

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Two cards a second leave most of Discord's limits to people who wait for an answer. */
  private static final Duration BETWEEN_CARDS = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(DiscordAdapter.class);

  private final String token;
  private final Rest rest;
  private final Lanes lanes = new Lanes();

  /** Virtual threads, never ended: an answer may still come back while the last session closes. */
  private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();

  private final Sessions sessions = new Sessions();
  private final DiscordMessenger messenger;
  private final Object[] listeners;
  private final Thread connecting;
  private volatile boolean stopped;

  private DiscordAdapter(Desk desk, String token, String apiBase, InstantSource clock) {
    this.token = token;
    this.rest = new Rest(apiBase, token, clock);
    Renderer renderer = new Renderer(desk::cardMessage);
    OwnDeletions ownDeletions = new OwnDeletions();
    Settling settling = new Settling(desk, lanes, sessions, BETWEEN_CARDS);
    this.messenger =
        new DiscordMessenger(
            sessions, renderer, new EarlierPosts(clock), ownDeletions, settling::settleSoon);
    Actors actors = new Actors(new Presence(desk, sessions, clock));
    Answering answering = new Answering(desk, lanes, actors, renderer, messenger);
    this.listeners =
        new Object[] {
          new Intake(desk, lanes, actors, answering),
          new NewsIntake(desk, lanes, ownDeletions),
          settling
        };
    this.connecting = Thread.ofPlatform().daemon().name("discord-connect").unstarted(this::connect);
  }

  /**
   * Begins to connect, and returns at once.
   *
   * @param token the bot's token; never logged
   * @param apiBase the base of the REST API, usually {@link #DISCORD}; the gateway's address is
   *     asked under it
   * @param clock what time it is for how long answers are kept
   */
  public static DiscordAdapter start(Desk desk, String token, String apiBase, InstantSource clock) {
    // Whatever somebody types, nobody is pinged by it.
    MessageRequest.setDefaultMentions(
        EnumSet.noneOf(net.dv8tion.jda.api.entities.Message.MentionType.class));
    MessageRequest.setDefaultMentionRepliedUser(false);
    DiscordAdapter adapter = new DiscordAdapter(desk, token, apiBase, clock);
    adapter.connecting.start();
    return adapter;
  }

  /** What the courier speaks to Discord with; usable at once, "try later" until connected. */
  public Messenger messenger() {
    return messenger;
  }

  /** True while the session is open and all servers are known: commands can be taken. */
  public boolean connected() {
    return sessions.connected();
  }

  /** Ends all sessions, within seconds; what has been taken is answered first. */
  @Override
  public void close() {
    stopped = true;
    connecting.interrupt();
    sessions.all().forEach(jda -> jda.removeEventListener(listeners));
    lanes.close();
    sessions.all().forEach(JDA::shutdown);
    for (JDA jda : sessions.all()) {
      try {
        if (!jda.awaitShutdown(Duration.ofSeconds(3))) {
          jda.shutdownNow();
        }
      } catch (InterruptedException e) {
        jda.shutdownNow();
        Thread.currentThread().interrupt();
      }
    }
    rest.close();
  }

  private void connect() {
    Duration pause = FIRST_PAUSE;
    while (!stopped) {
      try {
        open();
        return;
      } catch (GatewayAddress.TokenRefused | InvalidTokenException e) {
        log.error(
            "Discord refuses the token: take a new one from the developer portal, set"
                + " KITH_DISCORD_TOKEN to it and start again");
        return;
      } catch (RuntimeException e) {
        log.warn(
            "Discord can't be reached, next try in {} s: {}", pause.toSeconds(), e.getMessage());
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        return;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private void open() {
    GatewayAddress gateway = new GatewayAddress(rest);
    int shards = gateway.ask().getShardTotal();
    List<JDA> opened = new ArrayList<>();
    try {
      for (int shard = 0; shard < shards; shard++) {
        JDABuilder builder = builder(gateway);
        if (shards > 1) {
          builder.useSharding(shard, shards);
        }
        opened.add(builder.build());
      }
    } catch (RuntimeException e) {
      opened.forEach(JDA::shutdownNow);
      throw e;
    }
    sessions.are(opened);
    if (stopped) {
      opened.forEach(JDA::shutdownNow);
    }
  }

  /**
   * Reactions, and with the messages' intent that one was deleted: Discord tells it no other way.
   * What people write stays unread, its intent is not asked for.
   */
  private JDABuilder builder(GatewayAddress gateway) {
    return JDABuilder.createLight(
            token, GatewayIntent.GUILD_MESSAGE_REACTIONS, GatewayIntent.GUILD_MESSAGES)
        .setRestConfig(new RestConfig().setBaseUrl(rest.base()))
        .setSessionController(gateway)
        .setHttpClient(rest.http())
        .setEnableShutdownHook(false)
        .setContextEnabled(false)
        .setMaxReconnectDelay((int) LONGEST_PAUSE.toSeconds())
        .setCallbackPool(callbacks, false)
        .setRateLimitElastic(Executors.newVirtualThreadPerTaskExecutor(), true)
        .setRateLimitScheduler(
            Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name("discord-limits").factory()),
            true)
        .addEventListeners(listeners);
  }
}
