package org.kith.courier;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kith.care.Photo;
import org.kith.circle.Account;
import org.kith.circle.Place;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.desk.Arrival;
import org.kith.desk.Drawing;
import org.kith.desk.Drawing.Drawn;
import org.kith.desk.Enclosed;
import org.kith.desk.Lookout;
import org.kith.desk.Sounding;
import org.kith.post.Messenger;
import org.kith.post.Messenger.Posting;
import org.kith.post.Messengers;
import org.kith.post.Note;
import org.kith.post.Outcome;
import org.kith.store.Database;
import org.kith.store.Outbox.Row;
import org.kith.store.Roll;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One row of the outbox on its way: drawn, sent, and what became of it written down. */
final class Errand {
  private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** How often a row that makes something break is tried: for most of a day. */
  private static final int MOST_BREAKS = 200;

  /** A row, when it may be sent, and what it says now; nothing if it is moot. */
  private record Ready(Row row, Instant moment, Optional<Drawn> drawn) {}

  private final Database database;
  private final Sealer sealer;
  private final InstantSource clock;
  private final Messengers messengers;
  private final Lookout lookout;
  private final OneByOne oneByOne = new OneByOne();
  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  Errand(Database database, Sealer sealer, InstantSource clock, Messengers messengers) {
    this.database = database;
    this.sealer = sealer;
    this.clock = clock;
    this.messengers = messengers;
    this.lookout = new Lookout(database, clock, messengers);
  }

  Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /** Sends a row; false if what follows in its chat has to wait. */
  boolean run(Row row) {
    try {
      Long person = row.note().isUnasked() ? person(row) : null;
      return person == null ? deliver(row) : oneByOne.tell(person, () -> deliver(row));
    } catch (RuntimeException e) {
      LOG.error("{} {} can't be sent just now", row.note(), row.id(), e);
      database.write(tables -> {
        if (tables.outbox().broke(row.id(), now().plus(LONGEST_WAIT)) > MOST_BREAKS) {
          tables.outbox().remove(row.id());
        }
        return true;
      });
      return true; // Nobody else in this chat waits for what may never get better.
    }
  }

  private @Nullable Long person(Row row) {
    return database.read(tables ->
        tables
            .people()
            .find(row.platform(), String.valueOf(row.account()))
            .map(Account::personId)
            .orElse(null));
  }

  private boolean deliver(Row read) {
    Messenger messenger = messengers.of(read.platform()).orElse(null);
    Ready ready = messenger == null ? null : database.read(tables -> ready(tables, read.id()));
    if (messenger == null || ready == null) {
      return true;
    }
    Row row = ready.row();
    if (row.note() == Note.STRAY) {
      return settle(row, null, takeAway(messenger, row));
    }
    if (row.note() == Note.CLEAR) {
      return settle(row, null, messenger.clear(String.valueOf(row.account())));
    }
    Optional<Drawn> drawn = ready.drawn();
    if (drawn.isEmpty()) {
      recordIfTooLate(row);
      return drop(row);
    }
    if (ready.moment().isAfter(now())) {
      database.write(tables -> {
        tables.outbox().waits(row.id(), ready.moment());
        return true;
      });
      return true;
    }
    if (row.note().isForMembers() && hasLeft(row)) {
      return drop(row);
    }
    Outcome outcome = send(messenger, row, drawn.get());
    boolean goesOn = settle(row, drawn.get(), outcome);
    Place place = row.place();
    if (row.note() == Note.CARD
        && row.doubtSince() != null
        && place != null
        && outcome instanceof Outcome.Sent(String messageId)) {
      messenger.recovered(new MessageRef(place, messageId));
    }
    return goesOn;
  }

  private boolean drop(Row row) {
    database.writeLightly(tables -> {
      tables.outbox().removeShown(row.id(), row.revision());
      new Arrival(tables, now()).lost(row);
      return true;
    });
    return true;
  }

  /** True if they have left the circle, as it is known today. */
  private boolean hasLeft(Row row) {
    Long circle = row.circleId();
    String account = row.account();
    return circle != null
        && account != null
        && database
            .read(tables -> tables.people().find(row.platform(), account))
            .filter(known -> lookout.hasLeft(new Roll.Member(circle, known.personId())))
            .isPresent();
  }

  /** The row anew: it may have been answered live, changed or become moot meanwhile. */
  private @Nullable Ready ready(Tables tables, long id) {
    Row row = tables.outbox().find(id).orElse(null);
    if (row == null || row.dueAt().isAfter(now())) {
      return null;
    }
    Drawing drawing = new Drawing(tables, sealer, now());
    return new Ready(row, drawing.moment(row), drawing.draw(row));
  }

  private void recordIfTooLate(Row row) {
    if (database.read(tables -> new Drawing(tables, sealer, now()).isTooLate(row))) {
      counts.merge(row.platform() + " TooLate", 1L, Long::sum);
      LOG.warn("{} {} is dropped: it could not be sent in time", row.note(), row.id());
    }
  }

  /** What is too old to be deleted (on Telegram after 48 hours) says at least that it is moot. */
  private Outcome takeAway(Messenger messenger, Row row) {
    Outcome gone = messenger.delete(stray(row));
    if (!(gone instanceof Outcome.Refused)) {
      return gone;
    }
    boolean here = database.read(tables -> new Drawing(tables, sealer, now()).isShownIn(row));
    String moot = Words.in(row.language()).say(here ? "card.elsewhere" : "card.away");
    return messenger.edit(stray(row), Message.of(Text.of(moot)));
  }

  private Outcome send(Messenger messenger, Row row, Drawn drawn) {
    MessageRef shows = drawn.shows();
    if (shows != null) {
      database.awaitWritten();
      return messenger.edit(shows, drawn.message());
    }
    // Written before it is sent: whoever starts after a crash knows that it may have arrived.
    boolean silent =
        database.write(tables -> {
          tables.outbox().sending(row.id(), now());
          return new Sounding(tables, now()).isSilent(row);
        });
    Posting posting =
        new Posting(
            row.id(),
            silent,
            row.note() == Note.CARD,
            drawn.requestId(),
            row.doubtSince(),
            drawn.under());
    Place place = row.place();
    Enclosed enclosed = drawn.enclosed();
    if (enclosed != null) {
      String account = String.valueOf(row.account());
      return messenger.hand(account, enclosed.file(), drawn.message(), posting);
    }
    Photo photo = drawn.photo();
    if (photo != null) {
      return messenger.show(String.valueOf(row.account()), photo, drawn.message(), posting);
    }
    return place == null
        ? messenger.tell(
            String.valueOf(row.account()), drawn.message(), drawn.isProtected(), posting)
        : messenger.post(place, drawn.message(), posting);
  }

  private boolean settle(Row row, @Nullable Drawn drawn, Outcome outcome) {
    counts.merge(row.platform() + " " + outcome.getClass().getSimpleName(), 1L, Long::sum);
    // Lightly: that it was sent at all is on disk, so what a power loss takes is in doubt again.
    return database.writeLightly(tables -> {
      Arrival arrival = new Arrival(tables, now());
      int revision = drawn == null ? 0 : drawn.revision();
      MessageRef shows = drawn == null ? null : drawn.shows();
      String edited = shows == null ? null : shows.messageId();
      switch (outcome) {
        case Outcome.Sent(String messageId) -> {
          arrival.arrived(row, revision, messageId, edited);
          if (drawn != null && drawn.enclosed() != null && drawn.enclosed().entry() != null) {
            arrival.calendarShows(row, drawn.enclosed().entry());
          }
        }
        case Outcome.MessageGone() -> arrival.messageGone(row, revision, edited);
        case Outcome.Unreachable() -> arrival.unreachable(row);
        case Outcome.PlaceClosed(String why) -> {
          LOG.warn("{}: can't be posted in: {}", row.lane(), why);
          arrival.closed(row);
        }
        case Outcome.Refused(String why) -> {
          LOG.error("{} {} is refused and dropped: {}", row.note(), row.id(), why);
          tables.outbox().remove(row.id());
          arrival.lost(row);
        }
        case Outcome.TryLater(Duration after, boolean inDoubt) -> {
          if (!inDoubt && row.doubtSince() == null) {
            tables.outbox().didNotArrive(row.id());
          } else if (inDoubt) {
            arrival.doubtful(row);
          }
          Duration wait = after.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : after;
          tables.outbox().later(row, now().plus(wait));
          return false;
        }
        case Outcome.Moved(String house) -> {
          Place place = row.place();
          if (place != null) {
            arrival.moved(row.platform(), place.house(), house);
          }
          return false;
        }
      }
      return true;
    });
  }

  private static MessageRef stray(Row row) {
    Place place = row.place();
    if (place == null) {
      throw new IllegalStateException("a stray message is in a space");
    }
    return new MessageRef(place, String.valueOf(row.messageId()));
  }

  private Instant now() {
    return clock.instant();
  }
}
