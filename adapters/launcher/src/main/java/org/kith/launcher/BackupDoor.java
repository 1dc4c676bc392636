package org.kith.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import org.kith.store.Database;
import org.kith.store.StoreTrouble;

/**
 * Where {@code ./kith backup} asks the running Kith for a copy of its database, and {@code ./kith
 * invite} for a code, for an H2 file is held by one process alone. Answers only whoever can read
 * the secret in the data folder.
 */
final class BackupDoor {
  private static final String PLAIN = "text/plain; charset=utf-8";

  private final Database database;
  private final DataFolder data;
  private final RunningKith self;
  private final InstantSource clock;

  BackupDoor(Database database, DataFolder data, RunningKith self, InstantSource clock) {
    this.clock = clock;
    this.database = database;
    this.data = data;
    this.self = self;
  }

  /** Adds {@code /here}, {@code /backup} and {@code /invite}. */
  void serve(Front front) {
    front.mount("/here", known(exchange -> exchange.sendResponseHeaders(204, -1)));
    front.mount("/backup", known(this::backup));
    front.mount("/invite", known(this::invite));
  }

  private HttpHandler known(HttpHandler handler) {
    return exchange -> {
      try (exchange) {
        String shown = exchange.getRequestHeaders().getFirst(RunningKith.HEADER);
        if (shown == null || !MessageDigest.isEqual(bytes(shown), bytes(self.secret().value()))) {
          Front.answer(exchange, 404, PLAIN, "not found\n");
        } else {
          handler.handle(exchange);
        }
      }
    };
  }

  private void backup(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      Front.answer(exchange, 405, PLAIN, "POST only\n");
      return;
    }
    Path folder = Files.createTempDirectory(data.path(), "backup");
    Path copy = folder.resolve("kith.zip");
    try {
      database.backup(copy);
      exchange.getResponseHeaders().set("Content-Type", "application/zip");
      exchange.sendResponseHeaders(200, Files.size(copy));
      try (OutputStream out = exchange.getResponseBody()) {
        Files.copy(copy, out);
      }
    } catch (StoreTrouble e) {
      Front.answer(exchange, 500, PLAIN, e.getMessage() + "\n");
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(folder);
    }
  }

  private void invite(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      Front.answer(exchange, 200, PLAIN, Invite.made(database, clock) + "\n");
    } else {
      Front.answer(exchange, 405, PLAIN, "POST only\n");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
