package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.Photo;
import org.kith.circle.Platform;
import org.kith.command.Addressee;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Pictured;
import org.kith.post.ExportFile;
import org.kith.store.DatabaseAddress;
import org.kith.store.Sealer;
import org.kith.testing.TestCircle;
import org.kith.testing.TestPhoto;

/**
 * What somebody wrote to others, and what of others has reached them, is in their copy; whether
 * they are blocked, or who asked without a name, can't be told from it.
 */
class ExportLettersTest {
  @TempDir Path folder;
  private TestCircle circle;

  /** The database that is exported from. */
  DatabaseAddress database() {
    return DatabaseAddress.in(folder);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, database());
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    circle.types("Stu", "/circle set photos on");
    circle.types("Ana", "/needhelp Soup"); // #1
    circle.types("Chi", "/needhelp Rice"); // #2
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void what_was_written_to_whoever_blocks_its_writer_looks_like_any_other_letter_of_theirs() {
    circle.types("Ben", "/board");
    circle.types("Ana", "/block Ben");
    circle.types("Ben", "/write 1 About the walrus");
    circle.types("Ben", "/write 2 About the okapi");
    circle.settle();

    JsonNode own = export("Ben").get("letter");
    String toAna = own.get(0).toString().replace("walrus", "okapi");

    assertThat(own).hasSize(2);
    assertThat(toAna.replace("\"of_request\":1", "\"of_request\":2"))
        .isEqualTo(own.get(1).toString())
        .contains("About the okapi", "\"from_you\":true");
    assertThat(export("Ana").get("letter")).isEmpty();
    JsonNode reached = export("Chi").get("letter");
    assertThat(reached).hasSize(1);
    assertThat(reached.get(0).get("sealed").asText()).isEqualTo("About the okapi");
    assertThat(reached.get(0).get("from_you").asBoolean()).isFalse();
    assertThat(reached.toString()).doesNotContain("Ben");
  }

  @Test
  void a_letter_is_its_writers_at_once_and_its_readers_once_it_has_reached_them() {
    circle.types("Ben", "/board");
    circle.types("Ana", "/block Ben");
    circle.paper.away(true);
    for (int request = 1; request <= 2; request++) {
      Photo photo = new Photo(TestPhoto.jpeg(20, 20, 1));
      Command look = new Command.Tell(new Addressee.OfRequest(request), "Look");
      circle.doesPrivately("Ben", new Command.WithPhoto(look, new Pictured.Plain(photo), false));
    }
    circle.settle();
    String before = held("Ben").toString();

    assertThat(held("Ben").get("letter")).hasSize(2);
    assertThat(held("Chi").get("letter")).isEmpty();

    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));
    assertThat(held("Ben").get("letter").toString())
        .isEqualTo(read(before).get("letter").toString());
    assertThat(held("Chi").get("letter")).hasSize(1);
    assertThat(held("Ana").get("letter")).isEmpty();
    assertThat(circle.paper.photos("ana")).isEmpty();
    assertThat(circle.paper.photos("chi")).hasSize(1);
    assertThat(Snapshot.of(circle.core.database()).rows().get("photo")).isEmpty();
  }

  @Test
  void what_a_go_between_wrote_is_theirs_and_goes_with_them_not_with_whoever_is_asked_after_them() {
    circle.types("Dee", "/board");
    Ask soup = new Ask.Options("Soup", null, null, null, null, null, false, "Dee", false);
    Message preview = message(circle.does("Ben", new Command.NeedHelp(soup), TestCircle.PLACE));
    circle.presses("Ben", preview, "Ask Dee first");
    circle.settle();
    circle.pressesPrivately("Dee", circle.paper.to("dee").getLast(), "Yes"); // #3
    circle.types("Chi", "/claim 3");
    circle.types("Ben", "/write 3 The quoll is shy");
    circle.settle();
    assertThat(held("Ben").get("letter")).hasSize(1);
    assertThat(held("Dee").get("letter")).isEmpty();

    circle.types("Ben", "/settings forget yes");
    circle.settle();

    assertThat(held("Dee").get("letter")).isEmpty();
    assertThat(Snapshot.of(circle.core.database()).rows().get("letter")).isEmpty();
    assertThat(Snapshot.of(circle.core.database()).rows().get("talk")).isNotEmpty();
  }

  @Test
  void a_report_about_a_request_without_a_name_is_there_whether_or_not_anybody_may_read_it() {
    for (String who : new String[] {"Stu", "Chi"}) {
      Message preview = message(circle.writes(who, "/needhelp Bread, anonymous")); // #3, #4
      circle.pressesPrivately(who, preview, "Post now");
    }
    circle.settle();
    for (int number = 3; number <= 4; number++) {
      circle.types("Ben", "/report " + number + " This is odd");
      assertThat(text(circle.types("Ben", "/report send"))).contains("I can't say");
    }

    JsonNode reports = held("Ben").get("report");

    assertThat(reports).hasSize(2);
    assertThat(reports.get(0).toString().replace("\"of_request\":3", "\"of_request\":4"))
        .isEqualTo(reports.get(1).toString())
        .contains("This is odd");
  }

  /** The file as it comes by private message. */
  private JsonNode export(String who) {
    circle.types(who, "/settings export");
    circle.settle();
    return read(circle.paper.files(who.toLowerCase(Locale.ROOT)).getLast().text());
  }

  /** The same while nothing can be sent. */
  private JsonNode held(String who) {
    Sealer sealer = Sealer.open(circle.core.keyFile(), null);
    return read(
        circle
            .core
            .database()
            .read(tables -> {
              long person =
                  tables
                      .people()
                      .find(Platform.BROWSER, who.toLowerCase(Locale.ROOT))
                      .orElseThrow()
                      .personId();
              return new ExportFile(tables.holdings().of(person, sealer))
                  .made(circle.clock.instant())
                  .text();
            }));
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
