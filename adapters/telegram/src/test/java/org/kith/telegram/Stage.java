package org.kith.telegram;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.desk.Desk;
import org.kith.testkit.telegram.Limits;
import org.kith.testkit.telegram.TelegramStandIn;

/** The adapter between a Telegram that stands in and a Desk that says what a test wants. */
final class Stage implements AutoCloseable {
  static final Pace PACE =
      new Pace(
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(4),
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMillis(20),
          Duration.ofSeconds(10));

  final TelegramStandIn telegram = TelegramStandIn.start(InstantSource.system());
  final Desk desk = mock();
  final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  final Map<String, String> remembered = new ConcurrentHashMap<>();
  final TelegramAdapter adapter;
  volatile Function<Delivery, Reply> decides = _ -> new Reply.Silent();

  Stage() {
    telegram.limits(Limits.off());
    adapter = new TelegramAdapter(telegram.token(), address(telegram), PACE);
    when(desk.handle(any()))
        .thenAnswer(call -> {
          Delivery delivery = call.getArgument(0);
          deliveries.add(delivery);
          return decides.apply(delivery);
        });
    when(desk.recall(anyString())).thenAnswer(call -> remembered.get(call.<String>getArgument(0)));
    doAnswer(call -> remembered.put(call.getArgument(0), call.getArgument(1)))
        .when(desk)
        .remember(anyString(), anyString());
  }

  static URI address(TelegramStandIn telegram) {
    return URI.create("http://" + telegram.host() + ":" + telegram.port());
  }

  /** Starts the adapter and waits until Telegram knows what it wants to be told, and its menu. */
  Stage started() {
    adapter.start(desk);
    telegram.await("the adapter to be alive", adapter::isAlive);
    telegram.await("the menu", () -> !remembered.isEmpty());
    return this;
  }

  /** Waits for the next command that the core was given, of this kind. */
  <C extends Command> Delivery told(Class<C> kind) {
    return telegram.awaitFound(
        kind.getSimpleName(),
        () -> deliveries.stream().filter(one -> kind.isInstance(one.command())).findFirst());
  }

  /** Waits until the core has been told that the bot was added to a group. */
  void heardOfBeingAdded() {
    verify(desk, timeout(10_000)).hear(any(), any(), any(News.Added.class));
  }

  @Override
  public void close() {
    try {
      adapter.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    telegram.close();
    telegram.violations().assertNone();
  }
}
