package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.Failure;
import org.kith.testkit.telegram.TelegramGroup;

/** Ben, who has promised something, leaves the group; the bot is no administrator there. */
class OnTelegramMissingTest {
  private static final Duration A_DAY = Duration.ofDays(1).plusMinutes(1);

  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup maple;

  @BeforeEach
  void promise() {
    all = new Neighbours(folder);
    maple = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.ana.startsBot();
    all.ben.startsBot();
    all.ana.writesEphemerally(maple, "/circle set zone Europe/Berlin");
    all.ana.writesEphemerally(maple, "/needhelp Feed the cat");
    all.ben.presses(all.card(maple, 1), "I'll help").answer();
    all.cardSays(maple, 1, "Ben will help");
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void where_telegram_says_so_the_place_is_free_at_once() {
    maple.leaves(all.ben);

    all.cardSays(maple, 1, "Ana is looking for 1 person");
    all.letter(all.ana, "can't help with #1");
  }

  @Test
  void where_telegram_says_nothing_it_is_found_out_within_a_day() {
    maple.losesUnsaid(all.ben);
    all.telegram.failsNext(
        2, "getChatMember", Failure.of(400, "Bad Request: PARTICIPANT_ID_INVALID"));
    all.passes(A_DAY);
    assertThat(all.card(maple, 1).text()).contains("Ben will help");

    all.passes(A_DAY);

    all.cardSays(maple, 1, "Ana is looking for 1 person");
    all.letter(all.ana, "can't help with #1");
  }

  @Test
  void who_writes_from_outside_is_known_to_have_left_and_sees_nothing() throws Exception {
    maple.losesUnsaid(all.ben);
    all.restart(); // Who is in a group is remembered for a minute.

    all.ben.writesPrivately("/board");

    all.cardSays(maple, 1, "Ana is looking for 1 person");
    assertThat(all.ben.inbox().getLast().text()).doesNotContain("cat");
  }

  @Test
  void who_presses_a_button_from_outside_is_known_to_have_left() throws Exception {
    maple.losesUnsaid(all.ben);
    all.restart();

    assertThat(all.ben.pressesData(all.card(maple, 1), "more:1").answer().said())
        .contains("for people in the group");

    all.cardSays(maple, 1, "Ana is looking for 1 person");
  }

  @Test
  void who_is_in_the_circles_other_group_still_has_not_left() {
    TelegramGroup elm = all.telegram.supergroup("Elm Square");
    elm.joins(all.ana);
    elm.joins(all.ben);
    elm.makesAdministrator(all.ana);
    elm.addsBot(all.ana);
    all.ana.writesPrivately("/circle link");
    String said = all.letter(all.ana, "/circle join").text();
    String code = said.replaceAll("(?s).*join ([A-Z2-9]{4}-[A-Z2-9]{4}).*", "$1");
    all.ana.writesEphemerally(elm, "/circle join " + code);
    all.post(elm, "is in several places now");
    long asked = all.telegram.requests("getChatMember").size();

    maple.leaves(all.ben);
    all.telegram.await(
        "him to be looked for in both",
        () -> all.telegram.requests("getChatMember").size() >= asked + 2);
    all.passes(Duration.ofMinutes(1));
    assertThat(all.card(maple, 1).text()).contains("Ben will help");

    elm.leaves(all.ben);
    all.cardSays(maple, 1, "Ana is looking for 1 person");
  }
}
