package org.kith.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** {@code ./kith} without a command: runs until it is told to end. */
final class Run {
  /** Less than the ten seconds after which a service is killed. */
  private static final Duration LONGEST_END = Duration.ofSeconds(9);

  /** How often to look whether the platforms have answered, for the greeting. */
  private static final Duration LOOK = Duration.ofMillis(50);

  private Run() {}

  static int untilTheEnd() throws InterruptedException {
    Settings settings = SettingsReader.ofThisProcess();
    Kith kith = Kith.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(kith), "end"));
    greet(kith, settings);
    // Until SIGTERM or Ctrl-C: then the hook above ends it.
    new CountDownLatch(1).await();
    return 0;
  }

  private static void greet(Kith kith, Settings settings) throws InterruptedException {
    if (settings.browser()) {
      System.out.println("Kith is ready. Open " + kith.url() + " in your browser.");
    }
    if (settings.hasToken()) {
      System.out.println("Kith connects to " + kith.platforms() + ".");
      while (!kith.complaints().isEmpty()) {
        Thread.sleep(LOOK);
      }
      System.out.println("Kith is ready on " + kith.platforms() + ".");
    }
  }

  /** Ends cleanly; what hangs longer than is bearable is left: all that matters is on disk. */
  private static void end(Kith kith) {
    Thread ending = Thread.ofPlatform().daemon().name("ending").start(kith::close);
    try {
      if (!ending.join(LONGEST_END)) {
        LoggerFactory.getLogger(Run.class).warn("The end took too long; what is left is dropped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
