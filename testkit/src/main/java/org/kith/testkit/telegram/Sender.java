package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Whoever a message is from.
 *
 * @param id the user's, or the chat's for an anonymous administrator
 * @param name as people see it
 * @param from the {@code User}
 * @param chat the {@code sender_chat} of an anonymous administrator
 * @param isOurBot whether it is the bot under test
 */
record Sender(long id, String name, ObjectNode from, @Nullable ObjectNode chat, boolean isOurBot) {

  /** Telegram's own account that stands in for every anonymous administrator. */
  static Sender anonymousAdministrator(TelegramGroup group) {
    ObjectNode from = Json.object();
    from.put("id", 1087968824L).put("is_bot", true);
    from.put("first_name", "Group").put("username", "GroupAnonymousBot");
    return new Sender(group.id(), group.title(), from, group.json(), false);
  }

  /** Some other bot of the group. */
  static Sender anotherBot(String username) {
    ObjectNode from = Json.object();
    from.put("id", 5_000_000_777L).put("is_bot", true);
    from.put("first_name", username).put("username", username);
    return new Sender(5_000_000_777L, username, from, null, false);
  }
}
