package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Instants in the tables: bound and read as offset times in UTC, to the microsecond that both
 * databases keep. (A {@code java.sql.Timestamp} would go through the host's local time, which is
 * ambiguous for an hour each autumn.)
 */
final class Instants {
  private Instants() {}

  static void install(Jdbi jdbi) {
    jdbi.registerArgument(new AsUtc());
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, context) -> {
          OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
          return found == null ? null : found.toInstant();
        });
  }

  static Instant get(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(getOrNull(row, column), column);
  }

  static @Nullable Instant getOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
    return found == null ? null : found.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static final class AsUtc extends AbstractArgumentFactory<Instant> {
    AsUtc() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant instant, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, utc(instant));
    }
  }
}
