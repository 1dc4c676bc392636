package org.kith.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.kith.care.Photo;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.post.Attachment;
import org.kith.post.Messenger;
import org.kith.post.Note;
import org.kith.post.Outcome;
import org.kith.store.Outbox.Row;

/** The platform on which the circle meets: it keeps in mind what was said, to whom and when. */
final class Room implements Messenger {
  private final InstantSource clock;
  private final Map<String, Message> posted = new HashMap<>();
  private final Map<Long, String> cards = new HashMap<>();
  private final Set<String> closed = new HashSet<>();
  private final List<Said> said = new ArrayList<>();
  private LongFunction<@Nullable Row> rows = row -> null;
  private int next = 1;

  /**
   * Something that was said.
   *
   * @param account to whom; "" in the space
   * @param requestId the request it is about, 0 where it is about none
   */
  record Said(
      Instant at,
      String account,
      Note note,
      long ref,
      long requestId,
      boolean silent,
      Message what) {
    boolean isPrivate() {
      return !account.isEmpty();
    }
  }

  Room(InstantSource clock) {
    this.clock = clock;
  }

  /** What a message is, by the row that it came from. */
  synchronized void knows(LongFunction<@Nullable Row> outbox) {
    rows = outbox;
  }

  /** This account can't be written to. */
  synchronized void closes(String account) {
    closed.add(account);
  }

  /** What was said since the last look, in an order that does not depend on threads. */
  synchronized List<Said> news() {
    List<Said> news = new ArrayList<>(said);
    said.clear();
    news.sort(
        Comparator.comparing(Said::account).thenComparing(Said::note).thenComparingLong(Said::ref));
    return news;
  }

  /** The card of a request as everybody sees it; null if there is none. */
  synchronized @Nullable Message card(long request) {
    String id = cards.get(request);
    return id == null ? null : posted.get(id);
  }

  @Override
  public Platform platform() {
    return Platform.BROWSER;
  }

  @Override
  public synchronized Outcome post(Place place, Message message, Posting posting) {
    String id = "m" + next++;
    posted.put(id, message);
    if (posting.card()) {
      cards.put(posting.requestId(), id);
    }
    hear("", message, posting);
    return new Outcome.Sent(id);
  }

  @Override
  public synchronized Outcome edit(MessageRef ref, Message message) {
    return posted.replace(ref.messageId(), message) == null
        ? new Outcome.MessageGone()
        : new Outcome.Sent(ref.messageId());
  }

  @Override
  public synchronized Outcome delete(MessageRef ref) {
    return posted.remove(ref.messageId()) == null
        ? new Outcome.MessageGone()
        : new Outcome.Sent(ref.messageId());
  }

  @Override
  public Outcome tell(String account, Message message, boolean isProtected, Posting posting) {
    return toPerson(account, message, posting);
  }

  @Override
  public Outcome clear(String account) {
    return new Outcome.Sent("");
  }

  @Override
  public Outcome hand(String account, Attachment file, Message message, Posting posting) {
    return toPerson(account, message, posting);
  }

  @Override
  public Outcome show(String account, Photo photo, Message message, Posting posting) {
    return toPerson(account, message, posting);
  }

  @Override
  public List<Missing> missing(Place place) {
    return List.of();
  }

  private synchronized Outcome toPerson(String account, Message message, Posting posting) {
    if (closed.contains(account)) {
      return new Outcome.Unreachable();
    }
    hear(account, message, posting);
    return new Outcome.Sent("p" + posting.row());
  }

  private void hear(String account, Message message, Posting posting) {
    Row row = rows.apply(posting.row());
    if (row == null) {
      throw new IllegalStateException("nothing is said that is not in the outbox");
    }
    said.add(
        new Said(
            clock.instant(),
            account,
            row.note(),
            row.ref(),
            posting.requestId(),
            posting.silent(),
            message));
  }
}
