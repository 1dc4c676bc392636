package org.kith.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;
import org.kith.words.WhenText;
import org.kith.words.Words;

/**
 * What the asker reads of the next step, and its hour: never how many were asked, or said no. While
 * a request is open there is always one.
 */
record NextStep(Tables tables, Instant now) {

  /** The sentence; empty for what has ended, or rests. */
  Optional<String> of(Circle circle, CareRequest request, Words words) {
    boolean quiet = tables.askings().isQuiet(request.id());
    return Stream.of(quiet ? What.LAST_HOUR : What.RING, What.FOLLOW_UP, What.CLOSE)
        .flatMap(what ->
            tables.due().at(what, request.id()).stream()
                .map(at -> said(key(what, request), at, circle, words)))
        .findFirst();
  }

  private String key(What what, CareRequest request) {
    return switch (what) {
      case RING ->
          tables.askings().reached(request.id()).wider().isEmpty() ? "ring.next.all" : "ring.next";
      case LAST_HOUR -> "ring.next.quiet";
      case FOLLOW_UP -> isTakenDown(request) ? "ring.next.quiet" : "ring.next.asks";
      default -> "ring.next.ends";
    };
  }

  /** Where it is to be taken down quietly, and has no hour before it: when it would be asked. */
  private boolean isTakenDown(CareRequest request) {
    return tables.askings().isQuiet(request.id())
        && tables.claims().on(request.id()).stream().noneMatch(Claim::takesAPlace);
  }

  private String said(String key, Instant at, Circle circle, Words words) {
    String time = WhenText.of(words).text(Window.at(at, circle.zone()), now, circle.zone());
    return words.say(key, "time", time);
  }
}
