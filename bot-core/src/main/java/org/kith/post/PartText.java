package org.kith.post;

import java.util.stream.Stream;
import org.kith.care.Claim;
import org.kith.words.Words;

/** Sentences about a part of a request, which end with what it is, where its helper said so. */
public final class PartText {
  private PartText() {}

  /**
   * A sentence.
   *
   * @param claim of a part
   * @param pairs the other arguments of the sentence, each after its name
   */
  public static String of(Words words, String key, Claim claim, Object... pairs) {
    String part = String.valueOf(claim.part());
    Object[] ours = {"said", part.isEmpty() ? "no" : "yes", "part", part};
    return words.say(key, Stream.of(ours, pairs).flatMap(Stream::of).toArray());
  }
}
