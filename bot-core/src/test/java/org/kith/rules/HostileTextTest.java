package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Ask;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;
import org.kith.words.Clean;

/**
 * Rules 14 and 15: whatever is typed is data, and is answered by a clear sentence or not at all.
 */
class HostileTextTest {
  @TempDir Path folder;
  private TestCircle circle;
  private LogWatch log;
  private int next;

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @BeforeEach
  void open() {
    log = LogWatch.begin();
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
  }

  @AfterEach
  void close() {
    circle.close();
    log.close();
  }

  @Test
  void after_every_command_any_text_may_stand() {
    for (String text : Hostile.TEXTS) {
      for (String name : Typed.NAMES) {
        answered(circle.does("Ben", Typed.read(name, text), TestCircle.PLACE));
        answered(circle.doesPrivately("Ben", Typed.read(name, text)));
      }
      answered(circle.does("Ben", Typed.read(text, text), TestCircle.PLACE));
    }
    circle.settle();
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void a_forged_button_or_link_may_carry_any_text() {
    for (String text : Hostile.TEXTS) {
      answered(circle.does("Ben", Code.read(text), TestCircle.PLACE));
      answered(circle.does("Ben", Code.read("zone:" + text), TestCircle.PLACE));
      answered(circle.does("Ben", Code.read("board:" + text), TestCircle.PLACE));
      answered(circle.doesPrivately("Ben", new Command.Start(text)));
      answered(circle.doesPrivately("Ben", new Command.ZoneIs(text)));
    }
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void a_name_a_title_and_a_language_may_be_any_text() {
    for (String text : Hostile.TEXTS) {
      Place place = new Place(Platform.BROWSER, "h" + ++next, "");
      Facts facts = new Facts(text, text, 5, false, false);
      Actor actor =
          new Actor(
              Platform.BROWSER, "a" + next, text, text, new Whence.InPlace(place, facts, true));
      for (String line : new String[] {"Bread", ""}) {
        Command command = new Command.NeedHelp(new Ask.Free(line));
        answered(circle.core.desk().handle(new Delivery("n" + ++next, actor, command, true)));
      }
    }
    circle.settle();
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void what_was_typed_stands_on_the_card_word_for_word_but_for_what_nobody_can_see() {
    circle.types("Ana", "/circle set links on"); // Some of it is a link.
    for (String text : Hostile.TEXTS) {
      String shown = Clean.line(text);
      Reply reply = ask(new Ask.Options(text, null, null, null, null, null, false));
      answered(reply);
      if (!shown.isEmpty() && shown.length() <= 300) {
        assertThat(circle.card(++next).message().text().lines().get(1).plain()).isEqualTo(shown);
      }
    }
    assertThat(next).isGreaterThan(12);
  }

  private Reply ask(Ask ask) {
    return circle.does("Ben", new Command.NeedHelp(ask), TestCircle.PLACE);
  }

  /** A sentence or silence; never something empty, never what a programmer would read. */
  private static void answered(Reply reply) {
    if (reply instanceof Reply.Said said) {
      String text = said.message().text().plain();
      assertThat(text).isNotBlank();
      assertThat(said.brief()).isNotBlank();
      assertThat(text).doesNotContain("Exception").doesNotContain("org.kith");
      assertThat(text.length()).as("the platforms' limit for a message").isLessThan(4_000);
    }
  }
}
