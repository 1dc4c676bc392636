package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.DigestShows;
import org.kith.circle.Nameless;
import org.kith.circle.NamesOnCards;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.RelayOpen;
import org.kith.circle.WhoMayClaim;
import org.kith.command.Message;
import org.kith.store.DatabaseAddress;
import org.kith.testing.PaperMessenger;
import org.kith.testing.TestCircle;
import org.kith.words.Text;

/** Two groups become one circle. */
class LinkTest {
  private static final Place MAPLE = TestCircle.PLACE;
  private static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");
  private static final Place OAK = new Place(Platform.BROWSER, "oak-hill", "");
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
  }

  DatabaseAddress address(Path inFolder) {
    return DatabaseAddress.in(inFolder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void what_is_asked_in_one_group_is_seen_in_both_and_claimed_once() {
    join();

    circle.types("Ana", "/needhelp Bread", MAPLE);
    assertThat(cards(MAPLE)).containsExactly("#1");
    assertThat(cards(ELM)).containsExactly("#1");
    assertThat(text(circle.types("Eli", "/claim 1", ELM))).contains("You're helping with #1");
    assertThat(text(circle.types("Ben", "/claim 1", MAPLE))).contains("a moment faster");
    circle.settle();
    assertThat(card(MAPLE)).isEqualTo(card(ELM)).contains("For Ana: Eli will help");
    assertThat(text(circle.types("Ben", "/circle show", MAPLE)))
        .contains("Cards are posted in: Maple Street", "Cards are posted in: Elm Square");
  }

  @Test
  void what_was_open_comes_along_under_the_next_numbers_and_those_concerned_are_told() {
    circle.types("Ana", "/needhelp Bread", MAPLE);
    circle.types("Eli", "/needhelp Soup", ELM);
    circle.types("Eli", "/needhelp Salt", ELM);
    circle.types("Fay", "/claim 2", ELM);
    circle.settle();

    join();

    circle.settle();
    assertThat(cards(MAPLE)).containsExactlyInAnyOrder("#1", "#2", "#3");
    assertThat(cards(ELM)).containsExactlyInAnyOrder("#1", "#2", "#3");
    assertThat(told("eli")).anySatisfy(one -> assertThat(one).contains("is #2: Soup"));
    assertThat(told("eli")).anySatisfy(one -> assertThat(one).contains("is #3: Salt"));
    assertThat(told("fay")).anySatisfy(one -> assertThat(one).contains("is #3: Salt"));
    assertThat(told("ana")).noneMatch(one -> one.contains("larger circle"));
    assertThat(text(circle.types("Fay", "/done 3", ELM))).contains("#3 is done");
    assertThat(text(circle.types("Ben", "/claim 2", MAPLE))).contains("You're helping with #2");
  }

  @Test
  void all_are_told_which_groups_are_one_circle_and_the_stricter_settings_hold() {
    circle.types("Stu", "/circle set openness neighbours", ELM);
    circle.types("Stu", "/circle set names no", MAPLE);

    join();

    for (Place place : List.of(MAPLE, ELM)) {
      assertThat(posts(place))
          .anySatisfy(post ->
              assertThat(post)
                  .contains("The circle Maple Street is in several places now", "Elm Square")
                  .contains("after the asker said yes", "names are never on the cards"));
    }
    assertThat(text(circle.types("Stu", "/circle show", MAPLE))).contains("neighbours");
  }

  @Test
  void what_either_side_was_stricter_in_holds_for_both() {
    for (String setting : List.of("details off", "claim confirmed", "nameless pause", "links on")) {
      circle.types("Stu", "/circle set " + setting, ELM);
    }
    for (String setting : List.of("names no", "questions off", "digestshows links", "photos on")) {
      circle.types("Stu", "/circle set " + setting, MAPLE);
    }

    join();

    Circle one =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .circles()
                    .find(tables.circles().spaceAt(ELM).orElseThrow().circleId())
                    .orElseThrow());
    assertThat(one.detailsOpen()).isEqualTo(DetailsOpen.OFF);
    assertThat(one.names()).isEqualTo(NamesOnCards.NO);
    assertThat(one.open().claim()).isEqualTo(WhoMayClaim.CONFIRMED);
    assertThat(one.open().nameless()).isEqualTo(Nameless.PAUSE);
    assertThat(one.open().questions()).isEqualTo(RelayOpen.OFF);
    assertThat(one.open().digest()).isEqualTo(DigestShows.LINKS);
    assertThat(one.photos()).isFalse();
    assertThat(one.customs().links()).isFalse();
  }

  @Test
  void what_is_due_still_comes_and_one_digest_goes_to_both() {
    circle.types("Eli", "/needhelp Soup", ELM);
    circle.types("Ana", "/needhelp Bread", MAPLE);
    circle.settle();
    join();

    circle.forward(Duration.ofDays(8));

    for (Place place : List.of(MAPLE, ELM)) {
      assertThat(posts(place).stream().filter(post -> post.contains("This week"))).hasSize(1);
    }
    assertThat(told("eli")).anySatisfy(one -> assertThat(one).contains("#2"));
    circle.forward(Duration.ofDays(100));
    circle.restart();
    circle.types("Fay", "/needhelp Salt", ELM);
    assertThat(text(circle.types("Ben", "/board", MAPLE))).contains("Salt");
  }

  @Test
  void a_code_works_once_and_for_fifteen_minutes() {
    String old = code();
    circle.forward(Linking.WORKS);
    assertThat(join(ELM, old)).contains("doesn't work");
    String first = code();
    String second = code();
    assertThat(join(ELM, first)).contains("doesn't work");
    assertThat(join(ELM, " " + second.toLowerCase(Locale.ROOT).replace("-", " ")))
        .contains("Elm Square is part of the circle Maple Street now");
    assertThat(join(OAK, second)).contains("doesn't work");
  }

  @Test
  void after_five_wrong_codes_a_group_waits_a_quarter_of_an_hour_and_others_do_not() {
    String code = code();
    for (int i = 0; i < 5; i++) {
      assertThat(join(ELM, "AAAA-AAA" + (i + 2))).contains("doesn't work");
    }

    assertThat(join(ELM, code)).contains("Too many codes were wrong");
    assertThat(join(OAK, code)).contains("Oak Hill is part of the circle Maple Street now");
    circle.forward(Linking.WORKS);
    assertThat(join(ELM, code())).contains("Elm Square is part of the circle");
  }

  @Test
  void only_stewards_of_both_sides_join_groups_and_nobody_elses_try_counts() {
    assertThat(text(circle.types("Ben", "/circle link", MAPLE))).contains("Only whoever manages");
    String code = code();
    for (int i = 0; i < 6; i++) {
      assertThat(text(circle.types("Ben", "/circle join " + code, ELM)))
          .contains("Only whoever manages");
    }
    assertThat(text(circle.writes("Stu", "/circle join " + code))).contains("in the group");
    assertThat(join(MAPLE, code)).contains("of this circle itself");
    assertThat(join(ELM, code)).contains("is part of the circle");
  }

  @Test
  void the_code_itself_stands_nowhere() {
    String code = code();

    long found =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery("select fingerprint from link_code")
                    .mapTo(String.class)
                    .stream()
                    .filter(one -> one.contains(code) || one.contains(code.replace("-", "")))
                    .count());
    assertThat(found).isZero();
  }

  private void join() {
    circle.types("Stu", "/circle show", MAPLE);
    assertThat(join(ELM, code())).contains("Elm Square is part of the circle Maple Street now");
    circle.settle();
  }

  private String join(Place place, String code) {
    return text(circle.types("Stu", "/circle join " + code, place));
  }

  private String code() {
    String said = text(circle.types("Stu", "/circle link", MAPLE));
    Matcher code = CODE.matcher(said);
    assertThat(code.find()).as(said).isTrue();
    return code.group();
  }

  private List<String> cards(Place place) {
    circle.settle();
    return circle.paper.in(place).stream()
        .filter(PaperMessenger.Sheet::card)
        .map(sheet -> sheet.message().text().plain().lines().findFirst().orElseThrow())
        .map(heading -> heading.substring(heading.indexOf('#')))
        .toList();
  }

  private String card(Place place) {
    return circle.paper.in(place).stream()
        .filter(PaperMessenger.Sheet::card)
        .map(sheet -> sheet.message().text().plain())
        .findFirst()
        .orElseThrow();
  }

  private List<String> posts(Place place) {
    return circle.paper.in(place).stream().map(one -> one.message().text().plain()).toList();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(Message::text).map(Text::plain).toList();
  }
}
