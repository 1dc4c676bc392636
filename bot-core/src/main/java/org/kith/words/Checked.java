package org.kith.words;

/** What became of something that a person typed: a clean value, or a refusal with its reason. */
public sealed interface Checked<T> {

  /** It can be used as it stands. */
  record Taken<T>(T value) implements Checked<T> {}

  /**
   * It can't be used.
   *
   * @param reason the key of the sentence that tells the person, with one argument {@code limit}
   * @param limit the number that was overstepped
   */
  record Refused<T>(String reason, int limit) implements Checked<T> {

    /** The sentence for the person. */
    public String say(Words words) {
      return words.say(reason, "limit", limit);
    }
  }
}
