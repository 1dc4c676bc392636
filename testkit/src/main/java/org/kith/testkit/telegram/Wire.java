package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The HTTP side: takes calls, passes them on, sends back what came of them. */
final class Wire {
  static {
    // Without it every answer waits some 40 ms for the client's acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final World world;
  private final BotApi api;
  private final Faults faults;
  private final Consumer<BotRequest> log;
  private final String token;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int port;
  private @Nullable HttpServer server;
  private volatile boolean broken;

  Wire(World world, BotApi api, Faults faults, String token, Consumer<BotRequest> log) {
    this.world = world;
    this.api = api;
    this.faults = faults;
    this.token = token;
    this.log = log;
    this.port = listen(0);
  }

  int port() {
    return port;
  }

  /** Takes no connection any more and cuts those that are there. */
  synchronized void close() {
    if (server != null) {
      world.change(() -> world.updates().cutPolls());
      server.stop(0);
      server = null;
    }
  }

  /** Takes connections again, at the same address. */
  synchronized void open() {
    broken = false;
    if (server == null) {
      listen(port);
    }
  }

  /** Answers everything with 502, as the servers before Telegram's own do. */
  void breakDown() {
    broken = true;
    world.change(() -> world.updates().cutPolls());
  }

  private synchronized int listen(int at) {
    try {
      HttpServer fresh =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      fresh.createContext("/", this::handle);
      fresh.setExecutor(threads);
      fresh.start();
      server = fresh;
      return fresh.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException("The stand-in can't listen on port " + at, e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String mine = "/bot" + token + "/";
    if (broken) {
      badGateway(exchange);
    } else if (path.startsWith("/file" + mine)) {
      file(exchange, path.substring(path.lastIndexOf('/') + 1));
    } else if (path.startsWith(mine)) {
      call(exchange, path.substring(mine.length()), body);
    } else {
      reply(exchange, 401, Refusal.of(401, "Unauthorized").body());
    }
  }

  private void call(HttpExchange exchange, String method, byte[] body) throws IOException {
    Instant at = world.clock().instant();
    long nanos = System.nanoTime();
    ObjectNode fields = Json.object();
    ObjectNode answer;
    int status = 200;
    try {
      String query = exchange.getRequestURI().getRawQuery();
      Params params = Body.read(query, exchange.getRequestHeaders().getFirst("Content-Type"), body);
      fields = params.fields();
      answer = result(method, params);
    } catch (Refusal refusal) {
      status = refusal.code();
      answer = status == 0 ? Json.object() : refusal.body();
      if (refusal.isViolation() || status == 404) {
        world.violations().add(method, refusal.description() + " " + shortened(fields));
      }
    } catch (RuntimeException bug) {
      status = 500;
      answer = Refusal.of(500, "Internal Server Error").body();
      world.violations().add(method, "the stand-in failed: " + bug + " " + shortened(fields));
    }
    log.accept(new BotRequest(at, nanos, method, fields, answer));
    if (answer.isEmpty()) {
      exchange.close();
    } else if (broken) {
      badGateway(exchange);
    } else {
      reply(exchange, status, answer);
    }
  }

  private ObjectNode result(String method, Params params) {
    validate(method, params);
    Failure failure = world.change(() -> faults.take(method, params)).orElse(null);
    if (failure != null && failure.kind() != Failure.Kind.ANSWER_LOST) {
      throw failure.refusal();
    }
    ObjectNode answer = Json.object().put("ok", true);
    answer.set("result", api.call(method, params));
    if (failure != null) {
      throw failure.refusal();
    }
    return answer;
  }

  private void file(HttpExchange exchange, String id) throws IOException {
    byte[] content = world.look(() -> world.files().get(id));
    reply(exchange, content == null ? 404 : 200, content == null ? new byte[0] : content);
  }

  private void validate(String method, Params params) {
    if (world.isValidating()) {
      for (String fault : Specification.faultsOfRequest(method, params)) {
        world.violations().add(method, fault + " " + shortened(params.fields()));
      }
    }
  }

  private static String shortened(ObjectNode fields) {
    String all = fields.toString();
    return all.length() > 300 ? all.substring(0, 300) + "…" : all;
  }

  private static void badGateway(HttpExchange exchange) throws IOException {
    byte[] page = "<html><h1>502 Bad Gateway</h1></html>".getBytes(StandardCharsets.UTF_8);
    reply(exchange, 502, page);
  }

  private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    reply(exchange, status, Json.bytes(body));
  }

  private static void reply(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
