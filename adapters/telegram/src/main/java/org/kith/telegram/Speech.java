package org.kith.telegram;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.command.Addressee;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Typed;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** Reads what people write: commands anywhere, anything in the private chat. */
final class Speech {
  private static final String COMMAND = "bot_command";

  private final String botName;

  Speech(String botName) {
    this.botName = botName;
  }

  /** What a message with a text means for the bot. */
  Incoming read(Message message) {
    Room room = Room.of(message);
    Slash slash = slash(message);
    if (room.isPrivate()) {
      return inPrivate(room, message, slash);
    }
    if (slash == null || slash.forAnother(botName) || !meant(message, slash)) {
      return new Incoming.NotOurs();
    }
    if (message.getSenderChat() != null) {
      return new Incoming.FromNobody(room, message.getMessageId());
    }
    return asked(room, message, slash.command());
  }

  /** A photo, a file or a voice: in the private chat it may be meant as an answer. */
  static Incoming withoutWords(Message message) {
    Room room = Room.of(message);
    boolean sent =
        message.hasPhoto()
            || message.hasDocument()
            || message.hasVideo()
            || message.hasVideoNote()
            || message.hasVoice()
            || message.hasAudio()
            || message.hasSticker();
    return room.isPrivate() && sent && !isBot(message.getFrom())
        ? asked(room, message, new Command.NotWords())
        : new Incoming.NotOurs();
  }

  private Incoming inPrivate(Room room, Message message, @Nullable Slash slash) {
    if (message.getFrom() == null || message.getFrom().getIsBot()) {
      return new Incoming.NotOurs();
    }
    Command command =
        slash == null || slash.forAnother(botName)
            ? answered(message)
                .<Command>map(to -> new Command.Tell(to, message.getText()))
                .orElseGet(() -> new Command.PrivateText(message.getText()))
            : slash.command();
    return asked(room, message, command);
  }

  /** To whom a reply goes: what it replies to says so on its buttons. */
  private static Optional<Addressee> answered(Message message) {
    Message before = message.getReplyToMessage();
    return before == null || before.getReplyMarkup() == null
        ? Optional.empty()
        : before.getReplyMarkup().getKeyboard().stream()
            .flatMap(List::stream)
            .map(InlineKeyboardButton::getCallbackData)
            .filter(Objects::nonNull)
            .map(Code::read)
            .filter(Command.Write.class::isInstance)
            .map(Command.Write.class::cast)
            .map(Command.Write::to)
            .filter(Addressee.InTalk.class::isInstance)
            .findFirst();
  }

  // A post of the linked channel, a forwarded command and another bot's are nobody's wish; a bare
  // command that this bot does not have is some other bot's.
  private boolean meant(Message message, Slash slash) {
    boolean automatic = Boolean.TRUE.equals(message.getIsAutomaticForward());
    boolean bot = message.getSenderChat() == null && isBot(message.getFrom());
    boolean known = slash.named || Typed.NAMES.contains(slash.name.toLowerCase(Locale.ROOT));
    return !automatic && !bot && known && message.getForwardOrigin() == null;
  }

  private static boolean isBot(@Nullable User user) {
    return user == null || user.getIsBot();
  }

  private static Incoming asked(Room room, Message message, Command command) {
    Integer ephemeral = message.getEphemeralMessageId();
    Origin origin =
        ephemeral == null
            ? new Origin.Written(room, message.getFrom(), message.getMessageId())
            : new Origin.Whispered(room, message.getFrom(), ephemeral);
    return new Incoming.Asked(origin, command);
  }

  private @Nullable Slash slash(Message message) {
    if (message.getEntities() == null) {
      return null;
    }
    Optional<MessageEntity> first =
        message.getEntities().stream()
            .filter(one -> COMMAND.equals(one.getType()) && one.getOffset() == 0)
            .findFirst();
    String text = message.getText();
    if (first.isEmpty() || first.get().getLength() > text.length()) {
      return null;
    }
    int end = first.get().getLength();
    String[] parts = text.substring(1, end).split("@", 2);
    String bot = parts.length > 1 ? parts[1] : null;
    boolean named = bot != null || message.getEphemeralMessageId() != null;
    return new Slash(parts[0], bot, named, text.substring(end));
  }

  /**
   * A command as it was typed.
   *
   * @param bot the bot it names; null if none
   * @param named true if it can only be for one bot
   */
  private record Slash(String name, @Nullable String bot, boolean named, String rest) {
    boolean forAnother(String botName) {
      return bot != null && !bot.equalsIgnoreCase(botName);
    }

    Command command() {
      return Typed.read(name, rest);
    }

    @Override
    public String toString() {
      return "Slash"; // What people wrote reaches no log line.
    }
  }
}
