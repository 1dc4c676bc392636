package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.care.Thanks;

/**
 * Thanks: at most one for a request, found by nobody's name. Once a request is forgotten public
 * words stay without it, until the digest has carried them.
 */
public final class ThanksTable {
  /** The most that one digest carries; the rest waits for the next. */
  public static final int MOST_CARRIED = 5;

  private final Handle handle;

  ThanksTable(Handle handle) {
    this.handle = handle;
  }

  /** The thanks for a request. */
  public Optional<Thanks> of(long request) {
    return handle
        .createQuery("select * from thanks where request_id = :request")
        .bind("request", request)
        .map(ThanksTable::thanks)
        .findOne();
  }

  /** Writes the thanks for a request, in place of any before. */
  public void write(long circle, Thanks thanks) {
    remove(thanks.requestId());
    Thanks.Way way = thanks.way();
    handle
        .createUpdate(
            """
            insert into thanks (circle_id, request_id, words, way, since, carried)
            values (:circle, :request, :words, :way, :since, false)
            """)
        .bind("circle", circle)
        .bind("request", thanks.requestId())
        .bind("words", thanks.words())
        .bind("way", way == null ? null : way.name())
        .bind("since", thanks.since())
        .execute();
  }

  /** The thanks for a request are gone, as if they had not been said. */
  public void remove(long request) {
    handle
        .createUpdate("delete from thanks where request_id = :request")
        .bind("request", request)
        .execute();
  }

  /**
   * Thanks for everybody.
   *
   * @param request what for; null once that is forgotten
   */
  public record Public(String words, @Nullable Long request) {}

  /**
   * The public words of a circle, the first said first.
   *
   * @param carried those that a digest is carrying now, or those that wait for one
   */
  public List<Public> said(long circle, boolean carried) {
    return handle
        .createQuery(
            """
            select words, request_id from thanks
            where circle_id = :circle and way = 'PUBLIC' and words is not null
              and carried = :carried
            order by since, id fetch first :most rows only
            """)
        .bind("circle", circle)
        .bind("carried", carried)
        .bind("most", MOST_CARRIED)
        .map((row, context) ->
            new Public(row.getString("words"), Requests.longOrNull(row, "request_id")))
        .list();
  }

  /** A digest carries what waits; what an earlier one carried is forgotten. */
  public void carry(long circle) {
    delivered(circle);
    handle
        .createUpdate(
            """
            update thanks set carried = true
            where id in (
              select t.id from thanks t
              where t.circle_id = :circle and t.way = 'PUBLIC' and t.words is not null
              order by t.since, t.id fetch first :most rows only)
            """)
        .bind("circle", circle)
        .bind("most", MOST_CARRIED)
        .execute();
  }

  /** The digest is there: the words that it carried are forgotten. */
  public void delivered(long circle) {
    handle
        .createUpdate(
            "delete from thanks where circle_id = :circle and carried and request_id is null")
        .bind("circle", circle)
        .execute();
    handle
        .createUpdate(
            """
            update thanks set words = null, carried = false where circle_id = :circle and carried
            """)
        .bind("circle", circle)
        .execute();
  }

  /**
   * Three days after the end of a request.
   *
   * @param digest true if public words wait for a digest; they stay, and lead to no request
   */
  public void forget(long request, boolean digest) {
    handle
        .createUpdate(
            """
            delete from thanks where request_id = :request
              and (way is null or way <> 'PUBLIC' or words is null or :digest = false)
            """)
        .bind("request", request)
        .bind("digest", digest)
        .execute();
    handle
        .createUpdate("update thanks set request_id = null where request_id = :request")
        .bind("request", request)
        .execute();
  }

  /** What no digest has carried for so long is forgotten. */
  public void removeBefore(Instant then) {
    handle
        .createUpdate("delete from thanks where request_id is null and since < :then")
        .bind("then", then)
        .execute();
  }

  private static Thanks thanks(ResultSet row, StatementContext context) throws SQLException {
    return new Thanks(
        row.getLong("request_id"),
        row.getString("words"),
        way(row.getString("way")),
        Instants.get(row, "since"));
  }

  private static Thanks.@Nullable Way way(@Nullable String name) {
    return name == null ? null : Thanks.Way.valueOf(name);
  }
}
