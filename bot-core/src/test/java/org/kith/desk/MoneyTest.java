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
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.testing.TestCircle;

/** The number of a card is taken into no request, and none of its private details. */
class MoneyTest {
  private static final String CARD = "4111 1111 1111 1111";

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void a_request_with_a_card_number_is_refused_in_a_sentence_and_kept_nowhere() {
    circle.types("Ana", "/needhelp Bread");
    for (String line :
        List.of("/needhelp Pay with " + CARD, "/edit 1 Pay with " + CARD, "/edit 1 near " + CARD)) {
      assertThat(text(circle.types("Ana", line))).as(line).contains("number of a payment card");
    }
    assertThat(stored()).containsExactly("Bread");
  }

  @Test
  void so_are_private_details_and_the_part_that_somebody_does() {
    Ask ask = new Ask.Options("Eggs", null, null, null, 1, "Use " + CARD, false);
    assertThat(text(circle.does("Ana", new Command.NeedHelp(ask), TestCircle.PLACE)))
        .contains("number of a payment card");
    circle.types("Ana", "/needhelp Bread");
    assertThat(text(circle.types("Ben", "/claim 1 part " + CARD)))
        .contains("number of a payment card");
    Ask details = new Ask.Options("Eggs", null, null, null, 1, "Door 7", false);
    message(circle.does("Ana", new Command.NeedHelp(details), TestCircle.PLACE));
    long draft =
        circle
            .core
            .database()
            .read(tables ->
                tables.handle().createQuery("select max(id) from draft").mapTo(long.class).one());
    Command typed = new Command.TypeDraft(draft, DraftField.DETAILS, CARD);
    assertThat(text(circle.does("Ana", typed, TestCircle.PLACE)))
        .contains("number of a payment card");
    assertThat(stored()).containsExactly("Bread");
  }

  @Test
  void where_it_is_about_money_the_card_and_the_preview_say_receipts_first() {
    circle.types("Ana", "/circle set kindsoff none");
    circle.types("Ana", "/needhelp Help with a bill");
    assertThat(circle.card(1).message().text().plain()).contains("receipts first");
    String preview = text(circle.writes("Ana", "/needhelp Help with a bill, anonymous"));
    assertThat(preview).contains("receipts first", "never the number of a card");
    circle.types("Ana", "/needhelp Bread");
    assertThat(circle.card(2).message().text().plain()).doesNotContain("receipts");
  }

  private List<String> stored() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select what from request").mapTo(String.class).list());
  }
}
