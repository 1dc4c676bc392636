package org.kith.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Which messages of the bot stand in people's private chats: Telegram lists none, and lets a bot
 * delete only what is younger than two days. Held in memory and nowhere else, so that nothing more
 * is stored of anybody; what was said before the last start is not known.
 */
final class SaidPrivately {
  /** As long as Telegram lets a bot delete what it said. */
  private static final Duration DELETABLE = Duration.ofDays(2);

  /** Of one chat; the oldest go first. */
  private static final int MOST = 300;

  private final Map<Long, Deque<Said>> chats = new HashMap<>();

  /**
   * One message.
   *
   * @param at by {@link System#nanoTime}
   */
  private record Said(int message, long at) {}

  /** The bot has said something; only private chats are minded. */
  synchronized void add(Message said) {
    if (said.getChat() == null || !said.isUserMessage()) {
      return;
    }
    long now = System.nanoTime();
    Deque<Said> chat = chats.computeIfAbsent(said.getChatId(), _ -> new ArrayDeque<>());
    chat.addLast(new Said(said.getMessageId(), now));
    while (chat.size() > MOST) {
      chat.removeFirst();
    }
    chats
        .values()
        .removeIf(one -> {
          while (!one.isEmpty() && now - one.getFirst().at() > DELETABLE.toNanos()) {
            one.removeFirst();
          }
          return one.isEmpty();
        });
  }

  /** What was said in a chat, the newest first. */
  synchronized List<Integer> in(long chat) {
    Deque<Said> said = chats.get(chat);
    return said == null ? List.of() : said.stream().map(Said::message).toList().reversed();
  }

  /** It is there no more, or stays for good. */
  synchronized void gone(long chat, int message) {
    Deque<Said> said = chats.get(chat);
    if (said != null) {
      said.removeIf(one -> one.message() == message);
    }
  }
}
