package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.rules.FieldTable.Row;
import org.kith.rules.Fields.Field;
import org.kith.store.DatabaseAddress;

/**
 * Bad input for every field of every command, form, dialogue and setting: answered in a sentence,
 * and either taken clean or refused, with all as it was before. The fields are found in the code.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryFieldTest {
  private static final int HUGE = 100_000;

  private static final List<String> MORE =
      List.of(
          "🍞🍞🍞",
          "0",
          "-1",
          "1.5",
          "2147483648",
          "٣",
          "no-such-kind",
          "yesterday",
          "31.2.2026",
          "1999-01-01 10:00",
          "9999-12-31 23:59",
          "tomorrow 25:00");

  private static final List<String> BLANK = List.of("", " \t\n ", "\u200B\u2060\u00AD", "\u202E");

  private BadScene scene;

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  /** What is typed into each field. */
  List<String> texts() {
    return Stream.concat(Hostile.TEXTS.stream(), MORE.stream()).toList();
  }

  @BeforeAll
  void open(@TempDir Path folder) {
    scene = new BadScene(folder, address(folder));
  }

  @AfterAll
  void close() {
    scene.close();
  }

  Stream<Field> words() {
    return fields().stream().filter(Field::words);
  }

  Stream<Field> numbers() {
    return fields().stream().filter(field -> !field.words());
  }

  @Test
  void no_cell_is_empty() {
    Set<String> found = new TreeSet<>(words().map(Field::path).toList());

    assertThat(new TreeSet<>(FieldTable.ROWS.keySet())).isEqualTo(found);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("words")
  void any_text_is_answered_and_taken_clean_or_not_at_all(Field field) {
    for (String text : texts()) {
      scene.answers(field, text);
    }
    scene.isWhole();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("words")
  void nothing_and_too_much_change_nothing(Field field) {
    Row row = Objects.requireNonNull(FieldTable.ROWS.get(field.path()));
    if (row.blank()) {
      BLANK.forEach(text -> scene.refuses(field, text));
    }
    for (String text :
        List.of("x".repeat(row.longest() + 1), "x".repeat(HUGE), "tomorrow ".repeat(HUGE / 9))) {
      if (row.tooLong()) {
        scene.refuses(field, text);
      } else {
        scene.answers(field, text);
      }
    }
    scene.isWhole();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void any_number_is_answered_and_nothing_of_others_is_touched(Field field) {
    LongStream.of(0, -1, 999, Integer.MAX_VALUE, scene.ofOthers(), scene.ended())
        .forEach(number -> scene.answers(field, (int) number));
    scene.isWhole();
  }

  @Test
  void a_button_may_carry_anything_after_its_word() {
    int seen = 0;
    for (Field field : fields()) {
      String word = word(field.with().apply(field.words() ? "Bread" : 1));
      for (String text : Hostile.TEXTS) {
        assertThat(Code.read(word + ":" + text)).isNotNull();
        assertThat(Code.read(word + ":1:" + text)).isNotNull();
        seen++;
      }
    }
    assertThat(seen).isPositive();
  }

  /** The fields of all commands; of words in the private chat one for each question they answer. */
  private List<Field> fields() {
    return new Fields(scene)
        .all().stream()
            .flatMap(field ->
                field.path().equals("PrivateText.text") ? questions(field) : Stream.of(field))
            .toList();
  }

  private static Stream<Field> questions(Field words) {
    return Stream.concat(
            Stream.of(DraftField.values()).map(DraftField::name),
            Stream.of("LETTER", "CARE_CARD", "NOTHING"))
        .map(asked -> new Field(words.path() + ", " + asked, true, words.with()));
  }

  private static String word(Command command) {
    try {
      return Code.of(command).replaceFirst(":.*", "");
    } catch (IllegalArgumentException e) {
      return ""; // No button carries it.
    }
  }
}
