package org.kith.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.kith.care.Photo;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.post.Attachment;
import org.kith.post.Messenger;
import org.kith.post.Outcome;

/** A platform on paper: what is posted and told stays readable, and can be made to go wrong. */
public final class PaperMessenger implements Messenger {
  private final Platform platform;
  private final Map<String, Sheet> posted = new LinkedHashMap<>();
  private final Map<String, List<Message>> told = new HashMap<>();
  private final Map<String, List<Attachment>> handed = new HashMap<>();
  private final Map<String, List<Photo>> photos = new HashMap<>();
  private final List<Message> everShown = new ArrayList<>();
  private final Map<Long, String> byRow = new HashMap<>();
  private final Set<String> closed = new HashSet<>();
  private final Set<Place> left = new HashSet<>();
  private final Set<String> sounding = new HashSet<>();
  private final Set<String> kept = new HashSet<>();
  private final List<BiConsumer<String, Message>> listeners = new ArrayList<>();
  private final List<Consumer<Sheet>> ears = new ArrayList<>();
  private final List<Consumer<Sheet>> eyes = new ArrayList<>();
  private final Map<String, Whereabouts> whereabouts = new HashMap<>();
  private final List<String> looked = new ArrayList<>();
  private int next = 1;
  private int calls;
  private boolean away;

  /** A message as it is seen now. */
  public record Sheet(Place place, String id, Message message, boolean card) {}

  public PaperMessenger(Platform platform) {
    this.platform = platform;
  }

  /** Another platform on the same paper: nobody has accounts of one name on both. */
  public Messenger on(Platform another) {
    return new Also(another, this);
  }

  /** While away, everything is tried later. */
  public synchronized void away(boolean nowAway) {
    away = nowAway;
  }

  /** This account takes no private messages, or takes them again. */
  public synchronized void closes(String account, boolean nowClosed) {
    if (nowClosed) {
      closed.add(account);
    } else {
      closed.remove(account);
    }
  }

  /** The bot is removed from this place, or is there again. */
  public synchronized void removedFrom(Place place, boolean nowRemoved) {
    if (nowRemoved) {
      left.add(place);
    } else {
      left.remove(place);
    }
  }

  /** Somebody is in a house, or not, or the platform does not say; until told so they are. */
  public synchronized void finds(String house, String account, Whereabouts where) {
    whereabouts.put(house + " " + account, where);
  }

  /** Whom the bot has looked for, in which house: {@code maple-street ana}. */
  public synchronized List<String> looked() {
    return List.copyOf(looked);
  }

  /** Where somebody is, without that the bot has looked. */
  public synchronized Whereabouts known(String house, String account) {
    return whereabouts.getOrDefault(house + " " + account, Whereabouts.THERE);
  }

  /** Tells of each private message when it arrives: the account, and what it says. */
  public synchronized void listens(BiConsumer<String, Message> listener) {
    listeners.add(listener);
  }

  /** Tells of each post that makes a sound. */
  public synchronized void hears(Consumer<Sheet> ear) {
    ears.add(ear);
  }

  /** Tells of each post, and of each change of one. */
  public synchronized void sees(Consumer<Sheet> eye) {
    eyes.add(eye);
  }

  /** All messages in a place, oldest first. */
  public synchronized List<Sheet> in(Place place) {
    return posted.values().stream().filter(sheet -> sheet.place().equals(place)).toList();
  }

  /** All private messages to an account, oldest first. */
  public synchronized List<Message> to(String account) {
    return List.copyOf(told.getOrDefault(account, List.of()));
  }

  /** Everything that anybody was ever told privately, by account. */
  public synchronized Map<String, List<Message>> told() {
    Map<String, List<Message>> copy = new HashMap<>();
    told.forEach((account, messages) -> copy.put(account, List.copyOf(messages)));
    return copy;
  }

  /** All files that an account was handed, oldest first. */
  public synchronized List<Attachment> files(String account) {
    return List.copyOf(handed.getOrDefault(account, List.of()));
  }

  /** All photos that an account was shown, oldest first. */
  public synchronized List<Photo> photos(String account) {
    return List.copyOf(photos.getOrDefault(account, List.of()));
  }

  /** Everything that was ever to be seen in any place, also what was edited away since. */
  public synchronized List<Message> everShown() {
    return List.copyOf(everShown);
  }

  /** Somebody deletes a message. */
  public synchronized void lose(String id) {
    posted.remove(id);
  }

  /** True if this message made a sound when it came. */
  public synchronized boolean sounded(String id) {
    return sounding.contains(id);
  }

  /** This message is too old to be deleted. */
  public synchronized void keeps(String id) {
    kept.add(id);
  }

  /** How often the platform was called. */
  public synchronized int calls() {
    return calls;
  }

  @Override
  public Platform platform() {
    return platform;
  }

  @Override
  public synchronized Outcome post(Place place, Message message, Posting posting) {
    calls++;
    if (left.contains(place)) {
      return new Outcome.PlaceClosed("removed");
    }
    if (away) {
      return new Outcome.TryLater(Duration.ofSeconds(1), false);
    }
    String known = byRow.get(posting.row());
    if (known != null) {
      return new Outcome.Sent(known);
    }
    String id = "m" + next++;
    Sheet sheet = new Sheet(place, id, message, posting.card());
    if (!posting.silent()) {
      sounding.add(id);
      ears.forEach(ear -> ear.accept(sheet));
    }
    byRow.put(posting.row(), id);
    posted.put(id, sheet);
    eyes.forEach(eye -> eye.accept(sheet));
    everShown.add(message);
    return new Outcome.Sent(id);
  }

  @Override
  public synchronized Outcome edit(MessageRef ref, Message message) {
    calls++;
    if (left.contains(ref.place())) {
      return new Outcome.PlaceClosed("removed");
    }
    if (away) {
      return new Outcome.TryLater(Duration.ofSeconds(1), false);
    }
    Sheet known = posted.get(ref.messageId());
    if (known == null) {
      return new Outcome.MessageGone();
    }
    Sheet changed = new Sheet(known.place(), known.id(), message, known.card());
    posted.put(known.id(), changed);
    eyes.forEach(eye -> eye.accept(changed));
    everShown.add(message);
    return new Outcome.Sent(known.id());
  }

  @Override
  public synchronized Outcome delete(MessageRef ref) {
    calls++;
    if (left.contains(ref.place())) {
      return new Outcome.PlaceClosed("removed");
    }
    if (kept.contains(ref.messageId())) {
      return new Outcome.Refused("too old to be deleted");
    }
    return posted.remove(ref.messageId()) == null
        ? new Outcome.MessageGone()
        : new Outcome.Sent(ref.messageId());
  }

  @Override
  public synchronized Outcome tell(
      String account, Message message, boolean isProtected, Posting posting) {
    calls++;
    if (away) {
      return new Outcome.TryLater(Duration.ofSeconds(1), false);
    }
    if (closed.contains(account)) {
      return new Outcome.Unreachable();
    }
    if (byRow.putIfAbsent(posting.row(), account) == null) {
      told.computeIfAbsent(account, who -> new ArrayList<>()).add(message);
      listeners.forEach(listener -> listener.accept(account, message));
    }
    return new Outcome.Sent("p" + posting.row());
  }

  @Override
  public synchronized Outcome clear(String account) {
    calls++;
    if (away) {
      return new Outcome.TryLater(Duration.ofSeconds(1), false);
    }
    told.remove(account);
    return new Outcome.Sent("");
  }

  @Override
  public synchronized Outcome hand(
      String account, Attachment file, Message message, Posting posting) {
    calls++;
    if (away) {
      return new Outcome.TryLater(Duration.ofSeconds(1), false);
    }
    if (closed.contains(account)) {
      return new Outcome.Unreachable();
    }
    if (byRow.putIfAbsent(posting.row(), account) == null) {
      handed.computeIfAbsent(account, who -> new ArrayList<>()).add(file);
      everShown.add(message);
    }
    return new Outcome.Sent("p" + posting.row());
  }

  @Override
  public synchronized Outcome show(String account, Photo photo, Message message, Posting posting) {
    boolean known = byRow.containsKey(posting.row());
    Outcome outcome = tell(account, message, true, posting);
    if (!known && outcome instanceof Outcome.Sent) {
      photos.computeIfAbsent(account, who -> new ArrayList<>()).add(photo);
    }
    return outcome;
  }

  @Override
  public synchronized Whereabouts whereabouts(String house, String account) {
    looked.add(house + " " + account);
    return away ? Whereabouts.UNTOLD : known(house, account);
  }

  @Override
  public List<Missing> missing(Place place) {
    return List.of();
  }

  /** The same paper under the name of another platform. */
  private record Also(Platform platform, PaperMessenger paper) implements Messenger {
    @Override
    public Outcome post(Place place, Message message, Posting posting) {
      return paper.post(place, message, posting);
    }

    @Override
    public Outcome edit(MessageRef ref, Message message) {
      return paper.edit(ref, message);
    }

    @Override
    public Outcome delete(MessageRef ref) {
      return paper.delete(ref);
    }

    @Override
    public Outcome tell(String account, Message message, boolean isProtected, Posting posting) {
      return paper.tell(account, message, isProtected, posting);
    }

    @Override
    public Outcome clear(String account) {
      return paper.clear(account);
    }

    @Override
    public Outcome hand(String account, Attachment file, Message message, Posting posting) {
      return paper.hand(account, file, message, posting);
    }

    @Override
    public Outcome show(String account, Photo photo, Message message, Posting posting) {
      return paper.show(account, photo, message, posting);
    }

    @Override
    public Whereabouts whereabouts(String house, String account) {
      return paper.whereabouts(house, account);
    }

    @Override
    public List<Missing> missing(Place place) {
      return paper.missing(place);
    }
  }
}
