package org.kith.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kith.care.Window;
import org.kith.words.WhenMeaning.Amount;
import org.kith.words.WhenMeaning.Mark;
import org.kith.words.WhenMeaning.Unit;

/** Reads a whole text in every way in which it can be read. */
final class WhenGrammar {
  private final WhenSentence sentence;
  private final Instant now;
  private final ZoneId zone;
  private final PointGrammar points;
  private final WhenWindows windows;

  WhenGrammar(WhenSentence sentence, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    this.sentence = sentence;
    this.now = now;
    this.zone = zone;
    this.points = new PointGrammar(sentence, today, zone);
    this.windows = new WhenWindows(today, zone, sentence.vocabulary().knowsHalves());
  }

  /** For each way of reading it, the windows it can mean: the first that is not over is meant. */
  List<List<Window>> readings() {
    List<List<Window>> found = new ArrayList<>();
    whole(Mark.ANY, Window.anyTime(zone), found);
    whole(Mark.AGREED, Window.toBeAgreed(zone), found);
    whole(Mark.NOW, Window.at(thisMinute(), zone), found);
    soon(found);
    for (Parsed<Point> start : points.at(0)) {
      if (start.next() == sentence.size()) {
        found.add(windows.single(start.value()));
      }
      for (int after : separated(start.value(), start.next())) {
        for (Parsed<Point> end : points.at(after)) {
          if (end.next() == sentence.size()) {
            found.add(windows.range(start.value(), end.value()));
          }
        }
      }
    }
    found.removeIf(List::isEmpty);
    return found;
  }

  private void whole(Mark mark, Window window, List<List<Window>> found) {
    if (sentence.after(0, mark).contains(sentence.size())) {
      found.add(List.of(window));
    }
  }

  /** In three hours, in 20 minutes, in half an hour. */
  private void soon(List<List<Window>> found) {
    for (int count : sentence.after(0, Mark.IN)) {
      if (sentence.after(count, Mark.HALF_HOUR).contains(sentence.size())) {
        found.add(in(30, ChronoUnit.MINUTES));
      }
      for (Parsed<Amount> amount : sentence.all(count, Amount.class)) {
        if (amount.value().unit().isTimeBased() && amount.next() == sentence.size()) {
          found.add(in(amount.value().count(), amount.value().unit()));
        }
      }
      for (Parsed<Integer> number : DateGrammar.counts(sentence, count)) {
        for (Parsed<Unit> unit : sentence.all(number.next(), Unit.class)) {
          if (unit.value().unit().isTimeBased() && unit.next() == sentence.size()) {
            found.add(in(number.value(), unit.value().unit()));
          }
        }
      }
    }
  }

  private List<Window> in(int count, ChronoUnit unit) {
    return List.of(Window.at(thisMinute().plus(count, unit), zone));
  }

  /** Now, and if that is within a minute its end, so that it does not lie behind. */
  private Instant thisMinute() {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(now) ? now : minute.plus(1, ChronoUnit.MINUTES);
  }

  /** The places after what separates the two ends of a range. */
  private List<Integer> separated(Point start, int at) {
    List<Integer> places = new ArrayList<>(sentence.after(at, Mark.TO));
    if (start.relation() == Mark.BETWEEN) {
      places.addAll(sentence.after(at, Mark.AND));
    }
    if (sentence.isRangeSign(at)) {
      places.add(at + 1);
    }
    return places;
  }
}
