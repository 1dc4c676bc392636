package org.kith.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Keeps asking Telegram for updates, whatever happens. The library's session does the asking; this
 * one watches it, because a session ends silently, and begins a new one when it has ended or shows
 * no sign of life.
 *
 * <p>What is confirmed to Telegram is what has been taken, never what has only been received: the
 * offset is this class's own. It is sent only right after updates; an empty answer to it has
 * confirmed them. So ids that begin anew at a lower number, as they do after a quiet week, are
 * taken like any others.
 */
final class Polling {
  /** Telegram keeps a press for 150 seconds, everything else for a day. */
  static final Duration PRESSES_KEPT = Duration.ofSeconds(150);

  private static final Logger log = LoggerFactory.getLogger(Polling.class);
  private static final Duration LONGEST_END = Duration.ofSeconds(6);

  private final TelegramUrl url;
  private final String token;
  private final Pace pace;
  private final LongSupplier nanos;
  private final Consumer<List<Update>> taker;
  private final Patience patience;
  private final Patience stumble;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread keeper;

  private volatile @Nullable Poll poll;
  private volatile @Nullable Integer confirm;
  private volatile long lastSign;
  private volatile long lastAnswer;
  private volatile boolean everAnswered;

  /**
   * @param taker takes a batch, in order; returns when all of it is on disk. If it throws, the same
   *     batch comes again
   * @param nanos time as it passes, in nanoseconds from any beginning
   */
  Polling(
      TelegramUrl url, String token, Pace pace, LongSupplier nanos, Consumer<List<Update>> taker) {
    this.url = url;
    this.token = token;
    this.pace = pace;
    this.nanos = nanos;
    this.taker = taker;
    this.patience = new Patience(pace.firstWait(), pace.longestWait());
    this.stumble = new Patience(pace.firstWait(), pace.longestWait());
    this.lastSign = nanos.getAsLong();
    this.keeper = Thread.ofVirtual().name("telegram-keeper").unstarted(this::keep);
  }

  void start() {
    keeper.start();
  }

  /** True if Telegram has answered a poll, and not longer ago than a poll may take. */
  boolean alive() {
    return everAnswered && since(lastAnswer).compareTo(pace.call().plus(pace.longestWait())) < 0;
  }

  /** Ends within seconds: no thread, no socket and no poll is left. */
  void end() throws InterruptedException {
    ended.countDown();
    keeper.join(LONGEST_END);
    hangUp();
  }

  private void keep() {
    Patience redial = new Patience(pace.firstWait(), pace.longestWait());
    try {
      Duration wait = Duration.ZERO;
      while (!ended.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        if (fine()) {
          wait = pace.look();
        } else {
          hangUp();
          wait = dial() ? pace.look() : redial.next();
        }
        if (alive()) {
          redial.reset();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean fine() {
    Poll now = poll;
    if (now == null) {
      return false;
    }
    if (now.over()) {
      log.warn("polling Telegram had ended; it begins again");
      return false;
    }
    if (since(lastSign).compareTo(pace.stuck()) > 0) {
      log.warn("polling Telegram shows no sign of life; it begins again");
      return false;
    }
    return true;
  }

  private boolean dial() {
    Poll next = new Poll(url, token, pace, patience, this::ask, this::take);
    poll = next;
    sign();
    try {
      next.begin();
      return true;
    } catch (TelegramApiException | RuntimeException e) {
      log.warn("Telegram can't be polled yet ({}); trying again", e.getClass().getSimpleName());
      return false;
    }
  }

  private void hangUp() throws InterruptedException {
    Poll last = poll;
    poll = null;
    if (last != null) {
      last.end(LONGEST_END);
    }
  }

  private OneByOne ask() {
    sign();
    // The first answer comes at once: it shows that all is well, and what has waited.
    int seconds = everAnswered ? (int) pace.poll().toSeconds() : 0;
    return new OneByOne(confirm, seconds, this::answered);
  }

  private void answered(int updates) {
    sign();
    Duration silence = since(lastAnswer);
    if (everAnswered && silence.compareTo(pace.call().plus(PRESSES_KEPT)) > 0) {
      log.warn(
          "Telegram was out of reach for {} s: presses on buttons of that time are lost, "
              + "commands and reactions are not",
          silence.toSeconds());
    }
    lastAnswer = nanos.getAsLong();
    everAnswered = true;
    if (updates == 0) {
      confirm = null;
    }
  }

  // An exception that left this method would end the library's polling without a word.
  private void take(List<Update> updates) {
    try {
      if (!updates.isEmpty()) {
        taker.accept(updates);
        confirm = updates.getLast().getUpdateId() + 1;
        stumble.reset();
      }
    } catch (RuntimeException | Error e) {
      log.error("{} updates could not be taken; they come again: {}", updates.size(), Blame.of(e));
      pause(stumble.next());
    }
    sign();
  }

  private void pause(Duration wait) {
    try {
      if (ended.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("the polling ends while it waited");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sign() {
    lastSign = nanos.getAsLong();
  }

  private Duration since(long then) {
    return Duration.ofNanos(nanos.getAsLong() - then);
  }
}
