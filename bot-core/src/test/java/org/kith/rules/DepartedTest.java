package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.PLACE;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Platform;
import org.kith.command.News;
import org.kith.post.Messenger.Whereabouts;
import org.kith.store.DatabaseAddress;
import org.kith.testing.Await;
import org.kith.testing.TestCircle;

/** Whoever leaves a group is let go: at once from what they promised, in time from everything. */
class DepartedTest {
  private static final Duration TWELVE_WEEKS = Duration.ofDays(7 * 12);

  @TempDir Path folder;
  private TestCircle circle;

  /** The database that is looked through. */
  DatabaseAddress database() {
    return DatabaseAddress.in(folder);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, database());
    circle.types("Chi", "/circle set zone Europe/Berlin");
    circle.types("Chi", "/needhelp Feed the cat");
    circle.types("Quetzalina", "/claim 1");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void what_somebody_promised_who_leaves_the_group_is_open_again_at_once() {
    int told = circle.paper.to("chi").size();

    leaves();

    assertThat(circle.card(1).message().text().plain()).contains("Chi is looking for 1 person");
    assertThat(circle.paper.to("chi").subList(told, circle.paper.to("chi").size()))
        .anyMatch(message -> message.text().plain().contains("can't help with #1"));
  }

  @Test
  void who_does_not_come_back_is_forgotten_once_the_circles_retention_is_over() {
    leaves();
    circle.forward(TWELVE_WEEKS.minusDays(2));
    assertThat(kept()).contains("quetzalina");

    circle.forward(Duration.ofDays(4));

    Await.until("they are forgotten", () -> !kept().contains("quetzalina"));
    assertThat(kept()).contains("chi");
  }

  @Test
  void who_comes_back_is_a_member_as_before() {
    leaves();
    circle.forward(Duration.ofDays(30));
    circle.paper.finds(PLACE.house(), "quetzalina", Whereabouts.THERE);
    circle.types("Quetzalina", "/board");
    circle.forward(TWELVE_WEEKS);

    assertThat(kept()).contains("quetzalina");
  }

  private void leaves() {
    circle.paper.finds(PLACE.house(), "quetzalina", Whereabouts.GONE);
    circle.core.desk().hear(null, Platform.BROWSER, new News.Left(PLACE.house(), "quetzalina"));
    circle.settle();
  }

  private String kept() {
    return Snapshot.of(circle.core.database()).text();
  }
}
