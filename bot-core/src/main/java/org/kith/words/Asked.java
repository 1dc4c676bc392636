package org.kith.words;

import org.jspecify.annotations.Nullable;

/**
 * What a request says, read from free text.
 *
 * @param what what is needed, one clean line, word for word as typed; 1 to {@link
 *     AskReader#WHAT_LIMIT} characters
 * @param when {@link Reading.Understood} ("any time" if the text says nothing), or {@link
 *     Reading.Past}; never unclear: what is not understood belongs to {@code what}
 * @param near where, without the "near" before it; at most {@link AskReader#NEAR_LIMIT} characters
 * @param helpers how many people are looked for, 1 to {@link AskReader#MOST_HELPERS}
 * @param anonymous true if the text says that nobody is to be told who asks
 */
public record Asked(
    String what, Reading when, @Nullable String near, int helpers, boolean anonymous) {

  /** Nothing that is not as described can be built. */
  public Asked {
    if (what.isBlank() || what.length() > AskReader.WHAT_LIMIT) {
      throw new IllegalArgumentException("what has " + what.length() + " characters");
    }
    if (when instanceof Reading.Unclear) {
      throw new IllegalArgumentException("what is unclear belongs to what");
    }
    if (near != null && (near.isBlank() || near.length() > AskReader.NEAR_LIMIT)) {
      throw new IllegalArgumentException("near has " + near.length() + " characters");
    }
    if (helpers < 1 || helpers > AskReader.MOST_HELPERS) {
      throw new IllegalArgumentException(helpers + " helpers");
    }
  }
}
