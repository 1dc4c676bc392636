package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** The kinds of care that a circle offers, and what it calls them. Stu manages the group. */
class KindSettingsTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
  }

  /** On which database it is told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void a_hidden_kind_is_neither_offered_nor_taken_and_what_was_asked_before_keeps_it() {
    circle.types("Ana", "/needhelp Walk the dog");
    assertThat(card(1)).startsWith("Pets · #1");

    set("hide pets");

    circle.types("Ana", "/needhelp Feed the cat");
    assertThat(card(2)).startsWith("A hand · #2");
    assertThat(card(1)).startsWith("Pets · #1");
    assertThat(labels("Chi")).contains("Groceries", "A hand").doesNotContain("Pets");
    assertThat(text(circle.types("Ben", "/circle show"))).contains("Hidden kinds: Pets");
    Command old = new Command.FillDraft(draft(), DraftField.KIND, "pets");
    assertThat(message(circle.does("Chi", old, TestCircle.PLACE)).buttons())
        .extracting(Button::label)
        .contains("Groceries");
    set("show pets");
    circle.types("Ana", "/needhelp Feed the cat and the rabbit");
    assertThat(card(3)).startsWith("Pets · #3");
  }

  @Test
  void a_kind_with_another_name_has_it_on_cards_buttons_and_the_board() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();

    set("rename pets Paws and claws");

    assertThat(card(1)).startsWith("Paws and claws · #1");
    assertThat(labels("Chi")).contains("Paws and claws").doesNotContain("Pets");
    assertThat(text(circle.types("Ben", "/board paws and claws"))).contains("Walk the dog");
    assertThat(text(circle.types("Ben", "/board pets"))).contains("Walk the dog");
    circle.restart();
    assertThat(text(circle.types("Ben", "/circle show"))).contains("Paws and claws");
    set("rename pets");
    assertThat(card(1)).startsWith("Pets · #1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pets",
        "hide",
        "hide wibble",
        "hide other",
        "hide pets please",
        "rename pets Meals",
        "rename pets aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void anything_else_is_answered_with_what_can_be_typed(String typed) {
    String before = text(circle.types("Stu", "/circle show"));

    assertThat(text(circle.types("Stu", "/circle set kinds " + typed)))
        .contains("“hide pets”", "At first all the usual ones are offered");

    assertThat(text(circle.types("Stu", "/circle show"))).isEqualTo(before);
  }

  private void set(String typed) {
    assertThat(text(circle.types("Stu", "/circle set kinds " + typed))).contains("Saved");
    circle.settle();
  }

  private List<String> labels(String name) {
    return message(circle.types(name, "/needhelp")).buttons().stream().map(Button::label).toList();
  }

  private long draft() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select max(id) from draft").mapTo(long.class).one());
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }
}
