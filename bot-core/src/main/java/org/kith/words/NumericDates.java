package org.kith.words;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.kith.words.Dates.Yearless;

/**
 * Reads dates of digits: 2027-01-24, 24.1., 24.1.2027, 24-01-2027, 24/1, 1/24/27. With full stops
 * and dashes the day comes first; with slashes the language says which orders there are, and a date
 * that is one in both orders is read in both, so that it is unclear.
 */
final class NumericDates {
  private final WhenSentence sentence;

  NumericDates(WhenSentence sentence) {
    this.sentence = sentence;
  }

  List<Parsed<Dates>> at(int from) {
    List<Parsed<Dates>> found = new ArrayList<>();
    for (String sign : List.of("-", ".", "/")) {
      yearFirst(from, sign, found);
    }
    if (isPair(from, "-") && sentence.isGluedNumber(from + 4, 4, 4)) {
      // 24-01-2027; without its year it would be two hours.
      pair(from, "-", true, found);
    }
    if (isPair(from, ".")) {
      pair(from, ".", true, found);
    }
    if (isPair(from, "/")) {
      if (sentence.vocabulary().dayFirst()) {
        pair(from, "/", true, found);
      }
      if (sentence.vocabulary().monthFirst()) {
        pair(from, "/", false, found);
      }
    }
    return found;
  }

  private void yearFirst(int from, String sign, List<Parsed<Dates>> found) {
    if (sentence.isNumber(from, 4, 4)
        && sentence.isGlued(from + 1, sign)
        && sentence.isGluedNumber(from + 2, 1, 2)
        && sentence.isGlued(from + 3, sign)
        && sentence.isGluedNumber(from + 4, 1, 2)) {
      int year = sentence.number(from);
      for (LocalDate date :
          Dates.existing(year, sentence.number(from + 2), sentence.number(from + 4))) {
        found.add(new Parsed<>(Dates.of(date), from + 5));
      }
    }
  }

  private boolean isPair(int from, String sign) {
    return sentence.isNumber(from, 1, 2)
        && sentence.isGlued(from + 1, sign)
        && sentence.isGluedNumber(from + 2, 1, 2);
  }

  private void pair(int from, String sign, boolean dayFirst, List<Parsed<Dates>> found) {
    int day = sentence.number(dayFirst ? from : from + 2);
    int month = sentence.number(dayFirst ? from + 2 : from);
    // A leap year has every day that any year has.
    if (Dates.existing(2024, month, day).isEmpty()) {
      return;
    }
    if (!sign.equals("-")) {
      found.add(new Parsed<>(new Yearless(Month.of(month), day), from + 3));
    }
    if (!sentence.isGlued(from + 3, sign)) {
      return;
    }
    if (sign.equals(".")) {
      found.add(new Parsed<>(new Yearless(Month.of(month), day), from + 4));
    }
    if (sentence.isGluedNumber(from + 4, 2, 2) || sentence.isGluedNumber(from + 4, 4, 4)) {
      int typed = sentence.number(from + 4);
      int year = sentence.isNumber(from + 4, 2, 2) ? 2000 + typed : typed;
      for (LocalDate date : Dates.existing(year, month, day)) {
        found.add(new Parsed<>(Dates.of(date), from + 5));
      }
    }
  }
}
