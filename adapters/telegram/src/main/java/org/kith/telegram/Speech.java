package org.kith.telegram;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.command.Addressee;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Pictured;
import org.kith.command.Typed;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.photo.PhotoSize;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** Reads what people write: commands anywhere, anything in the private chat. */
final class Speech {
  private static final String COMMAND = "bot_command";

  private final String botName;
  private final Function<String, Pictured.Source> files;

  /**
   * @param files where a file is fetched from, by Telegram's id of it
   */
  Speech(String botName, Function<String, Pictured.Source> files) {
    this.botName = botName;
    this.files = files;
  }

  /** What a message with a text means for the bot. */
  Incoming read(Message message) {
    Room room = Room.of(message);
    Slash slash = slash(message.getText(), message.getEntities(), message);
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
  Incoming withoutText(Message message) {
    if (message.hasPhoto()) {
      return photo(message);
    }
    Room room = Room.of(message);
    boolean sent =
        message.hasDocument()
            || message.hasVideo()
            || message.hasVideoNote()
            || message.hasVoice()
            || message.hasAudio()
            || message.hasSticker();
    return room.isPrivate() && sent && !isBot(message.getFrom())
        ? asked(room, message, new Command.NotWords(message.hasVoice()))
        : new Incoming.NotOurs();
  }

  /** What stands below a photo is said with it: in a group only what begins with /write. */
  private Incoming photo(Message message) {
    Room room = Room.of(message);
    String caption = Objects.requireNonNullElse(message.getCaption(), "");
    Slash slash = slash(caption, message.getCaptionEntities(), message);
    boolean ours = slash != null && !slash.forAnother(botName) && meant(message, slash);
    Command typed = slash != null && ours ? slash.command() : null;
    if (isBot(message.getFrom()) || !(room.isPrivate() || typed instanceof Command.WriteAbout)) {
      return new Incoming.NotOurs();
    }
    if (message.getSenderChat() != null) {
      return new Incoming.FromNobody(room, message.getMessageId());
    }
    Command words =
        typed instanceof Command.WriteAbout
            ? typed
            : answered(message)
                .<Command>map(to -> new Command.Tell(to, caption))
                .orElseGet(() -> new Command.PrivateText(caption));
    String album = message.getMediaGroupId();
    Incoming.Asked asked =
        asked(room, message, new Command.WithPhoto(words, offered(message), album != null));
    return album == null ? asked : new Incoming.InAlbum(album, asked);
  }

  /** The largest of the sizes in which Telegram has it: at most 2,560 pixels a side. */
  private Pictured offered(Message message) {
    PhotoSize largest =
        message.getPhoto().stream()
            .max(Comparator.comparingInt(size -> size.getWidth() * size.getHeight()))
            .orElseThrow();
    Integer bytes = largest.getFileSize();
    return new Pictured.Offered(bytes == null ? 0 : bytes, files.apply(largest.getFileId()));
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
            .filter(to -> to instanceof Addressee.InTalk || to instanceof Addressee.WithSteward)
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

  private static Incoming.Asked asked(Room room, Message message, Command command) {
    Integer ephemeral = message.getEphemeralMessageId();
    Origin origin =
        ephemeral == null
            ? new Origin.Written(room, message.getFrom(), message.getMessageId())
            : new Origin.Whispered(room, message.getFrom(), ephemeral);
    return new Incoming.Asked(origin, command);
  }

  private static @Nullable Slash slash(
      String text, @Nullable List<MessageEntity> entities, Message message) {
    Optional<MessageEntity> first =
        entities == null
            ? Optional.empty()
            : entities.stream()
                .filter(one -> COMMAND.equals(one.getType()) && one.getOffset() == 0)
                .findFirst();
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
