package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.TestCircle;
import org.kith.testkit.discord.Attachment;
import org.kith.testkit.discord.Post;

/** What a helper on Discord is reminded of, and gets for their calendar. */
class RemindingStoryTest {
  @TempDir Path folder;

  @Test
  void a_promise_comes_with_a_calendar_entry_and_is_reminded_of_twice() {
    try (Street street = Street.in(folder)) {
      LocalDate day = LocalDate.ofInstant(street.clock.instant(), TestCircle.ZONE).plusDays(4);
      street
          .server
          .owner()
          .types(street.help, "circle set", Map.of("zone", "Europe/Berlin"))
          .answer();
      Map<String, String> bread = Map.of("what", "Bread", "when", day + " 15:00");
      street.ana.types(street.help, "needhelp", bread).answer();
      street.ben.presses(street.card(1), "I'll help").answer();
      street.ben.privateChat().awaitMessage("If you keep a calendar");
      assertThat(files(street)).hasSize(1);
      assertThat(files(street).getFirst())
          .contains("METHOD:PUBLISH", "SUMMARY:Request 1")
          .doesNotContain("Bread");

      street.circle.to(day.minusDays(1).atTime(18, 0).atZone(TestCircle.ZONE).toInstant());
      assertThat(reminder(street, "small reminder").text()).contains("#1: Bread");
      street.circle.to(day.atTime(14, 0).atZone(TestCircle.ZONE).toInstant());
      Post soon = reminder(street, "nearly time");
      assertThat(street.ben.presses(soon, "I can't after all").answer().text())
          .contains("no reason needed");

      street.circle.settle();
      assertThat(files(street)).hasSize(2);
      assertThat(files(street).getLast()).contains("METHOD:CANCEL", "SEQUENCE:1");
    }
  }

  private static Post reminder(Street street, String words) {
    List<Post> found =
        street.ben.inbox().stream().filter(post -> post.text().contains(words)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<String> files(Street street) {
    return street.ben.inbox().stream()
        .flatMap(post -> post.files().stream())
        .filter(file -> file.name().equals("request-1.ics"))
        .map(Attachment::bytes)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .toList();
  }
}
