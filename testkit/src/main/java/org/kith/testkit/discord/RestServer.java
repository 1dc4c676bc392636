package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** REST under {@code /api/v10/}: who may ask, what goes wrong on purpose, limits, validation. */
final class RestServer {
  static final String BASE = "/api/v10/";
  private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);

  static {
    // Otherwise each small answer waits for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final World world;
  private final Gateway gateway;
  private final String authorization;
  private final Routes routes;
  private final SpecCheck check;
  private final Limits limits;
  private final Faults faults;
  private final RequestLog log;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  RestServer(
      World world,
      Gateway gateway,
      String token,
      SpecCheck check,
      Limits limits,
      Faults faults,
      RequestLog log)
      throws IOException {
    this.world = world;
    this.gateway = gateway;
    this.authorization = "Bot " + token;
    this.routes = new Routes(world, gateway);
    this.check = check;
    this.limits = limits;
    this.faults = faults;
    this.log = log;
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext(BASE, this::handle);
    http.start();
  }

  String base() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + BASE;
  }

  void stop() {
    http.stop(0);
    threads.close();
  }

  /** A request as it came, before it is understood. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Raw(
      String method, String path, String query, @Nullable String authorization, Multipart body) {}

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Raw raw = read(exchange);
      faults.waitIfHeld(raw.method(), raw.path());
      Faults.Fault fault = faults.take(raw.method(), raw.path());
      Map<String, String> headers = new HashMap<>();
      Reply reply = reply(raw, fault, headers);
      if (fault instanceof Faults.Loses) {
        log.add(raw.method(), raw.path(), raw.query(), raw.body().json(), 0, reply.body());
        throw new IOException("the answer is lost on purpose");
      }
      log.add(
          raw.method(), raw.path(), raw.query(), raw.body().json(), reply.status(), reply.body());
      write(exchange, reply, headers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.error("the stand-in itself failed", e);
      world.violations().add("stand-in", e.toString());
      throw e;
    }
  }

  private static Raw read(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath().substring(BASE.length() - 1);
    String query = exchange.getRequestURI().getRawQuery();
    Multipart body =
        Multipart.read(
            exchange.getRequestHeaders().getFirst("Content-Type"),
            exchange.getRequestBody().readAllBytes());
    return new Raw(
        exchange.getRequestMethod(),
        path,
        query == null ? "" : query,
        exchange.getRequestHeaders().getFirst("Authorization"),
        body);
  }

  private Reply reply(Raw raw, Faults.@Nullable Fault fault, Map<String, String> headers) {
    if (gateway.isAway()) {
      return new Reply(503, MissingNode.getInstance());
    }
    List<String> parts =
        Stream.of(raw.path().substring(1).split("/", -1)).map(RestServer::decoded).toList();
    Routes.Found found = routes.find(raw.method(), parts);
    if (found == null) {
      world.violations().add(raw.method() + " " + raw.path(), "a route not known here");
      return Reply.refused(new Refusal(404, 0, "404: Not Found"));
    }
    if (!found.route().isInteraction() && !authorization.equals(raw.authorization())) {
      return Reply.refused(new Refusal(401, 0, "401: Unauthorized"));
    }
    if (fault instanceof Faults.Fails fails) {
      return planned(fails, headers);
    }
    Limits.Verdict verdict = limits.judge(found.route(), found.params());
    if (verdict != null) {
      headers.putAll(verdict.headers());
      if (!verdict.allowed()) {
        return tooMany(verdict, headers);
      }
    }
    return answer(found, raw);
  }

  /** A planned 429 names a second to wait, as every 429 names a time. */
  private static Reply planned(Faults.Fails fails, Map<String, String> headers) {
    Reply reply = Reply.refused(new Refusal(fails.status(), fails.code(), "as planned"));
    if (fails.status() == 429 && reply.body() instanceof ObjectNode body) {
      headers.put("Retry-After", "1");
      body.put("retry_after", 1.0).put("global", false);
    }
    return reply;
  }

  private static Reply tooMany(Limits.Verdict verdict, Map<String, String> headers) {
    headers.put("Retry-After", Long.toString((long) Math.ceil(verdict.retryAfter())));
    ObjectNode body = Json.object().put("message", "You are being rate limited.");
    body.put("retry_after", verdict.retryAfter()).put("global", verdict.global());
    return new Reply(429, body);
  }

  private Reply answer(Routes.Found found, Raw raw) {
    Call call =
        new Call(
            found.route(),
            found.params(),
            queryOf(raw.query()),
            raw.body().json(),
            raw.body().files());
    try {
      check.request(call);
      Reply reply = world.change(() -> found.handler().apply(call));
      if (reply.status() == 200) {
        check.answer(found.route(), reply.body());
      }
      return reply;
    } catch (Refusal no) {
      return Reply.refused(no);
    }
  }

  private static Map<String, String> queryOf(String query) {
    Map<String, String> named = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        named.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
      }
    }
    return named;
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static void write(HttpExchange exchange, Reply reply, Map<String, String> headers)
      throws IOException {
    // Without "via" JDA takes a 429 for one of Cloudflare's and stops altogether.
    exchange.getResponseHeaders().set("Via", "1.1 google");
    headers.forEach(exchange.getResponseHeaders()::set);
    JsonNode body = reply.body();
    if (body.isMissingNode()) {
      exchange.sendResponseHeaders(reply.status(), -1);
      return;
    }
    byte[] bytes = Json.write(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
