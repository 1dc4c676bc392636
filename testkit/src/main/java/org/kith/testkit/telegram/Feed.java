package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides what of the world the bot is told. */
final class Feed {
  private static final Pattern COMMAND =
      Pattern.compile("^/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\\s|$)");

  private final World world;
  private boolean privacyOn = true;

  Feed(World world) {
    this.world = world;
  }

  boolean isPrivacyOn() {
    return privacyOn;
  }

  void privacy(boolean on) {
    privacyOn = on;
  }

  void message(StoredMessage message) {
    if (isTold(message)) {
      world.updates().add("message", message.json());
    }
  }

  void edited(StoredMessage message) {
    if (isTold(message)) {
      world.updates().add("edited_message", message.json());
    }
  }

  void press(Press press, String data) {
    ObjectNode query = Json.object().put("id", press.id());
    query.set("from", press.by().json());
    query.set("message", pressed(press.message()));
    query.put("chat_instance", Long.toString(press.message().chat.chatId() * 31 + 7));
    world.updates().add("callback_query", query.put("data", data));
  }

  /** Reactions of others reach only an administrator, and only one that asks for them. */
  void reaction(StoredMessage message, Sender by, List<String> before, List<String> after) {
    if (!(message.chat instanceof TelegramGroup group) || !group.botStanding().administers()) {
      return;
    }
    ObjectNode update = at(group).put("message_id", message.id);
    if (by.chat() != null) {
      update.set("actor_chat", by.chat());
    } else {
      update.set("user", by.from());
    }
    update.set("old_reaction", emojis(before));
    update.set("new_reaction", emojis(after));
    world.updates().add("message_reaction", update);
  }

  void botStanding(Chat chat, ObjectNode by, Standing before, Standing after) {
    ObjectNode update = at(chat);
    update.set("from", by);
    update.set("old_chat_member", before.memberJson(world.botJson()));
    update.set("new_chat_member", after.memberJson(world.botJson()));
    world.updates().add("my_chat_member", update);
  }

  /** Other people's comings and goings are told to an administrator that asks for them. */
  void userStanding(TelegramGroup group, TelegramUser user, Standing before, Standing after) {
    if (group.botStanding().administers()) {
      ObjectNode update = at(group);
      update.set("from", user.json());
      update.set("old_chat_member", before.memberJson(user.json()));
      update.set("new_chat_member", after.memberJson(user.json()));
      world.updates().add("chat_member", update);
    }
  }

  private ObjectNode at(Chat chat) {
    ObjectNode update = Json.object();
    update.set("chat", chat.json());
    return update.put("date", world.clock().instant().getEpochSecond());
  }

  private static ArrayNode emojis(List<String> emojis) {
    ArrayNode reactions = Json.array();
    emojis.forEach(emoji -> reactions.addObject().put("type", "emoji").put("emoji", emoji));
    return reactions;
  }

  private static ObjectNode pressed(StoredMessage message) {
    if (!message.deleted) {
      return message.json();
    }
    ObjectNode gone = Json.object();
    gone.set("chat", message.chat.json());
    return gone.put("message_id", message.id).put("date", 0);
  }

  private boolean isTold(StoredMessage message) {
    if (message.sender.isOurBot()) {
      return false;
    }
    return switch (message.chat) {
      case PrivateChat _ -> true;
      case TelegramGroup group when !group.botStanding().isIn() -> false;
      case TelegramGroup _ when message.isEphemeral() || message.isService() -> true;
      case TelegramGroup group ->
          group.botStanding().administers() || !privacyOn || isForBot(message, group);
    };
  }

  /** Privacy mode: commands to this bot, bare ones unless another bot spoke last, and replies. */
  private boolean isForBot(StoredMessage message, TelegramGroup group) {
    if (message.replyTo != null && message.replyTo.sender.isOurBot()) {
      return true;
    }
    Matcher command = COMMAND.matcher(message.text());
    if (!command.find()) {
      return false;
    }
    @Nullable String addressee = command.group(2);
    return addressee == null
        ? !group.hasAnotherBotSpokenLast()
        : addressee.toLowerCase(Locale.ROOT).equals(world.botUsername().toLowerCase(Locale.ROOT));
  }
}
