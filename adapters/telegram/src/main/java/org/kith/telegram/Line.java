package org.kith.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The line on which the bot asks Telegram for things: everything but the polling, which has an HTTP
 * client of its own, so that a long poll and a burst of messages don't wait for each other.
 */
final class Line implements AutoCloseable {
  /** The port to a platform allows thirty seconds for a call. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(28);

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** More than Telegram lets a bot do at once. */
  private static final int MOST_AT_ONCE = 64;

  private final ExecutorService threads;
  private final OkHttpClient http;
  private final OkHttpTelegramClient client;

  Line(TelegramUrl url, String token) {
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("telegram-line-", 0).factory());
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(MOST_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
    this.http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(MOST_AT_ONCE, 1, TimeUnit.MINUTES))
            .connectTimeout(CONNECT)
            .readTimeout(LONGEST_CALL)
            .callTimeout(LONGEST_CALL)
            // Otherwise a message whose answer was lost would silently be sent a second time.
            .retryOnConnectionFailure(false)
            .build();
    this.client = new OkHttpTelegramClient(http, token, url);
  }

  /** Asks Telegram, and waits for what it says. */
  <T extends Serializable> T ask(BotApiMethod<T> method) throws NotDone {
    try {
      return client.execute(method);
    } catch (TelegramApiException e) {
      throw new NotDone(Trouble.in(e));
    }
  }

  /** Uploads a file, and waits for what Telegram says. */
  Message ask(SendDocument upload) throws NotDone {
    try {
      return client.execute(upload);
    } catch (TelegramApiException e) {
      throw new NotDone(Trouble.in(e));
    }
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    threads.shutdown();
    http.connectionPool().evictAll();
  }
}
