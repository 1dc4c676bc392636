package org.kith.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * One session of the library, with a thread and an HTTP client that are its own and end with it.
 * The library's application class is passed by: after a first try that failed it holds the bot for
 * registered, and closing it leaves a thread and a poll alive.
 */
final class Poll {
  private static final Logger log = LoggerFactory.getLogger(Poll.class);

  private static final int TAKEN = 409;
  private static final int UNKNOWN_TOKEN = 401;
  private static final int NO_SUCH_BOT = 404;

  private final OkHttpClient http;
  private final ScheduledExecutorService thread;
  private final BotSession session;
  private final Patience patience;
  private volatile boolean ending;

  /**
   * @param asks makes the next request; called on the polling thread
   * @param taker must not throw
   */
  Poll(
      TelegramUrl url,
      String token,
      Pace pace,
      Patience patience,
      Supplier<OneByOne> asks,
      Consumer<List<Update>> taker) {
    this.patience = patience;
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(pace.read())
            .callTimeout(pace.call())
            .pingInterval(pace.poll().dividedBy(2))
            .addInterceptor(Poll::explain)
            .build();
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-poll").daemon().factory());
    LongPollingUpdateConsumer consumer = taker::accept;
    this.session =
        new BotSession(
            new ObjectMapper(),
            http,
            thread,
            token,
            () -> url,
            _ -> next(asks),
            Told::new,
            consumer);
  }

  /** Takes a webhook away, if there is one, and begins to poll. */
  void begin() throws TelegramApiException {
    session.start();
  }

  /** True if it began and has ended, by itself or not. */
  boolean over() {
    ScheduledFuture<?> polling = session.getRunningPolling();
    return polling == null || polling.isDone();
  }

  /** Ends it: breaks off a poll in flight, lets a batch that is being taken be taken. */
  void end(Duration longest) throws InterruptedException {
    ending = true;
    session.stop();
    http.dispatcher().cancelAll();
    thread.shutdownNow();
    if (!thread.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      log.warn("a batch of updates is still being taken");
    }
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** The library logs a bare number. */
  private static Response explain(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() == TAKEN) {
      log.warn("another process polls Telegram with the same token: stop one of the two");
    } else if (response.code() == UNKNOWN_TOKEN || response.code() == NO_SUCH_BOT) {
      log.warn("Telegram does not know the token; get it anew from @BotFather");
    }
    return response;
  }

  private GetUpdates next(Supplier<OneByOne> asks) {
    // The library drops every id up to the last it has seen, also when ids began anew.
    session.getLastReceivedUpdate().set(Integer.MIN_VALUE);
    return asks.get();
  }

  /** Says once a failure how long it waits. */
  private final class Told implements BackOff {
    @Override
    public void reset() {
      patience.reset();
    }

    @Override
    public long nextBackOffMillis() {
      if (ending) {
        return 1;
      }
      long millis = patience.nextBackOffMillis();
      log.warn("Telegram can't be polled; trying again in {} ms", millis);
      return millis;
    }
  }
}
