package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.kith.circle.Place;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.testing.TestCircle;

/** Brings what people do to the desk as a platform would, and shows them the answers, mostly. */
final class Stage {
  /** Platforms deliver an event again within a day; the desk knows it for three. */
  private static final Duration REDELIVERED = Duration.ofDays(2);

  private final TestCircle circle;
  private final Secrets secrets;
  private final Cast cast;
  private final Tally tally;
  private final Consented consented;
  private final ChangesTold changes;
  private final Joined joined;
  private final SplittableRandom random;
  private final Map<String, List<Message>> answers = new HashMap<>();
  private final List<Past> past = new ArrayList<>();
  private final List<BiConsumer<String, Message>> listeners = new ArrayList<>();
  private int next;

  /** An event that may be delivered again. */
  private record Past(Delivery delivery, Instant at) {}

  Stage(
      TestCircle circle,
      Secrets secrets,
      Cast cast,
      Tally tally,
      Consented consented,
      ChangesTold changes,
      Joined joined,
      SplittableRandom random) {
    this.joined = joined;
    this.consented = consented;
    this.changes = changes;
    this.circle = circle;
    this.secrets = secrets;
    this.cast = cast;
    this.tally = tally;
    this.random = random;
  }

  /** Somebody types or presses in a place. */
  Reply act(String name, Command command, Place place) {
    Reply reply = handle(new Delivery(id(), cast.in(name, place), command, answerable()), name);
    goOn(name, reply, place);
    return reply;
  }

  /** Somebody presses a button of this message. */
  void act(String name, Command command, Place place, String pressed) {
    Delivery press = new Delivery(id(), cast.in(name, place), command, answerable(), pressed);
    goOn(name, handle(press, name), place);
  }

  /**
   * Somebody types or presses in a place, and does not go on.
   *
   * @param seen true if the others there read it
   */
  Reply quietly(String name, Command command, Place place, boolean seen) {
    return handle(new Delivery(id(), cast.in(name, place), command, true, null, seen), name);
  }

  /** Somebody types or presses in the private chat. */
  Reply privately(String name, Command command) {
    return handle(new Delivery(id(), cast.inPrivate(name), command, answerable()), name);
  }

  /** Tells of each answer: the account, and what it says. */
  void listens(BiConsumer<String, Message> listener) {
    listeners.add(listener);
  }

  /** All that was answered so far, by whom it was for. */
  Map<String, List<Message>> answers() {
    return answers;
  }

  /** All that somebody was answered so far. */
  List<Message> answers(String name) {
    return answers.getOrDefault(name, List.of());
  }

  /** Rule 7: an earlier event once more changes nothing, and is answered all the same. */
  void again() {
    circle.settle();
    Instant oldest = circle.clock.instant().minus(REDELIVERED);
    cast.oneOf(past.stream().filter(one -> one.at().isAfter(oldest)).toList())
        .ifPresent(one -> {
          tally.add("came again");
          String[] unsteady = unsteady();
          Snapshot before = Snapshot.of(circle.core.database(), unsteady).steady();
          secrets.watch(one.delivery(), circle.core.desk()::handle);
          assertThat(Snapshot.of(circle.core.database(), unsteady).steady())
              .as("after %s came again", one.delivery())
              .isEqualTo(before);
        });
  }

  /** Dialogues that are a day old are forgotten at any moment, whatever comes again. */
  private String[] unsteady() {
    Instant old = circle.clock.instant().minus(Duration.ofDays(1));
    boolean goes =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery("select count(*) > 0 from draft where changed_at <= :old")
                    .bind("old", old)
                    .mapTo(boolean.class)
                    .one());
    return goes ? new String[] {"delivery", "draft", "consent"} : new String[] {"delivery"};
  }

  private Reply handle(Delivery delivery, String name) {
    consented.hears(delivery);
    Reply reply = secrets.watch(delivery, one -> joined.watch(one, circle.core.desk()::handle));
    changes.look();
    past.add(new Past(delivery, circle.clock.instant()));
    if (reply instanceof Reply.Said said) {
      answers.computeIfAbsent(name, who -> new ArrayList<>()).add(said.message());
      listeners.forEach(listener -> listener.accept(cast.account(name), said.message()));
      said.pending().ifPresent(this::shown);
    }
    return reply;
  }

  private void shown(long row) {
    switch (random.nextInt(8)) {
      case 0 -> circle.core.desk().unanswered(row);
      case 1 -> circle.forward(Duration.ofSeconds(25));
      default -> circle.core.desk().answered(row);
    }
  }

  /** Whoever was answered often goes on with one of the buttons below the answer. */
  private void goOn(String name, Reply reply, Place place) {
    if (reply instanceof Reply.Said said && random.nextInt(2) == 0) {
      cast.oneOf(said.message().buttons()).ifPresent(next -> act(name, next.command(), place));
    }
  }

  private boolean answerable() {
    return random.nextInt(10) > 0;
  }

  private String id() {
    return "h" + ++next;
  }
}
