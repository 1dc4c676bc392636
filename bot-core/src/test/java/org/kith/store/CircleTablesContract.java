package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.DigestTime;
import org.kith.circle.NamesOnCards;
import org.kith.circle.Platform;
import org.kith.circle.Space;

/** Circles, spaces and people come back as they were written. */
abstract class CircleTablesContract extends TablesContract {
  @Test
  void a_circle_comes_back_as_it_was_saved() {
    Circle circle = circle();
    assertThat(circle)
        .usingRecursiveComparison()
        .ignoringFields("id")
        .isEqualTo(sample("Maple Street"));
    Circle changed =
        circle
            .in(ZoneId.of("Pacific/Kiritimati"))
            .withDetailsOpen(DetailsOpen.OFF)
            .withNames(NamesOnCards.NO)
            .withDigest(new DigestTime(false, DayOfWeek.SUNDAY, LocalTime.of(23, 59)))
            .withDigestSilent(true)
            .withCrisisText("Call Dee ' \" ; drop table circle");
    change(tables -> {
      tables.circles().save(changed);
    });
    check(tables -> assertThat(tables.circles().find(circle.id())).contains(changed));
  }

  @Test
  void numbers_go_up_by_one_within_a_circle() {
    Circle one = circle();
    Circle other = circle();
    List<Integer> taken =
        write(tables ->
            List.of(
                tables.circles().takeNumber(one.id()),
                tables.circles().takeNumber(one.id()),
                tables.circles().takeNumber(other.id())));
    assertThat(taken).containsExactly(1, 2, 1);
  }

  @Test
  void the_last_digest_is_remembered_to_the_microsecond() {
    Circle circle = circle();
    check(tables -> assertThat(tables.circles().digestPostedAt(circle.id())).isEmpty());
    change(tables -> {
      tables.circles().digestPosted(circle.id(), NOW);
    });
    check(tables -> assertThat(tables.circles().digestPostedAt(circle.id())).contains(NOW));
  }

  @Test
  void a_command_anywhere_in_a_house_is_for_its_circle_unless_the_place_has_its_own() {
    Circle circle = circle();
    Circle own = circle();
    Space whole =
        write(tables -> tables.circles().addSpace(circle.id(), place("h", "a"), "A", true, 0));
    Space alone =
        write(tables -> tables.circles().addSpace(own.id(), place("h", "b"), "B", false, 0));
    check(tables -> {
      assertThat(tables.circles().spaceFor(place("h", "a"))).contains(whole);
      assertThat(tables.circles().spaceFor(place("h", "b"))).contains(alone);
      assertThat(tables.circles().spaceFor(place("h", "c"))).contains(whole);
      assertThat(tables.circles().spaceFor(place("h", ""))).contains(whole);
      assertThat(tables.circles().spaceFor(place("g", "a"))).isEmpty();
      assertThat(tables.circles().spaceAt(place("h", "c"))).isEmpty();
      assertThat(tables.circles().spacesIn(Platform.DISCORD, "h")).containsExactly(whole, alone);
      assertThat(tables.circles().spacesIn(Platform.TELEGRAM, "h")).isEmpty();
      assertThat(tables.circles().spacesOf(own.id())).containsExactly(alone);
    });
  }

  @Test
  void a_space_closes_opens_moves_with_its_house_and_goes() {
    Circle circle = circle();
    Space space = write(t -> t.circles().addSpace(circle.id(), place("h", "a"), "A", true, 0));
    change(tables -> {
      tables.circles().closed(space.id(), NOW);
      assertThat(tables.circles().isClosed(space.id())).isTrue();
      tables.circles().closed(space.id(), null);
      assertThat(tables.circles().isClosed(space.id())).isFalse();
      tables.circles().moveSpace(space.id(), "new");
      assertThat(tables.circles().space(space.id())).map(Space::place).contains(place("new", "a"));
      tables.circles().removeSpace(space.id());
      assertThat(tables.circles().space(space.id())).isEmpty();
    });
  }

  @Test
  void an_account_is_met_once_and_its_name_is_the_last_seen() {
    Account ana = account("Ana");
    Account again =
        write(t -> t.people().meet(Platform.DISCORD, "id-Ana", "Ana M.", "de", false, NOW));
    assertThat(again)
        .isEqualTo(
            new Account(
                ana.id(), ana.personId(), Platform.DISCORD, "id-Ana", "Ana M.", "de", true));
    Account elsewhere =
        write(t -> t.people().meet(Platform.TELEGRAM, "id-Ana", "Ana", "en", false, NOW));
    assertThat(elsewhere.personId()).isNotEqualTo(ana.personId());
    change(tables -> {
      tables.people().reachable(ana.id(), false);
      assertThat(tables.people().accountsOf(ana.personId()))
          .singleElement()
          .satisfies(one -> assertThat(one.reachable()).isFalse());
    });
  }

  @Test
  void a_member_is_found_by_the_houses_of_their_circles_alone() {
    Circle circle = circle();
    Circle other = circle();
    Account ana = account("Ana");
    change(tables -> {
      Space space = tables.circles().addSpace(circle.id(), place("h", "a"), "A", true, 0);
      tables.circles().addSpace(other.id(), place("g", "a"), "A", true, 0);
      tables.people().join(circle.id(), ana, null, null, space.id(), NOW);
      Account renamed = tables.people().meet(Platform.DISCORD, "id-Ana", "Anna", "en", true, NOW);
      tables.people().join(circle.id(), renamed, null, null, space.id(), NOW);
      assertThat(tables.people().nameIn(circle.id(), ana.personId())).contains("Anna");
      assertThat(tables.people().nameIn(other.id(), ana.personId())).isEmpty();
      assertThat(tables.people().isMember(circle.id(), ana.personId())).isTrue();
      assertThat(tables.people().isMember(other.id(), ana.personId())).isFalse();
      assertThat(tables.people().housesOf(Platform.DISCORD, "id-Ana")).containsExactly("h");
      assertThat(tables.circles().of(ana.personId(), Platform.DISCORD, Set.of("h", "g")).here())
          .containsExactly(circle);
      assertThat(tables.circles().of(ana.personId(), Platform.DISCORD, Set.of("g")).here())
          .isEmpty();
      assertThat(tables.circles().of(ana.personId(), Platform.DISCORD, Set.of()).here()).isEmpty();
    });
  }
}
