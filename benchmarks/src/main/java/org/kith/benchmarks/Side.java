package org.kith.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A stand-in for a platform with some groups of people in it, and one bot that connects to it. */
interface Side extends AutoCloseable {
  /** So many groups, that no single one is what is measured. */
  int GROUPS = 20;

  /** The platform's name. */
  String name();

  /** What Kith needs to connect to it. */
  Map<String, String> settings();

  /** The bare bot of this platform. */
  Bare bare();

  /**
   * Somebody does something.
   *
   * @param due when it was to be done, by {@link System#nanoTime}
   * @return what was done: where there is no card to press yet, somebody asks instead
   */
  Shot fire(Kind kind, long due);

  /** Whether a bot is there, so that what is done now reaches it. */
  boolean isConnected();

  @Override
  void close();

  /**
   * How a bare bot is started.
   *
   * @param main its class
   * @param arguments of its main method
   * @param libraries how the names of the jars that it needs begin, in the order of its class path
   */
  record Bare(Class<?> main, List<String> arguments, List<String> libraries) {
    /** Those of this process's own class path. */
    String classPath() {
      List<Path> all =
          Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
              .map(Path::of)
              .toList();
      return libraries.stream()
          .flatMap(wanted ->
              all.stream()
                  .filter(jar -> String.valueOf(jar.getFileName()).startsWith(wanted))
                  .map(Path::toString))
          .distinct()
          .collect(Collectors.joining(java.io.File.pathSeparator));
    }
  }
}
