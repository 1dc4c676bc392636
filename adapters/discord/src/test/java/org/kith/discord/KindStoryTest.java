package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Choice;

/** On Discord the kinds of care are those of the circle, under its own names. */
class KindStoryTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void open() {
    street = Street.in(folder);
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void while_a_kind_is_typed_those_of_the_circle_are_offered_and_anything_else_is_asked_about() {
    assertThat(street.ana.completes(street.help, "board", "kind", "")).hasSize(13);
    set("add Bike repair, outside");
    set("hide pets");
    set("rename meals Hot soup");
    for (int i = 2; i <= 10; i++) {
      set("add Kind number " + i);
    }

    assertThat(street.ana.completes(street.help, "needhelp", "kind", "bike"))
        .containsExactly(new Choice("Bike repair", "Bike repair"));
    List<Choice> all = street.ana.completes(street.help, "board", "kind", "");
    assertThat(all).hasSize(22).contains(new Choice("Hot soup", "meals"));
    assertThat(all).extracting(Choice::name).doesNotContain("Pets", "Meals");

    street.ana.types(street.help, "needhelp", asks("Bike repair")).answer();
    assertThat(street.card(1).text()).contains("Bike repair · #1", "A flat tyre");
    assertThat(
            street.ben.types(street.help, "board", Map.of("kind", "bike repair")).answer().text())
        .contains("A flat tyre");

    Answer which = street.ana.types(street.help, "needhelp", asks("wibble")).answer();
    assertThat(which.text()).contains("I don't know that kind of help here");
    Answer preview = street.ana.presses(which, "Bike repair").answer();
    street.ana.presses(preview, "Post it").answer();
    assertThat(street.card(2).text()).contains("Bike repair · #2");
    assertThat(street.ben.types(street.help, "board", Map.of("kind", "wibble")).answer().text())
        .contains("I don't know that kind of help", "Hot soup");
  }

  private void set(String typed) {
    assertThat(
            street
                .server
                .owner()
                .types(street.help, "circle set", Map.of("kinds", typed))
                .answer()
                .text())
        .containsAnyOf("Saved", "is a kind of care here now");
  }

  private static Map<String, ?> asks(String kind) {
    return Map.of("what", "A flat tyre", "kind", kind);
  }
}
