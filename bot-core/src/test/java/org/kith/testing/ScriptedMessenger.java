package org.kith.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kith.care.Photo;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.post.Attachment;
import org.kith.post.Messenger;
import org.kith.post.Outcome;
import org.kith.words.Text;

/** A platform that answers as it is told, and writes down each call. */
public final class ScriptedMessenger implements Messenger {
  private final Map<String, Deque<Function<Call, Outcome>>> scripts = new HashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private int next;

  /**
   * One call.
   *
   * @param lane the place's house and room, or the account
   * @param messageId what is edited or deleted, "" for a new message
   */
  public record Call(String kind, String lane, String messageId, Message message, Posting posting) {
    /** The words of the message. */
    public String text() {
      return message.text().plain();
    }
  }

  /** The next call in this lane ends so; after all that is scripted, calls succeed. */
  public synchronized void then(String lane, Outcome outcome) {
    then(lane, call -> outcome);
  }

  /** The next call in this lane ends as this says; it may wait, or do something meanwhile. */
  public synchronized void then(String lane, Function<Call, Outcome> script) {
    scripts.computeIfAbsent(lane, known -> new ArrayDeque<>()).add(script);
  }

  /** A success, as a platform would number it. */
  public synchronized Outcome sent() {
    return new Outcome.Sent("m" + ++next);
  }

  /** All calls so far. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  /** All calls so far in one lane. */
  public List<Call> calls(String lane) {
    return calls().stream().filter(call -> call.lane().equals(lane)).toList();
  }

  @Override
  public Platform platform() {
    return Platform.BROWSER;
  }

  @Override
  public Outcome post(Place place, Message message, Posting posting) {
    return answer(new Call("post", lane(place), "", message, posting));
  }

  @Override
  public Outcome edit(MessageRef ref, Message message) {
    return answer(new Call("edit", lane(ref.place()), ref.messageId(), message, NONE));
  }

  @Override
  public Outcome delete(MessageRef ref) {
    return answer(new Call("delete", lane(ref.place()), ref.messageId(), NOTHING, NONE));
  }

  @Override
  public Outcome tell(String account, Message message, boolean isProtected, Posting posting) {
    return answer(new Call("tell", account, "", message, posting));
  }

  @Override
  public Outcome clear(String account) {
    return new Outcome.Sent("");
  }

  @Override
  public Outcome hand(String account, Attachment file, Message message, Posting posting) {
    return answer(new Call("hand", account, "", message, posting));
  }

  @Override
  public Outcome show(String account, Photo photo, Message message, Posting posting) {
    return answer(new Call("show", account, "", message, posting));
  }

  @Override
  public List<Missing> missing(Place place) {
    return List.of();
  }

  private static final Posting NONE = new Posting(0, false, false, 0, null, null);
  private static final Message NOTHING = Message.of(Text.EMPTY);

  private Outcome answer(Call call) {
    Function<Call, Outcome> script;
    synchronized (this) {
      calls.add(call);
      Deque<Function<Call, Outcome>> all = scripts.getOrDefault(call.lane(), new ArrayDeque<>());
      script = all.isEmpty() ? done -> success(done) : all.remove();
    }
    return script.apply(call);
  }

  private Outcome success(Call call) {
    return call.messageId().isEmpty() ? sent() : new Outcome.Sent(call.messageId());
  }

  private static String lane(Place place) {
    return place.room().isEmpty() ? place.house() : place.house() + "/" + place.room();
  }
}
