package org.kith.launcher;

/**
 * The program can't go on, and the host can mend it. The message is one line: what was found,
 * where, and what to do about it. It is printed as it is, without a stack trace, so it never holds
 * a secret.
 */
final class Refusal extends RuntimeException {
  Refusal(String line) {
    super(oneLine(line));
  }

  Refusal(String line, Throwable cause) {
    super(oneLine(line), cause);
  }

  /** The line that is printed. */
  String line() {
    return String.valueOf(getMessage());
  }

  private static String oneLine(String line) {
    return line.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
  }
}
