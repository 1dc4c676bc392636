package org.kith.discord;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Discord's REST API for the few questions that come before a session, and the HTTP client that the
 * sessions share with it.
 */
final class Rest implements AutoCloseable {
  private final OkHttpClient http;
  private final String base;
  private final String token;

  /**
   * @param base the address under which all routes are, such as Discord's {@code …/api/v10/}
   */
  Rest(String base, String token, InstantSource clock) {
    this.base = base.endsWith("/") ? base : base + "/";
    this.token = token;
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequestsPerHost(25);
    this.http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(5, 10, TimeUnit.SECONDS))
            .addInterceptor(new Restraint(clock))
            .build();
  }

  /** An answer: its status, and its object; empty if it had none. */
  record Answer(int status, DataObject body) {
    boolean isOk() {
      return status >= 200 && status < 300;
    }
  }

  /** The address under which all routes are, with the slash at its end. */
  String base() {
    return base;
  }

  OkHttpClient http() {
    return http;
  }

  /** Asks for one object, such as {@code gateway/bot}. */
  Answer get(String path) throws IOException {
    Request request =
        new Request.Builder()
            .url(base + path)
            .header("Authorization", "Bot " + token)
            .header("User-Agent", RestConfig.USER_AGENT)
            .build();
    try (Response response = http.newCall(request).execute()) {
      String text = response.body().string();
      boolean isObject = text.stripLeading().startsWith("{");
      return new Answer(response.code(), isObject ? DataObject.fromJson(text) : DataObject.empty());
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
