package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramUser;

/** Two groups were one circle, and one of them leaves it. Ana manages both. */
class LeaveStoryTest {
  @TempDir Path folder;
  private Neighbours all;
  private TelegramGroup maple;
  private TelegramGroup elm;
  private TelegramUser eli;

  @BeforeEach
  void join() {
    all = new Neighbours(folder);
    eli = all.telegram.user("Eli");
    maple = all.meetIn(all.telegram.supergroup("Maple Street"));
    elm = all.telegram.supergroup("Elm Square");
    elm.joins(all.ana);
    elm.joins(eli);
    elm.makesAdministrator(all.ana);
    elm.addsBot(all.ana);
    all.ana.startsBot();
    eli.startsBot();
    all.ana.writesEphemerally(maple, "/circle set zone Europe/Berlin");
    all.ana.writesPrivately("/circle link");
    String said = all.letter(all.ana, "/circle join").text();
    String code = said.replaceAll("(?s).*join ([A-Z2-9]{4}-[A-Z2-9]{4}).*", "$1");
    all.ana.writesEphemerally(elm, "/circle join " + code);
    all.post(elm, "is in several places now");
    eli.writesEphemerally(elm, "/needhelp Soup");
    all.card(elm, 1);
    all.card(maple, 1);
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void what_stays_goes_from_the_group_that_left_and_its_asker_keeps_it_in_private() {
    all.ana.writesEphemerally(elm, "/circle leave stay");

    all.post(elm, "The circle Elm Square is here now: Elm Square");
    all.telegram.await("the card to go", () -> elm.botMessages().stream().noneMatch(this::isCard));
    SeenMessage card = all.card(maple, 1);
    all.ben.startsBot();
    all.ben.presses(card, "I'll help").answer();
    all.letter(eli, "Ben will help with #1");
    eli.writesPrivately("/mine");
    assertThat(all.letter(eli, "You asked").text()).contains("Soup");
    eli.writesPrivately("/cancel 1");
    all.letter(eli, "#1 is taken back");
  }

  private boolean isCard(SeenMessage one) {
    return one.text().contains("#1");
  }
}
