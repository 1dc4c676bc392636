package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.command.Actor;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.Delivery;

/**
 * Nobody floods a circle: of more than ten requests or thirty presses a minute by one account the
 * rest is answered with a clear word and does nothing. Stewards are exempt. It is kept in memory
 * alone: a restart forgets it, and nothing is written for a press that does nothing.
 */
final class Slowing {
  private static final int REQUESTS = 10;
  private static final int PRESSES = 30;
  private static final Duration WITHIN = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, Deque<Instant>> requests = remembering();
  private final Map<String, Deque<Instant>> presses = remembering();

  /**
   * True if this is more than one account may do in a minute. A reaction never is: it can't be
   * answered, and whoever takes one back must be heard.
   */
  synchronized boolean isTooMuch(Delivery delivery, Instant now) {
    if (!delivery.answerable()) {
      return false;
    }
    Actor actor = delivery.actor();
    String account = actor.platform() + " " + actor.externalId();
    return switch (delivery.command()) {
      case Command.NeedHelp(Ask.Free(String text)) when text.isBlank() ->
          isMore(presses, account, PRESSES, now); // It opens the dialogue, and asks nobody yet.
      case Command.NeedHelp _, Command.Again _, Command.NextWeek _ ->
          isMore(requests, account, REQUESTS, now);
      default -> isMore(presses, account, PRESSES, now);
    };
  }

  /** What was too much counts no further: whoever waits a minute is free again. */
  private static boolean isMore(
      Map<String, Deque<Instant>> all, String account, int most, Instant now) {
    Deque<Instant> times = all.computeIfAbsent(account, none -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().plus(WITHIN).isAfter(now)) {
      times.removeFirst();
    }
    if (times.size() >= most) {
      return true;
    }
    times.addLast(now);
    return false;
  }

  /** Whoever has not come for longest is forgotten first. */
  private static Map<String, Deque<Instant>> remembering() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
        return size() > MOST_REMEMBERED;
      }
    };
  }
}
