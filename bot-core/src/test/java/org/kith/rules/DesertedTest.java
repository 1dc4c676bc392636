package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.store.CircleErasing;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** A circle that the bot was removed from everywhere is erased, thirty days later. */
class DesertedTest {
  private static final List<String> PLANTED =
      List.of("quetzalina", "walrus", "okapi", "pangolin", "maple", "gerenuk");

  private static final Place OTHER = new Place(Platform.BROWSER, "elm-square", "");

  @TempDir Path folder;
  private TestCircle circle;

  /** The database that is looked through. */
  DatabaseAddress database() {
    return DatabaseAddress.in(folder);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, database());
    live();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void thirty_days_after_the_bot_was_removed_nothing_is_left_but_what_other_circles_know() {
    assertThat(text()).contains(PLANTED);
    removed();
    circle.forward(Duration.ofDays(29));
    assertThat(text()).contains("maple", "quetzalina");

    circle.forward(Duration.ofDays(2));

    assertThat(text()).doesNotContain(PLANTED).contains("elm", "dora", "chi");
    assertThat(Snapshot.of(circle.core.database()).rows().get("circle")).hasSize(1);
  }

  @Test
  void the_bots_return_stops_the_time_and_a_new_removal_begins_it_anew() {
    removed();
    circle.forward(Duration.ofDays(20));
    circle.paper.removedFrom(TestCircle.PLACE, false);
    circle.added();
    circle.forward(Duration.ofDays(20));
    assertThat(text()).contains("maple", "quetzalina");

    removed();
    circle.forward(Duration.ofDays(20));
    removed(); // Told once more: the time runs on.
    circle.forward(Duration.ofDays(11));

    assertThat(text()).doesNotContain("maple", "quetzalina");
  }

  @Test
  void where_the_bot_came_back_in_time_no_later_trouble_with_posting_erases_the_circle() {
    removed();
    circle.forward(Duration.ofDays(20));
    circle.paper.removedFrom(TestCircle.PLACE, false);
    circle.added();
    circle.settle();
    assertThat(erases()).isZero();

    circle.paper.removedFrom(TestCircle.PLACE, true); // It may not post; nobody removed it.
    circle.types("Ben", "/needhelp Flour");
    circle.forward(Duration.ofDays(12));

    assertThat(text()).contains("maple", "quetzalina");
    assertThat(erases()).isZero();
  }

  @Test
  void a_circle_that_still_has_a_place_is_not_erased() {
    String code =
        TestCircle.text(circle.types("Chi", "/circle link"))
            .replaceAll("(?s).*\\b(\\w{4}-\\w{4})\\b.*", "$1");
    circle.types("Dora", "/circle join " + code, OTHER);
    circle.settle();
    removed();

    circle.forward(Duration.ofDays(40));

    assertThat(text()).contains("elm", "maple", "quetzalina");
  }

  @Test
  void every_column_by_which_rows_hang_on_a_circle_is_one_that_is_followed() {
    Set<String> hanging =
        circle
            .core
            .database()
            .read(tables ->
                new TreeSet<>(
                    tables
                        .handle()
                        .createQuery(
                            """
                            select lower(k.table_name) || '.' || lower(k.column_name)
                            from information_schema.referential_constraints r
                            join information_schema.key_column_usage k
                              on k.constraint_name = r.constraint_name
                            join information_schema.key_column_usage u
                              on u.constraint_name = r.unique_constraint_name
                            where lower(u.table_name) not in ('person', 'account')
                            """)
                        .mapTo(String.class)
                        .list()));
    assertThat(hanging).isNotEmpty();
    hanging.removeAll(CircleErasing.columns());
    assertThat(hanging)
        .as("Columns that hang on a circle and store/CircleErasing does not know: add each there")
        .isEmpty();
  }

  private void removed() {
    circle.paper.removedFrom(TestCircle.PLACE, true);
    circle.core.desk().hear(null, Platform.BROWSER, new News.Removed(TestCircle.PLACE));
    circle.settle();
  }

  private int erases() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery("select count(*) from due where what = 'ERASE'")
                .mapTo(int.class)
                .one());
  }

  private String text() {
    return Snapshot.of(circle.core.database()).text().toLowerCase(Locale.ROOT);
  }

  private void live() {
    circle.types("Chi", "/circle set zone Europe/Berlin");
    circle.types("Quetzalina", "/needhelp Stroke the walrus"); // #1
    var preview =
        message(
            circle.does(
                "Quetzalina",
                new Command.NeedHelp(
                    new Ask.Options("Brush the pangolin", null, null, null, null, "Door 7", false)),
                TestCircle.PLACE)); // #2
    circle.presses("Quetzalina", preview, "Post it");
    circle.types("Ben", "/claim 2");
    circle.settle();
    circle.types("Ben", "/write 2 Which door?");
    circle.types("Quetzalina", "/settings card Allergic to narwhal");
    circle.types("Ben", "/claim 1 part the okapi");
    circle.types("Chi", "/needhelp Wash up"); // #3
    circle.settle();
    circle.reacts("Ben", new MessageRef(TestCircle.PLACE, circle.card(3).id()), true);
    circle.types("Quetzalina", "/done 2");
    circle.types("Quetzalina", "/thanks 2 Thank you for the gerenuk");
    circle.types("Ben", "/needhelp Bread, anonymous");
    circle.types("Chi", "/circle link");
    circle.types("Chi", "/board", OTHER);
    circle.types("Dora", "/needhelp Soup", OTHER);
    circle.settle();
  }
}
