package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;

/** What happens on Telegram when nobody comes; a day passes between two rings. */
class RingStoriesTest {
  private static final Duration A_DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup group;

  @BeforeEach
  void ask() {
    all = new Neighbours(folder);
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    all.ana.startsBot();
    all.ben.startsBot();
    all.ana.writesEphemerally(group, "/circle set zone Europe/Berlin");
    all.ana.writesEphemerally(group, "/needhelp bread, in 5 days");
    all.card(group, 1);
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void whoever_stands_by_is_asked_and_a_yes_is_a_claim() {
    all.ben.presses(all.card(group, 1), "If nobody else can").answer();

    all.passes(A_DAY);
    all.ben.presses(all.letter(all.ben, "nobody has come yet for #1"), "I'll help").answer();

    all.cardSays(group, 1, "Ben will help");
  }

  @Test
  void whoever_said_that_they_may_be_asked_is_asked_and_may_say_no() {
    all.ben.writesEphemerally(group, "/settings set ask yes");
    all.letter(all.ben, "I may ask you privately");

    all.passes(A_DAY);
    SeenMessage question = all.letter(all.ben, "nobody has come yet (#1)");

    assertThat(question.labels()).containsExactly("I'll help", "I can't", "Don't ask me privately");
    assertThat(all.ben.presses(question, "I can't").answer().said())
        .contains("I won't ask you about #1 again");
    all.cardSays(group, 1, "Ana is looking for 1 person");
  }

  @Test
  void the_card_comes_again_in_place_of_the_old_one() {
    SeenMessage first = all.card(group, 1);

    all.passes(A_DAY);

    SeenMessage second = all.card(group, 1);
    assertThat(second.id()).isGreaterThan(first.id());
    assertThat(group.botMessages()).noneMatch(one -> one.id() == first.id());
    all.ben.presses(second, "I'll help").answer();
    all.cardSays(group, 1, "Ben will help");
  }

  @Test
  void whoever_manages_the_group_puts_it_in_other_words_and_the_asker_can_put_it_back() {
    all.ben.writesEphemerally(group, "/needhelp soup, in 5 days");
    all.card(group, 2);
    all.ana.writesEphemerally(group, "/circle take 2");
    all.cardSays(group, 2, "being looked after");
    all.ana.writesPrivately("/edit 2 lentil soup");
    all.cardSays(group, 2, "lentil soup");

    SeenMessage told = all.letter(all.ben, "somebody who looks after this circle has changed");
    assertThat(told.text()).contains("You had put it like this").doesNotContain("Ana");
    assertThat(told.labels()).containsExactly("Change", "As it was");
    all.ben.presses(told, "As it was").answer();

    all.letter(all.ben, "#2 is changed: the words");
  }

  @Test
  void whoever_rests_is_not_asked_and_hands_over_what_they_promised() {
    all.ben.writesEphemerally(group, "/settings set ask yes");
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.cardSays(group, 1, "Ben will help");
    all.ben.writesPrivately("/rest in 2 weeks");
    all.ben.presses(all.letter(all.ben, "Rest well"), "Hand all of it over").answer();
    all.letter(all.ana, "can't help with #1 after all");

    all.passes(A_DAY);

    all.cardSays(group, 1, "Ana is looking for 1 person");
    assertThat(all.ben.inbox()).noneMatch(one -> one.text().contains("nobody has come"));
  }

  @Test
  void a_cap_and_other_times_for_reminders_are_set_and_shown() {
    all.ben.writesPrivately("/settings set cap 2");
    all.letter(all.ben, "With 2 promises ahead of you");
    all.ben.writesPrivately("/settings set reminders 19:00");
    all.letter(all.ben, "on the day before at 19:00");
    all.ben.writesPrivately("/settings show");
    assertThat(all.letter(all.ben, "I never ask you privately").text())
        .contains("With 2 promises ahead of you", "on the day before at 19:00");
  }

  @Test
  void the_fourth_post_of_a_day_and_the_evening_line_make_no_sound() {
    for (int number = 2; number <= 4; number++) {
      all.ana.writesEphemerally(group, "/needhelp thing " + number);
      all.card(group, number);
    }
    assertThat(all.card(group, 3).isSilent()).isFalse();
    assertThat(all.card(group, 4).isSilent()).isTrue();

    all.passes(Duration.ofHours(6));

    assertThat(all.post(group, "Somebody is still looked for").isSilent()).isTrue();
  }

  @Test
  void what_should_go_quietly_asks_nobody_else() {
    all.ben.writesEphemerally(group, "/settings set ask yes");
    all.letter(all.ben, "I may ask you privately");
    all.ana.writesPrivately("/cancel 1 if nobody comes");
    all.letter(all.ana, "ask nobody else");

    all.passes(Duration.ofDays(5));

    all.letter(all.ana, "so I have taken it down quietly");
    all.cardSays(group, 1, "#1: over");
    assertThat(all.ben.inbox()).noneMatch(one -> one.text().contains("nobody has come"));
  }
}
