package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Whom people want to hear nothing more from; whoever is blocked can't find out. */
public final class Blocks {
  private final Handle handle;

  Blocks(Handle handle) {
    this.handle = handle;
  }

  /**
   * One person's block of another.
   *
   * @param shown how the blocked one was called when it was made
   */
  public record Block(long id, long person, long blocked, String shown) {}

  /**
   * Adds a block, unless there is one under the same name: what a list of them leaves out must not
   * tell that two who were blocked are one person.
   */
  public void add(long person, long blocked, String shown, Instant now) {
    if (of(person).stream()
        .noneMatch(one -> one.blocked() == blocked && one.shown().equals(shown))) {
      handle
          .createUpdate(
              """
              insert into block (person_id, blocked_id, shown, since)
              values (:person, :blocked, :shown, :now)
              """)
          .bind("person", person)
          .bind("blocked", blocked)
          .bind("shown", shown)
          .bind("now", now)
          .execute();
    }
  }

  /** Takes a block back. */
  public void remove(long id) {
    handle.createUpdate("delete from block where id = :id").bind("id", id).execute();
  }

  /** All that a person has blocked, the first one first. */
  public List<Block> of(long person) {
    return handle
        .createQuery("select * from block where person_id = :person order by id")
        .bind("person", person)
        .map(Blocks::block)
        .list();
  }

  /** All who have blocked a person: for nobody to see. */
  public List<Block> against(long blocked) {
    return handle
        .createQuery("select * from block where blocked_id = :blocked order by id")
        .bind("blocked", blocked)
        .map(Blocks::block)
        .list();
  }

  /** The block with this id. */
  public Optional<Block> find(long id) {
    return handle
        .createQuery("select * from block where id = :id")
        .bind("id", id)
        .map(Blocks::block)
        .findOne();
  }

  /** True if the person has blocked the other. */
  public boolean blocks(long person, long other) {
    return handle
            .createQuery(
                "select count(*) from block where person_id = :person and blocked_id = :other")
            .bind("person", person)
            .bind("other", other)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** True if whoever asks this, or whom it is for, has blocked the other. */
  public boolean blocksFrom(long request, long other) {
    return handle
            .createQuery(
                """
                select count(*) from block b join request r on b.person_id in (r.asker_id, r.for_id)
                where r.id = :request and b.blocked_id = :other
                """)
            .bind("request", request)
            .bind("other", other)
            .mapTo(int.class)
            .one()
        > 0;
  }

  /** What lies ahead of what the blocked one offered on requests of the person. */
  public List<Long> claims(long person, long blocked) {
    return handle
        .createQuery(
            """
            select c.id from claim c join request r on r.id = c.request_id
            where :person in (r.asker_id, r.for_id) and c.helper_id = :blocked
              and c.state in ('HELD', 'PROMISED', 'STANDBY')
              and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
            order by c.id
            """)
        .bind("person", person)
        .bind("blocked", blocked)
        .mapTo(Long.class)
        .list();
  }

  private static Block block(ResultSet row, StatementContext context) throws SQLException {
    return new Block(
        row.getLong("id"),
        row.getLong("person_id"),
        row.getLong("blocked_id"),
        row.getString("shown"));
  }
}
