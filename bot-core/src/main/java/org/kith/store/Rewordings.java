package org.kith.store;

import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.care.CareRequest;
import org.kith.circle.Kind;

/** How askers had put what somebody who looks after the circle has put in other words since. */
public final class Rewordings {
  private final Handle handle;

  Rewordings(Handle handle) {
    this.handle = handle;
  }

  /** Keeps the asker's own words, unless they are kept already. */
  public void keep(CareRequest asked) {
    if (before(asked).isEmpty()) {
      Requests.bindWindow(
              handle.createUpdate(
                  """
                  insert into reworded (request_id, kind, what, near, helpers,
                    when_shape, when_from, when_until, when_zone, when_part)
                  values (:request, :kind, :what, :near, :helpers,
                    :shape, :from, :until, :zone, :part)
                  """),
              asked.window())
          .bind("request", asked.id())
          .bind("kind", asked.kind().stored())
          .bind("what", asked.what())
          .bind("near", asked.near())
          .bind("helpers", asked.helpers())
          .execute();
    }
  }

  /** A request as its asker had put it; empty if nobody else has put it otherwise. */
  public Optional<CareRequest> before(CareRequest now) {
    return handle
        .createQuery("select * from reworded where request_id = :request")
        .bind("request", now.id())
        .map((row, context) ->
            now.reworded(
                Kind.read(row.getString("kind")),
                row.getString("what"),
                Objects.requireNonNull(Requests.window(row)),
                row.getString("near"),
                row.getInt("helpers")))
        .findOne();
  }

  /** The asker has put it anew, or it is over. */
  public void forget(long request) {
    handle
        .createUpdate("delete from reworded where request_id = :request")
        .bind("request", request)
        .execute();
  }
}
