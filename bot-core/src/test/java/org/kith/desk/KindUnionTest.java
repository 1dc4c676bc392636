package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.store.DatabaseAddress;
import org.kith.testing.PaperMessenger;
import org.kith.testing.TestCircle;

/** The kinds of care that a circle has added, when it joins another one and leaves it again. */
class KindUnionTest {
  private static final Place MAPLE = TestCircle.PLACE;
  private static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
  }

  /** On which database it is told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path inFolder) {
    return DatabaseAddress.in(inFolder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void the_joined_circles_kinds_hold_and_what_the_other_added_comes_along_where_there_is_room() {
    for (int i = 1; i <= 8; i++) {
      set(MAPLE, "add Kind number " + i);
    }
    set(MAPLE, "add Bike Repair, outside");
    set(MAPLE, "rename pets Animals");
    set(ELM, "add Bike repair, from afar");
    set(ELM, "add Animals");
    set(ELM, "add Sewing");
    set(ELM, "rename Sewing Needlework");
    set(ELM, "add Singing");
    circle.types("Eli", "/needhelp Bike repair, please", ELM);
    circle.types("Eli", "/needhelp Animals to feed", ELM);
    circle.types("Eli", "/needhelp Needlework, my coat", ELM);
    circle.types("Eli", "/needhelp Singing at home", ELM);
    circle.types("Eli", "/edit 2", ELM);

    join();

    assertThat(cards(MAPLE))
        .containsExactlyInAnyOrder(
            "Bike Repair · #1", "Animals · #2", "Needlework · #3", "Singing · #4");
    assertThat(board("bike repair")).contains("#1").doesNotContain("#2");
    assertThat(board("pets")).contains("#2").doesNotContain("#1");
    assertThat(board("needlework")).contains("#3");
    assertThat(board("singing")).contains("I don't know that kind").doesNotContain("Singing");
    assertThat(text(circle.types("Eli", "/edit 4 Singing, all of us", ELM))).contains("changed");
    assertThat(cards(ELM)).contains("Singing · #4");
  }

  @Test
  void a_group_that_leaves_has_a_copy_of_them() {
    join();
    set(MAPLE, "add Bike repair, outside");
    circle.types("Eli", "/needhelp Bike repair, please", ELM);
    circle.settle();

    circle.types("Stu", "/circle leave along", ELM);
    set(MAPLE, "remove Bike repair");

    assertThat(cards(ELM)).containsExactly("Bike repair · #1");
    circle.types("Fay", "/needhelp Bike repair, quick", ELM);
    circle.types("Ana", "/needhelp Bike repair, quick", MAPLE);
    assertThat(cards(ELM)).containsExactly("Bike repair · #1", "Bike repair · #2");
    assertThat(cards(MAPLE)).containsExactly("Chores · #2");
  }

  private void set(Place place, String typed) {
    String said = text(circle.types("Stu", "/circle set kinds " + typed, place));
    assertThat(said).containsAnyOf("Saved", "is a kind of care here now");
  }

  private void join() {
    String said = text(circle.types("Stu", "/circle link", MAPLE));
    String code = said.replaceAll("(?s).*join ([A-Z2-9]{4}-[A-Z2-9]{4}).*", "$1");
    assertThat(text(circle.types("Stu", "/circle join " + code, ELM))).contains("is part of");
    circle.settle();
  }

  private String board(String kind) {
    return text(circle.types("Ben", "/board " + kind, MAPLE));
  }

  private List<String> cards(Place place) {
    circle.settle();
    return circle.paper.in(place).stream()
        .filter(PaperMessenger.Sheet::card)
        .map(sheet -> sheet.message().text().plain().lines().findFirst().orElseThrow())
        .toList();
  }
}
