package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.News;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.store.DatabaseAddress;
import org.kith.testing.PaperMessenger;
import org.kith.testing.TestCircle;

/**
 * A group leaves a circle that is in several places. Ana and Ben are in Maple Street, whose circle
 * Elm Square with Eli and Fay has joined; Stu manages both.
 */
class LeaveTest {
  private static final Place MAPLE = TestCircle.PLACE;
  private static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin", MAPLE);
    circle.types("Ben", "/board", MAPLE);
    circle.types("Eli", "/board", ELM);
    circle.types("Fay", "/board", ELM);
    join();
  }

  /** On which database it is told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path inFolder) {
    return DatabaseAddress.in(inFolder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void before_it_leaves_its_steward_is_asked_what_becomes_of_what_is_open() {
    circle.types("Eli", "/needhelp Soup", ELM);
    circle.types("Ana", "/needhelp Bread", MAPLE);
    circle.types("Eli", "/needhelp Salt", ELM);
    circle.types("Eli", "/cancel 3", ELM);
    circle.settle();

    Message question = message(circle.types("Stu", "/circle leave", ELM));

    assertThat(question.text().plain())
        .contains("Elm Square can leave the circle Maple Street")
        .contains("One request that was asked here is still open")
        .contains("/circle leave along, or /circle leave stay");
    assertThat(question.buttons().stream().map(Button::label))
        .containsExactly("Leave, and they come along", "Leave, and they stay");
    assertThat(cards(ELM)).contains("#1", "#2");
    for (Button button : question.buttons()) {
      assertThat(text(circle.does("Eli", button.command(), ELM))).contains("Only whoever manages");
    }
    assertThat(text(circle.does("Stu", question.buttons().getFirst().command(), ELM)))
        .contains("Elm Square has left the circle Maple Street");
    assertThat(text(circle.does("Stu", question.buttons().getLast().command(), ELM)))
        .contains("in no other place");
  }

  @Test
  void what_was_asked_there_comes_along_and_is_seen_there_alone() {
    circle.types("Ana", "/needhelp Bread", MAPLE);
    circle.types("Eli", "/needhelp Soup", ELM);
    circle.types("Fay", "/claim 2", ELM);
    circle.settle();

    leave("along");

    assertThat(cards(ELM)).containsExactly("#1");
    assertThat(card(ELM)).contains("Soup", "For Eli: Fay will help");
    assertThat(cards(MAPLE)).containsExactly("#1");
    assertThat(card(MAPLE)).contains("Bread", "Ana is looking");
    assertThat(told("eli")).last().asString().contains("Its number there is #1: Soup");
    assertThat(told("fay")).last().asString().contains("Its number there is #1: Soup");
    assertThat(told("ana")).noneMatch(one -> one.contains("another circle"));
    assertThat(text(circle.types("Fay", "/done 1", ELM))).contains("#1 is done");
    assertThat(text(circle.types("Ben", "/claim 1", MAPLE))).contains("You're helping with #1");
    circle.types("Eli", "/needhelp Salt", ELM);
    circle.types("Ana", "/needhelp Rice", MAPLE);
    assertThat(cards(ELM)).contains("#2").doesNotContain("#3");
    assertThat(cards(MAPLE)).contains("#3").doesNotContain("#2");
  }

  @Test
  void what_stays_is_not_seen_in_the_place_that_left_and_its_asker_keeps_it_in_private() {
    circle.types("Eli", "/needhelp Soup", ELM);
    circle.types("Eli", "/needhelp Salt", ELM);
    circle.types("Fay", "/claim 2", ELM);
    circle.settle();

    leave("stay");

    assertThat(cards(ELM)).isEmpty();
    assertThat(cards(MAPLE)).containsExactlyInAnyOrder("#1", "#2");
    assertThat(text(circle.types("Ben", "/claim 1", MAPLE))).contains("You're helping with #1");
    circle.settle();
    assertThat(told("eli")).last().asString().contains("Ben will help with #1");
    assertThat(writes("Eli", "/mine")).contains("Soup", "Salt");
    assertThat(writes("Eli", "/edit 1 Saturday 10-12")).contains("#1 is changed");
    assertThat(writes("Eli", "/write 1 How kind!")).contains("It goes to Ben");
    circle.settle();
    assertThat(told("ben")).anyMatch(one -> one.contains("How kind!"));
    circle.types("Ben", "/write 1 With pleasure", MAPLE);
    circle.settle();
    assertThat(told("eli")).last().asString().contains("With pleasure");
    assertThat(writes("Fay", "/done 2")).contains("#2 is done");
    assertThat(writes("Eli", "/cancel 1")).contains("#1 is taken back");
  }

  @Test
  void of_the_other_circle_nothing_is_theirs_but_that() {
    circle.types("Eli", "/needhelp Soup", ELM);
    circle.types("Ana", "/needhelp Bread", MAPLE);
    circle.settle();

    leave("stay");

    assertThat(writes("Eli", "/board")).doesNotContain("Bread", "Soup");
    assertThat(writes("Eli", "/claim 2")).contains("There is no #2 here");
    assertThat(writes("Fay", "/mine")).doesNotContain("Soup");
    assertThat(writes("Fay", "/cancel 1")).contains("There is no #1 here");
    assertThat(text(circle.types("Stu", "/circle stewards add Eli", MAPLE)))
        .contains("I know nobody called “Eli”");
    writes("Eli", "/cancel 1");
    circle.forward(Duration.ofDays(4));
    assertThat(rows("select name from member where apart")).isEmpty();
  }

  @Test
  void a_helper_of_the_other_group_keeps_a_promise_that_goes_along() {
    circle.types("Eli", "/needhelp Soup", ELM);
    circle.settle();
    circle.types("Ben", "/claim 1", MAPLE);
    circle.settle();

    leave("along");

    assertThat(told("ben")).last().asString().contains("Its number there is #1: Soup");
    assertThat(card(ELM)).contains("For Eli: Ben will help");
    assertThat(text(circle.writes("Ben", "/mine"))).contains("Soup");
    Message mine = message(circle.writes("Ben", "/mine"));
    assertThat(mine.buttons()).isNotEmpty();
    assertThat(text(circle.writes("Ben", "/cancel 1"))).contains("no reason needed");
    assertThat(card(ELM)).contains("Eli is looking for 1 person");
    circle.settle();
    assertThat(told("eli")).last().asString().contains("Ben can't help with #1");
  }

  @Test
  void whoever_is_barred_is_so_in_both_circles_whenever_they_come_back() {
    circle.types("Stu", "/circle bar Eli", ELM);
    String barred =
        "select cast(circle_id as varchar(9)) from member where name = 'Eli' and barred_at is not"
            + " null";
    assertThat(rows(barred)).hasSize(1);

    leave("along");

    assertThat(rows(barred)).hasSize(2);
    circle.types("Eli", "/board", MAPLE);
    circle.types("Ana", "/needhelp Bread", MAPLE);
    circle.settle();
    circle.types("Ana", "/cancel 1", MAPLE);
    circle.forward(Duration.ofDays(4));
    assertThat(rows(barred)).hasSize(2);
  }

  @Test
  void a_circle_that_is_left_where_the_bot_was_removed_is_erased_in_time() {
    circle.paper.removedFrom(MAPLE, true);
    circle.core.desk().hear("n1", Platform.BROWSER, new News.Removed(MAPLE));
    assertThat(rows("select name from circle")).containsExactly("Maple Street");

    leave("along");

    circle.forward(Duration.ofDays(29));
    assertThat(rows("select name from circle order by id"))
        .containsExactly("Maple Street", "Elm Square");
    circle.forward(Duration.ofDays(2));
    assertThat(rows("select name from circle")).containsExactly("Elm Square");
  }

  @Test
  void it_keeps_its_settings_and_what_is_due_comes_in_either_circle() {
    circle.types("Stu", "/circle set details yes", MAPLE);
    circle.types("Eli", "/needhelp Soup, Saturday 10-12", ELM);
    circle.types("Ana", "/needhelp Bread, Saturday 10-12", MAPLE);
    circle.types("Fay", "/claim 1", ELM);
    circle.settle();

    leave("along");
    assertThat(
            rows(
                """
                select d.what from due d join request r on r.id = d.ref_id
                where d.what in ('RING', 'LAST_HOUR', 'FOLLOW_UP') and d.circle_id <> r.circle_id
                """))
        .isEmpty();

    assertThat(text(circle.types("Eli", "/circle show", ELM)))
        .contains("after the asker said yes", "Elm Square")
        .doesNotContain("Maple");
    for (int steps = 0; steps < 66; steps++) { // In time for what comes on Friday evening.
      circle.forward(Duration.ofHours(3));
    }
    assertThat(told("fay")).anyMatch(one -> one.contains("#1") && one.contains("10:00"));
    assertThat(told("eli")).anyMatch(one -> one.contains("Did you get"));
    for (Place place : List.of(MAPLE, ELM)) {
      assertThat(posts(place).stream().filter(post -> post.contains("This week"))).hasSize(1);
    }
    circle.forward(Duration.ofDays(100));
    assertThat(rows("select what from request")).isEmpty();
  }

  @Test
  void all_are_told_and_can_become_one_circle_again() {
    leave("along");

    assertThat(posts(ELM)).anyMatch(one -> one.contains("The circle Elm Square is here now: Elm"));
    assertThat(posts(MAPLE))
        .anyMatch(one -> one.contains("The circle Maple Street is here now: Maple Street."));
    join();
    circle.types("Ana", "/needhelp Bread", MAPLE);
    assertThat(cards(ELM)).containsExactly("#1");
  }

  @Test
  void only_its_stewards_take_a_group_out_and_the_only_one_stays() {
    assertThat(text(circle.types("Eli", "/circle leave", ELM))).contains("Only whoever manages");
    assertThat(text(circle.types("Eli", "/circle leave along", ELM)))
        .contains("Only whoever manages");
    assertThat(text(circle.types("Eli", "/circle show", ELM))).contains("Maple Street");
    assertThat(text(circle.writes("Stu", "/circle leave"))).contains("in the group");

    leave("along");

    assertThat(text(circle.types("Stu", "/circle leave", ELM))).contains("in no other place");
    assertThat(text(circle.types("Stu", "/circle leave along", MAPLE)))
        .contains("in no other place");
    Command forged = new Command.LeaveCircle(1, true);
    assertThat(text(circle.does("Stu", forged, ELM))).contains("in the group");
  }

  private void join() {
    String said = text(circle.types("Stu", "/circle link", MAPLE));
    String code = said.replaceAll("(?s).*join ([A-Z2-9]{4}-[A-Z2-9]{4}).*", "$1");
    assertThat(text(circle.types("Stu", "/circle join " + code, ELM)))
        .contains("Elm Square is part of the circle Maple Street now");
    circle.settle();
  }

  private void leave(String open) {
    assertThat(text(circle.types("Stu", "/circle leave " + open, ELM)))
        .contains("Elm Square has left the circle Maple Street");
    circle.settle();
  }

  /** Somebody of Elm Square alone writes in the private chat. */
  private String writes(String name, String line) {
    String[] parts = line.substring(1).split(" ", 2);
    Actor actor =
        new Actor(
            Platform.BROWSER,
            name.toLowerCase(Locale.ROOT),
            name,
            "en",
            new Whence.InPrivate(Set.of(ELM.house()), Set.of()));
    Command command = Typed.read(parts[0], parts.length > 1 ? parts[1] : "");
    return text(circle.core.desk().handle(new Delivery(null, actor, command, true)));
  }

  private List<String> cards(Place place) {
    circle.settle();
    return circle.paper.in(place).stream()
        .filter(PaperMessenger.Sheet::card)
        .map(sheet -> sheet.message().text().plain().lines().findFirst().orElseThrow())
        .map(heading -> heading.replaceAll(".*(#[0-9]+).*", "$1"))
        .toList();
  }

  private String card(Place place) {
    circle.settle();
    return circle.paper.in(place).stream()
        .filter(PaperMessenger.Sheet::card)
        .map(sheet -> sheet.message().text().plain())
        .findFirst()
        .orElseThrow();
  }

  private List<String> posts(Place place) {
    return circle.paper.in(place).stream().map(one -> one.message().text().plain()).toList();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private List<String> rows(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(String.class).list());
  }
}
