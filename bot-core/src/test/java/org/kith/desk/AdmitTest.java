package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Command;
import org.kith.command.News;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Where the host lets in only whom they have invited. */
class AdmitTest {
  private static final Place NEW = new Place(Platform.BROWSER, "elm-square", "");

  @TempDir Path folder;
  private TestCircle circle;

  DatabaseAddress address(Path in) {
    return DatabaseAddress.in(in);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Chi", "/needhelp Feed the cat");
    circle.settle();
    circle.core.desk().admitOnlyInvited();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void whatever_is_typed_in_a_new_group_is_answered_one_sentence_and_nothing_of_it_is_kept() {
    for (String line :
        new String[] {
          "/needhelp Bread",
          "/board",
          "/help",
          "/start",
          "/circle show",
          "/circle join AAAA-BBBB",
          "/settings show",
          "/nonsense",
          "/mine"
        }) {
      assertThat(text(circle.types("Dora", line, NEW)))
          .as(line)
          .startsWith("This Kith is only for");
    }
    assertThat(text(circle.types("Dora", "/crisis", NEW))).doesNotContain("This Kith");
    assertThat(count("space")).isEqualTo(1);
    assertThat(count("circle")).isEqualTo(1);
  }

  @Test
  void of_somebody_in_a_group_that_was_not_let_in_not_even_the_name_is_kept() {
    circle.types("Dora", "/needhelp Bread", NEW);

    assertThat(count("account where name = 'Dora'")).isZero();
    assertThat(count("draft")).isZero();
  }

  @Test
  void a_code_of_the_hosts_lets_one_group_in_once() {
    String code = invite();

    assertThat(text(circle.types("Dora", "/circle join " + code, NEW))).startsWith("Welcome!");

    assertThat(text(circle.types("Dora", "/needhelp Bread", NEW))).contains("#1");
    Place third = new Place(Platform.BROWSER, "oak-hill", "");
    assertThat(text(circle.types("Eve", "/circle join " + code, third))).startsWith("This Kith");
  }

  @Test
  void only_whoever_manages_the_group_can_use_a_code_and_who_does_not_leaves_it_whole() {
    circle.isManagedBy("Dora");
    String code = invite();

    assertThat(text(circle.types("Eve", "/circle join " + code, NEW))).startsWith("This Kith");
    assertThat(text(circle.types("Dora", "/circle join " + code, NEW))).startsWith("Welcome!");
  }

  @Test
  void a_code_works_for_fourteen_days_and_is_kept_as_a_fingerprint() {
    String code = invite();
    assertThat(count("invitation where fingerprint like '%" + code.substring(0, 4) + "%'"))
        .isZero();
    circle.forward(Duration.ofDays(14));

    assertThat(text(circle.types("Dora", "/circle join " + code, NEW))).startsWith("This Kith");
    assertThat(count("invitation")).isZero();
  }

  @Test
  void a_group_that_was_there_before_and_one_that_joins_it_need_no_code() {
    assertThat(text(circle.types("Ben", "/board"))).contains("Feed the cat");
    String said = text(circle.types("Chi", "/circle link"));
    String code = said.replaceAll("(?s).*\\b(\\w{4}-\\w{4})\\b.*", "$1");

    assertThat(text(circle.types("Dora", "/circle join " + code, NEW))).contains("Maple Street");
  }

  @Test
  void the_door_of_a_new_group_says_how_it_is_let_in() {
    circle.core.desk().hear("n1", Platform.BROWSER, new News.Added(NEW, "en"));
    circle.settle();

    assertThat(circle.paper.in(NEW))
        .singleElement()
        .extracting(sheet -> sheet.message().text().plain())
        .asString()
        .startsWith("This Kith is only for");
    assertThat(circle.paper.in(NEW).getFirst().message().buttons()).isEmpty();
  }

  @Test
  void where_the_host_lets_everybody_in_nobody_needs_a_code() {
    circle.restart();

    assertThat(text(circle.does("Dora", new Command.Board(null), NEW)))
        .doesNotContain("This Kith is only for");
  }

  private String invite() {
    return circle
        .core
        .database()
        .write(tables -> tables.invitations().make(circle.chance, circle.clock.instant()))
        .shown();
  }

  private int count(String from) {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select count(*) from " + from).mapTo(int.class).one());
  }
}
