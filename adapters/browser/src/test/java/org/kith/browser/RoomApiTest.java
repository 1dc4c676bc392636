package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void open() {
    room = Room.in(data);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type   | nothing                                              | 400 | no JSON
          type   | []                                                   | 400 | a JSON object
          type   | {}                                                   | 400 | "as" is missing
          type   | {"as":"ana","where":"group","text":7}                | 400 | "text" is missing
          type   | {"as":"ana","where":"attic","text":"hello"}          | 400 | group or private
          type   | {"as":"ana","where":"group","text":"  "}             | 400 | nothing to send
          type   | {"as":"zoe","where":"group","text":"hello"}          | 404 | nobody of that name
          type   | {"as":"ana","where":"group","text":"x","id":"../.."} | 400 | letters, digits
          press  | {"as":"ana","message":"m99","button":"board"}        | 404 | not there any more
          react  | {"as":"ana","message":"m99","on":true}               | 404 | not there any more
          react  | {"as":"ana","message":"m99","on":true,"sign":"x"}    | 400 | handshake or heart
          clock  | {"by":"-PT1H"}                                       | 400 | forward only
          clock  | {"by":"P1000D"}                                      | 400 | at most a year
          clock  | {"by":"soon"}                                        | 400 | a duration
          clock  | {"to":"yesterday"}                                   | 400 | tomorrow, monday
          clock  | {"to":"2020-01-01T00:00:00Z"}                        | 400 | forward only
          person | {"name":" "}                                         | 400 | 1 to 40
          attic  | {}                                                   | 404 | can't do that
          """)
  void bad_input_gets_a_clear_sentence(String what, String body, int status, String sentence) {
    HttpResponse<String> response = room.post(what, body);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(error(response)).contains(sentence);
  }

  @Test
  void a_body_of_more_than_64_kilobytes_is_not_read() {
    String body = "{\"as\":\"ana\",\"where\":\"group\",\"text\":\"" + "x".repeat(70_000) + "\"}";

    assertThat(room.post("type", body).statusCode()).isEqualTo(413);
  }

  @Test
  void ten_thousand_characters_get_a_sentence_and_no_card() {
    room.types("Ana", "/needhelp " + "x".repeat(10_000)).isAnswered("longer than I can put");
    room.groupHas(0, "#1");
  }

  @Test
  void a_forged_button_is_answered_and_changes_nothing() {
    room.types("Ana", "/needhelp two bags").allSee("#1");
    String card = id("Ben", "#1");

    for (String code : new String[] {"claim:999", "fill:1:kind:x", "' or 1=1 --", "details:1"}) {
      HttpResponse<String> response =
          room.post(
              "press",
              "{\"as\":\"ben\",\"message\":\"%s\",\"button\":\"%s\"}".formatted(card, code));
      assertThat(response.statusCode()).as(code).isEqualTo(200);
    }
    room.groupHas(1, "#1", "[I'll help]");
  }

  @Test
  void nobody_presses_what_somebody_else_was_told() {
    room.types("Ana", "/needhelp two bags").isAnswered("[Take it back]");
    String answer = id("Ana", "[Take it back]");

    HttpResponse<String> response =
        room.post(
            "press",
            "{\"as\":\"ben\",\"message\":\"%s\",\"button\":\"cancel:1\"}".formatted(answer));

    assertThat(response.statusCode()).isEqualTo(404);
  }

  @Test
  void only_who_manages_the_group_deletes_in_it() {
    room.types("Ana", "/needhelp two bags").allSee("#1");

    HttpResponse<String> response =
        room.post("delete", "{\"as\":\"ben\",\"message\":\"%s\"}".formatted(id("Ben", "#1")));

    assertThat(response.statusCode()).isEqualTo(403);
    room.groupHas(1, "#1");
  }

  @Test
  void the_same_event_sent_twice_changes_nothing_the_second_time() {
    String body =
        "{\"as\":\"ana\",\"where\":\"group\",\"text\":\"/needhelp two bags\",\"id\":\"e1\"}";

    assertThat(room.post("type", body).statusCode()).isEqualTo(200);
    assertThat(room.post("type", body).statusCode()).isEqualTo(200);

    room.allSee("#1").groupHas(1, "two bags");
    assertThat(room.entries("Ana"))
        .filteredOn(one -> Room.words(one).contains("/needhelp"))
        .hasSize(1);
  }

  @Test
  void words_are_data_whatever_they_look_like() {
    String words = "<b>bold</b> @everyone \u202e '; drop table request; --";
    room.types("Ben", words);

    assertThat(room.entries("Ana")).extracting(Room::words).contains(words + "\n");
  }

  @Test
  void somebody_new_sees_the_group_and_can_ask() {
    assertThat(room.post("person", "{\"name\":\"Eve\"}").statusCode()).isEqualTo(200);

    room.types("Eve", "/needhelp two bags").allSee("Eve is looking for 1 person");
  }

  @Test
  void a_page_follows_what_changes_and_goes_on_where_it_was() throws Exception {
    String at = room.get("room/state").path("at").textValue();
    room.types("Ben", "hello");
    String last;
    try (Stream stream = new Stream("room/events?since=" + at, "")) {
      stream.until("\"text\":\"hello\"");
      last = stream.lastId();
    }
    room.types("Ben", "and goodbye");
    try (Stream stream = new Stream("room/events?since=" + at, last)) {
      assertThat(stream.until("goodbye")).doesNotContain("\"text\":\"hello\"");
    }
    room.restarts();
    try (Stream stream = new Stream("room/events?since=" + at, last)) {
      assertThat(stream.until("data: {}")).contains("event: resync");
    }
  }

  @Test
  void the_page_and_its_files_are_there_and_nothing_else() throws Exception {
    for (String path :
        new String[] {
          "", "room.css", "room.js", "pane.js", "message.js", "sentences.js", "room.svg"
        }) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(get("../room.jsonl").statusCode()).isEqualTo(404);
    assertThat(get("room/").statusCode()).isEqualTo(404);
    assertThat(get("").body()).contains("Maple Street");
  }

  /** The stream of a page. */
  private final class Stream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;
    private String lastId = "";

    Stream(String path, String lastEventId) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(room.address().resolve(path));
      if (!lastEventId.isEmpty()) {
        request.header("Last-Event-ID", lastEventId);
      }
      InputStream in = client.send(request.build(), BodyHandlers.ofInputStream()).body();
      lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** Reads until a line has these words; the stream's heartbeat bounds the wait. */
    String until(String words) throws IOException {
      StringBuilder read = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read.append(line).append('\n');
        if (line.startsWith("id: ")) {
          lastId = line.substring("id: ".length());
        }
        if (line.contains(words)) {
          return read.toString();
        }
        assertThat(line).as("nothing came").isNotEqualTo(": still here");
      }
      throw new AssertionError("the stream ended after " + read);
    }

    String lastId() {
      return lastId;
    }

    @Override
    public void close() throws IOException {
      client.shutdownNow();
      lines.close();
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(room.address().resolve(path)).build(), BodyHandlers.ofString());
    }
  }

  private String id(String who, String words) {
    return room.entries(who).stream()
        .filter(entry -> Room.words(entry).contains(words))
        .findFirst()
        .map(entry -> entry.path("id").textValue())
        .orElseThrow();
  }

  private static String error(HttpResponse<String> response) {
    try {
      JsonNode body = JSON.readTree(response.body());
      return body.path("error").textValue();
    } catch (IOException e) {
      throw new AssertionError(response.body(), e);
    }
  }
}
