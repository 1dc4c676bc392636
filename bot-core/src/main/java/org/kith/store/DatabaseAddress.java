package org.kith.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, with the settings that keep it safe added to whatever was given.
 *
 * @param url {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
 */
public record DatabaseAddress(String url, String user, String password) {
  private static final String H2 = "jdbc:h2:";
  private static final String FILE = "file:";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  /** H2's numbers for "another process holds the file", and for a server mode we don't use. */
  private static final int HELD = 90020;

  private static final int WRONG_USER = 28000;

  public DatabaseAddress {
    if (url.startsWith(H2)) {
      url = safe(inFile(url));
    } else if (!url.startsWith(POSTGRESQL)) {
      throw new IllegalArgumentException("neither jdbc:h2:… nor jdbc:postgresql:…");
    }
  }

  /** The default: an H2 file in a folder. */
  public static DatabaseAddress in(Path folder) {
    return new DatabaseAddress(H2 + "file:" + folder.toAbsolutePath().resolve("kith"), "kith", "");
  }

  /** True for H2. */
  public boolean isH2() {
    return url.startsWith(H2);
  }

  @Override
  public String toString() {
    return "DatabaseAddress["
        + (isH2() ? "H2" : "PostgreSQL")
        + "]"; // An address may hold a password.
  }

  /** The path of the H2 database without its ending. */
  public Path h2Path() {
    String path = url.substring(H2.length()).split(";", 2)[0];
    return Path.of(path.substring(FILE.length()));
  }

  /** The same settings for another H2 file. */
  DatabaseAddress at(Path other) {
    String[] parts = url.split(";", 2);
    return new DatabaseAddress(
        H2 + FILE + other.toAbsolutePath() + (parts.length > 1 ? ";" + parts[1] : ""),
        user,
        password);
  }

  /** What went wrong, in one line for the host. */
  StoreTrouble explain(RuntimeException wrong) {
    if (wrong instanceof StoreTrouble trouble) {
      return trouble;
    }
    for (Throwable at = wrong; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql) {
        if (isH2() && sql.getErrorCode() == HELD) {
          return held(wrong);
        }
        if (sql.getErrorCode() == WRONG_USER || "28P01".equals(sql.getSQLState())) {
          return new StoreTrouble(
              "KITH_DATABASE_USER, KITH_DATABASE_PASSWORD: the database refuses them;"
                  + " set the ones it was made with",
              wrong);
        }
        return new StoreTrouble(
            "KITH_DATABASE_URL: the database can't be opened ("
                + oneLine(sql)
                + "); check that it"
                + " runs and that the address is right",
            wrong);
      }
    }
    return new StoreTrouble(
        "KITH_DATABASE_URL: the database can't be opened (" + oneLine(wrong) + ")", wrong);
  }

  /** Somebody else has the file. */
  StoreTrouble held(@Nullable Throwable cause) {
    return new StoreTrouble(
        "KITH_DATA: another process holds the database "
            + h2Path()
            + ".mv.db; stop the other Kith, or give this one another folder",
        cause);
  }

  private static String oneLine(Throwable wrong) {
    String message = String.valueOf(wrong.getMessage()).split("\\R", 2)[0];
    return message.length() > 200 ? message.substring(0, 200) + "…" : message;
  }

  /** Only a plain file can be checked, marked and compacted; {@code ~} is the home folder. */
  private static String inFile(String url) {
    String rest = url.substring(H2.length());
    String path = rest.startsWith(FILE) ? rest.substring(FILE.length()) : rest;
    if (path.isEmpty() || path.matches("[A-Za-z]{2,}:.*")) {
      throw new IllegalArgumentException("H2 keeps its data in a file here: jdbc:h2:file:/path");
    }
    boolean home = path.startsWith("~/");
    return H2 + FILE + (home ? System.getProperty("user.home") + path.substring(1) : path);
  }

  private static String safe(String url) {
    List<String> kept = new ArrayList<>();
    for (String part : url.split(";", -1)) {
      String name = part.split("=", 2)[0].toUpperCase(Locale.ROOT);
      if (!name.equals("WRITE_DELAY")
          && !name.equals("DB_CLOSE_ON_EXIT")
          && !name.equals("RETENTION_TIME")
          && !name.equals("AUTO_SERVER")
          && !name.equals("FILE_LOCK")
          && !name.equals("QUERY_CACHE_SIZE")) {
        kept.add(part);
      }
    }
    kept.add("WRITE_DELAY=0");
    // Room once used is used again only after a compaction: where H2 writes over it (45 seconds
    // after it was freed, by default), a kill takes up to twenty acknowledged commits with it.
    kept.add("RETENTION_TIME=" + Integer.MAX_VALUE);
    kept.add("DB_CLOSE_ON_EXIT=FALSE");
    // All statements there are: H2 keeps eight otherwise, and reads the rest anew each time.
    kept.add("QUERY_CACHE_SIZE=250");
    return String.join(";", kept);
  }
}
