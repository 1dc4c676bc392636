package org.kith.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.post.Note;
import org.kith.store.CareCards;
import org.kith.store.Tables;

/**
 * Two persons turn out to be one: what can't be one person's is taken back first (nobody helps with
 * what they asked, or twice with the same), then the one takes the place of the other.
 */
record BecomingOne(Turn turn) {

  /**
   * One person takes the place of another; both are locked, and all of their circles.
   *
   * @return true if something that was promised is open again
   */
  boolean take(long from, long into) {
    Tables tables = turn.tables();
    boolean freed = false;
    for (long id : both(from, into)) {
      freed |= settle(tables.requests().find(id).orElseThrow(), from, into);
    }
    Lapsing lapsing = new Lapsing(tables, turn.now());
    asksOneself(from, into).forEach(lapsing::remove);
    careCard(from, into);
    tables.joining().take(from, into, turn.account().id(), turn.now());
    tables.blocks().of(into).forEach(block -> part(into, block.blocked()));
    tables.blocks().against(into).forEach(block -> part(block.person(), into));
    for (long circle : tables.erasing().circles(into)) {
      if (tables.people().isBarred(circle, into)) {
        Barring.free(turn, tables.circles().find(circle).orElseThrow(), into);
      }
    }
    turn.reminders().again(into);
    tables.erasing().requests(into).forEach(this::redraw);
    return freed;
  }

  private List<Long> both(long from, long into) {
    return Stream.of(from, into)
        .flatMap(person -> turn.tables().erasing().requests(person).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** What one has promised to the other, or both to a third, is open again but for one promise. */
  private boolean settle(CareRequest request, long from, long into) {
    List<Claim> theirs =
        turn.tables().claims().on(request.id()).stream()
            .filter(claim -> claim.isBy(from) || claim.isBy(into))
            .filter(claim -> claim.isInFlight() || claim.isStandby())
            .sorted(Comparator.comparingInt(BecomingOne::softness).thenComparingLong(Claim::id))
            .toList();
    boolean own = request.isOwnOf(from) || request.isOwnOf(into);
    boolean freed = false;
    for (Claim claim : theirs.subList(own || theirs.isEmpty() ? 0 : 1, theirs.size())) {
      if (claim.isStandby()) {
        turn.tables().claims().drop(claim.id());
      } else if (own) {
        turn.ending().release(request, claim);
        freed = true;
      } else {
        new Helping(turn).release(request, claim);
        freed = true;
      }
    }
    return freed;
  }

  /** A whole place before a part, and a part before what is only said for the case that. */
  private static int softness(Claim claim) {
    return claim.isStandby() ? 2 : claim.isPart() ? 1 : 0;
  }

  /** What one is making for the other waits for nobody's yes any more. */
  private List<Long> asksOneself(long from, long into) {
    return Stream.of(from, into)
        .flatMap(person -> {
          long other = person == from ? into : from;
          List<Long> made = turn.tables().erasing().drafts(person);
          return turn.tables().erasing().awaiting(other).stream().filter(made::contains);
        })
        .toList();
  }

  /** The care card of the one who stays, or the other's where they have none. */
  private void careCard(long from, long into) {
    Tables tables = turn.tables();
    if (!tables.cards().has(into)) {
      tables
          .cards()
          .sealed(from)
          .map(sealed -> turn.sealer().unseal(sealed, CareCards.sealedRow(from)))
          .ifPresent(words ->
              tables.cards().write(into, turn.sealer().seal(words, CareCards.sealedRow(into))));
    }
  }

  /** A block holds for all of somebody's accounts: what stands against it is freed. */
  private void part(long person, long blocked) {
    for (long id : turn.tables().blocks().claims(person, blocked)) {
      Claim claim = turn.tables().claims().find(id).orElseThrow();
      CareRequest request = turn.locked(claim.requestId());
      if (request != null && !request.anonymous()) {
        turn.ending().release(request, claim);
        if (claim.isInFlight()) {
          turn.saying().tell(Note.FREED, turn.circleBehind(request), blocked, id);
        }
      }
    }
  }

  /** A card that showed another name of theirs shows the one that they have in its circle. */
  private void redraw(long request) {
    if (turn.tables().requests().find(request).filter(one -> !one.isEnded()).isPresent()) {
      turn.saying().changed(request);
    }
  }
}
