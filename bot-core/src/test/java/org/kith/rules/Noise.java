package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.kith.care.CareRequest;
import org.kith.care.Pace;
import org.kith.circle.Account;
import org.kith.circle.Manner;
import org.kith.circle.Place;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Target;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/**
 * Rule 10, by ear: one unasked message a person and day and none at night, three posts a day in a
 * space that make a sound. What is urgent is apart, and so is what those who look after the circle
 * could hear of only too late.
 */
final class Noise {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int MOST_SOUNDS = 3;

  private final TestCircle circle;
  private final Map<String, Instant> unasked = new HashMap<>();
  private final Map<String, Integer> sounds = new HashMap<>();
  private final Map<Place, ZoneId> zones = new HashMap<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private int heard;

  Noise(TestCircle circle) {
    this.circle = circle;
    circle.paper.listens(this::told);
    circle.paper.hears(this::posted);
  }

  /** How many unasked messages there were; fails if any of them, or any sound, was too much. */
  int unasked() {
    assertThat(wrong).as("more than rule 10 allows").isEmpty();
    return heard;
  }

  /** An account is a person of its own again: the others have been asked, it has not. */
  synchronized void parted(String off, List<String> others) {
    Instant last = unasked.remove(off);
    if (last != null) {
      others.forEach(one -> unasked.merge(one, last, (a, b) -> a.isAfter(b) ? a : b));
    }
  }

  /** Whoever had this account is forgotten: it is somebody new who comes. */
  synchronized void forgotten(String account) {
    unasked.remove(account);
  }

  private synchronized void told(String account, Message message) {
    String first = message.text().lines().getFirst().plain();
    boolean ofMany = first.contains("needs something, and nobody has come yet");
    boolean ofStewards = first.startsWith("Nobody has come for #") && first.contains("look after");
    boolean ofOnus = first.startsWith("Most of what has been promised");
    if (!ofMany && !ofStewards && !ofOnus) {
      return;
    }
    heard++;
    Instant now = circle.clock.instant();
    String what = first + " to " + account + " at " + now;
    Optional<CareRequest> request = request(message);
    boolean urgent = request.filter(one -> Pace.isUrgent(one.window(), now)).isPresent();
    if (!(ofStewards && urgent) && !isAwake(account, request, now)) {
      wrong.add("at night: " + what);
    }
    Instant before =
        accounts(account).stream()
            .flatMap(one -> Stream.ofNullable(unasked.get(one)))
            .max(Comparator.naturalOrder())
            .orElse(null);
    unasked.put(account, now);
    boolean cantWait =
        ofStewards
            && before != null
            && request
                .map(one -> one.window().starts())
                .filter(starts -> !starts.isAfter(before.plus(A_DAY).plusSeconds(3600)))
                .isPresent();
    if (before != null && before.plus(A_DAY).isAfter(now) && !cantWait) {
      wrong.add("after " + before + " again: " + what);
    }
  }

  private void posted(Sheet sheet) {
    Instant now = circle.clock.instant();
    boolean urgent =
        request(sheet.message()).filter(one -> Pace.isUrgent(one.window(), now)).isPresent();
    ZoneId zone = zone(sheet.place()).orElse(null);
    if (urgent || zone == null) {
      return; // A door is in front of no circle yet.
    }
    ZoneId before = zones.put(sheet.place(), zone);
    if (before != null && !before.equals(zone)) {
      // Which day it is was changed by hand: it is counted from here.
      sounds.keySet().removeIf(day -> day.startsWith(sheet.place().toString()));
    }
    String day = sheet.place() + " on " + LocalDate.ofInstant(now, zone);
    if (sounds.merge(day, 1, Integer::sum) > MOST_SOUNDS) {
      wrong.add("too loud: " + day + ": " + sheet.message().text().plain());
    }
  }

  /** The request that the buttons of a message are about. */
  private Optional<CareRequest> request(Message message) {
    return message.buttons().stream()
        .flatMap(button ->
            switch (button.command()) {
              case Command.Claim(Target.Known(long id)) -> Stream.of(id);
              case Command.Claim(Target.Listed(long id)) -> Stream.of(id);
              case Command.LookAfter(Target.Known(long id)) -> Stream.of(id);
              case Command.More(long id) -> Stream.of(id); // What is taken has no other.
              default -> Stream.<Long>empty();
            })
        .findFirst()
        .flatMap(id -> circle.core.database().read(tables -> tables.requests().find(id)));
  }

  private Stream<ZoneId> zones(Optional<CareRequest> request) {
    return circle
        .core
        .database()
        .read(tables ->
            Stream.of(TestCircle.PLACE, Cast.ELM)
                .flatMap(place -> tables.circles().spaceAt(place).stream())
                .map(space -> tables.circles().find(space.circleId()).orElseThrow())
                .filter(one -> request.isEmpty() || request.get().circleId() == one.id())
                .map(one -> one.zone())
                .toList())
        .stream();
  }

  private Optional<ZoneId> zone(Place place) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .circles()
                .spaceAt(place)
                .flatMap(space -> tables.circles().find(space.circleId()))
                .map(one -> one.zone()));
  }

  /** By what they have said of their quiet hours, and by their own clock or that of a circle. */
  private boolean isAwake(String account, Optional<CareRequest> request, Instant now) {
    Manner manner =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .people()
                    .find(Cast.platform(account), account)
                    .map(Account::manner)
                    .orElse(Manner.USUAL));
    return zones(request).anyMatch(zone -> !manner.quiet().holds(now, manner.zoneOr(zone)));
  }

  /** All accounts of the person whose this one is. */
  private List<String> accounts(String account) {
    return circle
        .core
        .database()
        .read(tables ->
            tables.people().find(Cast.platform(account), account).stream()
                .flatMap(one -> tables.people().accountsOf(one.personId()).stream())
                .map(Account::externalId)
                .toList());
  }
}
