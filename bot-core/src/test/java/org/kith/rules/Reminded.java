package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Reminder;
import org.kith.circle.Account;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Target;
import org.kith.store.Tables;
import org.kith.testing.TestCircle;

/**
 * Listens for reminders: none is said once its window has begun, none within three hours of the
 * promise, and none twice.
 */
final class Reminded {
  private final TestCircle circle;
  private final Map<String, Integer> said = new HashMap<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();

  Reminded(TestCircle circle) {
    this.circle = circle;
    circle.paper.listens(this::heard);
  }

  /** How many promises were reminded of; fails if any of it was wrong. */
  int count() {
    assertThat(wrong).as("reminders that should not have been said").isEmpty();
    return said.size();
  }

  private void heard(String account, Message message) {
    String first = message.text().lines().getFirst().plain();
    if (first.startsWith("A small reminder") || first.startsWith("It's nearly time")) {
      circle
          .core
          .database()
          .read(tables -> {
            long person =
                tables
                    .people()
                    .find(Cast.platform(account), account)
                    .map(Account::personId)
                    .orElseThrow();
            message.buttons().stream()
                .map(Button::command)
                .forEach(command -> look(tables, person, command, first));
            return true;
          });
    }
  }

  private void look(Tables tables, long person, Command command, String first) {
    if (!(command instanceof Command.Cancel(Target.Known(long id)))) {
      return;
    }
    Instant now = circle.clock.instant();
    CareRequest request = tables.requests().find(id).orElseThrow();
    List<Claim> claims =
        tables.claims().on(id).stream().filter(claim -> claim.isBy(person)).toList();
    Instant useless = Reminder.useless(request.window());
    String what = first + " of " + request + " to " + person + " at " + now;
    if (useless != null && !now.isBefore(useless)) {
      wrong.add("too late: " + what);
    }
    if (claims.stream().allMatch(one -> one.claimedAt().plus(Reminder.FRESH).isAfter(now))) {
      wrong.add("too soon: " + what);
    }
    String key = person + " " + id + " " + request.window() + " " + first.charAt(0);
    if (said.merge(key, 1, Integer::sum) > claims.size()) {
      wrong.add("again: " + what);
    }
  }
}
