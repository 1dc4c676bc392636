package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Report;
import org.kith.care.StewardLetter;
import org.kith.care.StewardTalk;
import org.kith.circle.Circle;
import org.kith.store.Tables;
import org.kith.words.Words;

/**
 * The way that words take between a steward who has taken a report and one of those whom it
 * concerns, in one direction.
 */
record StewardWay(
    Tables tables, Circle circle, Report report, StewardTalk talk, boolean fromSteward) {

  /** The way that a letter takes; empty once its talk is gone. */
  static Optional<StewardWay> of(Tables tables, StewardLetter letter) {
    return tables
        .stewardTalks()
        .find(letter.talkId())
        .flatMap(talk -> of(tables, talk, letter.fromSteward()));
  }

  /** The way within a talk. */
  static Optional<StewardWay> of(Tables tables, StewardTalk talk, boolean fromSteward) {
    return tables
        .reports()
        .find(talk.reportId())
        .map(report ->
            new StewardWay(
                tables,
                tables.circles().find(report.circleId()).orElseThrow(),
                report,
                talk,
                fromSteward));
  }

  /** All ways from this person to stewards who talk, or want to talk, with them. */
  static List<StewardWay> toStewards(Tables tables, long person) {
    return tables.stewardTalks().with(person).stream()
        .flatMap(talk -> of(tables, talk, false).stream())
        .filter(way -> !way.isOver())
        .toList();
  }

  /**
   * What the readers of these ways are called where they are typed: of several with one name the
   * second has a 2 behind it.
   */
  static List<String> typed(List<StewardWay> ways, Words words) {
    List<String> names = new ArrayList<>();
    for (StewardWay way : ways) {
      String name = way.isToUnnamed() ? words.say("steward.asker.typed") : way.readerName(words);
      String typed = name;
      for (int i = 2; names.contains(typed); i++) {
        typed = name + " " + i;
      }
      names.add(typed);
    }
    return names;
  }

  /** Whom the steward talks with; null once they are forgotten, or the report is handled. */
  @Nullable Long person() {
    return talk.withReporter() ? report.reporter() : report.reported();
  }

  /** Who reads what goes this way; null once they are forgotten. */
  @Nullable Long reader() {
    return fromSteward ? person() : (Long) talk.steward();
  }

  /** Who writes what goes this way; null once they are forgotten. */
  @Nullable Long writer() {
    return fromSteward ? (Long) talk.steward() : person();
  }

  /** True once the report is handled, or one of the two may not read of it any more. */
  boolean isOver() {
    Long person = person();
    return report.state() != Report.State.SENT
        || person == null
        || person == talk.steward()
        || !mayRead();
  }

  /** True if the steward may read the report, as they may its letters. */
  boolean mayRead() {
    return new ReportReaders(tables, report).contains(talk.steward());
  }

  /**
   * True if whoever would read it has blocked whoever writes: that is nobody's to find out. A bar
   * counts for nothing here, so that whoever is barred is heard; and a steward's block for nothing
   * where they are not to learn who answers.
   */
  boolean isBlocked() {
    Long reader = reader();
    Long writer = writer();
    return reader != null
        && writer != null
        && (fromSteward || !isWithUnnamed())
        && tables.blocks().blocks(reader, writer);
  }

  /** True if the steward is not told with whom they talk. */
  boolean isWithUnnamed() {
    return !talk.withReporter() && report.unnamed();
  }

  /** What the reader is called by the writer, within a sentence. */
  String readerName(Words words) {
    return isToUnnamed()
        ? asker("steward.asker", "steward.asker.over", words)
        : name(reader(), words);
  }

  /** What the writer is called by the reader, at the beginning of a sentence. */
  String writerFirst(Words words) {
    return !fromSteward && isWithUnnamed()
        ? asker("steward.asker.first", "steward.asker.over.first", words)
        : name(writer(), words);
  }

  /** What the steward is called. */
  String steward(Words words) {
    return name(talk.steward(), words);
  }

  /** The request that the report is about, as long as it is known. */
  Optional<CareRequest> request() {
    return Optional.ofNullable(report.request()).flatMap(tables.requests()::find);
  }

  private boolean isToUnnamed() {
    return fromSteward && isWithUnnamed();
  }

  private String asker(String key, String over, Words words) {
    return request()
        .map(request -> words.say(key, "number", Notices.number(request)))
        .orElseGet(() -> words.say(over));
  }

  private String name(@Nullable Long person, Words words) {
    return person == null
        ? words.say("somebody")
        : Saying.name(tables, circle.id(), person).orElseGet(() -> words.say("somebody"));
  }
}
