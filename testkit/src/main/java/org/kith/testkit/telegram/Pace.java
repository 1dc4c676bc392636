package org.kith.testkit.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Holds the bot to {@link Limits}, by the stand-in's clock. */
final class Pace {
  private static final long EVERYWHERE = 0;

  private final Map<Long, Deque<Instant>> taken = new HashMap<>();
  private final Map<Long, Deque<Instant>> inBurst = new HashMap<>();
  private Limits limits = Limits.usual();

  void limits(Limits hold) {
    limits = hold;
    taken.clear();
    inBurst.clear();
  }

  /**
   * Counts one message or edit.
   *
   * @throws Refusal 429 with the seconds to wait, and then nothing is counted
   */
  void take(Chat chat, Instant now) {
    if (limits.areOff()) {
      return;
    }
    boolean group = chat instanceof TelegramGroup;
    Deque<Instant> burst = recent(inBurst, chat.chatId(), now, Duration.ofSeconds(limits.burst()));
    Deque<Instant> minute = recent(taken, chat.chatId(), now, Duration.ofMinutes(1));
    Deque<Instant> all = recent(taken, EVERYWHERE, now, Duration.ofSeconds(1));
    // So many within as many seconds is one a second, with that many at once.
    refuseFrom(burst, limits.burst(), Duration.ofSeconds(limits.burst()), now);
    if (group) {
      refuseFrom(minute, limits.inGroupPerMinute(), Duration.ofMinutes(1), now);
    }
    refuseFrom(all, limits.inAllPerSecond(), Duration.ofSeconds(1), now);
    burst.addLast(now);
    minute.addLast(now);
    all.addLast(now);
  }

  private static Deque<Instant> recent(
      Map<Long, Deque<Instant>> from, long key, Instant now, Duration window) {
    Deque<Instant> times = from.computeIfAbsent(key, _ -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().plus(window).isAfter(now)) {
      times.removeFirst();
    }
    return times;
  }

  private static void refuseFrom(Deque<Instant> times, int most, Duration window, Instant now) {
    if (times.size() >= most) {
      Duration wait = Duration.between(now, times.getFirst().plus(window));
      throw Refusal.tooMany(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
  }
}
