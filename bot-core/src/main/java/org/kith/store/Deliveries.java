package org.kith.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.kith.circle.Platform;

/** Ids of events already seen. */
public final class Deliveries {
  private final Handle handle;

  Deliveries(Handle handle) {
    this.handle = handle;
  }

  /** Notes an event; false if it has been seen before. */
  public boolean isFirst(Platform platform, String id, Instant now) {
    return handle
            .createUpdate(
                """
                insert into delivery (platform, delivery_id, seen_at)
                select cast(:platform as varchar(10)), cast(:id as varchar(64)),
                  cast(:now as timestamp with time zone)
                where not exists (
                  select 1 from delivery where platform = :platform and delivery_id = :id)
                """)
            .bind("platform", platform.name())
            .bind("id", id)
            .bind("now", now)
            .execute()
        > 0;
  }

  /** The event led to this request. */
  public void ledTo(Platform platform, String id, long request) {
    handle
        .createUpdate(
            """
            update delivery set request_id = :request
            where platform = :platform and delivery_id = :id
            """)
        .bind("platform", platform.name())
        .bind("id", id)
        .bind("request", request)
        .execute();
  }

  /** The request that an event led to. */
  public Optional<Long> requestOf(Platform platform, String id) {
    return handle
        .createQuery(
            """
            select request_id from delivery
            where platform = :platform and delivery_id = :id and request_id is not null
            """)
        .bind("platform", platform.name())
        .bind("id", id)
        .mapTo(Long.class)
        .findOne();
  }

  /** Forgets events that no platform delivers any more. */
  public void removeBefore(Instant then) {
    handle.createUpdate("delete from delivery where seen_at < :then").bind("then", then).execute();
  }
}
