package org.kith.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.care.Letter;
import org.kith.care.Passing;
import org.kith.care.Photo;
import org.kith.command.Addressee;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.store.Photos;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.store.Talks;
import org.kith.words.Text;
import org.kith.words.Words;

/** What one side wrote, as the other reads it: opened when it is sent, if it may still be. */
record LetterTold(Tables tables, Sealer sealer, Instant now) {

  /** To whom it is written; nothing if it may not be passed on any more. */
  Optional<Message> toReader(Letter letter, Words words) {
    return Way.of(tables, now, letter)
        .filter(way -> !way.isBlocked())
        .filter(way -> isPassed(way.passing()))
        .filter(way -> way.circle().photos() || tables.photos().of(letter.id()).isEmpty())
        .map(way -> message(letter, way, words));
  }

  /** The photo that goes with it, opened; nothing if none does. */
  Optional<Photo> photo(Letter letter) {
    return tables
        .photos()
        .of(letter.id())
        .map(sealed -> new Photo(sealer.unsealBytes(sealed, Photos.sealedRow(letter.id()))));
  }

  /** To its writer, whom it should not leave waiting for an answer; nothing if nobody may know. */
  Optional<Message> lost(Letter letter, Words words) {
    return Way.of(tables, now, letter)
        .filter(way -> !way.isBlocked())
        .map(way ->
            Message.of(
                Text.of(
                    words.say(
                        "relay.lost",
                        "name",
                        way.readerName(words),
                        "number",
                        Notices.number(way.request())))));
  }

  /** Its own question is the one that is not answered yet. */
  private static boolean isPassed(Passing passing) {
    return switch (passing) {
      case FREE, UNANSWERED -> true;
      case NOT_YET, NOBODY, STOPPED, OFF, ENDED -> false;
    };
  }

  private Message message(Letter letter, Way way, Words words) {
    CareRequest request = way.request();
    String written = sealer.unseal(letter.sealed(), Talks.sealedRow(letter.talkId()));
    String head =
        words.say(
            key(letter, way, written),
            "first",
            way.writerFirst(words),
            "number",
            Notices.number(request),
            "what",
            request.what());
    Text.Builder text = new Text.Builder().line(head);
    if (!written.isEmpty()) {
      text.gap().line(written);
    }
    return Message.of(text.build(), buttons(letter.talkId(), words), 2);
  }

  /** Above a photo it is short: what stands below one has to fit into 1,024 characters. */
  private String key(Letter letter, Way way, String written) {
    if (written.isEmpty()) {
      return "relay.sends";
    }
    if (letter.shares()) {
      return "relay.shares";
    }
    return way.isQuestion() && tables.photos().of(letter.id()).isEmpty()
        ? "relay.asks"
        : "relay.writes";
  }

  private static List<Button> buttons(long talk, Words words) {
    return List.of(
        Button.first(words.say("button.answer"), new Command.Write(new Addressee.InTalk(talk))),
        Button.plain(words.say("button.myname"), new Command.ShareName(talk, false)),
        Button.plain(words.say("button.stop"), new Command.StopTalk(talk)),
        Button.plain(words.say("button.block"), new Command.BlockOther(talk)));
  }
}
