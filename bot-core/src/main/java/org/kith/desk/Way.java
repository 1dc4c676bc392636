package org.kith.desk;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Letter;
import org.kith.care.Passing;
import org.kith.care.Talk;
import org.kith.circle.Circle;
import org.kith.circle.RelayOpen;
import org.kith.store.Tables;
import org.kith.words.Words;

/**
 * The way that words take between the asker's side of a request and one other person, in one
 * direction.
 *
 * @param other the helper, or whoever has a question before a claim
 * @param fromAsker true if the asker's side writes, false if the other does
 */
record Way(
    Tables tables, Instant now, Circle circle, CareRequest request, long other, boolean fromAsker) {

  /** The way that a letter took; empty once its talk or request is gone. */
  static Optional<Way> of(Tables tables, Instant now, Letter letter) {
    Talk talk = tables.talks().find(letter.talkId()).orElse(null);
    return talk == null ? Optional.empty() : of(tables, now, talk, letter.fromAsker());
  }

  /** The way within a talk. */
  static Optional<Way> of(Tables tables, Instant now, Talk talk, boolean fromAsker) {
    return tables
        .requests()
        .find(talk.requestId())
        .map(request ->
            new Way(
                tables,
                now,
                tables.circles().find(request.circleId()).orElseThrow(),
                request,
                talk.other(),
                fromAsker));
  }

  /** Whether words may go this way now. */
  Passing passing() {
    Claim claim = standing().orElse(null);
    boolean yes =
        claim != null
            && (Notices.opens(circle, claim)
                || claim.state() instanceof ClaimState.Kept
                || !new Notices(tables, now).hasPrivate(circle, request));
    Passing.So soFar = tables.talks().soFar(request.id(), other).orElse(null);
    return Passing.decide(circle.open().questions(), request, claim != null, yes, soFar, fromAsker);
  }

  /**
   * True if it is a question before a claim: the first words, and alone until they are answered.
   */
  boolean isQuestion() {
    return !fromAsker && circle.open().questions() == RelayOpen.AT_ONCE && standing().isEmpty();
  }

  /** Who reads what goes this way; null once they are forgotten. */
  @Nullable Long reader() {
    return fromAsker ? (Long) other : parties().askersSide(request).orElse(null);
  }

  /** Who writes what goes this way; null once they are forgotten. */
  @Nullable Long writer() {
    return back().reader();
  }

  /** The same in the other direction. */
  Way back() {
    return new Way(tables, now, circle, request, other, !fromAsker);
  }

  /**
   * True if whoever would read it has blocked whoever writes, or a steward has barred them: that is
   * nobody's to find out.
   */
  boolean isBlocked() {
    Long reader = reader();
    Long writer = writer();
    return reader != null
        && writer != null
        && (tables.blocks().blocks(reader, writer)
            || tables.people().isBarred(circle.id(), writer));
  }

  /** What the reader is called by the writer. */
  String readerName(Words words) {
    return fromAsker
        ? parties().other(request, other, words)
        : parties().asker(request, standing().isPresent(), words);
  }

  /** The same at the beginning of a sentence. */
  String readerFirst(Words words) {
    return fromAsker
        ? parties().other(request, other, words)
        : parties().askerFirst(request, standing().isPresent(), words);
  }

  /** The same where no request stands beside it. */
  String readerAlone(Words words) {
    return fromAsker
        ? parties().other(request, other, words)
        : parties().askerAlone(request, standing().isPresent(), words);
  }

  /** What the writer is called by the reader, at the beginning of a sentence. */
  String writerFirst(Words words) {
    return back().readerFirst(words);
  }

  /** The other's claim, if it stands: a place that is only held does not yet. */
  private Optional<Claim> standing() {
    return tables.claims().on(request.id()).stream()
        .filter(claim -> claim.isBy(other) && claim.helps())
        .filter(claim -> !(claim.state() instanceof ClaimState.Held))
        .findFirst();
  }

  private Parties parties() {
    return new Parties(tables);
  }
}
