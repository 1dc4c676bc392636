package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.PLACE;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Message;
import org.kith.command.News;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.post.Messenger.Whereabouts;
import org.kith.store.DatabaseAddress;
import org.kith.store.Roll;
import org.kith.testing.TestCircle;

/** Who has left without a word is found missing; who is in any of a circle's groups has not. */
class RollCallTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");
  private static final Place OAK = new Place(Platform.TELEGRAM, "oak-hill", "");

  @TempDir Path folder;
  private TestCircle circle;

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path where) {
    return DatabaseAddress.in(where);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Feed the cat");
    circle.types("Ben", "/claim 1");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void what_somebody_promised_who_is_found_missing_is_open_again_and_the_asker_told() {
    gone("ben");

    circle.forward(A_DAY);

    assertThat(card()).contains("Ana is looking for 1 person");
    assertThat(circle.paper.to("ana").getLast().text().plain()).contains("can't help with #1");
  }

  @Test
  void nobody_is_looked_for_twice_within_a_day_also_after_a_restart() {
    circle.forward(A_DAY);
    assertThat(circle.paper.looked())
        .containsExactlyInAnyOrder("maple-street ana", "maple-street ben");

    circle.forward(Duration.ofHours(23));
    circle.restart();
    circle.forward(Duration.ofMinutes(30));
    assertThat(circle.paper.looked()).hasSize(2);

    circle.forward(Duration.ofMinutes(31));
    assertThat(circle.paper.looked()).hasSize(4);
  }

  @Test
  void of_many_a_few_are_looked_for_at_a_time_until_all_have_been() {
    neighbours(50);

    circle.forward(A_DAY.plusMinutes(1));
    assertThat(circle.paper.looked()).hasSize(RollCall.MOST);
    circle.forward(RollCall.WITHIN.minusMinutes(1));
    assertThat(circle.paper.looked()).hasSize(RollCall.MOST);
    circle.restart();
    circle.forward(RollCall.WITHIN);
    circle.forward(RollCall.WITHIN.plusMinutes(1));

    assertThat(circle.paper.looked()).hasSize(52).doesNotHaveDuplicates();
  }

  @Test
  void where_the_platform_does_not_say_nothing_follows() {
    circle.paper.finds(PLACE.house(), "ben", Whereabouts.UNTOLD);
    circle.forward(A_DAY);
    circle.paper.away(true);
    circle.forward(A_DAY);
    circle.paper.away(false);

    assertThat(card()).contains("Ben will help");
    assertThat(circle.paper.looked()).hasSize(4);
  }

  @Test
  void who_left_one_of_a_circles_groups_and_is_in_another_is_let_be() {
    unites(ELM);
    gone("ben");

    leaves(PLACE, "ben");

    assertThat(card()).contains("Ben will help");
    assertThat(circle.paper.looked()).containsExactly("maple-street ben", "elm-square ben");
  }

  @Test
  void who_is_in_none_of_a_circles_groups_any_more_has_left_it() {
    unites(ELM);
    gone("ben");
    circle.paper.finds(ELM.house(), "ben", Whereabouts.GONE);

    leaves(ELM, "ben");

    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void one_group_that_can_not_be_asked_just_now_may_be_where_they_are() {
    unites(ELM);
    gone("ben");
    circle.paper.finds(ELM.house(), "ben", Whereabouts.UNTOLD);

    leaves(PLACE, "ben");
    assertThat(card()).contains("Ben will help");

    circle.paper.finds(ELM.house(), "ben", Whereabouts.GONE);
    circle.forward(A_DAY.plusMinutes(1));
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void a_group_that_the_bot_was_removed_from_counts_for_as_long_as_it_may_come_back() {
    unites(ELM);
    gone("ben");
    circle.paper.finds(ELM.house(), "ben", Whereabouts.UNTOLD);
    circle.paper.removedFrom(ELM, true);
    circle.core.desk().hear(null, Platform.BROWSER, new News.Removed(ELM));

    circle.forward(Deserted.WAITS.minusDays(1));
    assertThat(hasLeft("ben")).isFalse();
    circle.forward(Duration.ofDays(2));
    assertThat(hasLeft("ben")).isTrue();
  }

  @Test
  void another_account_of_theirs_in_a_group_on_another_platform_is_them() {
    unites(OAK);
    String own = code(text(circle.writes("Ben", "/settings link")));
    assertThat(onPhone("/settings link " + own)).contains("one person");
    gone("ben");

    leaves(PLACE, "ben");
    assertThat(card()).contains("Ben will help");
    assertThat(circle.paper.looked()).containsExactly("maple-street ben", "oak-hill b2");

    circle.paper.finds(OAK.house(), "b2", Whereabouts.GONE);
    circle.forward(A_DAY.plusMinutes(1));
    assertThat(card()).contains("Ana is looking for 1 person");
  }

  @Test
  void who_is_found_again_is_a_member_as_before_without_having_done_anything() {
    gone("ben");
    circle.forward(A_DAY);
    assertThat(hasLeft("ben")).isTrue();

    circle.paper.finds(PLACE.house(), "ben", Whereabouts.THERE);
    circle.forward(Roll.BETWEEN_LEFT.minusHours(1));
    assertThat(circle.paper.looked()).containsOnlyOnce("maple-street ben");
    circle.forward(Duration.ofHours(2));

    assertThat(hasLeft("ben")).isFalse();
  }

  @Test
  void who_has_left_one_of_two_circles_that_become_one_is_in_the_other_still() {
    gone("ben");
    circle.forward(A_DAY);
    circle.types("Ben", "/board", ELM);
    assertThat(hasLeft("ben")).isTrue();

    unites(ELM);

    assertThat(hasLeft("ben")).isFalse();
  }

  @Test
  void who_has_left_with_one_account_is_there_with_the_other_once_both_are_one() {
    unites(OAK);
    gone("ben");
    circle.forward(A_DAY);
    assertThat(hasLeft("ben")).isTrue();
    String own = code(text(circle.writes("Ben", "/settings link")));
    Facts oak = new Facts("Oak Hill", "Oak Hill", 5, false, false);

    onPhone("/board", new Whence.InPlace(OAK, oak, false));
    assertThat(onPhone("/settings link " + own)).contains("one person");

    assertThat(hasLeft("ben")).isFalse();
  }

  @Test
  void who_writes_privately_and_is_there_again_is_a_member_as_before() {
    gone("ben");
    circle.forward(A_DAY);
    circle.paper.finds(PLACE.house(), "ben", Whereabouts.THERE);

    assertThat(text(circle.writes("Ben", "/claim 1"))).contains("You're helping with #1");

    assertThat(hasLeft("ben")).isFalse();
    assertThat(card()).contains("Ben will help");
  }

  @Test
  void who_has_left_sees_and_claims_nothing_from_the_private_chat() {
    Message card = circle.card(1).message();
    circle.types("Ana", "/needhelp Bread");
    Message bread = circle.card(2).message();
    gone("ben");
    circle.forward(A_DAY);

    assertThat(text(circle.writes("Ben", "/board"))).doesNotContain("cat", "Bread");
    assertThat(text(circle.writes("Ben", "/claim 2"))).doesNotContain("You're helping");
    assertThat(text(circle.pressesPrivately("Ben", bread, "I'll help")))
        .doesNotContain("You're helping");
    assertThat(circle.card(2).message().text().plain()).contains("Ana is looking for 1 person");
    assertThat(card.buttons()).isNotEmpty();
  }

  @Test
  void who_writes_from_outside_has_left_where_they_can_be_nowhere_else() {
    unites(ELM);
    heardOutside("ben", PLACE.house());
    assertThat(card()).contains("Ben will help");

    heardOutside("ben", PLACE.house(), ELM.house());
    assertThat(card()).contains("Ana is looking for 1 person");
    assertThat(circle.paper.looked()).isEmpty();
  }

  @Test
  void who_can_not_be_written_to_is_looked_for_within_the_hour() {
    gone("ben");
    circle.paper.closes("ben", true);
    circle.forward(Duration.ofHours(2));
    circle.types("Ana", "/edit 1 Feed the cat and the dog");
    circle.settle();

    circle.forward(Duration.ofMinutes(1));

    assertThat(hasLeft("ben")).isTrue();
  }

  @Test
  void who_has_left_and_whose_turn_has_not_come_yet_is_not_asked_when_nobody_comes() {
    circle.isManagedBy("Ana");
    neighbours(45);
    circle.forward(Duration.ofMinutes(1));
    circle.types("Chi", "/settings set ask yes");
    circle.types("Dee", "/settings set ask yes");
    gone("chi");
    circle.forward(A_DAY.plusHours(1));

    circle.types("Ana", "/needhelp Soup, today 6pm");
    circle.forward(Duration.ofHours(1));

    assertThat(circle.paper.looked()).contains("maple-street chi").doesNotHaveDuplicates();
    assertThat(told("dee")).anyMatch(one -> one.contains("Soup"));
    assertThat(told("chi")).noneMatch(one -> one.contains("Soup"));
  }

  private void neighbours(int count) {
    for (int i = 0; i < count; i++) {
      circle.types("Neighbour" + i, "/board");
    }
  }

  private void gone(String account) {
    circle.paper.finds(PLACE.house(), account, Whereabouts.GONE);
  }

  private void leaves(Place place, String account) {
    circle.core.desk().hear(null, place.platform(), new News.Left(place.house(), account));
    circle.settle();
  }

  private void heardOutside(String account, String... houses) {
    News news = new News.NotFound(new HashSet<>(List.of(houses)), account);
    circle.core.desk().hear(null, Platform.BROWSER, news);
    circle.settle();
  }

  /** Another place joins the circle. */
  private void unites(Place place) {
    String code = code(text(circle.types("Ana", "/circle link")));
    circle.types("Ana", "/circle join " + code, place);
    circle.settle();
  }

  /** Ben with his other account, which is in Oak Hill alone. */
  private String onPhone(String line) {
    return onPhone(line, new Whence.InPrivate(Set.of(), Set.of()));
  }

  private String onPhone(String line, Whence whence) {
    String[] parts = (line.substring(1) + " ").split(" ", 2);
    Actor actor = new Actor(Platform.TELEGRAM, "b2", "Ben", "en", whence);
    Command command = Typed.read(parts[0], parts[1].strip());
    return text(circle.core.desk().handle(new Delivery(null, actor, command, true)));
  }

  private static String code(String said) {
    return said.replaceAll("(?s).*\\b([A-Z2-9]{4}-[A-Z2-9]{4})\\b.*", "$1");
  }

  private String card() {
    return circle.card(1).message().text().plain();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private boolean hasLeft(String account) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .people()
                .find(Platform.BROWSER, account)
                .filter(one -> tables.roll().hasLeft(new Roll.Member(1, one.personId())))
                .isPresent());
  }
}
