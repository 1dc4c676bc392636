package org.kith.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.desk.Desk;
import org.kith.post.Messenger;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Kith on Telegram. Its messenger works from the beginning; what people do is heard from {@link
 * #start} to {@link #stop}.
 */
public final class TelegramAdapter {
  /** Telegram's own. */
  public static final URI TELEGRAM = URI.create("https://api.telegram.org");

  private static final Logger log = LoggerFactory.getLogger(TelegramAdapter.class);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final String token;
  private final TelegramUrl url;
  private final Pace pace;
  private final long bot;
  private final ExecutorService threads;
  private final Line line;
  private final Members members;
  private final Renderer renderer;
  private final Messenger messenger;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable Desk> desk = new AtomicReference<>();
  private final AtomicReference<@Nullable Polling> polling = new AtomicReference<>();

  /**
   * @param token as @BotFather gave it: the bot's id, a colon, a secret
   * @param api scheme, host and port of the Bot API; {@link #TELEGRAM} but for tests
   * @throws IllegalArgumentException if either can't be one; the token is never in the message
   */
  public TelegramAdapter(String token, URI api) {
    this(token, api, Pace.USUAL);
  }

  TelegramAdapter(String token, URI api, Pace pace) {
    if (!token.matches("[0-9]{1,18}:[A-Za-z0-9_-]{3,}")) {
      throw new IllegalArgumentException("a Telegram token is like 123456:AAE… from @BotFather");
    }
    this.token = token;
    this.url = Address.of(api);
    this.pace = pace;
    this.bot = Long.parseLong(token.substring(0, token.indexOf(':')));
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-", 0).factory());
    this.line = new Line(url, token);
    this.members = new Members(line, System::nanoTime);
    this.renderer = new Renderer(this::cardMessage);
    this.messenger = new TelegramMessenger(line, renderer, members, bot, threads);
  }

  /** The courier's way to Telegram. */
  public Messenger messenger() {
    return messenger;
  }

  /**
   * Begins to hear what people do. Returns at once; where Telegram is out of reach it keeps trying.
   *
   * @throws IllegalStateException if it was started before
   */
  public void start(Desk toWhom) {
    if (!desk.compareAndSet(null, toWhom)) {
      throw new IllegalStateException("the adapter is started once");
    }
    threads.execute(() -> begin(toWhom));
  }

  /** True while Telegram answers: what people do is heard within moments. */
  public boolean isAlive() {
    Polling now = polling.get();
    return now != null && now.alive();
  }

  /**
   * Ends within ten seconds: what was being decided is decided, nothing of the adapter stays alive,
   * and another process can poll at once.
   */
  public void stop() throws InterruptedException {
    ended.countDown();
    Polling now = polling.get();
    if (now != null) {
      now.end();
    }
    threads.shutdown();
    if (!threads.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
      log.warn("some answers could not be shown before the end");
    }
    line.close();
  }

  private void begin(Desk toWhom) {
    try {
      User me = introduced();
      if (me == null) {
        return;
      }
      Polling first =
          new Polling(url, token, pace, System::nanoTime, batch(toWhom, me.getUserName()));
      polling.set(first);
      if (ended.getCount() > 0) {
        first.start();
      }
      log.info("on Telegram as @{}", me.getUserName());
      offer(new Menu(line, toWhom, bot), new Introduction(line, toWhom, bot, Words.languages()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("Telegram could not be started: {}", Blame.of(e));
    }
  }

  private Batch batch(Desk toWhom, String botName) {
    Links links = new Links(botName);
    Whisper whisper = new Whisper(line, renderer);
    Answers answers =
        new Answers(
            toWhom,
            whisper,
            new PressAnswer(whisper, links),
            new TypedAnswer(whisper, renderer, members, links, bot),
            links,
            threads);
    Actors actors = new Actors(members, toWhom, threads);
    Intake intake = new Intake(botName, file -> most -> line.fetch(file, most));
    return new Batch(new Reception(intake, actors, toWhom, answers), threads);
  }

  /** Who the bot is; null if the adapter ended before Telegram said. */
  private @Nullable User introduced() throws InterruptedException {
    Patience patience = new Patience(pace.firstWait(), pace.longestWait());
    Duration wait = Duration.ZERO;
    while (!ended.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        return line.ask(new GetMe());
      } catch (NotDone e) {
        wait = patience.next();
        log.warn("Telegram does not say who the bot is ({}); trying again", e.trouble());
      }
    }
    return null;
  }

  private void offer(Menu menu, Introduction introduction) throws InterruptedException {
    Patience patience = new Patience(pace.firstWait(), pace.longestWait());
    Duration wait = Duration.ZERO;
    while (!ended.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        menu.register();
        introduction.register();
        return;
      } catch (NotDone e) {
        wait = patience.next();
        log.warn(
            "the menu of commands and the introduction could not be registered: {}", e.trouble());
      }
    }
  }

  private @Nullable String cardMessage(Place place, long requestId) {
    Desk now = desk.get();
    return now == null ? null : now.cardMessage(place, requestId);
  }
}
