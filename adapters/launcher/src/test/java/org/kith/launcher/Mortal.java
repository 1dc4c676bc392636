package org.kith.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kith.store.DatabaseAddress;

/** The real program, connected to both stand-ins: started, killed, started again. */
final class Mortal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long LOOK_NANOS = 10_000_000;

  private final Path folder;
  private final DiscordNeighbours discord;
  private final TelegramNeighbours telegram;
  private final Lives lives;
  private final String address;
  private final StringBuilder log = new StringBuilder();
  private @Nullable KithProcess process;

  Mortal(Path folder, DiscordNeighbours discord, TelegramNeighbours telegram, Lives lives) {
    this.folder = folder;
    this.discord = discord;
    this.telegram = telegram;
    this.lives = lives;
    this.address = "127.0.0.1:" + freePort();
  }

  /** Starts it, and waits for nothing. */
  void start() {
    lives.begin(Instant.now());
    log.append("life ").append(lives.count()).append(", ").append(Instant.now()).append('\n');
    try {
      process =
          KithProcess.start(
              folder,
              Map.of(
                  "KITH_DISCORD_TOKEN", discord.standIn().token(),
                  "KITH_DISCORD_API", discord.standIn().apiBase(),
                  "KITH_TELEGRAM_TOKEN", telegram.standIn().token(),
                  "KITH_TELEGRAM_API", "http://127.0.0.1:" + telegram.standIn().port(),
                  "KITH_HTTP", address,
                  "KITH_DATA", folder.resolve("data").toString(),
                  "KITH_ZONE", "UTC"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until commands can be taken. */
  void awaitReady() {
    await(() -> isHealthy() ? "" : "readiness");
  }

  void kill() {
    KithProcess dying = process();
    dying.kill();
    dying.ended();
    log.append("killed ").append(Instant.now()).append('\n').append(dying.complained());
  }

  /** Sends SIGTERM, and waits for a clean end. */
  void endsCleanly() {
    process().terminate();
    int status = process().ended();
    log.append("the last life\n").append(process().complained());
    if (status != 0 && status != 128 + 15) {
      throw new AssertionError("SIGTERM ended it with " + status);
    }
  }

  /** While it is away the moment of each weekly digest passes. */
  void makesTheDigestDue() {
    DatabaseAddress database = DatabaseAddress.in(folder.resolve("data"));
    try (var connection = DriverManager.getConnection(database.url(), database.user(), "");
        var update =
            connection.prepareStatement("update due set due_at = ? where what = 'DIGEST'")) {
      update.setObject(1, OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1));
      if (update.executeUpdate() != 2) {
        throw new AssertionError("each of the two circles has a digest");
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * While it is away an hour before a promise passes, in a zone where it is noon: nobody is
   * reminded at night.
   *
   * @param what the public line of the request
   */
  void makesAReminderDue(String what) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    int ahead = 12 - now.getHour();
    String noon = "Etc/GMT" + (ahead < 0 ? "+" + -ahead : "-" + ahead);
    DatabaseAddress database = DatabaseAddress.in(folder.resolve("data"));
    try (var connection = DriverManager.getConnection(database.url(), database.user(), "");
        var zone = connection.prepareStatement("update circle set zone = ?");
        var window =
            connection.prepareStatement(
                """
                update request set when_shape = 'MOMENT', when_from = ?, when_until = ?
                where what = ?
                """);
        var due =
            connection.prepareStatement(
                """
                insert into due (due_at, what, circle_id, ref_id)
                select cast(? as timestamp with time zone), 'HOUR_BEFORE', r.circle_id, c.id
                from claim c join request r on r.id = c.request_id
                where r.what = ? and c.state = 'PROMISED'
                """)) {
      zone.setString(1, noon);
      window.setObject(1, now.plusMinutes(50));
      window.setObject(2, now.plusMinutes(50));
      window.setString(3, what);
      due.setObject(1, now.minusSeconds(1));
      due.setString(2, what);
      if (zone.executeUpdate() != 2 || window.executeUpdate() != 1 || due.executeUpdate() != 1) {
        throw new AssertionError("there are two circles, and one promise of " + what);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Until all is decided that has come in, and then all said that was decided. */
  void awaitQuiet() {
    await(() -> telegram.standIn().pendingUpdates() == 0 ? "" : "Telegram's updates to be taken");
    await(() -> metrics().contains("\nkith_outbox_due_rows 0.0\n") ? "" : "the outbox to be empty");
  }

  /**
   * Waits.
   *
   * @param missing what is still missing, empty once nothing is
   */
  void await(Supplier<String> missing) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String now = missing.get();
    while (!now.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain for " + now);
      }
      LockSupport.parkNanos(LOOK_NANOS);
      now = missing.get();
    }
  }

  /** What all its lives have written to the log. */
  String log() {
    return log + "now\n" + (process == null ? "" : process.complained());
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }

  private boolean isHealthy() {
    try {
      return get("/health").statusCode() == 200;
    } catch (IOException e) {
      return false; // Not listening yet.
    }
  }

  private String metrics() {
    try {
      return get("/metrics").body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> get(String path) throws IOException {
    try {
      return KithProcess.get(URI.create("http://" + address + path));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private KithProcess process() {
    return Objects.requireNonNull(process, "not started");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
