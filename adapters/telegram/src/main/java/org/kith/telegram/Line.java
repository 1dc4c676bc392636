package org.kith.telegram;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The line on which the bot asks Telegram for things: everything but the polling, which has an HTTP
 * client of its own, so that a long poll and a burst of messages don't wait for each other.
 */
final class Line implements AutoCloseable {
  /** The port to a platform allows thirty seconds for a call. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(28);

  /** Whoever sent a photo waits for a word about it, and what comes after it waits too. */
  private static final Duration LONGEST_FETCH = Duration.ofSeconds(10);

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** More than Telegram lets a bot do at once. */
  private static final int MOST_AT_ONCE = 64;

  private final TelegramUrl url;
  private final String token;
  private final ExecutorService threads;
  private final OkHttpClient http;
  private final OkHttpTelegramClient client;
  private final SaidPrivately said = new SaidPrivately();

  Line(TelegramUrl url, String token) {
    this.url = url;
    this.token = token;
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

  /** What the bot has said in private chats. */
  SaidPrivately said() {
    return said;
  }

  /** Asks Telegram, and waits for what it says. */
  <T extends Serializable> T ask(BotApiMethod<T> method) throws NotDone {
    try {
      T answer = client.execute(method);
      if (answer instanceof Message message) {
        said.add(message);
      }
      return answer;
    } catch (TelegramApiException e) {
      throw new NotDone(Trouble.in(e));
    }
  }

  /** Uploads a file, and waits for what Telegram says. */
  Message ask(SendDocument upload) throws NotDone {
    try {
      Message sent = client.execute(upload);
      said.add(sent);
      return sent;
    } catch (TelegramApiException e) {
      throw new NotDone(Trouble.in(e));
    }
  }

  /** The same for a photo. */
  Message ask(SendPhoto upload) throws NotDone {
    try {
      Message sent = client.execute(upload);
      said.add(sent);
      return sent;
    } catch (TelegramApiException e) {
      throw new NotDone(Trouble.in(e));
    }
  }

  /**
   * Fetches a file that somebody sent.
   *
   * @param most so many bytes at most are read
   * @throws IOException if Telegram does not hand it out; its words name no address
   */
  byte[] fetch(String fileId, int most) throws IOException {
    String path;
    try {
      path = client.execute(new GetFile(fileId)).getFilePath();
    } catch (TelegramApiException e) {
      throw new IOException("Telegram does not hand out a file");
    }
    // The library's own way leads to api.telegram.org, wherever the Bot API really is.
    HttpUrl address =
        new HttpUrl.Builder()
            .scheme(url.getSchema())
            .host(url.getHost())
            .port(url.getPort())
            .addPathSegments("file/bot" + token + "/" + path)
            .build();
    Call call = http.newCall(new Request.Builder().url(address).build());
    call.timeout().timeout(LONGEST_FETCH.toMillis(), TimeUnit.MILLISECONDS);
    try (Response answer = call.execute()) {
      if (!answer.isSuccessful()) {
        throw new IOException("Telegram answers " + answer.code() + " for a file");
      }
      return answer.body().byteStream().readNBytes(most);
    }
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    threads.shutdown();
    http.connectionPool().evictAll();
  }
}
