package org.kith.desk;

import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.store.Tables;
import org.kith.words.Words;

/**
 * The two sides that write to each other about a request, and how each is called by the other: the
 * one place that says so.
 */
record Parties(Tables tables) {
  /** Who receives what is written to the asker; nobody once they are forgotten. */
  Optional<Long> askersSide(CareRequest request) {
    return Optional.ofNullable(request.asker());
  }

  /** True if this person writes and reads on the asker's side. */
  boolean isAskersSide(CareRequest request, long person) {
    return request.isAskedBy(person)
        || askersSide(request).filter(one -> one == person).isPresent();
  }

  /** What the asker's side is called by the other, within a sentence. */
  String asker(CareRequest request, Words words) {
    return new AskerName(tables).of(request).orElseGet(() -> words.say("relay.asker"));
  }

  /** The same at the beginning of a sentence. */
  String askerFirst(CareRequest request, Words words) {
    return new AskerName(tables).of(request).orElseGet(() -> words.say("relay.asker.first"));
  }

  /** The same where no request stands beside it, which tells nameless askers apart. */
  String askerAlone(CareRequest request, Words words) {
    return new AskerName(tables)
        .of(request)
        .orElseGet(() -> words.say("relay.asker.of", "number", Notices.number(request)));
  }

  /** What the other is called by the asker's side, who is told the names of all who help. */
  String other(CareRequest request, long other, Words words) {
    return Saying.name(tables, request.circleId(), other)
        .orElseGet(() -> words.say("somebody.within"));
  }
}
