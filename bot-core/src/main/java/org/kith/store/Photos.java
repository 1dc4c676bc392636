package org.kith.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Photos that are on their way with a letter, sealed, and forgotten once they are there. */
public final class Photos {
  private final Handle handle;

  Photos(Handle handle) {
    this.handle = handle;
  }

  /** Keeps the photo of a letter until it is delivered. */
  public void keep(long letter, String sealed) {
    handle
        .createUpdate("insert into photo (letter_id, sealed) values (:letter, :sealed)")
        .bind("letter", letter)
        .bind("sealed", sealed)
        .execute();
  }

  /** The sealed photo of a letter, if there is one on its way. */
  public Optional<String> of(long letter) {
    return handle
        .createQuery("select sealed from photo where letter_id = :letter")
        .bind("letter", letter)
        .mapTo(String.class)
        .findOne();
  }

  /** The photo of a letter is there, or goes nowhere: it is destroyed. */
  public void forget(long letter) {
    handle
        .createUpdate("delete from photo where letter_id = :letter")
        .bind("letter", letter)
        .execute();
  }

  /** Destroys all photos that were sent about a request. */
  public void forgetAbout(long request) {
    handle
        .createUpdate(
            """
            delete from photo where letter_id in (
              select l.id from letter l join talk t on t.id = l.talk_id
              where t.request_id = :request)
            """)
        .bind("request", request)
        .execute();
  }

  /** What the photo of a letter is bound to when it is sealed. */
  public static String sealedRow(long letter) {
    return "photo:" + letter;
  }
}
