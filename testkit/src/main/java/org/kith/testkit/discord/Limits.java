package org.kith.testkit.discord;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How much a bot may ask of Discord, told in headers and enforced by 429. It runs on real time,
 * whatever clock the stand-in has: clients wait in real time.
 */
public final class Limits {
  private record Rule(int requests, Duration per) {}

  /** What a request is told: whether it may pass, and the headers that go with the answer. */
  record Verdict(boolean allowed, boolean global, double retryAfter, Map<String, String> headers) {}

  private static final Rule USUAL = new Rule(50, Duration.ofSeconds(1));
  private static final Rule MESSAGES = new Rule(5, Duration.ofSeconds(5));
  private static final Rule REACTIONS = new Rule(1, Duration.ofMillis(250));
  private static final Rule DELETIONS = new Rule(5, Duration.ofSeconds(1));
  private static final Rule FOLLOW_UPS = new Rule(5, Duration.ofSeconds(2));

  private final Map<String, Bucket> buckets = new HashMap<>();
  private final Map<String, Rule> channels = new HashMap<>();
  private final AtomicLong refused = new AtomicLong();
  private Rule globalRule = USUAL;
  private Bucket global = new Bucket(USUAL);
  private boolean on = true;

  /** One allowance in a window that begins with its first request. */
  private static final class Bucket {
    private final Rule rule;
    private long resets = System.nanoTime();
    private int left;

    private Bucket(Rule rule) {
      this.rule = rule;
    }

    private boolean take() {
      long now = System.nanoTime();
      if (now - resets >= 0) {
        resets = now + rule.per().toNanos();
        left = rule.requests();
      }
      left--;
      return left >= 0;
    }

    private double secondsLeft() {
      return Math.max(0, resets - System.nanoTime()) / 1e9;
    }
  }

  /** No limits at all from now on, and no headers: for benchmarks. */
  public synchronized void off() {
    on = false;
  }

  /** So many messages may be sent and so many edited in this channel in that time. */
  public synchronized void channel(Channel channel, int messages, Duration per) {
    channels.put(channel.id(), new Rule(messages, per));
    buckets.clear();
  }

  /** So many requests a second in all; interactions don't count. Discord's own limit is 50. */
  public synchronized void global(int requestsPerSecond) {
    globalRule = new Rule(requestsPerSecond, Duration.ofSeconds(1));
    global = new Bucket(globalRule);
  }

  /** How many requests were answered with 429 so far. */
  public long refused() {
    return refused.get();
  }

  synchronized @Nullable Verdict judge(Route route, Map<String, String> params) {
    if (!on || route.template().startsWith("/interactions/")) {
      return null;
    }
    if (!route.isInteraction() && !global.take()) {
      refused.incrementAndGet();
      double wait = global.secondsLeft();
      return new Verdict(
          false, true, wait, Map.of("X-RateLimit-Global", "true", "X-RateLimit-Scope", "global"));
    }
    String major =
        params.getOrDefault(
            "channel_id",
            params.getOrDefault("guild_id", params.getOrDefault("webhook_token", "")));
    Bucket bucket =
        buckets.computeIfAbsent(family(route) + ":" + major, k -> new Bucket(rule(route, major)));
    boolean allowed = bucket.take();
    if (!allowed) {
      refused.incrementAndGet();
    }
    return new Verdict(allowed, false, bucket.secondsLeft(), headers(route, bucket, allowed));
  }

  private static Map<String, String> headers(Route route, Bucket bucket, boolean allowed) {
    double left = bucket.secondsLeft();
    Map<String, String> headers = new HashMap<>();
    headers.put("X-RateLimit-Limit", Integer.toString(bucket.rule.requests()));
    headers.put("X-RateLimit-Remaining", Integer.toString(Math.max(0, bucket.left)));
    headers.put(
        "X-RateLimit-Reset",
        String.format(Locale.ROOT, "%.3f", System.currentTimeMillis() / 1000.0 + left));
    headers.put("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", left));
    headers.put("X-RateLimit-Bucket", Integer.toHexString(family(route).hashCode()));
    if (!allowed) {
      headers.put("X-RateLimit-Scope", "user");
    }
    return headers;
  }

  /** Routes that share an allowance. */
  private static String family(Route route) {
    return route.template().contains("/reactions")
        ? "reactions " + route.method().equals("GET")
        : route.toString();
  }

  private Rule rule(Route route, String major) {
    String template = route.template();
    boolean writes = !route.method().equals("GET");
    if (template.startsWith("/webhooks/")) {
      return FOLLOW_UPS;
    }
    if (template.contains("/reactions")) {
      return writes ? REACTIONS : DELETIONS;
    }
    if (template.contains("/messages")) {
      if (route.method().equals("DELETE") || !writes) {
        return DELETIONS;
      }
      return channels.getOrDefault(major, MESSAGES);
    }
    return USUAL;
  }
}
