package org.kith.launcher;

import org.kith.store.StoreTrouble;
import org.slf4j.LoggerFactory;

/** The program. */
public final class Main {
  private static final int MUST_BE_MENDED = 1;
  private static final int BROKEN = 70;

  private Main() {}

  /** Ends with 0; 1 where the host must mend something, 2 for a wrong command line. */
  public static void main(String[] arguments) {
    System.exit(arguments.length == 0 ? runs() : Commands.execute(arguments));
  }

  /** What the host can mend is one line; all else is a bug, and its trace is in the log. */
  static int told(Exception wrong) {
    if (wrong instanceof Refusal || wrong instanceof StoreTrouble) {
      System.err.println(SecretMask.mask(String.valueOf(wrong.getMessage())));
      return MUST_BE_MENDED;
    }
    LoggerFactory.getLogger(Main.class).error("This should not happen", wrong);
    return BROKEN;
  }

  /** The usual start takes no detour through the command line, whose library is slow to load. */
  private static int runs() {
    try {
      return Run.untilTheEnd();
    } catch (RuntimeException | InterruptedException e) {
      return told(e);
    }
  }
}
