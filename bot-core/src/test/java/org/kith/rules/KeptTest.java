package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.testing.Await;
import org.kith.testing.TestCircle;

/** Rules 8 and 13: what is kept, and what never is. */
class KeptTest {
  private static final String PLANTED = "the quick zebra likes marzipan";

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
  void of_what_was_not_meant_for_the_bot_nothing_is_stored_or_logged() {
    try (LogWatch log = LogWatch.begin()) {
      circle.types("Ana", "/board");
      circle.settle();
      Snapshot before = Snapshot.of(circle.core.database(), "delivery");
      circle.writes("Ana", PLANTED);
      circle.does("Ana", new Command.Unknown(PLANTED), TestCircle.PLACE);
      circle.does("Ana", new Command.Start(PLANTED), TestCircle.PLACE);
      circle.types("Ana", "/board " + PLANTED);
      circle.types("Ana", "/claim " + PLANTED);
      MessageRef strange = new MessageRef(TestCircle.PLACE, "no-card");
      circle.reacts("Zoe", strange, true);
      circle.reacts("Zoe", strange, false);
      circle.does("Zoe", new Command.Hearted(strange), TestCircle.PLACE);
      circle.core.desk().hear("n1", Platform.BROWSER, new News.MessageDeleted(strange));
      circle.settle();
      assertThat(Snapshot.of(circle.core.database(), "delivery")).isEqualTo(before);
      assertThat(Snapshot.of(circle.core.database()).text()).doesNotContain("zebra");
      assertThat(log.lines()).noneMatch(line -> line.contains("zebra"));
    }
  }

  @Test
  void a_question_to_the_bot_in_a_strange_place_makes_no_circle() {
    Place place = new Place(Platform.BROWSER, "nowhere", "");
    for (String line : new String[] {"/help", "/privacy", "/crisis", "/start", "/nonsense"}) {
      circle.types("Ana", line, place);
    }
    Snapshot now = Snapshot.of(circle.core.database());
    for (String table : new String[] {"circle", "space", "member", "request", "due", "outbox"}) {
      assertThat(now.rows().get(table)).as(table).isEmpty();
    }
  }

  @Test
  void of_an_event_its_id_is_kept_and_after_three_days_not_even_that() {
    circle
        .core
        .desk()
        .handle(
            new Delivery(
                "event-77",
                circle.delivery("Ana", new Command.Help(), TestCircle.PLACE, true).actor(),
                new Command.Help(),
                true));
    assertThat(Snapshot.of(circle.core.database()).rows().get("delivery"))
        .singleElement()
        .asString()
        .contains("event-77")
        .doesNotContainIgnoringCase("ana");
    circle.forward(Duration.ofDays(4));
    Await.until(
        "ids of old events are forgotten",
        () ->
            circle
                    .core
                    .database()
                    .read(tables ->
                        tables
                            .handle()
                            .createQuery("select count(*) from delivery")
                            .mapTo(int.class)
                            .one())
                == 0);
    assertThat(Snapshot.of(circle.core.database()).text()).doesNotContain("event-77");
  }

  @Test
  void no_table_with_a_person_in_it_has_a_number_that_could_count_what_they_gave() {
    Set<String> harmless =
        Set.of(
            "person.wrong_codes", // Codes that joined no account, for a quarter of an hour.
            "person.cap", // What they set for themselves.
            "person.remind_minutes_ahead", // And when they want to be reminded.
            "request.number",
            "request.helpers",
            "request.revision",
            "claim.calendar_sequence",
            "draft.helpers",
            "outbox.revision",
            "outbox.tries",
            "outbox.breaks");
    List<String> suspects = new ArrayList<>();
    for (String table : tablesWithPeople()) {
      for (String column : numbers(table)) {
        String name = table + "." + column;
        if (!column.equals("id") && !column.endsWith("_id") && !harmless.contains(name)) {
          suspects.add(name);
        }
      }
    }
    assertThat(tablesWithPeople())
        .containsExactlyInAnyOrder(
            "account",
            "asked",
            "block",
            "care_card",
            "claim",
            "consent",
            "draft",
            "letter",
            "manager",
            "member",
            "outbox",
            "person",
            "reactor",
            "report",
            "report_act",
            "request",
            "steward_talk",
            "talk",
            "writing");
    assertThat(suspects).isEmpty();
  }

  private List<String> tablesWithPeople() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(
                    """
                    select distinct lower(table_name) from information_schema.columns
                    where lower(table_schema) = 'public'
                      and (lower(table_name) = 'person' or lower(column_name) in ('person_id',
                        'account_id', 'asker_id', 'for_id', 'between_id', 'helper_id', 'reporter_id', 'steward_id', 'writer_id', 'external_id', 'account'))
                    """)
                .mapTo(String.class)
                .list());
  }

  private List<String> numbers(String table) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(
                    """
                    select lower(column_name) from information_schema.columns
                    where lower(table_schema) = 'public' and lower(table_name) = :table
                      and lower(data_type) in ('bigint', 'integer', 'smallint', 'numeric', 'real',
                        'double precision', 'decfloat')
                    """)
                .bind("table", table)
                .mapTo(String.class)
                .list());
  }
}
