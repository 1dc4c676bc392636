package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Reply;
import org.kith.testing.TestCircle;

/** People to call now are named, whatever is broken. */
class HardHourTest {
  @TempDir Path folder;

  @Test
  void where_nothing_can_be_written_the_circles_own_words_are_still_read() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/circle set crisis Call Dee, day and night");
      breaks(circle, "drop table delivery");

      assertThat(text(circle.types("Ben", "/crisis")))
          .startsWith("Call Dee, day and night")
          .contains("emergency number");
    }
  }

  @Test
  void where_nothing_can_be_read_either_there_is_an_answer_all_the_same() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/board");
      breaks(circle, "drop table space cascade");

      assertThat(text(circle.types("Ben", "/crisis"))).contains("emergency number");
    }
  }

  @Test
  void the_numbers_of_the_circles_country_follow_its_own_words() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/circle set crisis Call Dee, day and night");

      assertThat(text(circle.types("Ben", "/crisis")))
          .startsWith("Call Dee, day and night")
          .containsSubsequence("In Germany", "0800 1110111", "findahelpline.com");
    }
  }

  @Test
  void a_steward_can_name_the_country_and_go_back_to_that_of_the_clocks() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/circle set country Austria");
      assertThat(text(circle.types("Ben", "/crisis"))).contains("In Austria", ": 142 ");
      assertThat(text(circle.types("Ben", "/circle show"))).contains("the numbers of: Austria");

      assertThat(text(circle.types("Ana", "/circle set country Atlantis"))).contains("such as DE");
      circle.types("Ana", "/circle set country off");
      assertThat(text(circle.types("Ben", "/crisis"))).contains("In Germany");
    }
  }

  @Test
  void where_no_numbers_are_known_the_directory_of_the_world_is_shown() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/circle set country Iceland");

      assertThat(text(circle.types("Ben", "/crisis")))
          .doesNotContain("In Iceland", "In Germany")
          .contains("emergency number", "findahelpline.com");
    }
  }

  @Test
  void nobody_else_sees_the_answer_in_a_group_in_private_and_without_a_database() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/board");
      assertThat(audience(circle.types("Ben", "/crisis"))).isEqualTo(Reply.Audience.ACTOR);
      assertThat(audience(circle.writes("Ben", "/crisis"))).isEqualTo(Reply.Audience.ACTOR);
      breaks(circle, "drop table space cascade");
      assertThat(audience(circle.types("Ben", "/crisis"))).isEqualTo(Reply.Audience.ACTOR);
    }
  }

  @Test
  void without_any_database_the_numbers_of_where_the_bot_is_at_home_are_shown() {
    try (TestCircle circle = TestCircle.in(folder)) {
      circle.types("Ana", "/board");
      breaks(circle, "drop all objects");

      for (Reply reply :
          new Reply[] {circle.types("Ben", "/crisis"), circle.writes("Chi", "/crisis")}) {
        assertThat(text(reply)).contains("emergency number", "In Germany", "0800 1110111");
      }
      assertThat(text(circle.core.desk().inAHardHour("xx"))).contains("0800 1110111");
    }
  }

  @Test
  void whoever_asks_for_company_is_shown_privately_whom_they_can_call_now() {
    try (TestCircle circle = TestCircle.in(folder)) {
      assertThat(text(circle.types("Ana", "/needhelp somebody to talk to")))
          .contains("whom you can call now", "0800 1110111");
      circle.settle();
      assertThat(circle.paper.in(TestCircle.PLACE).getLast().message().text().plain())
          .contains("somebody to talk to")
          .doesNotContain("0800");

      assertThat(text(circle.writes("Ana", "/needhelp somebody to talk to, anonymous")))
          .contains("whom you can call now", "0800 1110111");
      assertThat(text(circle.types("Ana", "/needhelp bread"))).doesNotContain("call now");
    }
  }

  private static Reply.Audience audience(Reply reply) {
    return ((Reply.Said) reply).audience();
  }

  private static void breaks(TestCircle circle, String how) {
    circle.core.database().write(tables -> tables.handle().execute(how));
  }
}
