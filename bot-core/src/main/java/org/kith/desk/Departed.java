package org.kith.desk;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Circle;
import org.kith.circle.Platform;
import org.kith.post.Messenger.Whereabouts;
import org.kith.store.Roll;
import org.kith.store.Tables;

/**
 * Somebody has left a circle: what they promised is open again, and they are forgotten in time.
 * They have left it once they are in none of its houses with any of their accounts.
 */
record Departed(Tables tables, Instant now) {

  /** Somebody has left a house: where they may be elsewhere in its circle, they are looked for. */
  void left(Platform platform, String house, String account) {
    gone(platform, Set.of(house), account, true);
  }

  /** Somebody is in none of these houses. Where they may be elsewhere, the roll call finds out. */
  void notFound(Platform platform, Set<String> houses, String account) {
    gone(platform, houses, account, false);
  }

  /** A member was looked for in all houses of a circle, with all of their accounts. */
  void looked(Roll.Member member, Whereabouts found) {
    if (!tables.circles().lock(member.circle())) {
      return;
    }
    tables.roll().looked(member, now);
    switch (found) {
      case THERE -> {
        if (tables.roll().hasLeft(member)) {
          tables.roll().left(member, null);
        }
      }
      case GONE -> left(member);
      case UNTOLD -> {
        // Nothing may rest on it.
      }
    }
  }

  /** Members who left a circle so long ago that nothing else is kept of that time either. */
  void forget() {
    for (var member : tables.roll().departed()) {
      Circle circle = tables.circles().find(member.circle()).orElseThrow();
      if (Ending.retired(circle, member.at()).isAfter(now)) {
        continue;
      }
      if (tables.people().isElsewhere(member.circle(), member.person())) {
        tables.people().part(member.circle(), member.person());
      } else if (!hasOpen(member.person())) {
        tables.erasing().erase(member.person(), tables.people().accountsOf(member.person()));
        new LeftBehind(tables).write();
      }
    }
  }

  /** What they asked before they left may lie far ahead. */
  private boolean hasOpen(long person) {
    return tables.erasing().requests(person).stream()
        .flatMap(id -> tables.requests().find(id).stream())
        .anyMatch(request -> !request.isEnded() && request.isOwnOf(person));
  }

  private void gone(Platform platform, Set<String> houses, String account, boolean look) {
    houses.forEach(house -> tables.stewards().left(platform, house, account));
    long person = tables.people().find(platform, account).map(known -> known.personId()).orElse(0L);
    for (Roll.Member member : tables.roll().members(person, platform, houses)) {
      List<Roll.Seat> others =
          tables.roll().seats(member.circle(), person, Lookout.counting(now)).stream()
              .filter(seat ->
                  seat.platform() != platform
                      || !seat.account().equals(account)
                      || !houses.contains(seat.house()))
              .toList();
      if (others.isEmpty() && tables.circles().lock(member.circle())) {
        left(member);
      } else if (look) {
        tables.roll().next(member);
      }
    }
  }

  private void left(Roll.Member member) {
    if (!tables.people().isMember(member.circle(), member.person())
        || tables.roll().hasLeft(member)) {
      return;
    }
    tables.roll().left(member, now);
    tables.roll().looked(member, now);
    Circle circle = tables.circles().find(member.circle()).orElseThrow();
    Saying saying = new Saying(tables, now);
    for (Claim claim : tables.claims().inFlight(member.circle(), member.person())) {
      CareRequest request = tables.requests().find(claim.requestId()).orElseThrow();
      new Ending(tables, saying, now).release(request, claim);
      new FollowUp(tables, saying, now).released(circle, request, claim);
    }
    tables
        .claims()
        .standingBy(member.circle(), member.person())
        .forEach(one -> tables.claims().drop(one.id()));
  }
}
