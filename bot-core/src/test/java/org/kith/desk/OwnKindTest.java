package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.circle.Kinds;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Setting;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.desk.Desk.Choice;
import org.kith.testing.TestCircle;

/** Kinds of care that a circle has added. Stu manages the group. */
class OwnKindTest {
  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void an_added_kind_is_asked_for_by_its_name_and_stands_on_the_card_and_the_board() {
    circle.types("Ana", "/needhelp repair my bike, Saturday 10-12");
    assertThat(card(1)).startsWith("Chores · #1");

    add("Bike repair, outside");
    circle.restart();

    circle.types("Ana", "/needhelp Could somebody repair my BIKE?");
    assertThat(card(2)).startsWith("Bike repair · #2\nCould somebody repair my BIKE?");
    circle.types("Ana", "/needhelp A lift to the station by bike");
    assertThat(card(3)).startsWith("Rides · #3");
    assertThat(text(circle.types("Ben", "/board bike-repair")))
        .contains("Could somebody repair")
        .doesNotContain("station", "Saturday");
    assertThat(text(circle.types("Ben", "/board gardening"))).doesNotContain("Could somebody");
    assertThat(text(circle.types("Ben", "/board wibble"))).contains("Bike repair, and A hand");
    assertThat(text(circle.types("Ben", "/circle show"))).contains("Bike repair, and A hand");
  }

  @Test
  void it_is_chosen_by_its_button_and_in_the_preview_and_kept_by_a_change_and_the_same_again() {
    add("Bike repair, outside");

    Message preview = message(circle.presses("Ana", kinds("Ana"), "Bike repair"));
    preview = message(circle.presses("Ana", preview, "any time"));
    preview = message(circle.presses("Ana", preview, "2"));
    assertThat(preview.text().plain()).contains("\nBike repair\nBike repair\n");
    preview =
        message(circle.presses("Ana", message(circle.presses("Ana", preview, "Kind")), "Meals"));
    preview =
        message(
            circle.presses("Ana", message(circle.presses("Ana", preview, "Kind")), "Bike repair"));
    circle.presses("Ana", preview, "Post it");
    assertThat(card(1)).startsWith("Bike repair · #1\nBike repair\n");

    circle.types("Ana", "/edit 1 A flat tyre");
    assertThat(card(1)).startsWith("Bike repair · #1\nA flat tyre\n");
    preview = message(circle.types("Ana", "/edit 1"));
    preview =
        message(circle.presses("Ana", message(circle.presses("Ana", preview, "Kind")), "Rides"));
    assertThat(text(circle.presses("Ana", preview, "Save changes"))).contains("the kind");
    assertThat(card(1)).startsWith("Rides · #1");
    circle.types("Ana", "/needhelp Bike repair, tomorrow");
    circle.settle();
    circle.types("Ana", "/done 2");
    circle.types("Ana", "/again 2 next week");
    assertThat(card(3)).startsWith("Bike repair · #3");
  }

  @Test
  void one_that_is_taken_away_stays_with_what_was_asked_under_it_and_is_asked_no_more() {
    add("Bike repair, outside");
    circle.types("Ana", "/needhelp Bike repair: a flat tyre");
    Message offered = kinds("Chi");

    assertThat(set("remove bike repair")).contains("Saved");

    assertThat(card(1)).startsWith("Bike repair · #1");
    assertThat(labels(kinds("Dora"))).doesNotContain("Bike repair");
    assertThat(labels(message(circle.presses("Chi", offered, "Bike repair")))).contains("Meals");
    assertThat(text(circle.types("Ben", "/board Bike repair"))).contains("I don't know that kind");
    circle.types("Ana", "/needhelp Bike repair, quick");
    assertThat(card(2)).startsWith("Chores · #2");
    circle.types("Ana", "/done 1");
    circle.types("Ana", "/again 1 next week");
    assertThat(card(3)).startsWith("A hand · #3\nBike repair: a flat tyre");
    add("Bike repair, outside");
    assertThat(text(circle.types("Ben", "/board Bike repair"))).doesNotContain("#3");
  }

  @Test
  void it_is_hidden_and_called_otherwise_as_the_usual_ones_are() {
    add("Bike repair, outside");
    circle.types("Ana", "/needhelp Bike repair, quick");

    assertThat(set("rename Bike repair Two wheels")).contains("Saved");
    assertThat(card(1)).startsWith("Two wheels · #1");
    circle.types("Ana", "/needhelp My two wheels are broken");
    assertThat(card(2)).startsWith("Two wheels · #2");
    assertThat(set("add Bike repair")).contains("Two wheels");
    assertThat(set("hide two wheels")).contains("Saved");
    assertThat(text(circle.types("Ben", "/circle show"))).contains("Hidden kinds: Two wheels");
    circle.types("Ana", "/needhelp My two wheels are broken");
    assertThat(card(3)).startsWith("A hand · #3");
    assertThat(set("show Bike repair")).contains("Saved");
    assertThat(set("rename two wheels")).contains("Saved");
    assertThat(labels(kinds("Chi"))).contains("Bike repair");
  }

  @ParameterizedTest
  @CsvSource({
    "neighbours, '', may be done in homes, true, only those help whom a steward",
    "neighbours, ', at home', may be done in homes, true, only those help whom a steward",
    "neighbours, ', outside', shows them all, true, You're helping",
    "neighbours, ', by phone', shows them all, true, You're helping",
    "support, '', done in person, false, ''",
    "support, ', Outside', done in person, false, ''",
    "support, ', from afar', shows them all, true, ''",
    "friends, '', shows them all, true, You're helping",
  })
  void it_counts_as_done_at_home_unless_the_steward_says_otherwise(
      String openness, String near, String told, boolean posted, String claimed) {
    circle.types("Stu", "/circle set openness " + openness);

    assertThat(set("add Homework help" + near)).contains(told);

    Reply asked = circle.types("Ana", "/needhelp Help with homework");
    circle.settle();
    assertThat(circle.paper.in(TestCircle.PLACE).stream().filter(sheet -> sheet.card()))
        .hasSize(posted ? 1 : 0);
    if (posted) {
      assertThat(text(circle.types("Ben", "/claim 1"))).contains(claimed);
    } else {
      assertThat(text(asked)).startsWith("Homework help: in").contains("not asked for");
      assertThat(labels(message(asked))).doesNotContain("Homework help");
    }
  }

  @Test
  void how_near_it_is_done_can_be_said_later() {
    circle.types("Stu", "/circle set openness neighbours");
    set("add Homework help");
    circle.types("Ana", "/needhelp homework help");
    assertThat(text(circle.types("Ben", "/claim 1"))).contains("only those help whom");

    assertThat(set("add homework HELP\u060C in writing")).contains("shows them all");

    assertThat(text(circle.types("Ben", "/claim 1"))).contains("You're helping");
    circle.types("Ana", "/needhelp homework help, in 3 days");
    set("remove Homework help");
    assertThat(text(circle.types("Ben", "/claim 2"))).contains("only those help whom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add",
        "add , outside",
        "add 🚲",
        "add Bike, repair, outside",
        "add Bike repair, wibble",
        "add Bike\u060C repair\u060C outside",
        "add aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "remove",
        "remove pets",
        "remove Bike repair",
        "rename Bike repair Two wheels",
      })
  void what_is_no_kind_is_answered_with_what_can_be_typed(String typed) {
    String before = text(circle.types("Stu", "/circle show"));

    assertThat(set(typed)).contains("“add Bike repair”");

    assertThat(text(circle.types("Stu", "/circle show"))).isEqualTo(before);
  }

  @Test
  void no_two_kinds_have_one_name_in_the_words_of_the_circle_and_of_its_steward() {
    set("rename meals Hot soup");
    set("hide pets");
    circle.types("Stu", "/circle set language de");
    for (String taken : List.of("Rides", "hot-SOUP", "Meals", "Pets", "chores", "Tiere")) {
      assertThat(set("add " + taken)).as(taken).contains("with that name already");
    }
    add("Gardening, outside");
    circle.types("Ana", "/needhelp gardening and repair and cleaning");
    circle.settle();
    assertThat(circle.paper.in(TestCircle.PLACE))
        .anyMatch(sheet -> sheet.message().text().plain().startsWith("Gardening · #1"));
    assertThat(set("rename rides Gardening")).contains("“rename pets Animals”");
  }

  @Test
  void as_many_as_fit_on_one_message_with_the_usual_ones_are_added_and_no_more() {
    circle.types("Stu", "/circle set kindsoff none");
    for (int i = 1; i <= Kinds.MOST_ADDED; i++) {
      add("Own kind %02d of thirty letters, outside".formatted(i));
    }

    assertThat(set("add One more")).contains("10 kinds of your own");

    assertThat(labels(kinds("Ana"))).hasSize(25).contains("Something small");
    assertThat(suggested("Ana", "board", "")).hasSize(23);
    set("remove Own kind 03 of thirty letters");
    add("One more, outside");
  }

  @Test
  void a_chosen_kind_that_there_is_not_is_asked_for_once_more_and_nothing_else_is_lost() {
    add("Bike repair, outside");
    Message asked = message(circle.does("Ana", options("wibble"), TestCircle.PLACE));
    assertThat(asked.text().plain()).contains("I don't know that kind of help here");

    Message preview = message(circle.presses("Ana", asked, "Bike repair"));

    assertThat(preview.text().plain()).contains("Bike repair\nA flat tyre", "Near: the park");
    circle.presses("Ana", preview, "Post it");
    assertThat(card(1)).startsWith("Bike repair · #1\nA flat tyre");
    circle.does("Ana", options("bike repair"), TestCircle.PLACE);
    assertThat(card(2)).startsWith("Bike repair · #2");
    set("hide pets");
    circle.does("Ana", options("pets"), TestCircle.PLACE);
    assertThat(card(3)).startsWith("A hand · #3");
  }

  @Test
  void the_circles_own_kinds_are_suggested_under_its_own_names_as_they_can_be_typed() {
    add("Bike repair");
    set("rename pets Animals");
    set("hide meals");

    assertThat(suggested("Ana", "board", "i"))
        .contains(new Choice("Bike repair", "Bike repair"), new Choice("Animals", "pets"))
        .doesNotContain(new Choice("Meals", "meals"));
    assertThat(suggested("Ana", "board", "BIKE "))
        .containsExactly(new Choice("Bike repair", "Bike repair"));
    assertThat(suggested("Ana", "board", "mon")).hasSize(1);
    assertThat(suggested("Ana", "needhelp", "mon")).isEmpty();
    circle.types("Stu", "/circle set openness support");
    assertThat(suggested("Ana", "needhelp", "")).doesNotContain(new Choice("Bike repair", "…"));
    assertThat(suggested("Ana", "needhelp", "bike")).isEmpty();
  }

  @Test
  void in_the_private_chat_the_words_are_read_with_the_kinds_of_the_circle_that_is_chosen() {
    Place elm = new Place(Platform.BROWSER, "elm-square", "");
    circle.types("Ana", "/board", elm);
    circle.types("Ana", "/board");
    add("Gardening, outside");
    Message which = message(privately("/needhelp gardening this week", elm));
    assertThat(labels(which)).contains("Maple Street", "Elm Square");
    Command maple = button(which, "Maple Street");
    assertThat(text(privately(maple, elm))).contains("\nGardening\ngardening this week\n");
    which = message(privately(options("Gardening"), elm));
    assertThat(text(privately(button(which, "Elm Square"), elm))).contains("\nA hand\nA flat tyre");
  }

  @Test
  void only_a_steward_adds_one() {
    Command add = new Command.CircleSet(Map.of(Setting.KINDS, "add Bike repair"));

    assertThat(text(circle.does("Ben", add, TestCircle.PLACE))).contains("Only whoever manages");

    assertThat(labels(kinds("Ana"))).doesNotContain("Bike repair");
  }

  private void add(String typed) {
    assertThat(set("add " + typed)).contains("is a kind of care here now");
  }

  private String set(String typed) {
    String said = text(circle.types("Stu", "/circle set kinds " + typed));
    circle.settle();
    return said;
  }

  private Message kinds(String name) {
    return message(circle.types(name, "/needhelp"));
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }

  private List<Choice> suggested(String name, String command, String typed) {
    return circle
        .core
        .desk()
        .suggestKinds(
            circle.delivery(name, new Command.Mine(), TestCircle.PLACE, true).actor(),
            command,
            typed);
  }

  private Reply privately(String line, Place other) {
    return privately(Typed.read(line.substring(1, 9), line.substring(9)), other);
  }

  /** Ana, who is in both circles. */
  private Reply privately(Command command, Place other) {
    Set<String> houses = Set.of(TestCircle.PLACE.house(), other.house());
    Actor ana =
        new Actor(Platform.BROWSER, "ana", "Ana", "en", new Whence.InPrivate(houses, Set.of()));
    return circle.core.desk().handle(new Delivery(null, ana, command, true));
  }

  private static Command button(Message message, String label) {
    return message.buttons().stream()
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow()
        .command();
  }

  private static Command options(String kind) {
    return new Command.NeedHelp(
        new Ask.Options("A flat tyre", kind, null, "the park", 1, null, false));
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }
}
