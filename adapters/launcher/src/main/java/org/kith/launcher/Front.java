package org.kith.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one address that Kith serves by HTTP; each request has a virtual thread of its own. */
final class Front implements AutoCloseable {
  static {
    // Read by the JDK's server once, when its first class loads. A request must arrive within half
    // a minute; an answer may take for ever, for the room's events do. No waiting to fill packets.
    System.setProperty("sun.net.httpserver.maxReqTime", "30");
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Front(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Takes the address, but answers nobody before {@link #open}.
   *
   * @throws Refusal if it can't be had
   */
  static Front at(InetSocketAddress address) {
    try {
      return new Front(HttpServer.create(address, 0));
    } catch (BindException e) {
      throw new Refusal(
          "KITH_HTTP: %s can't be taken (%s). Is another Kith running? Set another port, such as %s:%d."
              .formatted(
                  written(address),
                  e.getMessage(),
                  address.getHostString(),
                  address.getPort() == 65_535 ? 8474 : address.getPort() + 1),
          e);
    } catch (IOException e) {
      throw new Refusal("KITH_HTTP: %s can't be served.".formatted(written(address)), e);
    }
  }

  /** Requests under this path go to the handler. */
  void mount(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  /** The server itself, for the browser room, which mounts its own pages. */
  HttpServer server() {
    return server;
  }

  /** From now on requests are answered. */
  void open() {
    server.start();
  }

  /** The address that was taken; its port is a real one also where port 0 was asked for. */
  InetSocketAddress address() {
    return server.getAddress();
  }

  /** What to type into a browser. */
  String url() {
    return "http://" + written(address());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Answers with a short text. */
  static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static String written(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
