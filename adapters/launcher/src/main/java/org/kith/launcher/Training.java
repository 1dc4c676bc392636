package org.kith.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kith.store.Sealer;
import picocli.CommandLine.Command;

/**
 * {@code ./kith train}: the run from which the JDK makes the AOT cache. It is the real program on a
 * data folder that is thrown away, doing a little of everything, so that its classes are in the
 * cache. Both platforms' clients run into a closed port of this machine: nothing is connected to.
 */
@Command(name = "train", hidden = true, description = "Makes the AOT cache; ./kith does it itself.")
final class Training implements Callable<Integer> {
  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kith-train");
    try {
      try (Kith room = Kith.start(settings(folder.resolve("room"), null))) {
        TrainingStory.play(URI.create(room.url()));
      }
      // The usual start finds what an earlier one left.
      try (Kith again = Kith.start(settings(folder.resolve("room"), null))) {
        TrainingStory.look(URI.create(again.url()));
      }
      Sealer sealer = Sealer.open(folder.resolve("key"), null);
      sealer.unseal(sealer.seal("details", "request:1"), "request:1");
      URI nowhere = URI.create("http://127.0.0.1:" + closedPort());
      try (Kith bot = Kith.start(settings(folder.resolve("bot"), nowhere))) {
        TrainingStory.look(URI.create(bot.url()));
      }
    } finally {
      delete(folder);
    }
    return 0;
  }

  /**
   * @param platforms where the platforms' clients are sent to; null to open the room instead
   */
  private static Settings settings(Path data, @Nullable URI platforms) {
    return new Settings(
        platforms == null ? null : new Secret("training.training.training"),
        platforms == null ? null : new Secret("1:training-training-training"),
        platforms == null ? Settings.DISCORD : platforms.resolve("/api/v10/"),
        platforms == null ? Settings.TELEGRAM : platforms,
        data,
        Settings.H2 + "file:" + data.resolve("kith").toAbsolutePath(),
        null,
        null,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        platforms == null,
        ZoneId.of("Europe/Berlin"),
        false,
        false);
  }

  /** A port that was free a moment ago: whoever calls it is refused. */
  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
