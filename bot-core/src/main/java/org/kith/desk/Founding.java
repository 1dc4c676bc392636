package org.kith.desk;

import java.time.Instant;
import java.time.ZoneId;
import org.kith.circle.Circle;
import org.kith.circle.Customs;
import org.kith.circle.DigestTime;
import org.kith.circle.Openness;
import org.kith.circle.Place;
import org.kith.circle.Space;
import org.kith.command.Facts;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;
import org.kith.words.Clean;

/** Makes a circle at first use, with sensible defaults. */
record Founding(Tables tables, Instant now) {
  private static final int LONGEST_TITLE = 100;

  /**
   * Makes a circle whose first space is this place.
   *
   * @param wholeHouse true if commands typed anywhere in the house are for it
   */
  Space found(Place place, Facts facts, String language, ZoneId zone, boolean wholeHouse) {
    Openness openness = Openness.guess(facts.people(), facts.anybodyCanEnter());
    Circle circle =
        tables
            .circles()
            .add(
                new Circle(
                    0,
                    title(wholeHouse ? facts.houseTitle() : facts.roomTitle()),
                    language,
                    zone,
                    false,
                    openness,
                    openness.details(),
                    openness.names(),
                    DigestTime.USUAL,
                    false,
                    null,
                    false,
                    openness.rows(),
                    null,
                    Customs.USUAL),
                now);
    scheduleDigest(circle);
    tables.outbox().post(Note.FOUNDED, circle.id(), place, circle.id(), language, now);
    int people = facts.hidden() ? 0 : facts.people();
    return tables
        .circles()
        .addSpace(circle.id(), place, title(facts.roomTitle()), wholeHouse, people);
  }

  /** Makes a circle for a space that is there already, with these settings. */
  Circle apart(Circle settings) {
    Circle circle = tables.circles().add(settings, now);
    scheduleDigest(circle);
    return circle;
  }

  /** The next digest is due at its time, or none if the circle wants none. */
  void scheduleDigest(Circle circle) {
    if (circle.digest().on()) {
      Instant next = circle.digest().next(now, circle.zone());
      tables.due().schedule(What.DIGEST, circle.id(), circle.id(), next);
    } else {
      tables.due().cancel(What.DIGEST, circle.id());
    }
  }

  static String title(String typed) {
    String title = Clean.line(typed);
    return title.isEmpty() ? "…" : Notices.clip(title, LONGEST_TITLE);
  }
}
