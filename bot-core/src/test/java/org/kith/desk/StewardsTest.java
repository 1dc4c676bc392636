package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Who looks after a circle: whoever the platform lets manage the group, then whom they name. */
class StewardsTest {
  private static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    circle.types("Ben", "/board");
    circle.types("Chi", "/board");
  }

  /** On which database it is told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void all_can_see_who_they_are_and_only_they_name_others() {
    assertThat(text(circle.types("Chi", "/circle stewards")))
        .contains("They manage the group, so they are stewards of Maple Street: Stu")
        .doesNotContain("Named");
    assertThat(text(circle.types("Chi", "/circle stewards add Chi")))
        .contains("Only whoever manages");
    assertThat(text(circle.types("Chi", "/circle set details yes")))
        .contains("Only whoever manages");

    assertThat(text(circle.types("Stu", "/circle stewards add ben")))
        .contains("Ben is a steward of Maple Street now");

    assertThat(text(circle.types("Chi", "/circle stewards")))
        .contains("Named as stewards of Maple Street: Ben");
    circle.settle();
    assertThat(told("ben"))
        .singleElement()
        .asString()
        .contains("You are a steward of the circle Maple Street now", "/circle stewards remove me");
    assertThat(text(circle.types("Stu", "/circle stewards add Ben"))).contains("already");
    assertThat(text(circle.types("Ben", "/circle stewards add Chi")))
        .contains("Chi is a steward of Maple Street now");
  }

  @Test
  void whoever_is_named_can_do_it_in_the_group_and_in_private_and_after_more_acts() {
    names("Ben");
    circle.types("Ben", "/board");

    assertThat(text(circle.types("Ben", "/circle set details yes"))).contains("Saved");
    assertThat(text(circle.writes("Ben", "/circle set details claim"))).contains("Saved");
    assertThat(text(circle.writes("Ben", "/circle stewards add Chi"))).contains("Chi is a steward");
    circle.types("Ana", "/needhelp Bread");
    circle.settle();
    assertThat(text(circle.types("Ben", "/circle take 1"))).contains("You look after #1 now");
  }

  @Test
  void in_another_circle_they_are_no_stewards() {
    names("Ben");

    assertThat(text(circle.types("Ben", "/circle set details yes", ELM)))
        .contains("Only whoever manages");
  }

  @Test
  void when_nobody_comes_they_are_asked_like_the_others() {
    names("Ben");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12");
    circle.settle();
    for (int hours = 0; hours < 90; hours++) {
      circle.forward(Duration.ofHours(1));
    }

    assertThat(told("ben")).anyMatch(one -> one.contains("Nobody has come for #1"));
    assertThat(told("stu")).anyMatch(one -> one.contains("Nobody has come for #1"));
    assertThat(told("chi")).noneMatch(one -> one.contains("#1"));
  }

  @Test
  void a_steward_takes_a_name_back_and_whoever_it_was_is_told() {
    names("Ben");

    assertThat(text(circle.types("Stu", "/circle stewards remove ben")))
        .contains("Ben is not a steward of Maple Street any more");

    circle.settle();
    assertThat(told("ben").getLast()).contains("You are not a steward of the circle Maple Street");
    assertThat(text(circle.types("Ben", "/circle set details yes"))).contains("Only whoever");
    assertThat(text(circle.types("Stu", "/circle stewards remove Ben"))).contains("is not named");
    assertThat(text(circle.types("Stu", "/circle stewards remove Stu")))
        .contains("Stu manages the group", "own settings");
  }

  @Test
  void whoever_is_named_can_step_back_and_hears_it_once() {
    names("Ben");
    int before = told("ben").size();

    assertThat(text(circle.writes("Ben", "/circle stewards remove me")))
        .contains("you are not named as a steward of Maple Street any more");

    circle.settle();
    assertThat(told("ben")).hasSize(before);
    assertThat(text(circle.types("Ben", "/circle set details yes"))).contains("Only whoever");
  }

  @Test
  void the_last_one_does_not_go_before_somebody_else_is_named() {
    names("Ben");
    circle.isManagedBy("Zoe");
    circle.types("Stu", "/board"); // The platform lets Stu manage the group no more.

    assertThat(text(circle.types("Ben", "/circle stewards remove me")))
        .contains("Ben is the last one", "/circle stewards add");
    assertThat(text(circle.types("Ben", "/circle stewards"))).contains("Maple Street: Ben");

    circle.types("Ben", "/circle stewards add Chi");
    assertThat(text(circle.types("Ben", "/circle stewards remove me"))).contains("Thank you");
    assertThat(text(circle.types("Zoe", "/circle stewards remove Chi")))
        .contains("Chi is not a steward");
  }

  @Test
  void a_name_that_nobody_has_or_two_have_is_answered_kindly() {
    circle.types("Eve Adams", "/board");
    circle.types("Eve Brown", "/board");

    assertThat(text(circle.types("Stu", "/circle stewards add Xyz")))
        .contains("I know nobody called “Xyz”", "/board");
    assertThat(text(circle.types("Stu", "/circle stewards add Eve")))
        .contains("more than one “Eve” in Maple Street");
    assertThat(text(circle.types("Stu", "/circle stewards remove Eve")))
        .contains("more than one “Eve” in Maple Street");
    assertThat(text(circle.types("Stu", "/circle stewards add")))
        .contains("They manage the group")
        .doesNotContain("Eve");
    names("Eve Brown");
    assertThat(text(circle.types("Stu", "/circle stewards remove Eve Adams")))
        .contains("Eve Adams is not named");
  }

  @Test
  void whom_either_side_has_named_is_a_steward_of_the_circle_that_they_become() {
    circle.types("Eli", "/board", ELM);
    circle.types("Stu", "/circle stewards add Eli", ELM);
    names("Ben");
    String said = text(circle.types("Stu", "/circle link"));
    String code = said.replaceAll("(?s).*join ([A-Z2-9]{4}-[A-Z2-9]{4}).*", "$1");
    circle.types("Stu", "/circle join " + code, ELM);

    assertThat(text(circle.types("Eli", "/circle set details yes", ELM))).contains("Saved");
    assertThat(text(circle.types("Ben", "/circle set details claim", ELM))).contains("Saved");
    assertThat(text(circle.types("Chi", "/circle stewards")))
        .contains("Named as stewards of Maple Street: Ben and Eli");
  }

  private void names(String name) {
    assertThat(text(circle.types("Stu", "/circle stewards add " + name)))
        .contains(name + " is a steward");
    circle.settle();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }
}
