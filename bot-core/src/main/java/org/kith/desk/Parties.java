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

  /**
   * What the asker's side is called by the other, within a sentence.
   *
   * @param helps true for a helper, who may read a name that others may not
   */
  String asker(CareRequest request, boolean helps, Words words) {
    return name(request, helps).orElseGet(() -> words.say("relay.asker"));
  }

  /** The same at the beginning of a sentence. */
  String askerFirst(CareRequest request, boolean helps, Words words) {
    return name(request, helps).orElseGet(() -> words.say("relay.asker.first"));
  }

  /** The same where no request stands beside it, which tells nameless askers apart. */
  String askerAlone(CareRequest request, boolean helps, Words words) {
    return name(request, helps)
        .orElseGet(() -> words.say("relay.asker.of", "number", Notices.number(request)));
  }

  private Optional<String> name(CareRequest request, boolean helps) {
    AskerName name = new AskerName(tables);
    return helps ? name.of(request) : name.inPublic(request);
  }

  /** What the other is called by the asker's side, who is told the names of all who help. */
  String other(CareRequest request, long other, Words words) {
    return Saying.name(tables, request.circleId(), other)
        .orElseGet(() -> words.say("somebody.within"));
  }
}
