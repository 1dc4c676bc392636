package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.circle.Account;
import org.kith.circle.DetailsOpen;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Target;
import org.kith.store.Tables;
import org.kith.testing.TestCircle;

/**
 * Whoever has promised is told of each change of the request that happens meanwhile, with the next
 * one if that comes first, and of none twice. Whom the platform does not let the bot write to finds
 * it by a line below the card, which is not listened for here.
 */
final class ChangesTold {
  private static final Pattern FIRST_LINE =
      Pattern.compile(
          "The time of #\\d+ is now .*|.* has changed #\\d+\\. This is how .*"
              + "|.* has changed the private details of #\\d+\\."
              + "|.* has taken the private details of #\\d+ away\\. .*");

  private final TestCircle circle;
  private final Map<Long, Request> before = new HashMap<>();
  private final Set<String> closed = new HashSet<>();

  /** Changes that happened while somebody had promised, and messages about them. */
  private final Map<Promised, Integer> happened = new HashMap<>();

  private final Map<Promised, Integer> told = new HashMap<>();
  private final Map<Promised, String> owed = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** A promise that somebody made, by whichever of their accounts. */
  private record Promised(long claim, String human) {}

  /** A request as it was last seen, with the claims that were promised then. */
  private record Request(String shown, String details, Set<Long> promised) {}

  ChangesTold(TestCircle circle) {
    this.circle = circle;
    circle.paper.listens(this::heard);
  }

  /** Looks what has become another since the last look. */
  synchronized void look() {
    circle
        .core
        .database()
        .read(tables -> {
          ids(tables).forEach(id -> look(tables, tables.requests().find(id).orElseThrow()));
          return true;
        });
  }

  /** This account takes no private messages, or takes them again. */
  synchronized void closes(String account, boolean now) {
    if (now) {
      closed.add(account);
      owed.keySet().removeIf(promised -> promised.human.equals(Cast.human(account)));
    } else {
      closed.remove(account);
    }
  }

  /** How many were told; fails if any was told too often, or is still to be told. */
  synchronized int count() {
    look();
    assertThat(wrong).as("changes that should not have been told").isEmpty();
    circle
        .core
        .database()
        .read(tables -> owed.keySet().removeIf(one -> !stands(tables, one.claim)));
    assertThat(owed).as("changes that nobody was told of").isEmpty();
    return told.size();
  }

  private void look(Tables tables, CareRequest request) {
    List<Claim> promised =
        tables.claims().on(request.id()).stream()
            .filter(claim -> claim.state() instanceof ClaimState.Promised)
            .filter(claim -> claim.helper() != null)
            .toList();
    Request now =
        new Request(
            request.kind() + request.what() + request.window() + request.near() + request.helpers(),
            tables.requests().details(request.id()).orElse(""),
            Set.copyOf(promised.stream().map(Claim::id).toList()));
    Request last = before.put(request.id(), now);
    if (last == null || request.isEnded()) {
      return;
    }
    boolean shows = !now.shown.equals(last.shown);
    boolean details = !now.details.equals(last.details);
    for (Claim claim : promised) {
      if (shows || details) {
        // What was only held a moment ago may have been reached by the newest state.
        boolean stood = last.promised.contains(claim.id());
        changed(tables, request, claim, stood && (shows || opens(tables, request, claim)));
        if (now.details.isEmpty() && shows && details) { // That they are gone is said by itself.
          changed(tables, request, claim, false);
        }
      }
    }
  }

  /**
   * @param must true if the helper has to be told: it shows, or they may look at the details
   */
  private void changed(Tables tables, CareRequest request, Claim claim, boolean must) {
    Long helper = claim.helper();
    if (helper == null) {
      return;
    }
    List<String> accounts =
        tables.people().accountsOf(helper).stream().map(Account::externalId).toList();
    Promised promised = new Promised(claim.id(), Cast.human(accounts.getFirst()));
    happened.merge(promised, 1, Integer::sum);
    if (must && accounts.stream().noneMatch(closed::contains)) {
      owed.put(promised, request.toString());
    }
  }

  private static boolean opens(Tables tables, CareRequest request, Claim claim) {
    DetailsOpen open = tables.circles().find(request.circleId()).orElseThrow().detailsOpen();
    return claim.shared() || open == DetailsOpen.AT_CLAIM;
  }

  private synchronized void heard(String account, Message message) {
    String first = message.text().lines().getFirst().plain();
    if (!FIRST_LINE.matcher(first).matches()) {
      return;
    }
    look();
    message.buttons().stream()
        .map(button -> button.command())
        .forEach(command -> {
          if (command instanceof Command.Cancel(Target.Known(long request))) {
            told(account, request, first);
          }
        });
  }

  /** It speaks of the promise that this account has made last. */
  private void told(String account, long request, String first) {
    circle
        .core
        .database()
        .read(tables -> {
          long person =
              tables
                  .people()
                  .find(Cast.platform(account), account)
                  .map(Account::personId)
                  .orElse(0L);
          List<Promised> theirs =
              tables.claims().on(request).stream()
                  .filter(claim -> claim.isBy(person))
                  .map(claim -> new Promised(claim.id(), Cast.human(account)))
                  .filter(happened::containsKey)
                  .toList();
          if (theirs.isEmpty()) {
            wrong.add("nothing has changed: " + first + " to " + account);
            return false;
          }
          Promised promised = theirs.getLast();
          owed.remove(promised);
          if (told.merge(promised, 1, Integer::sum) > happened.getOrDefault(promised, 0)) {
            wrong.add("again: " + first + " to " + account);
          }
          return true;
        });
  }

  private static boolean stands(Tables tables, long claim) {
    return tables
        .claims()
        .find(claim)
        .filter(one -> one.state() instanceof ClaimState.Promised)
        .flatMap(one -> tables.requests().find(one.requestId()))
        .filter(request -> !request.isEnded())
        .isPresent();
  }

  private static List<Long> ids(Tables tables) {
    return tables.handle().createQuery("select id from request").mapTo(Long.class).list();
  }
}
