package org.kith.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How another command on this machine reaches the Kith that runs on a data folder: a file in that
 * folder, for its owner alone, says the address and a secret made anew at each start.
 *
 * @param url such as {@code http://127.0.0.1:8473}
 */
record RunningKith(String url, Secret secret) {
  /** Shown by whoever asks for more than anybody may see. */
  static final String HEADER = "X-Kith-Secret";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration BACKUP_PATIENCE = Duration.ofMinutes(30);

  /** Says in the data folder that a Kith runs on it. */
  static RunningKith announce(DataFolder data, InetSocketAddress address) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    RunningKith running =
        new RunningKith(reach(address), new Secret(HexFormat.of().formatHex(random)));
    try {
      DataFolder.writeForOwner(data.running(), running.url + "\n" + running.secret.value() + "\n");
    } catch (IOException e) {
      throw new Refusal("KITH_DATA: " + data.running() + " can't be written.", e);
    }
    return running;
  }

  /** The Kith that runs on this folder; nothing if none does, or if it does not answer. */
  static Optional<RunningKith> find(DataFolder data) {
    try {
      List<String> lines = Files.readAllLines(data.running());
      if (lines.size() != 2) {
        return Optional.empty();
      }
      RunningKith running = new RunningKith(lines.get(0), new Secret(lines.get(1)));
      // After a kill the file stays, and its address may be somebody else's by now.
      return running
          .ask("/here")
          .map(HttpResponse::statusCode)
          .filter(status -> status == 204)
          .map(here -> running);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** No Kith runs on the folder any more. */
  static void retract(DataFolder data) {
    try {
      Files.deleteIfExists(data.running());
    } catch (IOException e) {
      throw new Refusal("KITH_DATA: " + data.running() + " can't be deleted.", e);
    }
  }

  /** What {@code /health} says: empty while all is well. */
  String complaints() {
    return ask("/health")
        .map(answer -> answer.statusCode() == 200 ? "" : answer.body().strip())
        .orElse("it does not answer");
  }

  /** Lets the running Kith make a backup, and keeps it in this file. */
  void backup(Path target) {
    HttpRequest request =
        request("/backup", BACKUP_PATIENCE).POST(HttpRequest.BodyPublishers.noBody()).build();
    try (HttpClient client = client()) {
      HttpResponse<Path> answer = client.send(request, HttpResponse.BodyHandlers.ofFile(target));
      if (answer.statusCode() != 200) {
        String why = Files.readString(target).strip();
        Files.deleteIfExists(target);
        throw new Refusal("The running Kith made no backup: " + why);
      }
    } catch (IOException e) {
      throw new Refusal("The backup was not finished; is there room on the disk?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("The backup was interrupted.", e);
    }
  }

  /** Lets the running Kith make a code that lets one group in. */
  String invite() {
    HttpRequest request =
        request("/invite", PATIENCE).POST(HttpRequest.BodyPublishers.noBody()).build();
    return send(request)
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> answer.body().strip())
        .orElseThrow(() -> new Refusal("The running Kith made no code; its log says why."));
  }

  private Optional<HttpResponse<String>> ask(String path) {
    return send(request(path, PATIENCE).build());
  }

  private static Optional<HttpResponse<String>> send(HttpRequest request) {
    try (HttpClient client = client()) {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private HttpRequest.Builder request(String path, Duration patience) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header(HEADER, secret.value())
        .timeout(patience);
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(PATIENCE)
        .build();
  }

  private static String reach(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    String written =
        host.isAnyLocalAddress()
            ? InetAddress.getLoopbackAddress().getHostAddress()
            : host.getHostAddress();
    return "http://"
        + (written.contains(":") ? "[" + written + "]" : written)
        + ":"
        + address.getPort();
  }
}
