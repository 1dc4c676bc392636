package org.kith.testkit.telegram;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The failures that a test has asked for and that have not happened yet. */
final class Faults {
  private static final class Planned {
    final String method;
    final String chat;
    final String words;
    final Failure failure;
    int times;

    Planned(String method, String chat, String words, Failure failure, int times) {
      this.method = method;
      this.chat = chat;
      this.words = words;
      this.failure = failure;
      this.times = times;
    }
  }

  private final List<Planned> planned = new ArrayList<>();

  /**
   * Plans some.
   *
   * @param method in any case; empty for every method but getUpdates
   * @param chat the chat's id; empty for every chat
   * @param words part of the call's text; empty for every text and none
   */
  void plan(int times, String method, String chat, String words, Failure failure) {
    planned.add(new Planned(method, chat, words, failure, times));
  }

  Optional<Failure> take(String method, Params params) {
    for (Iterator<Planned> it = planned.iterator(); it.hasNext(); ) {
      Planned one = it.next();
      boolean here = one.chat.isEmpty() || one.chat.equals(params.chat());
      boolean now =
          one.method.isEmpty()
              ? !method.equalsIgnoreCase("getUpdates")
              : one.method.equalsIgnoreCase(method);
      boolean said = one.words.isEmpty() || params.text("text").contains(one.words);
      if (here && now && said) {
        one.times--;
        if (one.times <= 0) {
          it.remove();
        }
        return Optional.of(one.failure);
      }
    }
    return Optional.empty();
  }

  void forget() {
    planned.clear();
  }
}
