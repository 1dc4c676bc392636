package org.kith.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Compares this machine's clock with a platform's, which every answer carries. */
final class ClockCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Answers say the time in whole seconds and travel a moment; digests and holds go by minutes. */
  private static final Duration TOLERATED = Duration.ofSeconds(10);

  private ClockCheck() {}

  static Finding look(URI platform, InstantSource clock) {
    Optional<Instant> theirs = date(platform);
    if (theirs.isEmpty()) {
      return Finding.advice(
          "The clock could not be compared: " + platform.getHost() + " says no time.");
    }
    Duration ahead = Duration.between(theirs.get(), clock.instant());
    return ahead.abs().compareTo(TOLERATED) > 0
        ? Finding.broken(
            "This machine's clock is %d seconds %s: let it be set by NTP (timedatectl set-ntp true)."
                .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead"))
        : Finding.fine("The clock is right.");
  }

  private static Optional<Instant> date(URI platform) {
    HttpRequest request =
        HttpRequest.newBuilder(platform.resolve("/")).timeout(PATIENCE).GET().build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return client
          .send(request, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("Date")
          .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
