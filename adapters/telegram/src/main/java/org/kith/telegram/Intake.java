package org.kith.telegram;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Pictured;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.reactions.MessageReactionUpdated;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionType;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/** Reads updates: decides what is meant for the bot, and what it says. Asks nobody. */
final class Intake {
  static final String HANDSHAKE = "🤝";

  /** As Telegram has it among its reactions: without the mark that makes it red elsewhere. */
  static final String HEART = "\u2764";

  private final Speech speech;

  /**
   * @param botName the bot's user name, without {@code @}
   * @param files where a file is fetched from, by Telegram's id of it
   */
  Intake(String botName, Function<String, Pictured.Source> files) {
    this.speech = new Speech(botName, files);
  }

  /** What this update means for the bot. */
  Incoming read(Update update) {
    if (update.getMessage() != null) {
      return message(update.getMessage());
    }
    if (update.getCallbackQuery() != null) {
      return press(update.getCallbackQuery());
    }
    if (update.getMessageReaction() != null) {
      return reaction(update.getMessageReaction());
    }
    if (update.getMyChatMember() != null) {
      return membership(update.getMyChatMember());
    }
    return new Incoming.NotOurs();
  }

  private Incoming message(Message message) {
    if (message.getMigrateToChatId() != null) {
      String from = message.getChatId().toString();
      return new Incoming.Heard(new News.Moved(from, message.getMigrateToChatId().toString()));
    }
    if (message.getChat().isChannelChat()) {
      return new Incoming.NotOurs();
    }
    if (message.getLeftChatMember() != null && !message.getLeftChatMember().getIsBot()) {
      String account = message.getLeftChatMember().getId().toString();
      return new Incoming.Heard(new News.Left(message.getChatId().toString(), account));
    }
    return message.getText() == null ? speech.withoutText(message) : speech.read(message);
  }

  private static Incoming press(CallbackQuery query) {
    MaybeInaccessibleMessage message = query.getMessage();
    if (message == null || query.getData() == null || query.getFrom().getIsBot()) {
      return new Incoming.EmptyPress(query.getId());
    }
    Integer ephemeral = message instanceof Message full ? full.getEphemeralMessageId() : null;
    Origin origin =
        new Origin.Pressed(
            Room.of(message),
            query.getFrom(),
            query.getId(),
            message instanceof Message ? message.getMessageId() : null,
            ephemeral);
    return new Incoming.Asked(origin, Code.read(query.getData()));
  }

  // A reaction never tells the topic; within a group the id of a message is enough.
  private static Incoming reaction(MessageReactionUpdated reaction) {
    if (reaction.getUser() == null || reaction.getUser().getIsBot()) {
      return new Incoming.NotOurs(); // Anonymous, or the bot's own.
    }
    Room room = Room.of(reaction.getChat());
    if (room.isPrivate()) {
      return new Incoming.NotOurs();
    }
    MessageRef ref = new MessageRef(room.place(), reaction.getMessageId().toString());
    Command command = reacted(reaction, ref);
    return command == null
        ? new Incoming.NotOurs()
        : new Incoming.Asked(new Origin.Happened(room, reaction.getUser()), command);
  }

  private static @Nullable Command reacted(MessageReactionUpdated reaction, MessageRef ref) {
    List<String> before = emojis(reaction.getOldReaction());
    List<String> after = emojis(reaction.getNewReaction());
    if (after.contains(HANDSHAKE)) {
      return before.contains(HANDSHAKE) ? null : new Command.Reacted(ref);
    }
    if (after.contains(HEART) && !before.contains(HEART)) {
      return new Command.Hearted(ref);
    }
    // Exchanged for another one, it was no release.
    return before.contains(HANDSHAKE) && before.containsAll(after)
        ? new Command.Unreacted(ref)
        : null;
  }

  private static List<String> emojis(@Nullable List<ReactionType> reactions) {
    return reactions == null
        ? List.of()
        : reactions.stream()
            .map(one -> one instanceof ReactionTypeEmoji emoji ? emoji.getEmoji() : one.toString())
            .toList();
  }

  private static Incoming membership(ChatMemberUpdated change) {
    boolean was = isIn(change.getOldChatMember());
    boolean is = isIn(change.getNewChatMember());
    Room room = Room.of(change.getChat());
    if (change.getChat().isChannelChat() || was == is) {
      return new Incoming.NotOurs();
    }
    if (room.isPrivate()) {
      return is
          ? new Incoming.NotOurs()
          : new Incoming.Heard(new News.PrivateClosed(room.chatId()));
    }
    if (!is) {
      return new Incoming.Heard(new News.Removed(new Place(Platform.TELEGRAM, room.chatId(), "")));
    }
    return new Incoming.Heard(new News.Added(room.place(), Actors.language(change.getFrom())));
  }

  private static boolean isIn(ChatMember member) {
    return switch (member.getStatus()) {
      case "creator", "administrator", "member" -> true;
      case "restricted" ->
          member instanceof ChatMemberRestricted restricted && restricted.getIsMember();
      default -> false;
    };
  }
}
