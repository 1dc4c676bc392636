package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.care.StewardLetter;
import org.kith.command.Addressee;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.post.Note;
import org.kith.store.Sealer;
import org.kith.store.StewardTalks;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * What a steward and one of those whom a report concerns wrote, as the other reads it. Whom it is
 * about reads of no report: who wrote one, and that there is one, is not theirs to know.
 */
record StewardTold(Tables tables, Sealer sealer) {

  /** A letter, or that it was lost; nothing if it may not be passed on any more. */
  Optional<Message> draw(Note note, long id, Words words) {
    StewardLetter letter = tables.stewardTalks().letter(id).orElse(null);
    StewardWay way = letter == null ? null : StewardWay.of(tables, letter).orElse(null);
    if (letter == null || way == null || way.isBlocked()) {
      return Optional.empty();
    }
    if (note == Note.STEWARD_LETTER_LOST) {
      return Optional.of(
          Message.of(Text.of(words.say("steward.lost", "name", way.readerName(words)))));
    }
    if (!way.mayRead()) {
      return Optional.empty();
    }
    String row = StewardTalks.sealedRow(letter.talkId());
    String written = sealer.unseal(letter.sealed(), row);
    return Optional.of(
        way.fromSteward() ? toPerson(way, written, words) : back(way, written, words));
  }

  private Message toPerson(StewardWay way, String written, Words words) {
    Text.Builder text = new Text.Builder().line(head(way, words)).gap();
    written.lines().forEach(text::line);
    text.gap().lines(how(way, words));
    return Message.of(text.build(), answer(way, words));
  }

  private Message back(StewardWay way, String written, Words words) {
    String id = String.valueOf(way.report().id());
    Text.Builder text =
        new Text.Builder()
            .line(words.say("steward.answers", "name", way.writerFirst(words), "id", id))
            .gap();
    written.lines().forEach(text::line);
    return Message.of(
        text.build(),
        answer(way, words),
        Button.plain(
            words.say("button.report.read", "id", id), new Command.ReadReport(way.report().id())));
  }

  private static String head(StewardWay way, Words words) {
    List<Object> pairs =
        new ArrayList<>(List.of("steward", way.steward(words), "circle", way.circle().name()));
    if (way.talk().withReporter()) {
      return words.say("steward.to.reporter", pairs.toArray());
    }
    if (!way.isWithUnnamed()) {
      return words.say("steward.to.reported", pairs.toArray());
    }
    way.request()
        .ifPresent(one -> pairs.addAll(List.of("number", Notices.number(one), "what", one.what())));
    return words.say(
        way.request().isPresent() ? "steward.to.asker" : "steward.to.asker.over", pairs.toArray());
  }

  /** Who would read an answer, and how it is typed. */
  static List<String> how(StewardWay way, Words words) {
    Long person = way.person();
    List<StewardWay> all = person == null ? List.of() : StewardWay.toStewards(way.tables(), person);
    List<String> names = StewardWay.typed(all, words);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).talk().equals(way.talk())) {
        return List.of(
            words.say("steward.alone", "steward", way.steward(words), "typed", names.get(i)));
      }
    }
    return List.of(); // It is over: nothing can be answered.
  }

  /** The button for writing to the other side. */
  static Button answer(StewardWay way, Words words) {
    return Button.first(
        words.say("button.answer"), new Command.Write(new Addressee.WithSteward(way.talk().id())));
  }
}
