package org.kith.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Codes that join somebody's accounts, by their fingerprints, and who has guessed wrong. */
public final class OwnCodes {
  private final Handle handle;

  OwnCodes(Handle handle) {
    this.handle = handle;
  }

  /** A person has this code until then, in place of an earlier one. */
  public void put(long person, String fingerprint, Instant until) {
    handle
        .createUpdate("update person set code = :code, code_until = :until where id = :person")
        .bind("code", fingerprint)
        .bind("until", until)
        .bind("person", person)
        .execute();
  }

  /** The person whose account a code joins now; empty if it joins none, or no longer. */
  public Optional<Long> person(String fingerprint, Instant now) {
    return handle
        .createQuery("select id from person where code = :code and code_until > :now")
        .bind("code", fingerprint)
        .bind("now", now)
        .mapTo(Long.class)
        .findOne();
  }

  /** A person has no code any more. */
  public void remove(long person) {
    handle
        .createUpdate("update person set code = null, code_until = null where id = :person")
        .bind("person", person)
        .execute();
  }

  /** How many codes a person has typed wrong in a row since then. */
  public int wrongSince(long person, Instant since) {
    return handle
        .createQuery("select wrong_codes from person where id = :person and wrong_code_at > :since")
        .bind("person", person)
        .bind("since", since)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  /** A person has typed a code wrong, the how many-th in a row. */
  public void wrong(long person, int tries, Instant now) {
    handle
        .createUpdate(
            "update person set wrong_codes = :tries, wrong_code_at = :now where id = :person")
        .bind("tries", tries)
        .bind("now", now)
        .bind("person", person)
        .execute();
  }

  /** Forgets codes that joined until before then, and wrong ones that were typed before then. */
  public void removeBefore(Instant before) {
    handle
        .createUpdate(
            "update person set code = null, code_until = null where code_until <= :before")
        .bind("before", before)
        .execute();
    handle
        .createUpdate(
            "update person set wrong_codes = 0, wrong_code_at = null where wrong_code_at <="
                + " :before")
        .bind("before", before)
        .execute();
  }
}
