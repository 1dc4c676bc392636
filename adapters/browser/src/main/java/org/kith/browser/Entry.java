package org.kith.browser;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the room's timeline.
 *
 * @param to the only person who sees it; empty if everybody does
 * @param by who wrote it: a person's id, or {@link #KITH}
 * @param at when, by the room's clock, in milliseconds since 1970
 * @param row the outbox row it was sent for, 0 for none
 * @param request the request it is about, 0 for none
 * @param under the message it belongs below
 * @param reactors who has put 🤝 on it, apart from the bot
 * @param hearts who has put ❤ on it
 * @param isPrivate true in the private chat, false in the group
 * @param isProtected true if its words must never be written to the file
 * @param gone true once somebody deleted it; what is left only remembers that it was there
 */
record Entry(
    String id,
    Kind kind,
    String to,
    String by,
    long at,
    Shown shown,
    long row,
    long request,
    @Nullable String under,
    List<String> reactors,
    List<String> hearts,
    boolean isPrivate,
    boolean isProtected,
    boolean gone) {
  /** Who the bot is in the room. */
  static final String KITH = "kith";

  Entry {
    reactors = List.copyOf(reactors);
    hearts = List.copyOf(hearts);
  }

  /** What it is, which decides who sees it and whether it is kept over a restart. */
  enum Kind {
    /** A card, with the bot's own 🤝 below it. */
    CARD,
    /** Any other post of the bot in the group. */
    POST,
    /** The bot wrote to somebody privately. */
    TOLD,
    /** The bot's answer to what somebody typed or pressed; for as long as the room is open. */
    ANSWER,
    /** What somebody typed to the bot; for as long as the room is open. */
    TYPED,
    /** What somebody said to the group; never the bot's business, so never written anywhere. */
    CHAT;

    /** True if it is written to the room's file. */
    boolean lasts() {
      return this == CARD || this == POST || this == TOLD;
    }
  }

  boolean visibleTo(String person) {
    return to.isEmpty() || to.equals(person);
  }

  Entry withId(String other) {
    return new Entry(
        other,
        kind,
        to,
        by,
        at,
        shown,
        row,
        request,
        under,
        reactors,
        hearts,
        isPrivate,
        isProtected,
        gone);
  }

  Entry showing(Shown other) {
    return showing(other, false);
  }

  /** As {@link #showing}; once protected an entry stays so. */
  Entry showing(Shown other, boolean alsoProtected) {
    return new Entry(
        id,
        kind,
        to,
        by,
        at,
        other,
        row,
        request,
        under,
        reactors,
        hearts,
        isPrivate,
        isProtected || alsoProtected,
        gone);
  }

  /** Who has put this sign on it, apart from the bot. */
  List<String> with(Sign sign) {
    return sign == Sign.HEART ? hearts : reactors;
  }

  Entry reacted(String person, Sign sign, boolean on) {
    List<String> others = with(sign).stream().filter(one -> !one.equals(person)).toList();
    List<String> now = on ? Stream.concat(others.stream(), Stream.of(person)).toList() : others;
    return new Entry(
        id,
        kind,
        to,
        by,
        at,
        shown,
        row,
        request,
        under,
        sign == Sign.HANDSHAKE ? now : reactors,
        sign == Sign.HEART ? now : hearts,
        isPrivate,
        isProtected,
        gone);
  }

  Entry deleted() {
    return new Entry(
        id,
        kind,
        to,
        by,
        at,
        new Shown(List.of(), List.of()),
        row,
        request,
        under,
        List.of(),
        List.of(),
        isPrivate,
        isProtected,
        true);
  }

  /** What of it may stand in the file. */
  Entry forTheFile() {
    return isProtected ? showing(shown.withoutWords()) : this;
  }
}
