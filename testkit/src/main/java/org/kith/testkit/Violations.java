package org.kith.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What went over the wire and should not have: a request that the platform would refuse, or an
 * event of a stand-in that the platform would not send. The test that caused one fails.
 */
public final class Violations {
  private final List<String> found = new CopyOnWriteArrayList<>();

  /**
   * Writes one down.
   *
   * @param where the request or event, such as {@code POST /channels/1/messages}
   * @param what what is wrong with it, in one line
   */
  public void add(String where, String what) {
    found.add(where + ": " + what);
  }

  /** All found so far, in order. */
  public List<String> all() {
    return List.copyOf(found);
  }

  /** Fails with all that was found, if anything was. */
  public void assertNone() {
    if (!found.isEmpty()) {
      throw new AssertionError(
          found.size() + " violations of the published protocol:\n" + String.join("\n", found));
    }
  }
}
