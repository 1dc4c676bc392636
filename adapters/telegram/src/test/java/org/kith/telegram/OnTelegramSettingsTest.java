package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;

/** What somebody sets for themselves, on Telegram. */
class OnTelegramSettingsTest {

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
  void plain_text_has_no_layout_in_private() {
    all.ben.writesEphemerally(group, "/board");
    all.ben.writesPrivately("/board");
    all.circle.settle();
    assertThat(all.letter(all.ben, "bread").entities()).contains("bold");

    all.ben.writesPrivately("/settings set plain yes");
    all.letter(all.ben, "emoji are written as words");
    all.ben.writesPrivately("/board");
    all.telegram.awaitFound(
        "a board without layout",
        () ->
            all.ben.inbox().stream()
                .filter(one -> one.text().contains("#1") && one.entities().isEmpty())
                .findFirst());
    all.ben.writesPrivately("/privacy");

    assertThat(all.letter(all.ben, "(handshake)").entities()).isEmpty();
    assertThat(all.card(group, 1).entities()).contains("bold");
  }

  @Test
  void two_accounts_become_one_person_by_a_code_and_both_are_told() {
    all.ben.writesPrivately("/settings link");
    String code = code(all.letter(all.ben, "Type this on your other account").text());
    all.chi.startsBot();
    all.chi.writesEphemerally(group, "/board");
    all.chi.writesPrivately("/settings link " + code);
    all.letter(all.chi, "are one person to me now");
    SeenMessage told = all.letter(all.ben, "and this account are one person to me now");
    all.ben.presses(all.card(group, 1), "I'll help").answer();
    all.cardSays(group, 1, "Chi will help"); // The name stays, whichever account acts.
    all.chi.writesPrivately("/mine");
    all.letter(all.chi, "#1");

    all.ben.presses(told, "Take off Chi (Telegram)").answer();

    all.letter(all.chi, "begins anew");
  }

  private static String code(String text) {
    Matcher found = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}").matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group();
  }
}
