package org.kith.telegram;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an exception came from, for the log: its classes and places, never its words, which may
 * quote what somebody wrote.
 */
final class Blame {
  private static final int MOST_CAUSES = 5;
  private static final int MOST_PLACES = 4;

  private Blame() {}

  /** Classes from the outermost to the first cause, and the code's own lines on the way there. */
  static String of(Throwable e) {
    List<String> parts = new ArrayList<>();
    Throwable one = e;
    for (int i = 0; one != null && i < MOST_CAUSES; i++) {
      parts.add(one.getClass().getName() + places(one));
      one = one.getCause();
    }
    return String.join(" caused by ", parts);
  }

  private static List<String> places(Throwable e) {
    return List.of(e.getStackTrace()).stream()
        .filter(frame -> frame.getClassName().startsWith("org.kith."))
        .limit(MOST_PLACES)
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
        .toList();
  }
}
