package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.kith.due.MovableClock;
import org.kith.testing.TestCircle;
import org.kith.testkit.telegram.Limits;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramStandIn;
import org.kith.testkit.telegram.TelegramUser;

/**
 * The whole bot on Telegram: the real core in a folder, the real clients, a clock moved by hand.
 */
final class Neighbours {
  final MovableClock clock = MovableClock.standing(TestCircle.START);
  final TelegramStandIn telegram = TelegramStandIn.start(clock).limits(Limits.off());
  final TestCircle circle;
  final TelegramUser ana = telegram.user("Ana");
  final TelegramUser ben = telegram.user("Ben");
  final TelegramUser chi = telegram.user("Chi");
  TelegramAdapter adapter;

  Neighbours(Path folder) {
    circle = TestCircle.bare(folder, clock);
    adapter = connected();
  }

  /** The bot is added to a group of the three. */
  TelegramGroup meetIn(TelegramGroup group) {
    List.of(ana, ben, chi).forEach(group::joins);
    group.makesAdministrator(ana);
    group.addsBot(ana);
    telegram.await("the door", () -> !group.botMessages().isEmpty());
    return group;
  }

  /** Stops the bot and starts it again on the same files. */
  void restart() throws InterruptedException {
    circle.settle(); // What is cut off between a send and its record may be said twice.
    adapter.stop();
    circle.restart();
    adapter = connected();
  }

  /** Lets time pass, and waits for all that follows from it. */
  void passes(Duration time) {
    circle.settle(); // What is on its way now is not a day late.
    circle.forward(time);
  }

  /** The card of a request, as everybody sees it now. */
  SeenMessage card(TelegramGroup group, int number) {
    return telegram.awaitFound(
        "the card of #" + number,
        () ->
            group.botMessages().stream()
                .filter(one -> one.text().lines().findFirst().orElse("").contains("#" + number))
                .findFirst());
  }

  /** Waits until the card says this. */
  void cardSays(TelegramGroup group, int number, String words) {
    telegram.await(
        "the card of #" + number + " to say: " + words,
        () -> card(group, number).text().contains(words));
  }

  /** Waits for a post in the group that says this. */
  SeenMessage post(TelegramGroup group, String words) {
    return telegram.awaitFound(
        "a post that says: " + words,
        () -> group.botMessages().stream().filter(one -> one.text().contains(words)).findFirst());
  }

  /** Waits for a private message that says this. */
  SeenMessage letter(TelegramUser user, String words) {
    return telegram.awaitFound(
        user.name() + "'s letter that says: " + words,
        () ->
            user.inbox().reversed().stream().filter(one -> one.text().contains(words)).findFirst());
  }

  void part() throws InterruptedException {
    adapter.stop();
    circle.close();
    telegram.close();
    telegram.violations().assertNone();
  }

  private TelegramAdapter connected() {
    TelegramAdapter fresh =
        new TelegramAdapter(telegram.token(), Stage.address(telegram), Stage.PACE);
    circle.core.connect(fresh.messenger());
    fresh.start(circle.core.desk());
    telegram.await("the adapter to be alive", fresh::isAlive);
    telegram.await("the menu", () -> telegram.requests("setMyCommands").size() >= 3);
    assertThat(fresh.isAlive()).isTrue();
    return fresh;
  }
}
