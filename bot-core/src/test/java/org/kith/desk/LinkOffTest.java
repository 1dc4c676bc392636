package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.testing.TestCircle;

/** A request holds a link only where the circle says so. */
class LinkOffTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ana", "/board");
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "look at https://example.org",
        "sign HTTP://EXAMPLE.ORG/x",
        "see www.example.org",
        "write to me: t.me/somebody",
        "join discord.gg/abc",
        "milk, near example.org/map"
      })
  void a_request_with_a_link_is_not_posted(String request) {
    assertThat(text(circle.types("Ana", "/needhelp " + request))).contains("no links");

    circle.settle();
    assertThat(circle.paper.in(TestCircle.PLACE)).noneMatch(sheet -> sheet.card());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"milk. Then bread", "1.5 l of milk/water", "a lift to St. Mary's", "e.g. soup"})
  void what_only_looks_a_little_like_one_is_posted(String request) {
    assertThat(text(circle.types("Ana", "/needhelp " + request))).contains("posted");
  }

  @Test
  void private_details_hold_none_either() {
    Ask.Options ask =
        new Ask.Options("milk", null, null, null, 1, "https://example.org", false, null, false);

    assertThat(text(circle.does("Ana", new Command.NeedHelp(ask), TestCircle.PLACE)))
        .contains("no links");
  }

  @ParameterizedTest
  @EnumSource(names = {"WHAT", "DETAILS"})
  void none_is_put_into_a_preview_either(DraftField field) {
    Message preview = message(circle.writes("Ana", "/needhelp milk, anonymous"));
    long draft =
        preview.buttons().stream()
            .map(Button::command)
            .filter(Command.PostDraft.class::isInstance)
            .mapToLong(post -> ((Command.PostDraft) post).draftId())
            .findFirst()
            .orElseThrow();
    circle.doesPrivately("Ana", new Command.TypeDraft(draft, field, "see www.example.org"));

    assertThat(text(circle.doesPrivately("Ana", new Command.PostDraft(draft))))
        .contains("no links");

    circle.settle();
    assertThat(circle.paper.in(TestCircle.PLACE)).noneMatch(sheet -> sheet.card());
  }

  @Test
  void none_is_put_in_later() {
    circle.types("Ana", "/needhelp milk");
    circle.settle();

    assertThat(text(circle.types("Ana", "/edit 1 see www.example.org"))).contains("no links");

    assertThat(circle.card(1).message().text().plain()).contains("milk").doesNotContain("www");
  }

  @Test
  void where_a_steward_allows_them_they_are_posted() {
    assertThat(text(circle.types("Ana", "/circle set links"))).contains("at first it is off");
    circle.types("Ana", "/circle set links on");
    assertThat(text(circle.types("Ana", "/circle show"))).contains("Requests may hold links");

    circle.types("Ana", "/needhelp see www.example.org");

    assertThat(circle.card(1).message().text().plain()).contains("www.example.org");
  }
}
