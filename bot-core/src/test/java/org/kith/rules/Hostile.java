package org.kith.rules;

import java.util.List;

/** Texts that somebody may type to do harm, or by accident. */
final class Hostile {
  /** Each of them can be typed wherever anything can. */
  static final List<String> TEXTS =
      List.of(
          "",
          "   \t\n\r ",
          "@everyone @here <@&1> <@123456789012345678> <!everyone>",
          "**bold** __under__ ||spoiler|| `code` ```block``` [link](http://x.example) > quote #"
              + " head",
          "<b>bold</b> <a href=\"tg://user?id=1\">x</a> &lt; &amp; <script>alert(1)</script>",
          "_under_ *star* ~strike~ \\ \\\\ [x](tg://user?id=1)",
          "'; drop table request; -- \" ' ; select * from detail where '1' = '1",
          "{count, plural, one {#} other {#}} {asker} '{' }{ %s %n $1 \\0",
          "\u202Eright to left\u202C \u2066isolate\u2069 \u200F\u200E\u061C",
          "zero\u200Bwidth\u200C\u200D\u2060\uFEFF and \u00AD soft",
          "control \u0000\u0001\u0007\u001B[31m\u007F\u0085\u009F end",
          "half \uD83D pair \uDC00 and \uFFFE \uFFFF",
          "👩‍👩‍👧‍👦🤝🏽".repeat(40),
          "שלום עולם، مرحبا بالعالم",
          "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301".repeat(30),
          "\n\n\nline\n\n\nline\u2028line\u2029line",
          ",,,, , ,",
          "x".repeat(10_000),
          "word ".repeat(2_000),
          "#0 #-1 #999999999999999999999 #١٢",
          "/needhelp /claim 1 @kith_bot",
          "99999999999999999999999999",
          "9999-12-31 25:61, 0000-00-00, +999999999-12-31",
          "null undefined NaN true");

  private Hostile() {}
}
