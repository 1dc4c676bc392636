package org.kith.desk;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Circle;
import org.kith.store.Draft;

/**
 * A link in a request leads people who want to help to wherever somebody likes, so it is taken only
 * where the circle says so; a file is taken nowhere.
 */
record LinkOff(Turn turn, Circle circle) {
  /** An address with its scheme, {@code www.…}, or a name of a host and a path. */
  private static final Pattern LINK =
      Pattern.compile(
          "\\b[a-z][a-z0-9+.-]{1,20}://\\S|\\bwww\\.\\S|[\\p{L}\\d-]+\\.[a-z]{2,24}/\\S",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** True if one of these holds a link and the circle takes none. */
  boolean in(@Nullable String... texts) {
    return !circle.customs().links()
        && Stream.of(texts).anyMatch(text -> text != null && LINK.matcher(text).find());
  }

  /** The same of all that a draft says, private details too: they reach whoever helps. */
  boolean in(Draft draft) {
    String sealed = draft.sealed();
    String details =
        sealed == null || sealed.isEmpty()
            ? null
            : turn.sealer().unseal(sealed, Draft.sealedRow(draft.id()));
    return in(draft.what(), draft.near(), details);
  }

  String why() {
    return turn.say("links.refused");
  }
}
