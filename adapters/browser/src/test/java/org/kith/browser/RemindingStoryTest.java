package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a helper in the room is reminded of, and gets for their calendar. It is Friday, 10:00. */
class RemindingStoryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void ask() {
    room = Room.in(data);
    room.types("Ana", "/circle set zone Europe/Berlin");
    room.types("Ana", "/needhelp Bread, Sunday 10-12").allSee("Bread", "Sun 24 Jan, 10:00–12:00");
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void a_promise_comes_with_a_calendar_entry_and_is_reminded_of_twice() {
    room.presses("Ben", "I'll help").isTold("Ben", "If you keep a calendar, here is #1 for it");
    room.restarts();
    assertThat(files()).hasSize(1);
    assertThat(files().getFirst())
        .contains("METHOD:PUBLISH", "SUMMARY:Request 1", "DTSTART:20270124T090000Z");

    room.goesOn(Duration.ofHours(32)).isTold("Ben", "small reminder", "#1: Bread");
    room.goesOn(Duration.ofHours(15)).isTold("Ben", "nearly time", "#1: Bread");
    room.presses("Ben", "I can't after all").isAnswered("no reason needed");

    room.isTold("Ben", "out of your calendar");
    assertThat(files()).hasSize(2);
    assertThat(files().getLast()).contains("METHOD:CANCEL", "SEQUENCE:1");
    room.doesNotSee("Chi", "calendar").doesNotSee("Chi", "small reminder");
  }

  private List<String> files() {
    return room.entries("Ben").stream()
        .flatMap(entry -> Stream.of(entry.path("shown").path("file").path("text")))
        .filter(text -> text.isTextual())
        .map(text -> text.textValue())
        .toList();
  }
}
