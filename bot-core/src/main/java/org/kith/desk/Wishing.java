package org.kith.desk;

import java.time.Instant;
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
import org.kith.command.Reply;
import org.kith.store.Wishes.Wish;
import org.kith.words.PlainWord;
import org.kith.words.Reading;
import org.kith.words.Text;
import org.kith.words.WhenReader;
import org.kith.words.WhenText;

/**
 * How somebody wants to be asked: whether at all, for how much at a time, and not while resting.
 */
record Wishing(Turn turn) {
  private static final int MOST = 20;

  /** So many promises are offered to be handed over one by one. */
  private static final int MOST_BUTTONS = 6;

  /** The button that says whether somebody may be asked privately. */
  static Button mayAskMeButton(Turn turn, boolean may) {
    return Button.plain(
        turn.say(may ? "button.askme" : "button.askmenot"), new Command.MayAskMe(may));
  }

  /** Whether somebody may be asked privately when nobody comes. */
  Reply mayAskMe(boolean may) {
    save(wish().asked(may));
    String answer = turn.say(may ? "askme.yes" : "askme.no");
    return turn.said(Message.of(Text.of(answer), mayAskMeButton(turn, !may)), answer);
  }

  /** With how many promises ahead somebody is asked for no more. */
  Reply cap(String typed) {
    String word = PlainWord.english(typed, turn.words());
    boolean off = word.equals("off") || word.equals("no");
    if (!off && (!typed.matches("\\p{Nd}{1,2}") || number(typed) < 1 || number(typed) > MOST)) {
      return turn.answer("settings.cap.refused", "most", MOST);
    }
    Integer cap = off ? null : Integer.valueOf(typed);
    save(wish().capped(cap));
    return cap == null
        ? turn.answer("settings.cap.none")
        : turn.answer("settings.cap", "count", cap);
  }

  /** Rest needs no reason: nothing is asked of them, and what they promised can be handed over. */
  Reply rest(@Nullable String typed) {
    Instant until = null;
    if (typed != null) {
      until = until(typed);
      if (until == null) {
        return turn.answer("rest.refused");
      }
    }
    save(wish().atRest(until));
    Text.Builder text = new Text.Builder().line(resting(until));
    List<Button> buttons = new ArrayList<>();
    List<CareRequest> promised = promised();
    if (!promised.isEmpty()) {
      text.line(turn.say("rest.promised", "count", promised.size()));
      for (Circle circle : turn.circles()) {
        new Listing(turn.tables(), turn.now(), turn.account().manner().zone())
            .add(text, turn.words(), "mine.promised", circle, inCircle(promised, circle));
      }
      buttons.add(Button.first(turn.say("button.handover"), new Command.HandOver()));
      promised.stream()
          .limit(MOST_BUTTONS)
          .map(request ->
              Button.plain(
                  turn.say("button.cant.of", "number", Notices.number(request)),
                  new Command.Cancel(Notices.known(request))))
          .forEach(buttons::add);
    }
    buttons.add(restedButton());
    return turn.said(Message.of(text.build(), buttons, 2), turn.say("rest.brief"));
  }

  /** The rest is over. */
  Reply rested() {
    save(wish().rested());
    return turn.answer("rest.over");
  }

  /** All that somebody promised goes back on the board; those who asked are told, without a why. */
  Reply handOver() {
    List<CareRequest> promised = promised();
    for (CareRequest request : promised) {
      for (Claim claim : turn.tables().claims().on(request.id())) {
        if (claim.isInFlight() && claim.isBy(turn.person())) {
          new Helping(turn).release(request, claim);
        }
      }
    }
    return turn.answer("rest.handedover", "count", promised.size());
  }

  private List<CareRequest> promised() {
    return turn.circles().stream()
        .flatMap(circle -> turn.tables().claims().inFlight(circle.id(), turn.person()).stream())
        .flatMap(claim -> turn.tables().requests().find(claim.requestId()).stream())
        .toList();
  }

  private static List<CareRequest> inCircle(List<CareRequest> requests, Circle circle) {
    return requests.stream().filter(request -> request.circleId() == circle.id()).toList();
  }

  /** The end of what was typed, "until Sunday" or "Sunday"; null if it can't be read. */
  private @Nullable Instant until(String typed) {
    ZoneId zone = zone();
    WhenReader reader = WhenReader.of(turn.words());
    Reading read = reader.read(typed, turn.now(), zone);
    Instant ends =
        read instanceof Reading.Understood(Window window) && window.isDated()
            ? window.ends()
            : null;
    return ends != null && ends.isAfter(turn.now()) ? ends : null;
  }

  /** That they rest, in a sentence. */
  String resting(@Nullable Instant until) {
    ZoneId zone = zone();
    return until == null
        ? turn.say("rest.done")
        : turn.say(
            "rest.done.until",
            "time",
            WhenText.of(turn.words()).text(Window.at(until, zone), turn.now(), zone));
  }

  private ZoneId zone() {
    ZoneId circles = turn.circles().isEmpty() ? ZoneId.of("UTC") : turn.circles().getFirst().zone();
    return turn.account().manner().zoneOr(circles);
  }

  private Button restedButton() {
    return Button.plain(turn.say("button.rested"), new Command.Rested());
  }

  private Wish wish() {
    return turn.tables().wishes().of(turn.person());
  }

  private void save(Wish wish) {
    turn.tables().wishes().save(turn.person(), wish);
  }

  private static int number(String typed) {
    return Integer.parseInt(typed);
  }
}
