package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * For whom a request that is still being made is, where it is for somebody else, and whether they
 * have been asked. A row goes with its draft.
 */
public final class Consents {
  private final Handle handle;

  Consents(Handle handle) {
    this.handle = handle;
  }

  /**
   * For whom a draft is.
   *
   * @param person whoever it is for; null for somebody outside the circle, of whom nothing is kept
   * @param until until when the person can say yes; null as long as they are not asked. From then
   *     on the draft is theirs to decide, and its maker can only drop it
   * @param declined true once they said no: for its maker that is the same as silence
   */
  public record Consent(
      long draft, @Nullable Long person, @Nullable Instant until, boolean declined) {}

  /** For whom a draft is; empty if for its maker. */
  public Optional<Consent> of(long draft) {
    return handle
        .createQuery("select * from consent where draft_id = :draft")
        .bind("draft", draft)
        .map(Consents::consent)
        .findOne();
  }

  /** The question that waits for this person, if one does: nobody is asked two at a time. */
  public Optional<Consent> waitingFor(long person) {
    return handle
        .createQuery(
            """
            select * from consent
            where person_id = :person and until_at is not null and not declined
            order by until_at, draft_id fetch first 1 rows only
            """)
        .bind("person", person)
        .map(Consents::consent)
        .findOne();
  }

  /** A draft is for this person; null for somebody outside the circle. */
  public void keep(long draft, @Nullable Long person) {
    remove(draft);
    handle
        .createUpdate("insert into consent (draft_id, person_id) values (:draft, :person)")
        .bind("draft", draft)
        .bind("person", person)
        .execute();
  }

  /** The person is asked, and has until then to say yes. */
  public void ask(long draft, Instant until) {
    handle
        .createUpdate("update consent set until_at = :until where draft_id = :draft")
        .bind("until", until)
        .bind("draft", draft)
        .execute();
  }

  /** The person said no; what was private is destroyed at once. */
  public void decline(long draft) {
    handle
        .createUpdate("update consent set declined = true where draft_id = :draft")
        .bind("draft", draft)
        .execute();
    handle
        .createUpdate("update draft set sealed = null where id = :draft")
        .bind("draft", draft)
        .execute();
  }

  /** A draft is for its maker. */
  public void remove(long draft) {
    handle
        .createUpdate("delete from consent where draft_id = :draft")
        .bind("draft", draft)
        .execute();
  }

  private static Consent consent(ResultSet row, StatementContext context) throws SQLException {
    return new Consent(
        row.getLong("draft_id"),
        Requests.longOrNull(row, "person_id"),
        Instants.getOrNull(row, "until_at"),
        row.getBoolean("declined"));
  }
}
