package org.kith.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What looks like the number of a payment card: 13 to 19 digits, together or in groups, that pass
 * the check with which such numbers are made (Luhn's). A telephone number with its + is none.
 */
final class CardNumber {
  private static final Pattern TOGETHER =
      Pattern.compile("(?<![\\p{Nd}+])\\p{Nd}{13,19}(?!\\p{Nd})");

  private static final Pattern IN_GROUPS =
      Pattern.compile("(?<![\\p{Nd}+])\\p{Nd}{4}(?:[\\p{Zs}.-]\\p{Nd}{3,7}){2,4}(?!\\p{Nd})");

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  private CardNumber() {}

  /** True if there is one in this text, in whichever digits. */
  static boolean isIn(String text) {
    return found(TOGETHER.matcher(text)) || found(IN_GROUPS.matcher(text));
  }

  private static boolean found(Matcher matcher) {
    while (matcher.find()) {
      int[] digits =
          matcher
              .group()
              .codePoints()
              .filter(Character::isDigit)
              .map(Character::getNumericValue)
              .toArray();
      if (digits.length >= SHORTEST && digits.length <= LONGEST && passes(digits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean passes(int... digits) {
    int sum = 0;
    for (int i = 0; i < digits.length; i++) {
      boolean doubles = (digits.length - i) % 2 == 0;
      int value = doubles ? digits[i] * 2 : digits[i];
      sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
  }
}
