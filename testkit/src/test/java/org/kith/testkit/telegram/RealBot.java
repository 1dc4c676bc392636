package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** A bot made of the real TelegramBots clients, that keeps what it is told. */
final class RealBot implements AutoCloseable {
  private final TelegramStandIn telegram;
  private final OkHttpClient http =
      new OkHttpClient.Builder().readTimeout(20, TimeUnit.SECONDS).build();
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final TelegramBotsLongPollingApplication polling;
  private final OkHttpTelegramClient client;
  private final List<Update> updates = new CopyOnWriteArrayList<>();

  RealBot(TelegramStandIn telegram, String... allowedUpdates) throws TelegramApiException {
    this.telegram = telegram;
    TelegramUrl url =
        TelegramUrl.builder().schema("http").host(telegram.host()).port(telegram.port()).build();
    client = new OkHttpTelegramClient(http, telegram.token(), url);
    polling =
        new TelegramBotsLongPollingApplication(
            ObjectMapper::new, () -> http, () -> executor, RealBot::soon);
    Function<Integer, GetUpdates> asking =
        last ->
            GetUpdates.builder()
                .offset(last + 1)
                .limit(100)
                .timeout(10)
                .allowedUpdates(List.of(allowedUpdates))
                .build();
    polling.registerBot(telegram.token(), () -> url, asking, this.updates::addAll);
  }

  private static BackOff soon() {
    return new BackOff() {
      @Override
      public void reset() {}

      @Override
      public long nextBackOffMillis() {
        return 20;
      }
    };
  }

  List<Update> updates() {
    return new ArrayList<>(updates);
  }

  /** Waits for the next update that the function finds something in. */
  <T> T told(String what, Function<Update, @Nullable T> look) {
    return telegram.awaitFound(
        what,
        () ->
            updates.stream()
                .map(update -> Optional.<T>ofNullable(look.apply(update)))
                .flatMap(Optional::stream)
                .findFirst());
  }

  <T extends Serializable> T does(BotApiMethod<T> method) throws TelegramApiException {
    return client.execute(method);
  }

  OkHttpTelegramClient client() {
    return client;
  }

  /** The refusal that a call meets. */
  TelegramApiRequestException refused(BotApiMethod<?> method) {
    try {
      client.execute(method);
    } catch (TelegramApiRequestException refused) {
      return refused;
    } catch (TelegramApiException other) {
      throw new AssertionError("Not refused but failed: " + method, other);
    }
    throw new AssertionError("Not refused: " + method);
  }

  static SendMessage text(long chat, String text) {
    return SendMessage.builder().chatId(chat).text(text).build();
  }

  @Override
  public void close() {
    try {
      polling.close();
    } catch (Exception e) {
      throw new IllegalStateException("The client could not be closed", e);
    }
    executor.shutdownNow();
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdownNow();
    http.connectionPool().evictAll();
  }
}
