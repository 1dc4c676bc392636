package org.kith.discord;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops asking when Discord keeps saying no. Discord bans an address for an hour after ten thousand
 * bad requests (401, 403, 429) in ten minutes; this holds everything back long before, and at once
 * where the token itself is refused. Answers to interactions go through: they carry a token of
 * their own.
 */
final class Restraint implements Interceptor {
  static final int MOST_BAD = 1_000;
  static final int MOST_UNAUTHORIZED = 5;
  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final int UNAUTHORIZED = 401;
  private static final Set<Integer> BAD = Set.of(UNAUTHORIZED, 403, 404, 429);
  private static final Logger log = LoggerFactory.getLogger(Restraint.class);

  private final InstantSource clock;
  private final Deque<Instant> bad = new ArrayDeque<>();
  private final Deque<Instant> unauthorized = new ArrayDeque<>();

  Restraint(InstantSource clock) {
    this.clock = clock;
  }

  /** Nothing was sent: too many requests have been refused of late. */
  static final class HeldBack extends IOException {
    private static final long serialVersionUID = 1L;

    HeldBack() {
      super("held back: Discord refused too many requests in the last ten minutes");
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    boolean answers = request.url().encodedPath().matches(".*/(interactions|webhooks)/.*");
    if (!answers && holdsBack()) {
      throw new HeldBack();
    }
    Response response = chain.proceed(request);
    if (!answers) {
      note(response.code());
    }
    return response;
  }

  private synchronized boolean holdsBack() {
    Instant since = clock.instant().minus(WINDOW);
    forget(bad, since);
    forget(unauthorized, since);
    return bad.size() >= MOST_BAD || unauthorized.size() >= MOST_UNAUTHORIZED;
  }

  private synchronized void note(int status) {
    if (status == UNAUTHORIZED) {
      unauthorized.add(clock.instant());
      if (unauthorized.size() == MOST_UNAUTHORIZED) {
        log.error("Discord refuses the token; asking again in ten minutes");
      }
    } else if (status < 400) {
      unauthorized.clear();
    }
    if (BAD.contains(status)) {
      bad.add(clock.instant());
      if (bad.size() == MOST_BAD) {
        log.error("Discord refused {} requests in ten minutes; holding back", MOST_BAD);
      }
    }
  }

  private static void forget(Deque<Instant> times, Instant before) {
    while (!times.isEmpty() && times.getFirst().isBefore(before)) {
      times.removeFirst();
    }
  }
}
