package org.kith.desk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.post.Note;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/**
 * What a reminder says: the promises, each with its own way out, and nothing private.
 *
 * @param own by whose clock times are shown, and named; null: that in which each was meant
 */
record ReminderText(Notices notices, Words words, @Nullable ZoneId own) {
  /** One row of buttons for each promise, as many as a message may have. */
  private static final int MOST_WITH_BUTTONS = Message.MOST_IN_A_ROW;

  /** More lines would not be read. */
  private static final int MOST_LINES = 20;

  /** One promise, and where it was made. */
  record Promise(Circle circle, CareRequest request, Claim claim) {}

  /** The message about these promises, which are not none. */
  Message of(Note note, List<Promise> promises) {
    boolean evening = note == Note.EVENING_BEFORE;
    Text.Builder text =
        new Text.Builder()
            .line(words.say(evening ? "remind.evening" : "remind.hour", "count", promises.size()));
    boolean several = promises.stream().map(one -> one.circle.id()).distinct().count() > 1;
    promises.stream().limit(MOST_LINES).forEach(one -> text.line(line(one, several)));
    text.line(words.say("remind.way.out"));
    return new Message(text.build(), rows(promises));
  }

  private String line(Promise one, boolean severalCircles) {
    Window window = one.request.window();
    WhenText text = WhenText.of(words);
    String when =
        own == null || own.equals(window.zone())
            ? text.text(window, notices.now())
            : text.textWithZone(window, notices.now(), own);
    return words.say(
        severalCircles ? "remind.line.circle" : "remind.line",
        "number",
        Notices.number(one.request),
        "what",
        notices.whatOf(one.request, one.claim, words),
        "when",
        when,
        "circle",
        one.circle.name());
  }

  private List<List<Button>> rows(List<Promise> promises) {
    boolean all = promises.size() <= MOST_WITH_BUTTONS;
    List<List<Button>> rows = new ArrayList<>();
    for (Promise one : all ? promises : promises.subList(0, MOST_WITH_BUTTONS - 1)) {
      rows.add(row(one, promises.size() == 1));
    }
    if (!all) {
      rows.add(List.of(Button.plain(words.say("button.mine"), new Command.Mine())));
    }
    return rows;
  }

  private List<Button> row(Promise one, boolean alone) {
    String number = Notices.number(one.request);
    List<Button> row = new ArrayList<>();
    if (notices.hasPrivate(one.circle, one.request) && Notices.opens(one.circle, one.claim)) {
      row.add(
          Button.first(
              words.say(alone ? "button.details" : "button.details.of", "number", number),
              new Command.ShowDetails(one.request.id())));
    }
    row.add(
        Button.plain(
            words.say(alone ? "button.cant" : "button.cant.of", "number", number),
            new Command.Cancel(Notices.known(one.request))));
    return row;
  }
}
