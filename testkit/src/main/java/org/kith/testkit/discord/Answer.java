package org.kith.testkit.discord;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees after a command or a press.
 *
 * @param shown the message that answers, or that was changed; null if a form opened
 * @param opened the form that opened; null if a message answered
 */
public record Answer(@Nullable Post shown, @Nullable Form opened) {

  /** The message; fails if a form opened instead. */
  public Post post() {
    if (shown == null) {
      throw new AssertionError("a form opened, not a message: " + opened);
    }
    return shown;
  }

  /** The form; fails if a message came instead. */
  public Form form() {
    if (opened == null) {
      throw new AssertionError(
          "a message came, not a form: " + (shown == null ? "" : shown.text()));
    }
    return opened;
  }

  /** What can be read in the message. */
  public String text() {
    return post().text();
  }

  /** Whether nobody else sees it. */
  public boolean ephemeral() {
    return post().ephemeral();
  }

  /** What stands on the buttons. */
  public List<String> labels() {
    return post().labels();
  }
}
