package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Account;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.store.Askings;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Who may be asked privately about a request that nobody came for, each condition alone. */
class WillingTest {
  private static final int ALL = 99;

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    for (String name : List.of("Ana", "Ben", "Chi", "Dee")) {
      circle.types(name, "/settings set ask yes");
    }
    circle.types("Eli", "/needhelp Bread");
    circle.settle();
  }

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void all_are_who_once_said_so_and_nobody_else() {
    circle.types("Fay", "/board");

    assertThat(willing(1)).containsExactly("ana", "ben", "chi", "dee");
    circle.types("Chi", "/settings set ask no");
    assertThat(willing(1)).containsExactly("ana", "ben", "dee");
  }

  @Test
  void nobody_is_asked_about_their_own_request() {
    circle.types("Ana", "/needhelp Milk");

    assertThat(willing(2)).containsExactly("ben", "chi", "dee");
  }

  @Test
  void nobody_is_asked_about_what_is_for_them() {
    Message preview = message(circle.types("Ana", "/needhelp Soup, for Chi"));
    circle.presses("Ana", preview, "Ask Chi first");
    circle.settle();
    circle.pressesPrivately("Chi", circle.paper.to("chi").getLast(), "Yes");
    asked("chi", Askings.BETWEEN);

    assertThat(willing(2)).containsExactly("ben", "dee");
  }

  @Test
  void nobody_is_asked_about_what_they_helped_with_or_gave_back() {
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/cancel 1");
    circle.types("Chi", "/standby 1");

    assertThat(willing(1)).containsExactly("ana", "dee");
  }

  @Test
  void nobody_is_asked_who_can_not_be_written_to() {
    circle.paper.closes("ben", true);
    circle.types("Eli", "/edit 1 Rye bread");
    circle.types("Ben", "/claim 1");
    circle.types("Eli", "/needhelp Milk");
    circle.types("Eli", "/edit 1 Bread");
    circle.settle();

    assertThat(willing(2)).containsExactly("ana", "chi", "dee");
  }

  @Test
  void whoever_was_asked_is_not_asked_within_a_day_and_then_after_the_others() {
    asked("chi", Askings.BETWEEN);
    asked("ana", Askings.BETWEEN.plusHours(1));
    asked("ben", Askings.BETWEEN.minusSeconds(1));
    assertThat(willing(1)).containsExactly("dee", "ana", "chi");

    asked("ben", Askings.BETWEEN.plusHours(2));
    assertThat(willing(1)).containsExactly("dee", "ben", "ana", "chi");
    assertThat(willing(1, 2)).containsExactly("dee", "ben");
  }

  @Test
  void whoever_said_no_or_rests_or_has_enough_is_not_asked() {
    circle.types("Eli", "/needhelp Milk");
    circle.types("Ana", "/settings set cap 1");
    circle.types("Ana", "/claim 2");
    circle.types("Ben", "/rest");
    circle.does("Chi", new Command.CantHelp(1), TestCircle.PLACE);

    assertThat(willing(1)).containsExactly("dee");
    circle.types("Ana", "/done 2");
    circle.types("Ben", "/rest off");
    assertThat(willing(1)).containsExactly("ana", "ben", "dee");
  }

  /** Somebody was written to unasked, so long ago. */
  private void asked(String name, Duration ago) {
    circle
        .core
        .database()
        .write(tables -> {
          Account account = tables.people().find(TestCircle.PLACE.platform(), name).orElseThrow();
          tables.askings().asked(account.personId(), circle.clock.instant().minus(ago));
          return true;
        });
  }

  private List<String> willing(int number) {
    return willing(number, ALL);
  }

  private List<String> willing(int number, int most) {
    circle.settle();
    return circle
        .core
        .database()
        .read(tables ->
            tables.askings().willing(1, number, circle.clock.instant(), most, true, false).stream()
                .map(person -> tables.people().accountsOf(person).getFirst())
                .map(Account::externalId)
                .toList());
  }
}
