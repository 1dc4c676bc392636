package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.care.Extension;
import org.kith.circle.Openness;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.testing.TestCircle;

/** Rule 11: what can be pressed or reacted can also be typed, with the same answer and card. */
class TypedCommandsTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Walk the dog");
    circle.types("Ana", "/needhelp Walk the dog");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ben | -            | help     | /claim 2
          Ben | -            | react    | /claim 2
          Ben | -            | standby  | /standby 2
          Ben | -            | part     | /claim 2 part
          Ben | part         | part     | /claim 2 part
          Ben | part         | help     | /claim 2
          Ben | part         | cant     | /cancel 2
          Ben | part         | done     | /done 2
          Ana | part         | done     | /done 2
          Ben | /claim       | part     | /claim 2, part
          Ben | /standby     | cant     | /cancel 2
          Ben | /standby     | help     | /claim 2
          Ben | /claim       | cant     | /cancel 2
          Ben | /claim       | done     | /done 2
          Ana | /claim       | done     | /done 2
          Ana | -            | takeback | /cancel 2
          Ana | -            | edit     | /edit 2
          Ana | dated        | tomorrow | /edit 2 tomorrow 10-12
          Ana | dated        | anytime  | /edit 2 any time
          Ben | moved        | works    | /claim 2
          Ben | moved        | cant     | /cancel 2
          Chi | -            | takedown | /cancel 2
          Ben | taken        | edit     | /edit 2
          Ben | taken        | moretime | /edit 2 more time
          Ben | taken        | anytime  | /edit 2 any time
          Ana | reworded     | asitwas  | /edit 2 as it was
          """)
  void what_is_done_to_a_card_by_button_is_done_by_typing(
      String who, String before, String action, String typed) {
    for (int number = 1; number <= 2; number++) {
      switch (before) {
        case "-" -> {}
        case "dated" -> circle.types("Ana", "/edit " + number + " Saturday 10-12");
        case "taken", "reworded" -> {
          circle.types("Ana", "/edit " + number + " Saturday 10-12");
          circle.types("Ben", "/circle take " + number);
          if (before.equals("reworded")) {
            circle.types("Ben", "/edit " + number + " Feed the cat");
          }
        }
        case "part" -> circle.types("Ben", "/claim " + number + " part the milk");
        case "moved" -> {
          circle.types("Ben", "/claim " + number);
          circle.types("Ana", "/edit " + number + " Saturday 10-12");
        }
        default -> circle.types("Ben", before + " " + number);
      }
    }
    Reply pressed = act(who, action);
    Reply answered = circle.types(who, typed);
    if (!action.equals("react")) {
      assertThat(text(answered))
          .isEqualTo(text(pressed).replace("#1", "#2").replace("/claim 1", "/claim 2"));
    }
    assertThat(card(2)).isEqualTo(card(1).replace("#1", "#2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mine      | /mine
          board     | /board
          need      | /needhelp
          support   | /circle set openness support
          zone      | /circle set zone Europe/Lisbon
          """)
  void what_is_asked_or_set_by_button_is_asked_and_set_by_typing(String action, String typed) {
    Reply pressed = circle.does("Ana", command(action), TestCircle.PLACE);
    String shown = text(circle.types("Ana", "/circle show"));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/circle set openness friends");
    Reply answered = circle.types("Ana", typed);
    if (command(action) instanceof Command.ZoneIs
        || command(action) instanceof Command.OpennessIs) {
      String now = text(circle.types("Ana", "/circle show"));
      assertThat(now.lines().toList()).containsAll(changed(action, shown));
    } else {
      assertThat(text(answered)).isEqualTo(text(pressed));
      assertThat(message(answered).buttons()).hasSameSizeAs(message(pressed).buttons());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Post now        | /mine post it
          In a while      | /mine in a while
          With my name    | /mine with my name
          Never mind      | /mine never mind
          """)
  void what_is_said_to_a_preview_by_button_is_said_after_mine(String label, String typed) {
    Message preview = message(circle.types("Ana", "/needhelp Bread, anonymous"));
    String pressed = text(circle.presses("Ana", preview, label));
    circle.types("Ben", "/needhelp Bread, anonymous");

    assertThat(text(circle.types("Ben", typed))).isEqualTo(pressed.replace("#3", "#4"));
  }

  private static List<String> changed(String action, String shown) {
    String head = action.equals("zone") ? "Time zone:" : "How open:";
    return shown.lines().filter(line -> line.startsWith(head)).toList();
  }

  private Reply act(String who, String action) {
    if (action.equals("react")) {
      var card = circle.card(1);
      circle.reacts(who, new MessageRef(card.place(), card.id()), true);
      return new Reply.Silent();
    }
    return circle.does(who, command(action), TestCircle.PLACE);
  }

  private static Command command(String action) {
    Target first = new Target.Known(1);
    return switch (action) {
      case "edit" -> new Command.Edit(first, "");
      case "tomorrow" -> new Command.Extend(1, Extension.TOMORROW);
      case "anytime" -> new Command.Extend(1, Extension.ANY_TIME);
      case "moretime" -> new Command.MoreTime(1);
      case "asitwas" -> new Command.AsItWas(1);
      case "works" -> new Command.Claim(new Target.Listed(1));
      case "help" -> new Command.Claim(first);
      case "part" -> new Command.ClaimPart(new Target.Listed(1), null);
      case "standby" -> new Command.Standby(first);
      case "cant", "takeback" -> new Command.Cancel(first);
      case "takedown" -> new Command.TakeDown(1);
      case "done" -> new Command.Done(first);
      case "mine" -> new Command.Mine();
      case "board" -> new Command.Board(null);
      case "need" -> Code.read("ask");
      case "support" -> new Command.OpennessIs(Openness.SUPPORT);
      case "zone" -> new Command.ZoneIs("Europe/Lisbon");
      default -> throw new IllegalArgumentException(action);
    };
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }
}
