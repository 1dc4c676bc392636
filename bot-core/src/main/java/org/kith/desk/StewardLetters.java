package org.kith.desk;

import java.time.Instant;
import org.kith.post.Note;
import org.kith.store.Tables;

/** What becomes of a letter between a steward and somebody that can't be passed on. */
record StewardLetters(Tables tables, Instant now) {

  /** Whoever wrote it should not wait for an answer; after that it is destroyed. */
  void lost(Note note, long letter) {
    StewardWay way =
        tables
            .stewardTalks()
            .letter(letter)
            .flatMap(one -> StewardWay.of(tables, one))
            .orElse(null);
    Long writer = way == null ? null : way.writer();
    boolean told = note == Note.STEWARD_LETTER && way != null && writer != null && !way.isBlocked();
    if (way == null || writer == null || !told) {
      tables.stewardTalks().gone(letter);
    } else {
      new Saying(tables, now).tell(Note.STEWARD_LETTER_LOST, way.circle(), writer, letter);
    }
  }
}
