package org.kith.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.care.CareRequest;
import org.kith.care.Part;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.circle.OwnKind;
import org.kith.circle.Platform;
import org.kith.circle.RelayOpen;
import org.kith.desk.Desk.Choice;
import org.kith.desk.Desk.Suggestion;
import org.kith.store.People.Named;
import org.kith.words.ForReader;
import org.kith.words.KindNames;
import org.kith.words.Reading;
import org.kith.words.WhenReader;
import org.kith.words.WhenText;
import org.kith.words.Words;

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
            .filter(request -> !request.isOwnOf(turn.person()))
            .forEach(found::add);
      } else if (command.equals("again") || command.equals("thanks")) {
        found.addAll(turn.tables().requests().endedOf(circle.id(), turn.person()));
      } else if (command.equals("edit")) {
        found.addAll(turn.tables().requests().askedBy(circle.id(), turn.person()));
      } else {
        boolean anyOpen = command.equals("block") || command.equals("report");
        boolean asks = command.equals("write") && circle.open().questions() == RelayOpen.AT_ONCE;
        if (anyOpen || asks) {
          found.addAll(turn.tables().requests().open(circle.id()));
        }
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

  /**
   * The kinds of care under the names that they have here, of which one contains what was typed; to
   * ask only those that can be asked for.
   */
  List<Choice> kinds(String command, String typed) {
    return turn.circles().stream()
        .flatMap(circle ->
            kinds(
                KindNames.of(turn.words(), circle),
                kind -> !command.equals("needhelp") || !kind.isOff(circle),
                typed))
        .collect(Collectors.toMap(Choice::typed, one -> one, (one, _) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .limit(MOST)
        .toList();
  }

  /** The same where there is no circle yet. */
  static List<Choice> usualKinds(Words words, String typed) {
    return kinds(KindNames.of(words, Optional.empty()), _ -> true, typed).toList();
  }

  private static Stream<Choice> kinds(KindNames names, Predicate<Kind> open, String typed) {
    Locale locale = names.reader().locale();
    String part = typed.strip().toLowerCase(locale);
    return names.own().offered().stream()
        .filter(open)
        .filter(kind -> names.name(kind).toLowerCase(locale).contains(part))
        .map(kind ->
            new Choice(names.name(kind), kind instanceof OwnKind(String own) ? own : kind.code()));
  }

  /** Members whose name contains what was typed, as they can be typed for whom it is. */
  List<Choice> people(String typed) {
    boolean mentions = turn.actor().platform() == Platform.DISCORD;
    String part = ForReader.of(turn.words()).small(typed);
    Map<Long, Choice> found = new LinkedHashMap<>();
    for (Circle circle : turn.circles()) {
      for (Named one : turn.tables().people().named(circle.id(), part)) {
        if (one.person() != turn.person() && found.size() < MOST) {
          found.putIfAbsent(
              one.person(), new Choice(one.name(), mentions ? mention(one) : one.name()));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** As Discord writes a mention: it says which of two people of one name is meant. */
  private String mention(Named member) {
    return turn.tables().people().accountsOf(member.person()).stream()
        .filter(account -> account.platform() == Platform.DISCORD)
        .findFirst()
        .map(account -> "<@" + account.externalId() + ">")
        .orElse(member.name());
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
