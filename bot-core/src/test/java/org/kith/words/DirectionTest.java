package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is put into a sentence leaves the order of the words around it as it was. */
class DirectionTest {
  private static final String AMAL = "أمل";
  private static final String OPEN = "\u2068";
  private static final String CLOSE = "\u2069";
  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

  @Test
  void a_name_from_right_to_left_does_not_pull_the_rest_of_a_sentence_with_it() {
    Words english = words("en", "{name} 2 · 3");

    assertThat(seen(english.say("it", "name", AMAL), Bidi.LTR)).isEqualTo("لمأ 2 · 3");
    assertThat(seen(AMAL + " 2 · 3", Bidi.LTR)).isEqualTo("3 · 2 لمأ");
  }

  @Test
  void a_sentence_without_such_letters_has_no_marks() {
    Words english = words("en", "{name} asks for #{number}: {what}");

    assertThat(english.say("it", "name", "Ana", "number", "12", "what", "Brot, größer ❤ 12"))
        .isEqualTo("Ana asks for #12: Brot, größer ❤ 12");
  }

  @Test
  void from_right_to_left_the_sign_before_a_number_and_the_slash_of_a_command_stay_before_it() {
    Words arabic = words("ar", "طلب #{number} من {name}: اكتب /claim {number} part أو /help.");

    String said = arabic.say("it", "number", "12", "name", "Ben");

    assertThat(said).contains(OPEN + "#12" + CLOSE).contains(OPEN + "Ben" + CLOSE);
    assertThat(seen(said, Bidi.RTL)).contains("#12").contains("/claim 12 part").contains("/help");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind} · #{number}",
        "{day}، {time}",
        "#{number}: {what}",
        "/board: المطلوب",
        "friends أو support",
        "12 {name}، 13"
      })
  void a_line_from_right_to_left_says_so_itself_where_its_letters_do_not(String pattern) {
    Words arabic = words("ar", pattern);

    String said =
        arabic.say(
            "it", "kind", "x", "number", "12", "day", "x", "time", "18:00", "what", "x", "name",
            "x");

    assertThat(said).startsWith("\u200F");
    assertThat(runsFromRightToLeft(said)).isTrue();
  }

  @Test
  void what_needs_no_such_mark_has_none() {
    for (String pattern :
        List.of("شكرا {name}", "{name}", "#{number}", "/circle join {code}", "ar", "« شكرا »")) {
      String said = words("ar", pattern).say("it", "name", "x", "number", "1", "code", "A");

      assertThat(said).as(pattern).doesNotContain("\u200F");
    }
    assertThat(words("ar", "شكرا\n/board: المطلوب").say("it")).contains("\n\u200F\u2066/board");
    assertThat(words("en", "{name} · #{number}").say("it", "name", "x", "number", "1"))
        .isEqualTo("x · #1");
  }

  @Test
  void every_line_of_arabic_runs_from_right_to_left() {
    Words arabic = Words.in("ar");
    Set<String> otherwise = new TreeSet<>();
    for (String key : arabic.keys()) {
      if (!key.contains(".read") && !key.equals("zone.offered")) {
        String said = arabic.say(key, pairs(new MessagePattern(arabic.raw(key))));
        said.lines()
            .filter(line -> !bare(line).isBlank() && !runsFromRightToLeft(line))
            .filter(line -> ARABIC.matcher(arabic.raw(key)).find() || line.contains(OPEN))
            .forEach(line -> otherwise.add(key));
      }
    }
    assertThat(otherwise).isEmpty();
  }

  @Test
  void from_right_to_left_every_text_that_is_put_in_is_isolated() {
    Words english = Words.in("en");
    Properties all = new Properties();
    english.keys().forEach(key -> all.setProperty(key, english.raw(key)));
    Words arabic = new Words(Locale.of("ar"), all);
    int seen = 0;
    for (String key : arabic.keys()) {
      if (!key.contains(".read") && !key.equals("zone.offered")) {
        MessagePattern pattern = new MessagePattern(english.raw(key));
        Object[] pairs = pairs(pattern);
        seen += pairs.length;
        assertThat(bare(arabic.say(key, pairs))).as(key).doesNotContain("Ж");
      }
    }
    assertThat(seen).isGreaterThan(500);
  }

  @Test
  void what_has_several_lines_is_isolated_line_by_line() {
    Words arabic = words("ar", "قالت {words} شكرا");
    Words english = words("en", "She said {words} then");

    assertThat(arabic.say("it", "words", "a\nb"))
        .isEqualTo("قالت " + OPEN + "a" + CLOSE + "\n" + OPEN + "b" + CLOSE + " شكرا");
    assertThat(english.say("it", "words", AMAL + "\n" + AMAL))
        .isEqualTo("She said " + OPEN + AMAL + CLOSE + "\n" + OPEN + AMAL + CLOSE + " then");
  }

  @Test
  void nothing_is_isolated_twice() {
    Words arabic = words("ar", "{name}");
    Words english = words("en", "{name}");
    String once = OPEN + AMAL + CLOSE;

    assertThat(arabic.say("it", "name", arabic.say("it", "name", AMAL))).isEqualTo(once);
    assertThat(english.say("it", "name", english.say("it", "name", AMAL))).isEqualTo(once);
    assertThat(arabic.list(List.of(once))).isEqualTo(once);
    assertThat(english.list(List.of("Ben", AMAL))).isEqualTo("Ben and " + once);
  }

  @Test
  void what_a_sentence_chooses_its_form_by_stays_as_it_is() {
    Words arabic = words("ar", "{said, select, yes {نعم {part}} other {لا}}");

    assertThat(arabic.say("it", "said", "yes", "part", "x")).isEqualTo("نعم " + OPEN + "x" + CLOSE);
  }

  @Test
  void what_somebody_typed_can_not_break_out_of_its_isolate() {
    Words arabic = words("ar", "{name}");

    assertThat(arabic.say("it", "name", Clean.line("x\u2069\u202Ey\u2066z\u200F")))
        .isEqualTo(OPEN + "xyz" + CLOSE);
  }

  private static boolean runsFromRightToLeft(String line) {
    return Bidi.getBaseDirection(line) == Bidi.RTL;
  }

  private static Object[] pairs(MessagePattern pattern) {
    List<Object> pairs = new ArrayList<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START) {
        pairs.add(pattern.getSubstring(pattern.getPart(i + 1)));
        pairs.add(part.getArgType() == MessagePattern.ArgType.NONE ? "Ж" : value(part));
      }
    }
    return pairs.toArray();
  }

  private static Object value(MessagePattern.Part part) {
    return part.getArgType() == MessagePattern.ArgType.SELECT ? "other" : (Object) 7;
  }

  /** The text without its innermost isolates and what is in them. */
  private static String bare(String said) {
    String less = said.replaceAll("[\u2066\u2068][^\u2066\u2068\u2069]*\u2069", "");
    return less.equals(said) ? said : bare(less);
  }

  /** A text as a screen shows it, from left to right, without marks. */
  private static String seen(String text, byte direction) {
    return new Bidi(text, direction)
        .writeReordered(Bidi.DO_MIRRORING)
        .replaceAll("[\u2066\u2068\u2069]", "");
  }

  private static Words words(String language, String pattern) {
    Properties one = new Properties();
    one.setProperty("it", pattern);
    return new Words(Locale.forLanguageTag(language), one);
  }
}
