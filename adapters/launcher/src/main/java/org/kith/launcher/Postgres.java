package org.kith.launcher;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** PostgreSQL copies itself: the exact command for it, without a password. */
final class Postgres {
  private Postgres() {}

  static String backup(Settings settings, Path file) {
    return "The database is PostgreSQL's, which makes its own backups: pg_dump --format=custom"
        + " --file=%s '%s'".formatted(quoted(file), address(settings))
        + " (and copy the sealing key in KITH_DATA, apart from it).";
  }

  static String restore(Settings settings, Path file) {
    return "The database is PostgreSQL's: stop Kith, then pg_restore --clean --if-exists"
        + " --dbname='%s' %s".formatted(address(settings), quoted(file))
        + " (and put the sealing key back into KITH_DATA).";
  }

  /** As PostgreSQL's own tools take it: they ask for the password. */
  private static String address(Settings settings) {
    String url = settings.databaseUrl().substring("jdbc:".length());
    String plain = url.split("\\?", 2)[0];
    @Nullable String user = settings.databaseUser();
    return user == null || !plain.startsWith("postgresql://")
        ? plain
        : "postgresql://" + user + "@" + plain.substring("postgresql://".length());
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "'\\''") + "'";
  }
}
