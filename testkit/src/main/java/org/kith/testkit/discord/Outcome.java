package org.kith.testkit.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What became of an interaction; guarded by the world's lock. */
final class Outcome {
  private final CountDownLatch shown = new CountDownLatch(1);
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private @Nullable Message original;
  private @Nullable Message answering;
  private @Nullable Form form;
  private @Nullable List<Choice> choices;
  private volatile boolean acknowledged;

  /** Open until the person sees anything. */
  CountDownLatch shown() {
    return shown;
  }

  boolean isAcknowledged() {
    return acknowledged;
  }

  void acknowledge() {
    acknowledged = true;
  }

  /** The messages of this interaction that still stand, the answer proper first. */
  Map<String, Message> messages() {
    return messages;
  }

  /** What {@code @original} means. */
  @Nullable Message original() {
    return original;
  }

  void setOriginal(Message message) {
    original = message;
  }

  /** The first message that shows the person something is the answer. */
  void seen(Message message) {
    if (answering == null) {
      answering = message;
      shown.countDown();
    }
  }

  void open(Form opened) {
    form = opened;
    shown.countDown();
  }

  void offer(List<Choice> offered) {
    choices = List.copyOf(offered);
    shown.countDown();
  }

  /** What the person sees, or null if nothing yet. */
  @Nullable Answer answer() {
    if (form != null) {
      return new Answer(null, form);
    }
    return answering == null ? null : new Answer(answering.post(), null);
  }

  @Nullable List<Choice> choices() {
    return choices;
  }
}
