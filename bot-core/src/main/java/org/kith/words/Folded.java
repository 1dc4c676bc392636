package org.kith.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words as they are compared with what people type: without capitals, accents and the marks over
 * letters, because many people type without them; with one sort of apostrophe, and with one form of
 * the Arabic letters that are typed for one another.
 */
final class Folded {
  private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\u0640]");
  private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u00B4`]");

  private Folded() {}

  /** The text as it is compared. */
  static String of(String text, Locale locale) {
    String apart = Normalizer.normalize(text.toLowerCase(locale), Normalizer.Form.NFD);
    String bare = MARKS.matcher(apart).replaceAll("");
    String plain = APOSTROPHES.matcher(bare).replaceAll("'");
    return plain.replace('\u0649', '\u064A').replace('\u0629', '\u0647');
  }
}
