package org.kith.discord;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.desk.Desk;
import org.kith.post.Messenger;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.DiscordStandIn;
import org.kith.testkit.discord.Server;
import org.kith.words.Text;

/**
 * The adapter with the real JDA, connected to a Discord in the test; at the desk sits somebody who
 * writes down what comes and answers as told.
 */
final class Online implements AutoCloseable {
  final DiscordStandIn discord;
  final Desk desk = mock(Desk.class);
  final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  final List<News> news = new CopyOnWriteArrayList<>();
  final List<String> rows = new CopyOnWriteArrayList<>();
  final Map<String, String> remembered = new ConcurrentHashMap<>();
  final Server maple;
  final Channel help;
  private volatile Function<Delivery, Reply> answers = delivery -> said("Noted.");
  private @Nullable DiscordAdapter adapter;

  private Online(InstantSource clock) {
    discord = DiscordStandIn.start(clock);
    maple = discord.server("Maple Street");
    help = maple.channel("help");
    when(desk.handle(any())).thenAnswer(call -> handle(call.getArgument(0)));
    when(desk.recall(anyString())).thenAnswer(call -> remembered.get(call.<String>getArgument(0)));
    doAnswer(call -> remembered.put(call.getArgument(0), call.getArgument(1)))
        .when(desk)
        .remember(anyString(), anyString());
    doAnswer(call -> news.add(call.getArgument(2))).when(desk).hear(any(), any(), any());
    doAnswer(call -> rows.add("answered " + call.<Long>getArgument(0)))
        .when(desk)
        .answered(org.mockito.ArgumentMatchers.anyLong());
    doAnswer(call -> rows.add("unanswered " + call.<Long>getArgument(0)))
        .when(desk)
        .unanswered(org.mockito.ArgumentMatchers.anyLong());
  }

  /** Not connected yet. */
  static Online waiting(InstantSource clock) {
    return new Online(clock);
  }

  /** Connected, its commands registered. */
  static Online connected(InstantSource clock) {
    Online online = new Online(clock);
    online.connect();
    return online;
  }

  static Online connected() {
    return connected(InstantSource.system());
  }

  /** Begins to connect, and doesn't wait for it. */
  void startOnly() {
    adapter =
        DiscordAdapter.start(desk, discord.token(), discord.apiBase(), InstantSource.system());
  }

  void connect() {
    startOnly();
    discord.await("the adapter to be connected", adapter()::connected);
    discord.await("the commands to be registered", () -> !remembered.isEmpty());
  }

  DiscordAdapter adapter() {
    return Objects.requireNonNull(adapter, "not connected");
  }

  Messenger messenger() {
    return adapter().messenger();
  }

  Place place(Channel channel) {
    return new Place(Platform.DISCORD, maple.id(), channel.id());
  }

  /** What the desk answers from now on. */
  void answers(Function<Delivery, Reply> how) {
    answers = how;
  }

  /** Waits for the next delivery of this type after those seen so far. */
  <C extends Command> Delivery awaitDelivery(Class<C> type) {
    discord.await(
        "a delivery of " + type.getSimpleName(),
        () -> deliveries.stream().anyMatch(d -> type.isInstance(d.command())));
    return deliveries.stream().filter(d -> type.isInstance(d.command())).findFirst().orElseThrow();
  }

  <N extends News> N awaitNews(Class<N> type) {
    discord.await(
        "news of " + type.getSimpleName(), () -> news.stream().anyMatch(type::isInstance));
    return news.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  static Reply.Said said(String words, Button... buttons) {
    return new Reply.Said(
        Message.of(Text.of(words), buttons),
        "",
        Reply.Audience.ACTOR,
        OptionalLong.empty(),
        null,
        false);
  }

  static Reply.Said pending(String words, long row) {
    return new Reply.Said(
        Message.of(Text.of(words)), "", Reply.Audience.ACTOR, OptionalLong.of(row), null, false);
  }

  private Reply handle(Delivery delivery) {
    deliveries.add(delivery);
    return answers.apply(delivery);
  }

  /** Every test ends without a violation of the protocol. */
  @Override
  public void close() {
    if (adapter != null) {
      adapter.close();
    }
    discord.close();
    discord.violations().assertNone();
  }
}
