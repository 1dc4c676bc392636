package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The chat of one user with the bot. */
final class PrivateChat extends Chat {
  /** Whether the bot may write. */
  enum Contact {
    NEVER_STARTED,
    STARTED,
    BLOCKED
  }

  final TelegramUser user;
  Contact contact = Contact.NEVER_STARTED;

  PrivateChat(World world, TelegramUser user) {
    super(world);
    this.user = user;
  }

  @Override
  long chatId() {
    return user.id();
  }

  @Override
  int nextMessageId() {
    return world.nextAccountMessageId();
  }

  @Override
  ObjectNode json() {
    ObjectNode json = Json.object().put("id", user.id()).put("type", "private");
    return json.put("first_name", user.name());
  }

  @Override
  void place(StoredMessage message, @Nullable TelegramTopic topic) {}
}
