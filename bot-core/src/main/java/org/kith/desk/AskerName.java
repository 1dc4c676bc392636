package org.kith.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.store.Tables;

/**
 * Which name others read for an asker: whatever names one, a card, a message, a line in a space,
 * looks here and nowhere else.
 */
record AskerName(Tables tables) {

  /**
   * The name as helpers read it; empty where nobody is told who asks, and once it is forgotten. On
   * behalf of somebody it is whoever is asked in their place.
   */
  Optional<String> of(CareRequest request) {
    Long asker = request.asker();
    return asker == null || request.anonymous()
        ? Optional.empty()
        : Saying.name(tables, request.circleId(), asker);
  }

  /** The name as everybody reads it: of a person for whom another asked only if they want that. */
  Optional<String> inPublic(CareRequest request) {
    Long asker = request.asker();
    boolean hidden = asker != null && request.isFor(asker) && !shown(request).contains(asker);
    return hidden ? Optional.empty() : of(request);
  }

  /** The people of the asking side whose names a card may show. */
  List<Long> shown(CareRequest request) {
    Behalf behalf = request.behalf();
    if (request.anonymous()) {
      return List.of();
    }
    Long first = behalf == null ? request.asker() : behalf.goBetween();
    Long second = behalf != null && behalf.named() ? behalf.person() : null;
    return Stream.concat(Stream.ofNullable(first), Stream.ofNullable(second)).toList();
  }
}
