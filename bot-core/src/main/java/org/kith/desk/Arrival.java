package org.kith.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kith.care.CalendarEntry;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Letter;
import org.kith.care.RequestState;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.Space;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.store.Posts.Post;
import org.kith.store.Tables;

/** What follows from what became of an outbox row. */
public record Arrival(Tables tables, Instant now) {

  /**
   * It is there: a card's message is known, a helper has been reached.
   *
   * @param edited the message that shows it now in place of what it showed before; null for a new
   *     one
   */
  public void arrived(Row row, int revision, String messageId, @Nullable String edited) {
    if (row.note() == Note.CARD) {
      // What is newer is not on its way yet.
      boolean waited =
          tables.outbox().removeShown(row.id(), revision) || tables.outbox().didNotArrive(row.id());
      if (waited || isItsPlace(row)) {
        post(row, post -> shown(row, post, revision, messageId, edited));
      } else if (row.place() != null && edited == null) {
        tables.outbox().stray(row.place(), messageId, row.ref(), row.language(), now);
      }
    } else {
      tables.outbox().remove(row.id());
    }
    if (row.note() == Note.HELPING) {
      reached(row);
    }
    if (row.note() == Note.LETTER) {
      tables.photos().forget(row.ref());
      account(row).forEach(account -> tables.talks().reached(row.ref(), account.personId()));
    }
    if (row.note().about() == Note.About.STEWARD_LETTER) {
      tables.stewardTalks().gone(row.ref());
    }
    if (row.note().isUnasked()) {
      account(row).forEach(account -> tables.askings().asked(account.personId(), now));
    }
    if (row.note() == Note.DIGEST && !tables.outbox().holds(Note.DIGEST, row.ref())) {
      tables.thanks().delivered(row.ref());
    }
    Place place = row.place();
    if (place != null) {
      tables
          .circles()
          .spaceAt(place)
          .filter(space -> tables.circles().isClosed(space.id()))
          .ifPresent(new Saying(tables, now)::back);
    } else {
      account(row).forEach(account -> tables.people().reachable(account.id(), true));
    }
  }

  private void shown(Row row, Post post, int revision, String messageId, @Nullable String edited) {
    if (edited != null && !edited.equals(post.messageId())) {
      return; // While it was on its way the card was given up for one that is posted anew.
    }
    tables.posts().shown(post.id(), messageId, revision);
    // A send that was repeated after a crash may have left a second message.
    if (row.doubtSince() != null && post.messageId() == null) {
      tables.posts().doubt(post.id(), true);
    }
  }

  /**
   * False if a space and a request have come into different circles while a card was on its way.
   */
  private boolean isItsPlace(Row row) {
    CareRequest request = tables.requests().find(row.ref()).orElse(null);
    return request != null
        && row.place() != null
        && tables
            .circles()
            .spaceAt(row.place())
            .filter(space -> space.circleId() == request.circleId())
            .isPresent();
  }

  /** An entry has come to a helper's calendar; the promise may have changed while it went. */
  public void calendarShows(Row row, CalendarEntry entry) {
    Claim known = tables.claims().find(row.ref()).orElse(null);
    if (known != null) {
      locked(known.requestId());
      tables.claims().calendar(row.ref(), entry);
      new Calendars(tables, now).changed(row.ref());
    }
  }

  /** The person saw the live answer that a row stood behind. */
  public void answered(Row row) {
    tables.outbox().remove(row.id());
    if (row.note() == Note.HELPING) {
      reached(row);
    }
  }

  /**
   * The message was deleted by somebody: of a card the request rests, and its asker is asked.
   *
   * @param edited the message that was to show it
   */
  public void messageGone(Row row, int revision, @Nullable String edited) {
    if (row.note() != Note.CARD) {
      tables.outbox().remove(row.id());
      return;
    }
    tables.outbox().removeShown(row.id(), revision);
    post(
        row,
        post -> {
          if (edited == null || edited.equals(post.messageId())) {
            gone(post);
          }
        });
  }

  /** The answer was lost: there may be a message that is not known. */
  public void doubtful(Row row) {
    if (row.note() == Note.CARD) {
      post(row, post -> tables.posts().doubt(post.id(), true));
    }
  }

  /** A message is not there any more. */
  void gone(Post post) {
    Circle circle = locked(post.requestId());
    tables.posts().lost(post.id());
    CareRequest request = tables.requests().find(post.requestId()).orElseThrow();
    if (request.isOpen()) {
      tables.requests().enter(request.id(), new RequestState.Paused(now), now);
      Saying saying = new Saying(tables, now);
      saying.card(request.id());
      new Rings(tables, saying, now)
          .watch(circle, tables.requests().find(request.id()).orElseThrow());
      if (request.asker() != null) {
        saying.tell(Note.CARD_GONE, circle, request.asker(), request.id());
      }
    }
  }

  /** The person can't be written to: what must reach them goes by a line below the card. */
  public void unreachable(Row row) {
    for (Account account : account(row)) {
      tables.people().reachable(account.id(), false);
      tables.roll().soon(account.personId(), now.minus(Lookout.SEEN));
    }
    tables.outbox().remove(row.id());
    if (goesElsewhere(row)) {
      return;
    }
    switch (row.note().ifUnreached()) {
      case HELPER_BY_A_LINE ->
          tables
              .claims()
              .find(row.ref())
              .filter(claim -> mustReach(claim, row.note()))
              .ifPresent(claim -> line(Note.LINE_FOR_HELPER, claim.requestId(), claim.id()));
      case ASKER_BY_A_LINE ->
          requestOf(row).ifPresent(request -> line(Note.LINE_FOR_ASKER, request, request));
      case MAKER_IS_TOLD -> new Lapsing(tables, now).unreached(row.ref());
      case WRITER_IS_TOLD, LOSES_A_COURTESY -> lost(row); // Of a courtesy nothing follows.
      case NOBODY_TO_REACH -> throw new IllegalStateException(row.note() + " goes to no person");
    }
  }

  /** True if the person has another account that can be written to: it goes there. */
  private boolean goesElsewhere(Row row) {
    Account other =
        account(row).stream()
            .filter(Account::others)
            .flatMap(closed -> tables.people().accountsOf(closed.personId()).stream())
            .filter(Account::reachable)
            .findFirst()
            .orElse(null);
    if (other == null) {
      return false;
    }
    long anew = tables.outbox().tell(row.note(), row.circleId(), other, row.ref(), now);
    for (Claim claim : tables.claims().remindedBy(row.id())) {
      tables.claims().remindedBy(claim.id(), anew);
    }
    return true;
  }

  /** A letter is not passed on: whoever wrote it should not wait for an answer. */
  public void lost(Row row) {
    if (row.note().about() == Note.About.STEWARD_LETTER) {
      new StewardLetters(tables, now).lost(row.note(), row.ref());
      return;
    }
    Letter letter =
        row.note() == Note.LETTER ? tables.talks().letter(row.ref()).orElse(null) : null;
    if (letter != null) {
      tables.photos().forget(letter.id());
    }
    Way way = letter == null ? null : Way.of(tables, now, letter).orElse(null);
    Long writer = way == null ? null : way.writer();
    if (way != null && writer != null) {
      new Saying(tables, now).tell(Note.LETTER_LOST, way.circle(), writer, row.ref());
    }
  }

  private Optional<Long> requestOf(Row row) {
    return row.note().isAboutClaim()
        ? tables.claims().find(row.ref()).map(Claim::requestId)
        : Optional.of(row.ref());
  }

  /** The space can't be posted in: nothing waits for it; its cards are shown when it is back. */
  public void closed(Row row) {
    tables.outbox().remove(row.id());
    Place place = row.place();
    if (place != null) {
      tables
          .circles()
          .spaceAt(place)
          .filter(space -> !tables.circles().isClosed(space.id())) // It stays: since when.
          .ifPresent(space -> tables.circles().closed(space.id(), now));
    }
  }

  /** A house got a new id: everything that waits goes there. */
  public void moved(Platform platform, String from, String to) {
    tables.outbox().move(platform, from, to);
    for (Space space : tables.circles().spacesIn(platform, from)) {
      tables.circles().lock(space.circleId());
      if (makesRoom(space.place().in(to))) {
        // Messages don't come along: what is open is posted anew.
        tables.posts().removeIn(space.id());
        tables.circles().moveSpace(space.id(), to);
        new Saying(tables, now).back(tables.circles().space(space.id()).orElseThrow());
      }
    }
  }

  /** A circle that was begun there before the news came, and is asked nothing yet, gives way. */
  private boolean makesRoom(Place place) {
    Space young = tables.circles().spaceAt(place).orElse(null);
    if (young != null && tables.requests().open(young.circleId()).isEmpty()) {
      tables.posts().removeIn(young.id());
      tables.circles().removeSpace(young.id());
      young = null;
    }
    return young == null;
  }

  /**
   * A helper who has nothing to open was told of their promise by the card and by the answer to
   * their press.
   */
  private static boolean mustReach(Claim claim, Note note) {
    return claim.state() instanceof ClaimState.Held || (note != Note.HELPING && claim.isInFlight());
  }

  private void reached(Row row) {
    Claim known = tables.claims().find(row.ref()).orElse(null);
    if (known != null) {
      Circle circle = locked(known.requestId());
      CareRequest request = tables.requests().find(known.requestId()).orElseThrow();
      Ending ending = new Ending(tables, new Saying(tables, now), now);
      tables.claims().find(row.ref()).ifPresent(claim -> ending.confirm(circle, request, claim));
    }
  }

  /** Whatever changes a request waits for its circle, and reads what it changes after that. */
  private Circle locked(long requestId) {
    long before;
    long after = tables.requests().find(requestId).orElseThrow().circleId();
    do {
      before = after;
      tables.circles().lock(before);
      after = tables.requests().find(requestId).orElseThrow().circleId();
    } while (after != before);
    return tables.circles().find(after).orElseThrow();
  }

  private void line(Note note, long requestId, long ref) {
    CareRequest request = tables.requests().find(requestId).orElse(null);
    if (request == null) {
      return;
    }
    Circle circle = tables.circles().find(request.circleId()).orElseThrow();
    tables.outbox().removeAbout(note, ref);
    for (Space space : tables.circles().spacesOf(circle.id())) {
      tables.outbox().post(note, circle.id(), space.place(), ref, circle.language(), now);
    }
  }

  private void post(Row row, Consumer<Post> use) {
    if (row.place() != null) {
      tables
          .circles()
          .spaceAt(row.place())
          .ifPresent(space -> use.accept(tables.posts().of(space.id(), row.ref())));
    }
  }

  private List<Account> account(Row row) {
    return row.account() == null
        ? List.of()
        : tables.people().find(row.platform(), row.account()).stream().toList();
  }
}
