package org.kith.desk;

import java.time.Instant;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Circle;
import org.kith.circle.Platform;
import org.kith.store.Tables;

/** Somebody has left a group: what they promised is open again, and they are forgotten in time. */
record Departed(Tables tables, Instant now) {

  /**
   * Somebody has left a house. Of a circle with other houses they may be in one of those still:
   * only where this was the only one they have left the circle.
   */
  void left(Platform platform, String house, String account) {
    tables
        .people()
        .find(platform, account)
        .ifPresent(known ->
            tables.circles().spacesIn(platform, house).stream()
                .map(space -> space.circleId())
                .distinct()
                .sorted()
                .filter(circle ->
                    tables.circles().spacesOf(circle).stream()
                        .allMatch(space ->
                            space.place().platform() == platform
                                && space.place().house().equals(house)))
                .forEach(circle -> left(circle, known.personId())));
  }

  /** Members who left a circle so long ago that nothing else is kept of that time either. */
  void forget() {
    for (var member : tables.people().departed()) {
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

  private void left(long circleId, long person) {
    if (!tables.circles().lock(circleId) || !tables.people().isMember(circleId, person)) {
      return;
    }
    tables.people().left(circleId, person, now);
    Circle circle = tables.circles().find(circleId).orElseThrow();
    Saying saying = new Saying(tables, now);
    for (Claim claim : tables.claims().inFlight(circleId, person)) {
      CareRequest request = tables.requests().find(claim.requestId()).orElseThrow();
      new Ending(tables, saying, now).release(request, claim);
      new FollowUp(tables, saying, now).released(circle, request, claim);
    }
    tables.claims().standingBy(circleId, person).forEach(one -> tables.claims().drop(one.id()));
  }
}
