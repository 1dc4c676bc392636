package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.MessageRef;
import org.kith.store.DatabaseAddress;
import org.kith.store.Holdings;
import org.kith.testing.TestCircle;

/** Everybody can have all that is kept of them, and nothing of anybody else. */
class ExportTest {
  @TempDir Path folder;
  private TestCircle circle;

  /** The database that is exported from. */
  DatabaseAddress database() {
    return DatabaseAddress.in(folder);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, database());
    circle.types("Chi", "/circle set zone Europe/Berlin");
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void every_column_that_the_privacy_page_marks_as_the_persons_own_is_in_the_file_and_no_other() {
    Set<String> missing = new TreeSet<>(PrivacyTable.read().yours());
    missing.removeAll(Holdings.columns());
    assertThat(missing)
        .as(
            "Columns that docs/privacy.md marks as the person's own and /settings export leaves"
                + " out: add each to store/Holdings")
        .isEmpty();
    Set<String> others = new TreeSet<>(Holdings.columns());
    others.removeAll(PrivacyTable.read().yours());
    assertThat(others)
        .as("Columns in /settings export that docs/privacy.md does not mark as the person's own")
        .isEmpty();
  }

  @Test
  void the_file_holds_what_somebody_said_and_set_in_the_form_that_the_page_describes() {
    live();

    JsonNode file = export("Ana");

    assertThat(file.get("format").asText()).isEqualTo("kith-export");
    assertThat(file.get("version").asInt()).isEqualTo(1);
    assertThat(file.get("made_at").asText()).isEqualTo("2026-01-20T11:00:00Z");
    assertThat(file.get("account").get(0).get("name").asText()).isEqualTo("Ana");
    assertThat(file.get("person").get(0).get("may_ask").asBoolean()).isTrue();
    assertThat(file.get("person").get(0).get("remind_day_before").asText()).startsWith("18:00");
    assertThat(file.get("care_card").get(0).get("sealed").asText())
        .isEqualTo("No \"peanuts\" \uD83E\uDD5C");
    assertThat(file.get("detail").get(0).get("sealed").asText()).isEqualTo("Door 7");
    assertThat(file.get("detail").get(0).get("of_request").asInt()).isEqualTo(2);
    assertThat(file.get("request").get(0).get("in_circle").asText()).isEqualTo("Maple Street");
    assertThat(file.get("block").get(0).get("shown").asText()).isEqualTo("Ben");
    assertThat(file.get("claim").get(0).get("part").asText()).isEqualTo("the whiskers");
    assertThat(file.get("draft").get(0).get("what").asText()).contains("axolotl");
    assertThat(file.get("letter").get(0).get("sealed").asText()).isEqualTo("Which door?");
    assertThat(file.get("letter").get(0).get("written_at").asText())
        .isEqualTo("2026-01-20T11:00:00Z");
    assertThat(file.get("reactor")).hasSize(1);
    assertThat(file.get("thanks").get(0).get("words").asText()).isEqualTo("That was kind");
    Set<String> columns = new TreeSet<>();
    file.properties()
        .forEach(table ->
            table
                .getValue()
                .forEach(row ->
                    row.fieldNames()
                        .forEachRemaining(name -> columns.add(table.getKey() + "." + name))));
    columns.removeIf(name -> name.matches(".*[.](in_circle|of_request|from_you)"));
    Set<String> rare = new TreeSet<>(Holdings.columns());
    rare.removeAll(columns);
    assertThat(rare)
        .allMatch(name -> name.matches("(report|ring|reworded|asked|writing|consent)\\..*"));
  }

  @Test
  void nothing_of_others_is_in_the_file() {
    live();

    String file = export("Ben").toString();

    assertThat(file)
        .contains("Ben")
        .doesNotContain("Ana")
        .doesNotContain("Door 7")
        .doesNotContain("peanuts")
        .doesNotContain("whiskers");
    assertThat(export("Ben").get("block")).isEmpty();
  }

  @Test
  void the_file_is_not_kept_and_is_asked_for_by_typing() {
    live();
    circle.types("Ana", "/settings export");
    circle.settle();

    assertThat(circle.paper.files("ana").getLast().name()).isEqualTo("kith-export.json");
    assertThat(circle.paper.files("ben")).noneMatch(file -> file.name().endsWith(".json"));
    assertThat(Snapshot.of(circle.core.database()).rows().get("outbox")).isEmpty();
  }

  private void live() {
    circle.types("Chi", "/needhelp Feed the cat"); // #1
    var preview =
        message(
            circle.does(
                "Ana",
                new Command.NeedHelp(
                    new Ask.Options("Walk", null, null, null, null, "Door 7", false)),
                TestCircle.PLACE)); // #2
    circle.presses("Ana", preview, "Post it");
    circle.types("Ben", "/claim 2");
    circle.types("Ana", "/write 2 Which door?");
    circle.types("Ana", "/settings card No \"peanuts\" \uD83E\uDD5C");
    circle.types("Ana", "/settings set ask yes");
    circle.types("Ana", "/claim 1 part the whiskers");
    circle.types("Ben", "/done 2");
    circle.types("Ana", "/done 2");
    circle.types("Ana", "/thanks 2 That was kind");
    circle.types("Chi", "/needhelp Wash up"); // #3
    circle.settle();
    circle.reacts("Ana", new MessageRef(TestCircle.PLACE, circle.card(3).id()), true);
    circle.types("Ana", "/write 2 block");
    circle.types("Ana", "/needhelp Hold the axolotl, anonymous");
    circle.settle();
  }

  private JsonNode export(String who) {
    circle.types(who, "/settings export");
    circle.settle();
    String account = who.toLowerCase(Locale.ROOT);
    try {
      return new ObjectMapper().readTree(circle.paper.files(account).getLast().text());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
