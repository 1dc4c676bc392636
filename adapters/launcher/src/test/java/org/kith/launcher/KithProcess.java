package org.kith.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, as a host runs it. */
final class KithProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern ADDRESS = Pattern.compile("http://[0-9.]+:[0-9]+");

  private final Process process;
  private final Path out;
  private final Path err;

  private KithProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it in this folder, with nothing of the tests' own environment but these settings. */
  static KithProcess start(Path folder, Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.kith.launcher.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("KITH_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("KITH_HTTP", "127.0.0.1:0");
    // Here a few people do in a minute what others do in a month.
    builder.environment().put("KITH_SLOWING", "off");
    builder.environment().putAll(settings);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new KithProcess(builder.start(), out, err);
  }

  /** Waits until it has said that it is ready; its address. */
  URI ready() {
    await(() -> ADDRESS.matcher(said()).find() || !process.isAlive());
    Matcher address = ADDRESS.matcher(said());
    if (!address.find()) {
      throw new AssertionError("it did not start: " + said() + complained());
    }
    return URI.create(address.group());
  }

  /** Waits until it has said this. */
  void saysSoon(String line) {
    await(() -> said().contains(line) || !process.isAlive());
    if (!said().contains(line)) {
      throw new AssertionError("it did not say so: " + said() + complained());
    }
  }

  /** Waits for its end; how it ended. */
  int ended() {
    return endedWithin(PATIENCE);
  }

  /** Waits for its end, no longer than this; how it ended. */
  int endedWithin(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it did not end: " + said() + complained());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** Sends SIGKILL. */
  void kill() {
    process.destroyForcibly();
  }

  String said() {
    return read(out);
  }

  String complained() {
    return read(err);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    ended();
  }

  /** What a GET of this address answers. */
  static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain");
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
