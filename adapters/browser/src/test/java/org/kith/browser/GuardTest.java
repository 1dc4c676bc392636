package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a bare socket, because a proper client would not send such headers. */
class GuardTest {
  private static final String OWN = "X-Kith-Room: test\r\nContent-Type: application/json\r\n";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.setExecutor(threads);
    server
        .createContext("/", exchange -> Http.answer(exchange, 200, "in"))
        .getFilters()
        .add(new Guard());
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8473", "localhost:8473", "LOCALHOST", "[::1]:8473"})
  void this_machine_by_its_own_names_comes_in(String host) throws IOException {
    assertThat(send("GET", "Host: " + host + "\r\n")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:8473",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "10.0.0.7:8473",
        "evil@localhost"
      })
  void a_name_that_somebody_else_points_here_is_refused(String host) throws IOException {
    assertThat(send("GET", "Host: " + host + "\r\n"))
        .startsWith("HTTP/1.1 421")
        .contains("127.0.0.1 or localhost only");
  }

  @Test
  void what_another_site_sends_is_refused() throws IOException {
    String host = "Host: localhost:8473\r\n";

    assertThat(send("POST", host + OWN + "Origin: http://localhost:8473\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(send("POST", host + OWN + "Origin: https://evil.example\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(send("POST", host + OWN + "Origin: null\r\n")).startsWith("HTTP/1.1 403");
    assertThat(send("POST", host + OWN + "Origin: http://localhost:9999\r\n"))
        .as("another page of this machine")
        .startsWith("HTTP/1.1 403");
    assertThat(send("POST", host + "Content-Type: application/json\r\n"))
        .as("without the room's own header")
        .startsWith("HTTP/1.1 403");
    assertThat(send("POST", host + "X-Kith-Room: test\r\nContent-Type: text/plain\r\n"))
        .as("as a form could send it")
        .startsWith("HTTP/1.1 415");
    assertThat(send("DELETE", host + OWN)).startsWith("HTTP/1.1 405");
  }

  @Test
  void a_page_may_load_nothing_from_anywhere_else() throws IOException {
    assertThat(send("GET", "Host: localhost\r\n"))
        .containsIgnoringCase("Content-Security-Policy: default-src 'self'")
        .containsIgnoringCase("X-Content-Type-Options: nosniff");
  }

  private String send(String method, String headers) throws IOException {
    try (Socket socket =
        new Socket(server.getAddress().getAddress(), server.getAddress().getPort())) {
      String request = method + " /room/state HTTP/1.1\r\n" + headers;
      socket
          .getOutputStream()
          .write(
              (request + "Content-Length: 2\r\nConnection: close\r\n\r\n{}")
                  .getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
