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
    changes("update due set due_at = ? where what = 'DIGEST'", 2, aMomentAgo());
  }

  /** It is noon in every circle: nobody is asked or reminded at night. */
  void isAtNoon() {
    int ahead = 12 - OffsetDateTime.now(ZoneOffset.UTC).getHour();
    changes("update circle set zone = ?", 2, "Etc/GMT" + (ahead < 0 ? "+" + -ahead : "-" + ahead));
  }

  /** While it is away the moment passes at which the one request that waits goes out. */
  void makesAPostingDue() {
    changes("update due set due_at = ? where what = 'POST'", 1, aMomentAgo());
  }

  /**
   * While it is away an hour before a promise passes.
   *
   * @param what the public line of the request
   */
  void makesAReminderDue(String what) {
    OffsetDateTime soon = OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(50);
    changes(
        """
        update request set when_shape = 'MOMENT', when_from = ?, when_until = ? where what = ?
        """,
        1,
        soon,
        soon,
        what);
    changes(
        """
        insert into due (due_at, what, circle_id, ref_id)
        select cast(? as timestamp with time zone), 'HOUR_BEFORE', r.circle_id, c.id
        from claim c join request r on r.id = c.request_id
        where r.what = ? and c.state = 'PROMISED'
        """,
        1,
        aMomentAgo(),
        what);
  }

  /** While it is away the next ring of a request falls due, or the question what became of it. */
  void makesDue(String step, String what) {
    changes(
        """
        update due set due_at = ?
        where what = ? and ref_id = (select id from request where what = ?)
        """,
        1,
        aMomentAgo(),
        step,
        what);
  }

  private static OffsetDateTime aMomentAgo() {
    return OffsetDateTime.now(ZoneOffset.UTC).minusSeconds(1);
  }

  private void changes(String sql, int rows, Object... values) {
    DatabaseAddress database = DatabaseAddress.in(folder.resolve("data"));
    try (var connection = DriverManager.getConnection(database.url(), database.user(), "");
        var change = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      int changed = change.executeUpdate();
      if (changed != rows) {
        throw new AssertionError(changed + " rows instead of " + rows + ": " + sql);
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
