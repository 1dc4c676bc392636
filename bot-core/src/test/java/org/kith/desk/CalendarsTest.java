package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.Window;
import org.kith.circle.Platform;
import org.kith.command.Command;
import org.kith.post.Note;
import org.kith.store.DatabaseAddress;
import org.kith.store.Outbox.Row;
import org.kith.testing.TestCircle;
import org.kith.words.Words;

/** What a helper gets for their calendar. It is Tuesday, 12:00 in Berlin. */
class CalendarsTest {
  private static final Instant SUNDAY_10 = Instant.parse("2026-01-25T09:00:00Z");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ben", "/board");
  }

  DatabaseAddress address(Path at) {
    return DatabaseAddress.in(at);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void a_promise_comes_with_an_entry_and_a_release_takes_it_out_again() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    assertThat(files()).hasSize(1);
    assertThat(files().getFirst())
        .contains("METHOD:PUBLISH", "SUMMARY:Request 1", "DTSTART:20260124T090000Z", "SEQUENCE:0")
        .doesNotContain("Bread", "Ana");

    circle.types("Ben", "/cancel 1");

    assertThat(files()).hasSize(2);
    assertThat(files().getLast())
        .contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1", uid(files().getFirst()));
  }

  @Test
  void who_promises_again_gets_an_entry_again() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    assertThat(files()).hasSize(1);
    circle.types("Ben", "/cancel 1");
    assertThat(files()).hasSize(2);
    circle.types("Ben", "/claim 1");

    assertThat(files()).hasSize(3);
    assertThat(files().getLast()).contains("METHOD:PUBLISH").doesNotContain(uid(files().get(0)));
  }

  @Test
  void an_entry_that_may_have_come_is_taken_out_again() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.paper.closes("ben", true);
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/cancel 1");
    circle.settle();

    assertThat(drawn(null)).isEmpty();
    assertThat(drawn(circle.clock.instant()))
        .singleElement()
        .asString()
        .contains("METHOD:CANCEL", "SEQUENCE:1");
  }

  @Test
  void another_time_changes_the_entry_and_no_time_takes_it_out() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    assertThat(files()).hasSize(1);

    moves(Window.at(SUNDAY_10, TestCircle.ZONE));
    moves(Window.at(SUNDAY_10, TestCircle.ZONE));
    assertThat(files()).hasSize(2);
    assertThat(files().getLast())
        .contains("DTSTART:20260125T090000Z", "SEQUENCE:1", uid(files().getFirst()));

    moves(Window.anyTime(TestCircle.ZONE));
    assertThat(files()).hasSize(3);
    assertThat(files().getLast()).contains("METHOD:CANCEL", "SEQUENCE:2");
    circle.types("Ben", "/cancel 1");
    assertThat(files()).hasSize(3);
  }

  @Test
  void a_change_by_the_asker_changes_the_entry_only_where_it_changes_the_time() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    assertThat(files()).hasSize(1);

    circle.types("Ana", "/edit 1 near Elm Square");
    assertThat(files()).hasSize(1);
    circle.types("Ana", "/edit 1 Sunday 10:00");

    assertThat(files()).hasSize(2);
    assertThat(files().getLast())
        .contains("DTSTART:20260125T090000Z", "SEQUENCE:1", uid(files().getFirst()));
  }

  @Test
  void without_a_start_there_is_no_entry_and_nothing_to_take_out() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ana", "/needhelp Milk, by Friday");
    for (int number = 1; number <= 2; number++) {
      circle.types("Ben", "/claim " + number);
      circle.types("Ben", "/cancel " + number);
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void what_is_taken_back_goes_from_the_calendar_and_what_is_done_stays() {
    for (int number = 1; number <= 3; number++) {
      circle.types("Ana", "/needhelp Bread, Saturday 10-12");
      circle.types("Ben", "/claim " + number);
    }
    assertThat(files()).hasSize(3);

    circle.types("Ana", "/cancel 1");
    circle.types("Ana", "/done 2");
    circle.types("Ben", "/done 3");

    assertThat(files()).hasSize(4);
    assertThat(files().getLast()).contains("METHOD:CANCEL", "SUMMARY:Request 1");
  }

  @Test
  void who_released_before_the_entry_came_is_sent_nothing() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    circle.paper.away(true);
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.types("Ben", "/cancel 1");
    circle.settle();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(10));

    assertThat(files()).isEmpty();
  }

  @Test
  void who_can_not_be_written_to_is_sent_nothing_and_no_line_says_so() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    int posted = circle.paper.in(TestCircle.PLACE).size();
    circle.paper.closes("ben", true);
    circle.types("Ben", "/claim 1");
    circle.settle();
    circle.types("Ben", "/cancel 1");

    assertThat(files()).isEmpty();
    assertThat(circle.paper.in(TestCircle.PLACE)).hasSize(posted);
  }

  @Test
  void an_entry_that_waited_for_a_platform_says_the_newest_time_once() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    circle.paper.away(true);
    circle.types("Ben", "/claim 1");
    moves(Window.at(SUNDAY_10, TestCircle.ZONE));
    circle.paper.away(false);
    circle.restart();
    circle.forward(Duration.ofMinutes(10));

    assertThat(files()).hasSize(1);
    assertThat(files().getLast()).contains("DTSTART:20260125T090000Z", "SEQUENCE:0");
  }

  @Test
  void still_needed_after_the_time_was_over_cancels_nothing() {
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.types("Ben", "/claim 1");
    assertThat(files()).hasSize(1);
    circle.to(SUNDAY_10);

    circle.doesPrivately("Ana", new Command.StillNeeded(1));

    assertThat(files()).hasSize(1);
  }

  private void moves(Window window) {
    circle
        .core
        .database()
        .write(tables -> {
          tables.requests().move(1, window);
          long claim = tables.claims().on(1).getLast().id();
          new Calendars(tables, circle.clock.instant()).changed(claim);
          return true;
        });
    circle.core.courier().wake();
    circle.settle();
  }

  private static String uid(String file) {
    return file.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
  }

  /** What is to be sent to the helper of the first claim, where an earlier send is in doubt. */
  private List<String> drawn(@Nullable Instant doubt) {
    Instant now = circle.clock.instant();
    Row row =
        new Row(
            0, Note.CALENDAR, 1L, Platform.BROWSER, null, "ben", null, 1, 0, "en", now, 1, doubt);
    return circle
        .core
        .database()
        .read(tables ->
            new Calendars(tables, now)
                .draw(row, Words.in("en")).stream()
                    .map(enclosed -> enclosed.file().text())
                    .toList());
  }

  private List<String> files() {
    circle.settle();
    return circle.paper.files("ben").stream().map(file -> file.text()).toList();
  }
}
