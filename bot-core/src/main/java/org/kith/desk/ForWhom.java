package org.kith.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Platform;
import org.kith.store.Draft;
import org.kith.store.People.Named;
import org.kith.words.ForReader;

/** For whom a request is, as somebody typed it: themself, a member by name, or somebody else. */
record ForWhom(Turn turn) {
  private static final Pattern MENTION = Pattern.compile("<@!?([0-9]{1,20})>");

  /** Whoever was meant. */
  sealed interface Found {
    /** Whoever typed it. */
    record Oneself() implements Found {}

    /**
     * A member.
     *
     * @param circles those of the turn's circles in which they are one
     */
    record Inside(long person, String name, List<Circle> circles) implements Found {}

    /** Somebody whom these circles don't know: what was typed is kept nowhere. */
    record Outside() implements Found {}

    /** More than one member is called that. */
    record Several(String name) implements Found {}
  }

  /** Whoever was meant, in these circles. */
  Found read(List<Circle> circles, String typed) {
    ForReader reader = ForReader.of(turn.words());
    if (reader.isOneself(typed)) {
      return new Found.Oneself();
    }
    Map<Long, Found.Inside> found = new LinkedHashMap<>();
    if (!reader.isSomebody(typed)) {
      circles.forEach(circle -> members(circle, typed, found));
    }
    if (found.size() > 1) {
      return new Found.Several(Notices.clip(typed.strip()));
    }
    return found.values().stream()
        .findFirst()
        .map(one -> one.person() == turn.person() ? new Found.Oneself() : one)
        .orElseGet(Found.Outside::new);
  }

  /** Takes "for Chi" out of a request that was typed in one go. */
  Optional<ForReader.Cut> cut(String text) {
    ForReader reader = ForReader.of(turn.words());
    return reader.cut(
        text,
        whom -> reader.isSomebody(whom) || !(read(turn.circles(), whom) instanceof Found.Outside));
  }

  /** Keeps for whom a draft is. */
  void keep(Draft draft, Found found) {
    switch (found) {
      case Found.Oneself() -> turn.tables().consents().remove(draft.id());
      case Found.Inside inside -> turn.tables().consents().keep(draft.id(), inside.person());
      case Found.Outside() -> turn.tables().consents().keep(draft.id(), null);
      case Found.Several(String name) -> throw new IllegalStateException(name + " is several");
    }
  }

  private void members(Circle circle, String typed, Map<Long, Found.Inside> found) {
    Matcher mention = MENTION.matcher(typed.strip());
    if (mention.matches() && turn.actor().platform() == Platform.DISCORD) {
      mentioned(circle, mention.group(1)).ifPresent(one -> add(found, circle, one));
      return;
    }
    ForReader reader = ForReader.of(turn.words());
    String small = reader.small(typed.strip().replaceFirst("^@", ""));
    if (small.isEmpty()) {
      return;
    }
    List<Named> alike = turn.tables().people().named(circle.id(), small);
    List<Named> exact = called(alike, small, reader);
    List<Named> meant = exact.isEmpty() ? begun(alike, small, reader) : exact;
    meant.forEach(one -> add(found, circle, one));
  }

  private Optional<Named> mentioned(Circle circle, String id) {
    return turn.tables()
        .people()
        .find(Platform.DISCORD, id)
        .map(Account::personId)
        .flatMap(person ->
            turn.tables()
                .people()
                .nameIn(circle.id(), person)
                .map(name -> new Named(person, name)));
  }

  private static List<Named> called(List<Named> members, String small, ForReader reader) {
    return members.stream().filter(one -> reader.small(one.name()).equals(small)).toList();
  }

  /** "Chi" for Chi Nguyen. */
  private static List<Named> begun(List<Named> members, String small, ForReader reader) {
    return members.stream()
        .filter(one -> reader.small(one.name()).startsWith(small + " "))
        .toList();
  }

  private static void add(Map<Long, Found.Inside> found, Circle circle, Named one) {
    List<Circle> circles = new ArrayList<>();
    Found.Inside known = found.get(one.person());
    if (known != null) {
      circles.addAll(known.circles());
    }
    circles.add(circle);
    found.put(one.person(), new Found.Inside(one.person(), one.name(), List.copyOf(circles)));
  }
}
