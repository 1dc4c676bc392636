package org.kith.discord;

import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageHistory;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;

/** What the bot itself has said in a chat. */
final class OwnWords {
  /** Discord's limit for one look. */
  private static final int A_PAGE = 100;

  private OwnWords() {}

  /**
   * The bot's messages, the newest first.
   *
   * @param most so many are found at most
   */
  static List<String> in(MessageChannel chat, int most) {
    String self = chat.getJDA().getSelfUser().getId();
    MessageHistory history = chat.getHistory();
    List<String> own = new ArrayList<>();
    List<Message> page;
    do {
      page = Calls.await(history.retrievePast(A_PAGE));
      page.stream()
          .filter(message -> message.getAuthor().getId().equals(self))
          .map(Message::getId)
          .limit(most - own.size())
          .forEach(own::add);
    } while (page.size() == A_PAGE && own.size() < most);
    return own;
  }
}
