package org.kith.words;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kith.care.Part;
import org.kith.words.WhenMeaning.Amount;
import org.kith.words.WhenMeaning.Count;
import org.kith.words.WhenMeaning.DayPart;
import org.kith.words.WhenMeaning.InDays;
import org.kith.words.WhenMeaning.Mark;
import org.kith.words.WhenMeaning.MonthName;
import org.kith.words.WhenMeaning.PartAfterDay;
import org.kith.words.WhenMeaning.Shift;
import org.kith.words.WhenMeaning.ShiftAfter;
import org.kith.words.WhenMeaning.Unit;
import org.kith.words.WhenMeaning.Weekday;

/**
 * Every word of one language that can say when: the names of days and months from the JDK's CLDR
 * data, all others from the language file ({@code when.read.*}).
 */
final class WhenVocabulary {
  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private static final int HIGHEST_NUMBER = 12;

  private final Map<List<String>, Set<WhenMeaning>> meanings = new HashMap<>();
  private final Locale locale;
  private final boolean dayFirst;
  private final boolean monthFirst;
  private int longest;

  WhenVocabulary(Words words) {
    this.locale = words.locale();
    List<String> orders = words.own("when.read.slash");
    this.dayFirst = orders.contains("day/month");
    this.monthFirst = orders.contains("month/day");
    for (Mark mark : Mark.values()) {
      addAll(words, mark.key(), mark);
    }
    addDays(words);
    addUnits(words);
    for (Part part : Part.values()) {
      addAll(words, "when.read." + part.code(), new DayPart(part));
    }
    for (Part part : Part.values()) {
      addAll(words, "when.read." + part.code() + ".after", new PartAfterDay(part));
    }
    addShifts(words);
  }

  /** The pieces of a text, those apart that are written together (see {@link WordsApart}). */
  List<WhenToken> tokens(String text) {
    return new WordsApart(this, locale).of(text);
  }

  /** What the words that begin at a place of the text can mean, one word or several. */
  List<Parsed<WhenMeaning>> at(List<WhenToken> tokens, int from) {
    List<Parsed<WhenMeaning>> found = new ArrayList<>();
    List<String> phrase = new ArrayList<>();
    for (int at = from; at < tokens.size() && at - from < longest; at++) {
      WhenToken token = tokens.get(at);
      boolean joins = at > from && isJoint(token);
      if (token.kind() != WhenToken.Kind.WORD && !joins) {
        break;
      }
      phrase.add(Folded.of(token.text(), locale));
      for (WhenMeaning meaning : meanings.getOrDefault(phrase, Set.of())) {
        found.add(new Parsed<>(meaning, at + 1));
      }
    }
    return found;
  }

  /** True if 3/4 can be the third of April. */
  boolean dayFirst() {
    return dayFirst;
  }

  /** True if 3/4 can be the fourth of March. */
  boolean monthFirst() {
    return monthFirst;
  }

  /** True if the language tells the halves of the day apart by words such as "pm". */
  boolean knowsHalves() {
    return meanings.values().stream().anyMatch(known -> known.contains(Mark.PM));
  }

  /** True if a word alone, as words are compared, means anything. */
  boolean knows(String word) {
    return meanings.containsKey(List.of(word));
  }

  /** True if a word alone, as words are compared, means one of a sort. */
  boolean means(String word, Class<? extends WhenMeaning> sort) {
    return meanings.getOrDefault(List.of(word), Set.of()).stream().anyMatch(sort::isInstance);
  }

  /** True if a word alone, as words are compared, is this mark. */
  boolean means(String word, Mark mark) {
    return meanings.getOrDefault(List.of(word), Set.of()).contains(mark);
  }

  private void addDays(Words words) {
    for (DayOfWeek day : DayOfWeek.values()) {
      STYLES.forEach(style -> add(day.getDisplayName(style, locale), new Weekday(day)));
      addAll(words, "when.read.weekday." + day.getValue(), new Weekday(day));
    }
    for (Month month : Month.values()) {
      STYLES.forEach(style -> add(month.getDisplayName(style, locale), new MonthName(month)));
      addAll(words, "when.read.month." + month.getValue(), new MonthName(month));
    }
    addAll(words, "when.read.today", new InDays(0));
    addAll(words, "when.read.tomorrow", new InDays(1));
    addAll(words, "when.read.overmorrow", new InDays(2));
    addAll(words, "when.read.yesterday", new InDays(-1));
    addAll(words, "when.read.ereyesterday", new InDays(-2));
  }

  private void addUnits(Words words) {
    addAll(words, "when.read.minutes", new Unit(ChronoUnit.MINUTES));
    addAll(words, "when.read.hours", new Unit(ChronoUnit.HOURS));
    addAll(words, "when.read.days", new Unit(ChronoUnit.DAYS));
    addAll(words, "when.read.weeks", new Unit(ChronoUnit.WEEKS));
    addAmounts(words);
    addAll(words, "when.read.one", new Count(1));
    List<String> numbers = words.own("when.read.numbers");
    for (int i = 0; i < numbers.size(); i++) {
      add(numbers.get(i), new Count(i + 1));
    }
    for (int number = 1; number <= HIGHEST_NUMBER; number++) {
      addAll(words, "when.read.number." + number, new Count(number));
    }
  }

  private void addAmounts(Words words) {
    for (int count = 1; count <= 2; count++) {
      addAll(words, "when.read.minutes." + count, new Amount(count, ChronoUnit.MINUTES));
      addAll(words, "when.read.hours." + count, new Amount(count, ChronoUnit.HOURS));
      addAll(words, "when.read.days." + count, new Amount(count, ChronoUnit.DAYS));
      addAll(words, "when.read.weeks." + count, new Amount(count, ChronoUnit.WEEKS));
    }
  }

  private void addShifts(Words words) {
    addAll(words, "when.read.half.past", new Shift(30));
    addAll(words, "when.read.half.to", new Shift(-30));
    addAll(words, "when.read.quarter.past", new Shift(15));
    addAll(words, "when.read.quarter.to", new Shift(-15));
    addAll(words, "when.read.quarter.into", new Shift(-45));
    addAll(words, "when.read.half.after", new ShiftAfter(30));
    addAll(words, "when.read.quarter.after", new ShiftAfter(15));
    addAll(words, "when.read.quarter.before", new ShiftAfter(-15));
    addAll(words, "when.read.third.after", new ShiftAfter(20));
    addAll(words, "when.read.third.before", new ShiftAfter(-20));
  }

  /** A hyphen inside a word of several, such as "après-midi". */
  private static boolean isJoint(WhenToken token) {
    return token.kind() == WhenToken.Kind.SIGN && token.glued() && token.text().equals("-");
  }

  private void addAll(Words words, String key, WhenMeaning meaning) {
    words.own(key).forEach(phrase -> add(phrase, meaning));
  }

  private void add(String phrase, WhenMeaning meaning) {
    List<String> tokens = new ArrayList<>();
    for (WhenToken token : WhenToken.of(Clean.line(phrase))) {
      if (token.kind() != WhenToken.Kind.WORD && !isJoint(token)) {
        // A name such as "1月" is read as a number and a word by the grammar, not as a name.
        return;
      }
      tokens.add(Folded.of(token.text(), locale));
    }
    meanings.computeIfAbsent(List.copyOf(tokens), none -> new LinkedHashSet<>()).add(meaning);
    longest = Math.max(longest, tokens.size());
  }
}
