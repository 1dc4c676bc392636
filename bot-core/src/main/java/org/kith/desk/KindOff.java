package org.kith.desk;

import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.circle.Kind;
import org.kith.store.Draft;
import org.kith.words.KindNames;

/** A kind that the circle does without is not asked for; what was posted before stays. */
record KindOff(Turn turn, Dialogue dialogue) {

  /** True if a draft can't be posted in its circle for its kind. */
  boolean of(Draft draft) {
    Kind kind = draft.kind();
    return kind != null
        && draft.circleId() != null
        && kind.isOff(dialogue.circle(draft))
        && dialogue.posted(draft).map(CareRequest::kind).filter(kind::equals).isEmpty();
  }

  /** What is said of it. */
  String why(Circle circle, Kind kind) {
    return turn.say(
        "kind.off", "circle", circle.name(), "kind", KindNames.of(turn.words(), circle).name(kind));
  }
}
