package org.kith.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that the figures were taken on, in one line. */
final class Machine {
  private Machine() {}

  static String described() {
    long bytes =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    return "%s, %d cores, %d GB of memory, %s %s (%s), %s %s"
        .formatted(
            processor(),
            Runtime.getRuntime().availableProcessors(),
            Math.round(bytes / 1e9),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            System.getProperty("java.vendor.version", "JDK"),
            Runtime.version());
  }

  private static String processor() {
    Path info = Path.of("/proc/cpuinfo");
    try {
      return Files.exists(info)
          ? Files.readAllLines(info).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElse("a processor without a name")
          : "a processor";
    } catch (IOException e) {
      return "a processor";
    }
  }
}
