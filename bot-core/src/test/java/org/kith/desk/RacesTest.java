package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.store.DatabaseAddress;
import org.kith.testing.AtOnce;
import org.kith.testing.TestCircle;

/** Whatever happens at the same moment is decided one after the other, with one winner. */
class RacesTest {
  private static final int ROUNDS = 6;
  private static final int PEOPLE = 6;

  @TempDir Path folder;
  private TestCircle circle;

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void the_last_place_has_one_winner_from_the_space_and_from_private_chats_alike() {
    everybodyJoins();
    for (int number = 1; number <= ROUNDS; number++) {
      circle.types("Ana", "/needhelp Walk the dog");
      String line = "/claim " + number;
      List<Callable<String>> claims = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        String name = "P" + i;
        boolean inPrivate = i % 2 == 0;
        claims.add(() ->
            TestCircle.text(inPrivate ? circle.writes(name, line) : circle.types(name, line)));
      }
      List<String> answers = AtOnce.run(claims);
      assertThat(answers).filteredOn(answer -> answer.contains("You're helping")).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.contains("a moment faster"))
          .hasSize(PEOPLE - 1);
      assertThat(placesTaken(number)).isEqualTo(1);
    }
  }

  @Test
  void one_persons_two_claims_at_once_take_one_place() {
    everybodyJoins();
    for (int number = 1; number <= ROUNDS; number++) {
      circle.types("Ana", "/needhelp Carry a sofa, 2 people");
      String line = "/claim " + number;
      AtOnce.run(List.of(() -> circle.types("P1", line), () -> circle.writes("P1", line)));
      assertThat(placesTaken(number)).isEqualTo(1);
    }
  }

  @Test
  void two_first_commands_in_a_new_place_make_one_circle() {
    for (int round = 0; round < ROUNDS; round++) {
      Place place = new Place(Platform.BROWSER, "new-" + round, "");
      List<Callable<Reply>> first = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String name = "New" + round + i;
        first.add(() -> circle.types(name, "/needhelp Bread", place));
      }
      AtOnce.run(first);
      assertThat(count("space where house = 'new-" + round + "'")).isEqualTo(1);
    }
    assertThat(count("circle")).isEqualTo(ROUNDS);
    assertThat(count("request")).isEqualTo(ROUNDS * 4);
  }

  @Test
  void somebodys_two_first_commands_make_one_person() {
    circle.types("Ana", "/board");
    for (int round = 0; round < ROUNDS; round++) {
      String name = "Zoe" + round;
      AtOnce.run(List.of(() -> circle.types(name, "/board"), () -> circle.types(name, "/mine")));
    }
    assertThat(count("person")).isEqualTo(1 + ROUNDS);
  }

  @Test
  void the_same_delivery_twice_at_once_is_decided_once() {
    circle.types("Ana", "/board");
    for (int round = 0; round < ROUNDS; round++) {
      Delivery delivery =
          circle.delivery(
              "Ana", new Command.NeedHelp(new Ask.Free("Bread")), TestCircle.PLACE, true);
      List<Reply> answers =
          AtOnce.run(
              List.of(
                  () -> circle.core.desk().handle(delivery),
                  () -> circle.core.desk().handle(delivery)));
      assertThat(answers)
          .allSatisfy(answer -> assertThat(TestCircle.text(answer)).contains("It's posted"));
    }
    assertThat(count("request")).isEqualTo(ROUNDS);
  }

  @Test
  void a_held_place_that_is_released_while_its_helper_is_reached_stays_released() {
    everybodyJoins();
    for (int number = 1; number <= ROUNDS; number++) {
      Command ask =
          new Command.NeedHelp(
              new Ask.Options("Bread", null, null, null, null, "Doorbell 7", false));
      circle.presses(
          "Ana", TestCircle.message(circle.does("Ana", ask, TestCircle.PLACE)), "Post it");
      Command claim = new Command.Claim(new Target.Numbered(number));
      Reply reply = circle.core.desk().handle(circle.delivery("P1", claim, TestCircle.PLACE, true));
      long row = ((Reply.Said) reply).pending().getAsLong();
      String line = "/cancel " + number;
      AtOnce.run(
          List.of(
              () -> {
                circle.core.desk().answered(row);
                return "";
              },
              () -> TestCircle.text(circle.writes("P1", line))));
      assertThat(placesTaken(number)).isZero();
    }
  }

  private void everybodyJoins() {
    IntStream.range(0, PEOPLE).forEach(i -> circle.types("P" + i, "/board"));
  }

  private int placesTaken(int number) {
    return count(
        "claim c join request r on r.id = c.request_id where r.number = "
            + number
            + " and c.state <> 'RELEASED'");
  }

  private int count(String from) {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select count(*) from " + from).mapTo(int.class).one());
  }
}
