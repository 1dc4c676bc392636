package org.kith.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kith.care.CareRequest;
import org.kith.care.Part;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.desk.Desk.Suggestion;
import org.kith.words.Reading;
import org.kith.words.WhenReader;
import org.kith.words.WhenText;

/** What autocomplete offers. */
record Suggesting(Turn turn) {
  /** Discord's limit for choices, and for the length of one. */
  private static final int MOST = 25;

  private static final int LONGEST = 100;
  private static final int DAYS = 6;

  /** The requests that may be meant: open ones of others to claim, own ones for the rest. */
  List<Suggestion> numbers(String command, String typed) {
    Set<CareRequest> found = new LinkedHashSet<>();
    for (Circle circle : turn.circles()) {
      if (command.equals("claim") || command.equals("standby")) {
        turn.tables().requests().open(circle.id()).stream()
            .filter(request -> !request.isAskedBy(turn.person()))
            .forEach(found::add);
      } else if (command.equals("again") || command.equals("thanks")) {
        found.addAll(turn.tables().requests().endedOf(circle.id(), turn.person()));
      } else if (command.equals("edit")) {
        found.addAll(turn.tables().requests().askedBy(circle.id(), turn.person()));
      } else {
        turn.tables().claims().inFlight(circle.id(), turn.person()).stream()
            .flatMap(claim -> turn.tables().requests().find(claim.requestId()).stream())
            .forEach(found::add);
        found.addAll(turn.tables().requests().askedBy(circle.id(), turn.person()));
      }
    }
    String wanted = typed.replace("#", "").strip().toLowerCase(Locale.ROOT);
    return found.stream()
        .filter(request ->
            Notices.number(request).startsWith(wanted)
                || request.what().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(MOST)
        .map(request ->
            new Suggestion(
                request.number(),
                Notices.clip(
                    turn.say(
                        "button.which", "number", Notices.number(request), "what", request.what()),
                    LONGEST)))
        .toList();
  }

  /** What was typed, as it is understood, then the next days; each can be typed as it stands. */
  List<String> times(String typed) {
    Circle circle = turn.circles().getFirst();
    WhenText text = WhenText.of(turn.words());
    Set<String> found = new LinkedHashSet<>();
    if (!typed.isBlank()
        && WhenReader.of(turn.words()).read(typed, turn.now(), circle.zone())
            instanceof Reading.Understood(Window window)) {
      found.add(text.text(window, turn.now()));
    }
    List<String> all = new ArrayList<>();
    all.add(text.text(Window.anyTime(circle.zone()), turn.now()));
    LocalDate today = turn.now().atZone(circle.zone()).toLocalDate();
    for (int i = 0; i < DAYS; i++) {
      all.add(text.text(Window.day(today.plusDays(i), circle.zone()), turn.now()));
      for (Part part : List.of(Part.MORNING, Part.AFTERNOON, Part.EVENING)) {
        Window window = Window.part(today.plusDays(i), part, circle.zone());
        if (!window.isOver(turn.now())) {
          all.add(text.text(window, turn.now()));
        }
      }
    }
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    all.stream().filter(one -> one.toLowerCase(Locale.ROOT).contains(wanted)).forEach(found::add);
    return found.stream().limit(MOST).toList();
  }
}
