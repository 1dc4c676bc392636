package org.kith.command;

import org.jspecify.annotations.Nullable;

/** What was typed after {@code /needhelp}, not yet understood. */
public sealed interface Ask {
  /** Free text, parts separated by commas; empty starts the dialogue of buttons. */
  record Free(String text) implements Ask {}

  /**
   * Option by option, from a slash command or a form.
   *
   * @param helpers null if not said
   * @param details private; sealed before it is stored
   * @param anonymous true if nobody is to be told who asks
   * @param whom for whom it is: a name, or a mention; null if for whoever asks
   * @param form true if it came from a form, which always ends in a preview
   */
  record Options(
      String what,
      @Nullable String kind,
      @Nullable String when,
      @Nullable String where,
      @Nullable Integer helpers,
      @Nullable String details,
      boolean anonymous,
      @Nullable String whom,
      boolean form)
      implements Ask {
    /** The same with a name, for whoever asks. */
    public Options(
        String what,
        @Nullable String kind,
        @Nullable String when,
        @Nullable String where,
        @Nullable Integer helpers,
        @Nullable String details,
        boolean form) {
      this(what, kind, when, where, helpers, details, false, null, form);
    }

    @Override
    public String toString() {
      return "Options[" + what.length() + " characters]"; // Details never reach a log line.
    }
  }
}
