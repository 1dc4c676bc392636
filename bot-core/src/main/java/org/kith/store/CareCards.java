package org.kith.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What each person wants every helper of theirs to know, sealed; one for the installation. */
public final class CareCards {
  private final Handle handle;

  CareCards(Handle handle) {
    this.handle = handle;
  }

  /** True if this person has one. */
  public boolean has(long person) {
    return sealed(person).isPresent();
  }

  /** The sealed text, bound to {@link #sealedRow}. */
  public Optional<String> sealed(long person) {
    return handle
        .createQuery(
            "select sealed from care_card where person_id = :person and sealed is not null")
        .bind("person", person)
        .mapTo(String.class)
        .findOne();
  }

  /** Writes it, in place of what it said before; nothing is asked any more. */
  public void write(long person, String sealed) {
    clear(person);
    handle
        .createUpdate("insert into care_card (person_id, sealed) values (:person, :sealed)")
        .bind("person", person)
        .bind("sealed", sealed)
        .execute();
  }

  /** Destroys it. */
  public void clear(long person) {
    handle
        .createUpdate("delete from care_card where person_id = :person")
        .bind("person", person)
        .execute();
  }

  /**
   * The person was asked what it is to say; their next words in the private chat are the answer.
   */
  public void asked(long person, Instant now) {
    int known =
        handle
            .createUpdate("update care_card set asked_at = :now where person_id = :person")
            .bind("person", person)
            .bind("now", now)
            .execute();
    if (known == 0) {
      handle
          .createUpdate("insert into care_card (person_id, asked_at) values (:person, :now)")
          .bind("person", person)
          .bind("now", now)
          .execute();
    }
  }

  /** When the person was asked, if they have not answered. */
  public Optional<Instant> askedAt(long person) {
    return handle
        .createQuery(
            "select asked_at from care_card where person_id = :person and asked_at is not null")
        .bind("person", person)
        .map((row, context) -> Instants.get(row, "asked_at"))
        .findOne();
  }

  /** Questions that nobody answered are forgotten. */
  public void removeAskedBefore(Instant then) {
    handle
        .createUpdate("delete from care_card where sealed is null and asked_at < :then")
        .bind("then", then)
        .execute();
    handle
        .createUpdate("update care_card set asked_at = null where asked_at < :then")
        .bind("then", then)
        .execute();
  }

  /** Any sealed card, to check the key with at the start. */
  public Optional<Sealer.SealedRow> anySealed() {
    return handle
        .createQuery(
            """
            select person_id, sealed from care_card where sealed is not null
            fetch first 1 rows only
            """)
        .map((row, context) ->
            new Sealer.SealedRow(row.getString("sealed"), sealedRow(row.getLong("person_id"))))
        .findOne();
  }

  /** What the card of a person is bound to when it is sealed. */
  public static String sealedRow(long person) {
    return "person:" + person;
  }
}
