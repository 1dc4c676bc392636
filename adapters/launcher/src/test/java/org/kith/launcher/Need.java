package org.kith.launcher;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as the people who use it remember it: what they were told of it, and what may have
 * become of the last thing they did when the bot died.
 */
final class Need {
  private final String words;
  private @Nullable Attempt last;
  private final List<String> story = new ArrayList<>();
  private boolean mustExist;
  private boolean lost;
  private int number;
  private final Set<CardState> possible = EnumSet.noneOf(CardState.class);
  private final Set<CardState> before = EnumSet.noneOf(CardState.class);
  private Neighbours.Way claimedBy = Neighbours.Way.TYPED;

  /**
   * @param words found on no other card
   */
  Need(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Its number, 0 as long as nobody has seen its card. */
  int number() {
    return number;
  }

  /** How its last helper said so. */
  Neighbours.Way claimedBy() {
    return claimedBy;
  }

  void claimedBy(Neighbours.Way way) {
    claimedBy = way;
  }

  /** Somebody does something; whatever they did before is over. */
  void tries(Attempt attempt) {
    settleLast();
    before.clear();
    before.addAll(possible);
    last = attempt;
    story.add(Instant.now() + " " + attempt.leadsTo() + " (kept: " + attempt.kept() + ")");
  }

  /** What its card may say now. */
  Set<CardState> possible() {
    settleLast();
    return possible;
  }

  /** The same where it has two cards: a reaction to the one that the bot does not know is lost. */
  Set<CardState> possibleOnTwoCards() {
    Set<CardState> all = EnumSet.copyOf(possible());
    if (last != null && last.kept() == Attempt.Kept.ON_ITS_CARD) {
      all.addAll(before);
    }
    return all;
  }

  /** The one thing that its card may say now, if there is but one. */
  Optional<CardState> known() {
    Set<CardState> now = possible();
    return now.size() == 1 && mustExist ? Optional.of(now.iterator().next()) : Optional.empty();
  }

  /** It never came to be: whoever asked gives it up. */
  void lost() {
    lost = true;
  }

  /** Whether something may still follow. */
  boolean isOpen() {
    return !lost && known().filter(CardState::isLast).isEmpty();
  }

  /** Whether its last attempt has been answered, or needs no answer. */
  boolean isHeard() {
    return last == null || last.isAnswered().getAsBoolean();
  }

  /** The card is seen for the first time: its number is known from now on. */
  void numbered(int itsNumber) {
    number = itsNumber;
    mustExist = true;
  }

  /** What is seen is the truth from now on: the next attempt begins there. */
  void found(CardState state) {
    possible.clear();
    possible.add(state);
    last = null;
    story.add(Instant.now() + " seen: " + state);
  }

  /** Its cards among those in the space. */
  List<SeenPost> among(List<SeenPost> cards) {
    return cards.stream()
        .filter(card -> number == 0 ? card.text().contains(words) : card.number() == number)
        .toList();
  }

  /** Whether somebody was promised that it is there. */
  boolean mustExist() {
    settleLast();
    return mustExist;
  }

  /** An attempt that is certain leaves one possibility; any other adds one. */
  private void settleLast() {
    if (last == null) {
      return;
    }
    if (last.isCertain()) {
      mustExist = true;
      possible.clear();
    }
    possible.add(last.leadsTo());
  }

  @Override
  public String toString() {
    return "“" + words + "” (#" + number + ") must be " + possible + " after " + story;
  }
}
