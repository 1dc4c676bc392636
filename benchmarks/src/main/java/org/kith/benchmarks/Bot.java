package org.kith.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A bot as a process of its own: Kith, or the bare one. */
final class Bot implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** How often somebody looks at the board until the first answer comes. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Process process;
  private final long started;

  private Bot(ProcessBuilder builder, File log) {
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    try {
      started = System.nanoTime();
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kith, as {@code ./kith} starts it. */
  static Bot kith(Path program, Side side, Path data, File log) {
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KITH_"));
    environment.putAll(side.settings());
    environment.put("KITH_DATA", data.toString());
    environment.put("KITH_HTTP", "127.0.0.1:" + freePort());
    environment.put("KITH_ZONE", "UTC");
    environment.put("KITH_SLOWING", "off");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    return new Bot(builder, log);
  }

  /** The bare bot, as anybody would start a class: no option but the class path. */
  static Bot bare(Side side, File log) {
    Side.Bare bare = side.bare();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", bare.classPath(), bare.main().getName()));
    command.addAll(bare.arguments());
    return new Bot(new ProcessBuilder(command), log);
  }

  /** Waits until it has answered its first command; milliseconds from its start to that answer. */
  double ready(Side side) {
    List<Shot> looks = new ArrayList<>();
    while (true) {
      for (Shot look : looks) {
        if (look.isAnswered()) {
          return look.toAnswer() + (look.due - started) / 1e6;
        }
      }
      if (!process.isAlive() || System.nanoTime() - started > PATIENCE_NANOS) {
        throw new IllegalStateException("the bot does not get ready: see its log");
      }
      if (side.isConnected()) {
        looks.add(side.fire(Kind.BOARD, System.nanoTime()));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** What it keeps in memory, in megabytes. */
  double residentMegabytes() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      return Files.exists(status) ? fromProc(Files.readString(status)) : fromPs();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double fromProc(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private double fromPs() throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process.pid()).start();
    return Double.parseDouble(
            new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
        / 1024;
  }

  /** Kills it: what a clean end costs is not measured. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the bot could not be killed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
