package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.MessageRef;
import org.kith.store.DatabaseAddress;
import org.kith.store.Erasing;
import org.kith.testing.Await;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/** Whoever wants to be forgotten is: nothing that Kith can reach leads to them any more. */
class ForgetTest {
  /** Words that only the one who is forgotten brought along, or that name them. */
  private static final List<String> PLANTED =
      List.of(
          "quetzalina",
          "walrus",
          "narwhal",
          "okapi",
          "axolotl",
          "gerenuk",
          "quoll",
          "zyzzyva",
          "pangolin");

  /** Those of them that are sealed, and found nowhere to begin with. */
  private static final Set<String> SEALED = Set.of("narwhal", "quoll", "zyzzyva");

  private static final Place OTHER = new Place(Platform.BROWSER, "elm-square", "");

  @TempDir Path folder;
  TestCircle circle;

  /** The database that is looked through. */
  DatabaseAddress database() {
    return DatabaseAddress.in(folder);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, database());
    circle.types("Chi", "/circle set zone Europe/Berlin");
    circle.types("Chi", "/needhelp Feed the cat");
    circle.types("Ben", "/board");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void of_somebody_forgotten_nothing_is_left_in_any_row_in_the_outbox_in_the_log_or_on_a_card() {
    try (LogWatch log = LogWatch.begin()) {
      live();
      circle.paper.away(true); // What waits to be said to them goes, too.
      circle.types("Ben", "/cancel 3");
      String before = Snapshot.of(circle.core.database()).text().toLowerCase(Locale.ROOT);
      PLANTED.stream()
          .filter(word -> !SEALED.contains(word))
          .forEach(word -> assertThat(before).contains(word));

      forget();

      String after = Snapshot.of(circle.core.database(), "outbox").text().toLowerCase(Locale.ROOT);
      PLANTED.forEach(word -> assertThat(after).doesNotContain(word));
      assertThat(waiting()).containsExactlyInAnyOrder("CLEAR", "FORGOTTEN");
      for (String sealed : new String[] {"detail", "letter", "care_card", "photo"}) {
        assertThat(Snapshot.of(circle.core.database()).rows().get(sealed)).as(sealed).isEmpty();
      }
      circle.paper.away(false);
      circle.forward(Duration.ofMinutes(10));
      String said = Snapshot.of(circle.core.database()).text().toLowerCase(Locale.ROOT);
      PLANTED.forEach(word -> assertThat(said).doesNotContain(word));
      for (Sheet sheet : Stream.of(TestCircle.PLACE, OTHER).flatMap(this::sheets).toList()) {
        String card = sheet.message().text().plain().toLowerCase(Locale.ROOT);
        PLANTED.forEach(word -> assertThat(card).doesNotContain(word));
      }
      assertThat(log.lines())
          .noneMatch(line -> PLANTED.stream().anyMatch(line.toLowerCase(Locale.ROOT)::contains));
      new Rulebook(circle).cards();
    }
  }

  @Test
  void what_the_bot_said_to_them_privately_is_taken_away_after_an_outage_and_a_restart_too() {
    live();
    circle.settle();
    assertThat(circle.paper.to("quetzalina")).hasSizeGreaterThan(3);
    int ben = circle.paper.to("ben").size();
    circle.paper.away(true);

    String answer = text(circle.writes("Quetzalina", "/settings forget yes"));
    circle.forward(Duration.ofMinutes(2)); // The file is compacted while that waits.
    circle.restart();
    circle.forward(Duration.ofMinutes(2));
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(10));

    assertThat(answer).contains("empty our private chats").doesNotContain("calendar");
    assertThat(circle.paper.to("quetzalina"))
        .singleElement()
        .extracting(message -> message.text().plain())
        .asString()
        .startsWith("You are forgotten")
        .contains("deleted all that I said to you privately", "calendar", "my last word");
    assertThat(circle.paper.to("ben")).hasSizeGreaterThan(ben);
    assertThat(Snapshot.of(circle.core.database()).text()).doesNotContain("quetzalina");
    noTraceInTheFile();
  }

  @Test
  void what_can_not_be_taken_away_within_two_days_is_given_up_so_that_no_account_is_kept_for_it() {
    live();
    circle.paper.away(true);
    forget();

    circle.forward(Duration.ofDays(1));
    assertThat(waiting()).containsExactlyInAnyOrder("CLEAR", "FORGOTTEN");
    circle.forward(Duration.ofDays(2));

    Await.until("it is given up", () -> waiting().isEmpty());
    assertThat(Snapshot.of(circle.core.database()).text()).doesNotContain("quetzalina");
  }

  @Test
  void those_who_counted_on_them_are_told_and_what_they_promised_is_open_again() {
    live();
    int chi = circle.paper.to("chi").size();
    int ben = circle.paper.to("ben").size();

    forget();

    assertThat(told("chi", chi)).anyMatch(line -> line.contains("#1"));
    assertThat(told("ben", ben)).anyMatch(line -> line.contains("#3"));
    assertThat(circle.card(1).message().text().plain()).contains("looking for 1 person");
    assertThat(circle.card(3).message().text().plain()).contains("taken back");
  }

  @Test
  void whoever_was_forgotten_and_acts_again_is_a_new_person() {
    live();
    long before = person();

    forget();
    circle.types("Quetzalina", "/board");

    assertThat(person()).isNotEqualTo(before);
    assertThat(text(circle.writes("Quetzalina", "/mine"))).doesNotContain("#");
  }

  @Test
  void nobody_is_forgotten_before_they_have_read_what_it_means_and_said_yes() {
    live();
    Snapshot before = Snapshot.of(circle.core.database(), "delivery");

    var asked = circle.types("Quetzalina", "/settings forget");

    assertThat(text(asked)).contains("can't be undone").contains("/settings forget yes");
    assertThat(Snapshot.of(circle.core.database(), "delivery")).isEqualTo(before);
    assertThat(text(circle.presses("Quetzalina", message(asked), "Forget me")))
        .startsWith("You are forgotten")
        .contains("backup")
        .contains("calendar");
  }

  @Test
  void whoever_is_barred_stays_so_and_nothing_else_is_kept_of_them_but_their_account() {
    circle.isManagedBy("Chi");
    circle.types("Quetzalina", "/settings set cap 3");
    circle.types("Chi", "/circle bar Quetzalina");
    circle.types("Quetzalina", "/board", OTHER);

    assertThat(text(circle.types("Quetzalina", "/settings forget yes"))).contains("barred you");

    assertThat(Snapshot.of(circle.core.database()).text()).doesNotContain("Quetzalina");
    assertThat(Snapshot.of(circle.core.database()).rows().get("member"))
        .filteredOn(row -> row.contains("name=…"))
        .hasSize(1);
    assertThat(Snapshot.of(circle.core.database()).rows().get("person"))
        .noneMatch(row -> row.contains("cap=3"));
    assertThat(text(circle.types("Quetzalina", "/needhelp Bread")))
        .startsWith("I can't post that in this circle");
    circle.forward(Duration.ofSeconds(5));
    assertThat(circle.paper.to("quetzalina")).singleElement().asString().contains("barred you");
  }

  @Test
  void every_column_that_leads_to_a_person_is_one_that_is_emptied() {
    Set<String> leading =
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
                            where lower(u.table_name) in ('person', 'account')
                            """)
                        .mapTo(String.class)
                        .list()));
    assertThat(leading).isNotEmpty();
    leading.removeAll(Erasing.columns());
    assertThat(leading)
        .as("Columns with a person in them that store/Erasing does not know: add each there")
        .isEmpty();
  }

  @Test
  void soon_after_somebody_was_forgotten_the_file_does_not_hold_their_name_either() {
    assumeTrue(database().isH2(), "PostgreSQL's own vacuum does that");
    live();
    circle.forward(Duration.ofMinutes(2));
    circle.core.database().settle();
    assertThat(bytes()).contains("quetzalina");

    forget();

    noTraceInTheFile();
  }

  private void noTraceInTheFile() {
    circle.clock.forward(Duration.ofMinutes(2));
    circle.core.clockMoved();
    if (database().isH2()) {
      Await.until(
          "the file holds nothing of them",
          () -> PLANTED.stream().noneMatch(word -> bytes().contains(word)));
    }
  }

  private List<String> waiting() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery("select kind from outbox where account = 'quetzalina'")
                .mapTo(String.class)
                .list());
  }

  /** Somebody does all that leaves a trace. */
  private void live() {
    String who = "Quetzalina";
    circle.types(who, "/needhelp Stroke the walrus"); // #2
    ask(who, "Brush the pangolin", "Ring at zyzzyva"); // #3
    circle.types("Ben", "/claim 3");
    circle.types("Ben", "/write 3 Which door?");
    circle.settle();
    circle.types(who, "/write 3 The quoll one");
    circle.types(who, "/settings card Allergic to narwhal");
    circle.types(who, "/claim 1");
    circle.types("Chi", "/needhelp Two bags"); // #4
    circle.types(who, "/claim 4 part the okapi");
    circle.types("Ben", "/needhelp Wash up"); // #5
    circle.settle();
    circle.reacts(who, new MessageRef(TestCircle.PLACE, circle.card(5).id()), true);
    circle.types(who, "/done 5");
    circle.types(who, "/needhelp Carry the gerenuk"); // #6
    circle.types("Ben", "/claim 6");
    circle.types("Ben", "/done 6");
    circle.types(who, "/thanks 6 private Thank you for the gerenuk");
    circle.types("Chi", "/needhelp Paint the fence, 2 people"); // #7
    circle.types(who, "/claim 7");
    circle.types(who, "/done 7");
    var preview = message(circle.types("Chi", "/needhelp Soup, for Quetzalina"));
    circle.presses("Chi", preview, preview.buttons().getFirst().label());
    circle.types("Ben", "/needhelp Bread, tomorrow, for Quetzalina");
    circle.types(who, "/needhelp Hold the axolotl, anonymous");
    circle.types(who, "/settings set ask yes");
    circle.types(who, "/board", OTHER);
    circle.types(who, "/needhelp Another walrus", OTHER);
    circle.settle();
  }

  private void ask(String who, String what, String details) {
    var preview =
        message(
            circle.does(
                who,
                new Command.NeedHelp(new Ask.Options(what, null, null, null, null, details, false)),
                TestCircle.PLACE));
    circle.presses(who, preview, "Post it");
  }

  private void forget() {
    assertThat(text(circle.types("Quetzalina", "/settings forget yes")))
        .startsWith("You are forgotten");
    circle.forward(Duration.ofSeconds(5));
  }

  private Stream<Sheet> sheets(Place place) {
    return circle.paper.in(place).stream().filter(Sheet::card);
  }

  private List<String> told(String account, int before) {
    return circle.paper.to(account).stream()
        .skip(before)
        .map(message -> message.text().plain())
        .toList();
  }

  private long person() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.people().find(Platform.BROWSER, "quetzalina").orElseThrow().personId());
  }

  /** All files of the database, as text. */
  String bytes() {
    try (Stream<Path> files = Files.list(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(one -> one.toString().endsWith(".db")).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return all.toString().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
