package org.kith.desk;

import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.store.Tables;

/**
 * Which name others read for an asker: whatever names one, a card, a message, a line in a space,
 * looks here and nowhere else.
 */
record AskerName(Tables tables) {

  /** The name; empty where nobody is told who asks, and once it is forgotten. */
  Optional<String> of(CareRequest request) {
    Long asker = request.asker();
    return asker == null || request.anonymous()
        ? Optional.empty()
        : Saying.name(tables, request.circleId(), asker);
  }
}
