package org.kith.testkit.telegram;

import org.jspecify.annotations.Nullable;

/** Finds the chat a call is about, and refuses where the bot may not go. */
final class Chats {
  private final World world;

  Chats(World world) {
    this.world = world;
  }

  /** A chat that the bot may look at. */
  Chat readable(Params params) {
    Chat chat = find(params);
    if (chat instanceof TelegramGroup group && group.upgradedTo() == null) {
      mustBeIn(group);
    }
    return chat;
  }

  /** A group that the bot is in. */
  TelegramGroup group(Params params) {
    if (readable(params) instanceof TelegramGroup group) {
      return group;
    }
    throw Refusal.bad("method is available only for supergroups and channels");
  }

  /** A chat in which the bot may change things. */
  Chat writable(Params params) {
    Chat chat = find(params);
    switch (chat) {
      case PrivateChat one -> {
        switch (one.contact) {
          case NEVER_STARTED ->
              throw Refusal.forbidden("bot can't initiate conversation with a user");
          case BLOCKED -> throw Refusal.forbidden("bot was blocked by the user");
          case STARTED -> {}
        }
      }
      case TelegramGroup group -> {
        TelegramGroup heir = group.upgradedTo();
        if (heir != null) {
          throw Refusal.migrated(heir.id());
        }
        mustBeIn(group);
      }
    }
    return chat;
  }

  /** A chat in which the bot may send, and in that topic. */
  Chat sendable(Params params) {
    Chat chat = writable(params);
    if (chat instanceof TelegramGroup group && group.isBotSilenced()) {
      throw Refusal.bad("not enough rights to send text messages to the chat");
    }
    return chat;
  }

  /** The topic a message is for; only a forum looks at the field. */
  @Nullable TelegramTopic topic(Chat chat, Params params) {
    long thread = params.number("message_thread_id", 0);
    if (thread == 0
        || !(chat instanceof TelegramGroup group)
        || group.kind() != TelegramGroup.Kind.FORUM) {
      return null;
    }
    TelegramTopic topic = group.findTopic(thread);
    if (topic == null) {
      throw Refusal.bad("message thread not found");
    }
    if (!topic.isOpen() && !group.botStanding().administers()) {
      throw Refusal.bad("TOPIC_CLOSED");
    }
    return topic;
  }

  TelegramUser user(Params params, String field) {
    TelegramUser user = world.users().get(params.number(field, 0));
    if (user == null) {
      throw Refusal.bad("user not found");
    }
    return user;
  }

  private Chat find(Params params) {
    String wanted = params.chat();
    if (wanted.isEmpty()) {
      throw Refusal.bad("chat_id is empty");
    }
    long id = params.number("chat_id", 0);
    TelegramGroup group = world.groups().get(id);
    if (group != null) {
      return group;
    }
    TelegramUser user = world.users().get(id);
    if (user == null || !isKnown(user)) {
      throw Refusal.bad("chat not found");
    }
    return user.privateChat();
  }

  /** The bot knows whom it shares or shared a group with, and who wrote to it. */
  private boolean isKnown(TelegramUser user) {
    return user.privateChat().contact != PrivateChat.Contact.NEVER_STARTED
        || world.groups().values().stream().anyMatch(group -> group.members().botKnows(user));
  }

  private static void mustBeIn(TelegramGroup group) {
    String kind = group.kind() == TelegramGroup.Kind.BASIC ? "group" : "supergroup";
    switch (group.botStanding()) {
      case KICKED -> throw Refusal.forbidden("bot was kicked from the " + kind + " chat");
      case LEFT -> throw Refusal.forbidden("bot is not a member of the " + kind + " chat");
      case MEMBER, ADMINISTRATOR, CREATOR -> {}
    }
  }
}
