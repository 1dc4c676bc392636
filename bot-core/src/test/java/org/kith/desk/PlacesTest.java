package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Message;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/** One person in several circles, private channels, and houses that move. */
class PlacesTest {
  private static final Place OAK = new Place(Platform.BROWSER, "oak-lane", "");
  private static final Place HIDDEN = new Place(Platform.BROWSER, "maple-street", "hidden");

  @TempDir Path folder;
  private TestCircle circle;
  private int deliveries;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void hours_typed_before_the_circle_was_chosen_are_those_of_the_circle() {
    circle.types("Ana", "/board");
    atOak("Ana", "board", "");
    circle.types("Ana", "/circle set zone New York", OAK);

    Message which = message(writes("/needhelp Bread, Saturday 10-12"));
    Message preview = message(press(which, "Oak Lane"));
    press(preview, "Post it");

    circle.settle();
    assertThat(circle.paper.in(OAK))
        .filteredOn(Sheet::card)
        .singleElement()
        .satisfies(card ->
            assertThat(card.message().text().plain()).contains("When: Sat 24 Jan, 10:00–12:00"));
  }

  @Test
  void in_the_private_chat_the_zone_of_the_chosen_circle_can_be_changed() {
    circle.types("Ana", "/board");
    atOak("Ana", "board", "");
    Message which = message(writes("/needhelp Bread, Saturday 10-12"));
    Message preview = message(press(which, "Oak Lane"));

    Message zones = message(press(preview, "Another time zone"));
    Message again = message(press(zones, "New York (06:00)"));

    assertThat(again.text().plain()).contains("Sat 24 Jan, 10:00–12:00 (New York time)");
  }

  @Test
  void a_circle_knows_people_by_the_name_they_have_there() {
    circle.types("Ana", "/needhelp Walk the dog");
    atOak("Captain", "board", "");
    circle.types("Ben", "/claim 1");

    assertThat(circle.card(1).message().text().plain()).contains("For Ana: Ben will help");
    assertThat(text(circle.does("Ben", new Command.More(1), TestCircle.PLACE)))
        .contains("write to Ana")
        .doesNotContain("Captain");
  }

  @Test
  void another_zone_does_not_hide_that_a_private_channel_posts_elsewhere() {
    circle.types("Ana", "/board");
    Message preview = message(circle.types("Ana", "/needhelp Bread, Saturday 10-12", HIDDEN));
    Message zones = message(circle.does("Ana", new Command.OtherZones(), HIDDEN));
    Command newYork =
        zones.buttons().stream()
            .filter(button -> button.label().startsWith("New York"))
            .findFirst()
            .orElseThrow()
            .command();

    Message again = message(circle.does("Ana", newYork, HIDDEN));

    assertThat(preview.text().plain()).contains("This is a private channel");
    assertThat(again.text().plain())
        .contains("New York time")
        .contains("This is a private channel");
    assertThat(labels(again)).contains("Make this channel its own circle");
  }

  @Test
  void a_digest_wanted_in_a_private_channel_is_not_posted_elsewhere() {
    circle.types("Ana", "/board");
    Reply answer = circle.types("Ana", "/digest now", HIDDEN);

    circle.settle();
    assertThat(text(answer)).startsWith("This week");
    assertThat(circle.paper.in(TestCircle.PLACE))
        .noneMatch(sheet -> sheet.message().text().plain().startsWith("This week"));
  }

  @Test
  void what_is_missing_is_not_guessed_where_nobody_asked() {
    circle.types("Ana", "/board");

    assertThat(text(circle.writes("Ana", "/circle show"))).doesNotContain("Nothing is missing");
    assertThat(text(circle.types("Ana", "/circle show"))).contains("Nothing is missing");
  }

  @Test
  void a_house_with_a_new_id_gets_its_cards_anew_and_nobody_is_said_to_have_deleted_them() {
    circle.types("Ana", "/needhelp Walk the dog");
    Sheet old = circle.card(1);
    circle.paper.lose(old.id()); // Messages of the old house can't be reached from the new one.

    circle.core.desk().hear("x1", Platform.BROWSER, new News.Moved("maple-street", "oak-lane"));
    circle.types("Ben", "/claim 1", OAK);
    circle.settle();

    assertThat(circle.paper.in(OAK))
        .filteredOn(Sheet::card)
        .singleElement()
        .satisfies(card -> assertThat(card.message().text().plain()).contains("Ben will help"));
    assertThat(circle.paper.to("ana"))
        .noneMatch(told -> told.text().plain().contains("deleted the card"));
  }

  @Test
  void a_circle_outlives_the_one_that_was_begun_in_the_new_house_a_moment_too_early() {
    circle.types("Ana", "/needhelp Walk the dog");
    circle.card(1);
    circle.types("Ben", "/board", OAK);
    circle.settle();

    circle.core.desk().hear("x1", Platform.BROWSER, new News.Moved("maple-street", "oak-lane"));
    circle.types("Ben", "/claim 1", OAK);
    circle.settle();

    assertThat(circle.paper.in(OAK))
        .filteredOn(Sheet::card)
        .singleElement()
        .satisfies(card -> assertThat(card.message().text().plain()).contains("Ben will help"));
  }

  private void atOak(String name, String command, String rest) {
    Whence oak = new Whence.InPlace(OAK, new Facts("Oak Lane", "Oak Lane", 5, false, false), false);
    act(new Actor(Platform.BROWSER, "ana", name, "en", oak), Typed.read(command, rest));
  }

  private Reply writes(String line) {
    String[] parts = line.substring(1).split(" ", 2);
    return inPrivate(Typed.read(parts[0], parts.length > 1 ? parts[1] : ""));
  }

  private Reply press(Message message, String label) {
    return inPrivate(
        message.buttons().stream()
            .filter(button -> button.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button " + label + " below " + message))
            .command());
  }

  private Reply inPrivate(Command command) {
    Set<String> houses = Set.of(TestCircle.PLACE.house(), OAK.house());
    Whence whence = new Whence.InPrivate(houses, Set.of());
    return act(new Actor(Platform.BROWSER, "ana", "Ana", "en", whence), command);
  }

  private Reply act(Actor actor, Command command) {
    return circle.core.desk().handle(new Delivery("p" + ++deliveries, actor, command, true));
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(button -> button.label()).toList();
  }
}
