package org.kith.words;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Seeded texts of the kinds that people, and those who try things out, type. */
final class Garbage {
  private static final List<String> PIECES =
      List.of(
          "Sat",
          "saturday",
          "tomorrow",
          "today",
          "yesterday",
          "next",
          "this",
          "weekend",
          "in",
          "2",
          "10",
          "10-12",
          "18:00",
          "6pm",
          "am",
          "pm",
          "by",
          "from",
          "to",
          "until",
          "between",
          "and",
          "24",
          "24.1.",
          "1/2",
          "24/1",
          "2027-01-24",
          "2027",
          "Jan",
          "january",
          "24th",
          "morning",
          "night",
          "tonight",
          "noon",
          "midnight",
          "half past",
          "six",
          "a",
          "an",
          "hour",
          "days",
          "weeks",
          "any time",
          "now",
          "after",
          "before",
          "at",
          "on",
          "the",
          ",",
          "-",
          "–",
          ".",
          ":",
          "/",
          "people",
          "near",
          "bread",
          "week",
          "next week",
          "0",
          "24:00",
          "9999",
          "12");

  private Garbage() {}

  /** Any code points, many of them hidden, combining or from other scripts. */
  static String text(Random random, int most) {
    return IntStream.range(0, random.nextInt(most + 1))
        .map(i -> point(random))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Words that mean something in a text that says when, in no order. */
  static String phrase(Random random, int most) {
    return IntStream.range(0, 1 + random.nextInt(most))
        .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
        .collect(Collectors.joining(random.nextInt(5) == 0 ? "" : " "));
  }

  private static int point(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(0x80);
      case 1 -> 0x2000 + random.nextInt(0x70);
      case 2 -> 0x300 + random.nextInt(0x70);
      case 3 -> 0x590 + random.nextInt(0x300);
      case 4 -> 0x1F000 + random.nextInt(0x1000);
      default -> random.nextInt(0x110000);
    };
  }
}
