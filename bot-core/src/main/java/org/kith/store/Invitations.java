package org.kith.store;

import java.time.Instant;
import java.util.function.IntUnaryOperator;
import org.jdbi.v3.core.Handle;
import org.kith.circle.LinkCode;

/** Codes by which the host lets new circles in, by their fingerprints; each works once. */
public final class Invitations {
  private final Handle handle;

  Invitations(Handle handle) {
    this.handle = handle;
  }

  /**
   * Makes a code that lets one group in.
   *
   * @param chance a random number from 0 to below its argument, which nobody can foresee
   */
  public LinkCode make(IntUnaryOperator chance, Instant now) {
    LinkCode code = LinkCode.any(chance);
    handle
        .createUpdate("insert into invitation (fingerprint, made_at) values (:fingerprint, :now)")
        .bind("fingerprint", code.fingerprint())
        .bind("now", now)
        .execute();
    return code;
  }

  /**
   * Takes the code that somebody typed; false if it lets nobody in.
   *
   * @param since what was made before then works no more
   */
  public boolean take(String typed, Instant since) {
    return handle
            .createUpdate(
                "delete from invitation where fingerprint = :fingerprint and made_at > :since")
            .bind("fingerprint", LinkCode.fingerprint(typed))
            .bind("since", since)
            .execute()
        > 0;
  }

  /** Forgets codes that were made before then. */
  public void removeBefore(Instant then) {
    handle
        .createUpdate("delete from invitation where made_at <= :then")
        .bind("then", then)
        .execute();
  }
}
