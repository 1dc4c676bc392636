package org.kith.browser;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.kith.care.Photo;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.post.Attachment;
import org.kith.post.Messenger;
import org.kith.post.Outcome;

/**
 * What the bot says in the room. A message is on disk before it counts as sent, and the same outbox
 * row is one message, however often it is sent.
 */
final class BrowserMessenger implements Messenger {
  private static final Duration FULL_DISK = Duration.ofSeconds(5);

  private final RoomState room;
  private final InstantSource clock;

  BrowserMessenger(RoomState room, InstantSource clock) {
    this.room = room;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.BROWSER;
  }

  @Override
  public Outcome post(Place place, Message message, Posting posting) {
    if (!place.equals(Maple.PLACE)) {
      return new Outcome.PlaceClosed("the room has no other group than " + Maple.TITLE);
    }
    Entry.Kind kind = posting.card() ? Entry.Kind.CARD : Entry.Kind.POST;
    return kept(() -> new Outcome.Sent(room.post(entry(kind, "", message, false, posting))));
  }

  @Override
  public Outcome edit(MessageRef ref, Message message) {
    return kept(() ->
        room.edit(ref.messageId(), Shown.of(message))
            ? new Outcome.Sent(ref.messageId())
            : new Outcome.MessageGone());
  }

  @Override
  public Outcome delete(MessageRef ref) {
    return kept(() ->
        room.delete(ref.messageId())
            ? new Outcome.Sent(ref.messageId())
            : new Outcome.MessageGone());
  }

  @Override
  public Outcome tell(String account, Message message, boolean isProtected, Posting posting) {
    if (room.person(account).isEmpty()) {
      return new Outcome.Unreachable();
    }
    return kept(() ->
        new Outcome.Sent(
            room.post(entry(Entry.Kind.TOLD, account, message, isProtected, posting))));
  }

  @Override
  public Outcome hand(String account, Attachment file, Message message, Posting posting) {
    if (room.person(account).isEmpty()) {
      return new Outcome.Unreachable();
    }
    Entry entry = entry(Entry.Kind.TOLD, account, message, false, posting);
    return kept(
        () -> new Outcome.Sent(room.post(entry.showing(entry.shown().with(Shown.File.of(file))))));
  }

  @Override
  public Outcome clear(String account) {
    return kept(() -> {
      room.clear(account);
      return new Outcome.Sent("");
    });
  }

  @Override
  public Outcome show(String account, Photo photo, Message message, Posting posting) {
    if (room.person(account).isEmpty()) {
      return new Outcome.Unreachable();
    }
    Entry entry = entry(Entry.Kind.TOLD, account, message, true, posting);
    return kept(() -> new Outcome.Sent(room.post(entry.showing(entry.shown().with(photo)))));
  }

  @Override
  public List<Missing> missing(Place place) {
    return List.of();
  }

  private Entry entry(
      Entry.Kind kind, String to, Message message, boolean isProtected, Posting posting) {
    MessageRef under = posting.under();
    return new Entry(
        "new",
        kind,
        to,
        Entry.KITH,
        clock.millis(),
        Shown.of(message),
        posting.row(),
        posting.requestId(),
        under == null ? null : under.messageId(),
        List.of(),
        List.of(),
        kind == Entry.Kind.TOLD,
        isProtected,
        false);
  }

  private static Outcome kept(Supplier<Outcome> work) {
    try {
      return work.get();
    } catch (UncheckedIOException e) {
      return new Outcome.TryLater(FULL_DISK, false);
    }
  }
}
