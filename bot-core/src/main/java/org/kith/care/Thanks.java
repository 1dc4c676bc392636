package org.kith.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Thanks of an asker for one request. Nothing counts them, and of what was said only a few days are
 * kept.
 *
 * @param words what the asker typed, one line; null for a plain thank you
 * @param way how it was said; null while the asker is asked how
 */
public record Thanks(long requestId, @Nullable String words, @Nullable Way way, Instant since) {
  /** The most characters that thanks can have. */
  public static final int LONGEST = 300;

  /** Who hears it. */
  public enum Way {
    /** The helpers alone. */
    PRIVATE,
    /** One line in the circle's spaces; words of the asker's own once more in the digest. */
    PUBLIC,
    /** The helpers alone, and neither who nor for what. */
    ANONYMOUS
  }

  public Thanks {
    if (words != null && (words.isEmpty() || words.length() > LONGEST)) {
      throw new IllegalArgumentException("thanks have 1 to 300 characters: " + words.length());
    }
  }

  /** True once it was said. */
  public boolean isSaid() {
    return way != null;
  }
}
