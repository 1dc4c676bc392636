package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Platform;
import org.kith.circle.Space;
import org.kith.post.Card;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;

/** Puts into the outbox what a decision has to say, in the decision's own transaction. */
record Saying(Tables tables, Instant now) {
  /** How long a live answer has to be shown before the same goes by private message. */
  static final Duration GRACE = Duration.ofSeconds(20);

  /** The card of a request shows its newest state, in every space of its circle. */
  void card(long request) {
    CareRequest fresh = tables.requests().find(request).orElseThrow();
    card(tables.circles().find(fresh.circleId()).orElseThrow(), fresh);
  }

  /** The same for a request as it is now. */
  void card(Circle circle, CareRequest fresh) {
    for (Space space : tables.circles().spacesOf(circle.id())) {
      tables
          .outbox()
          .card(circle.id(), space.place(), fresh.id(), fresh.revision(), circle.language(), now);
    }
  }

  /** A space can be posted in again: its cards show the newest state. */
  void back(Space space) {
    tables.circles().closed(space.id(), null);
    tables.due().cancel(What.ERASE, space.circleId());
    Circle circle = tables.circles().find(space.circleId()).orElseThrow();
    Set<Long> requests = new LinkedHashSet<>(tables.posts().behind(space.id()));
    tables.requests().open(circle.id()).forEach(open -> requests.add(open.id()));
    for (long request : requests) {
      int revision = tables.requests().find(request).orElseThrow().revision();
      tables.outbox().card(circle.id(), space.place(), request, revision, circle.language(), now);
    }
  }

  /** A request has changed in a way that its card shows. */
  void changed(long request) {
    tables.requests().touch(request);
    card(request);
  }

  /**
   * Tells a person: on an account of a platform that the circle is on, so that its buttons lead
   * there; of several on one that can be written to; of several such on the one they used last.
   *
   * @return the outbox row; 0 if they have no account
   */
  long tell(Note note, Circle circle, long person, long ref) {
    List<Account> accounts = tables.people().accountsOf(person);
    if (accounts.size() > 1) {
      Set<Platform> platforms = new LinkedHashSet<>();
      tables.circles().spacesOf(circle.id()).forEach(one -> platforms.add(one.place().platform()));
      List<Account> near =
          accounts.stream().filter(one -> platforms.contains(one.platform())).toList();
      accounts = near.isEmpty() ? accounts : near;
    }
    return accounts.isEmpty()
        ? 0
        : tables.outbox().tell(note, circle.id(), accounts.getFirst(), ref, now);
  }

  /** A request as its card shows it. */
  Card view(Circle circle, CareRequest request) {
    List<Claim> claims = tables.claims().on(request.id());
    Map<Long, String> names = new HashMap<>();
    for (long person : new AskerName(tables).shown(request)) {
      name(tables, circle.id(), person).ifPresent(name -> names.put(person, name));
    }
    for (Claim claim : claims) {
      if (claim.helper() != null && claim.helps()) {
        long helper = claim.helper();
        name(tables, circle.id(), helper).ifPresent(name -> names.put(helper, name));
      }
    }
    return new Card(circle, request, claims, names);
  }

  /** The name by which a circle knows a person; what they are called elsewhere is not its own. */
  static Optional<String> name(Tables tables, long circle, long person) {
    return tables
        .people()
        .nameIn(circle, person)
        .or(() -> tables.people().accountsOf(person).stream().findFirst().map(Account::name));
  }
}
