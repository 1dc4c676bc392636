package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on Telegram, and what they can do there. Writing in a group makes them its member, if
 * they never were.
 */
public final class TelegramUser {
  private static final Pattern LINK =
      Pattern.compile("(?:https?://)?t\\.me/([A-Za-z0-9_]+)\\?start=([A-Za-z0-9_-]{1,64})");

  private final World world;
  private final long id;
  private final String name;
  private final PrivateChat privateChat;
  private final Set<StoredMessage> hidden = new HashSet<>();
  private String language = "en";
  private @Nullable String handle;

  TelegramUser(World world, long id, String name) {
    this.world = world;
    this.id = id;
    this.name = name;
    this.privateChat = new PrivateChat(world, this);
  }

  /** The user id, beyond 32 bits. */
  public long id() {
    return id;
  }

  /** The first name, the only one they have. */
  public String name() {
    return name;
  }

  /** Sets the language of their client, two letters. */
  public TelegramUser speaking(String languageCode) {
    world.change(() -> language = languageCode);
    return this;
  }

  /** Takes a name by which others can find them, without {@code @}. */
  public TelegramUser foundAs(String username) {
    world.change(() -> handle = username);
    return this;
  }

  /** Opens the bot's chat and presses Start; also takes back a block. */
  public void startsBot() {
    startsBot("");
  }

  /** Presses Start after a link with a payload. */
  public void startsBot(String payload) {
    world.change(() -> {
      if (privateChat.contact == PrivateChat.Contact.BLOCKED) {
        world.feed().botStanding(privateChat, json(), Standing.KICKED, Standing.MEMBER);
      }
      privateChat.contact = PrivateChat.Contact.STARTED;
      privateChat.say(sender(), ("/start " + payload).strip(), null, null);
    });
  }

  /**
   * Opens a link that leads to the bot's private chat, and presses Start there.
   *
   * @throws IllegalArgumentException for any other link
   */
  public void opens(String url) {
    Matcher link = LINK.matcher(url);
    if (!link.matches() || !link.group(1).equalsIgnoreCase(world.botUsername())) {
      throw new IllegalArgumentException("Leads not to @" + world.botUsername() + ": " + url);
    }
    startsBot(link.group(2));
  }

  /** Blocks the bot in the private chat. */
  public void blocksBot() {
    world.change(() -> {
      privateChat.contact = PrivateChat.Contact.BLOCKED;
      world.feed().botStanding(privateChat, json(), Standing.MEMBER, Standing.KICKED);
    });
  }

  /**
   * Writes in a group; in a forum that is the topic General. Clients cut a text of more than 4096
   * into several messages.
   *
   * @return the message, the last one of several
   */
  public SeenMessage writes(TelegramGroup group, String text) {
    return said(group, text, null, null);
  }

  /** Writes in a topic. */
  public SeenMessage writes(TelegramTopic topic, String text) {
    return said(topic.group(), text, topic, null);
  }

  /**
   * Types a command with a client that knows ephemeral commands: if the bot has registered it as
   * one, only the two of them see it; otherwise it is written for all.
   */
  public SeenMessage writesEphemerally(TelegramGroup group, String text) {
    return world.change(() -> {
      if (!world.commands().isEphemeral(text, this, group)) {
        return writes(group, text);
      }
      group.mustHave(this);
      StoredMessage message = group.addEphemeral(sender(), this, world.botJson());
      FormattedText typed = FormattedText.typed(text);
      message.content = typed.content();
      message.source = typed.source();
      world.feed().message(message);
      return SeenMessage.of(message);
    });
  }

  /** Writes to the bot alone; only after {@link #startsBot()}. */
  public SeenMessage writesPrivately(String text) {
    return world.change(() -> {
      if (privateChat.contact != PrivateChat.Contact.STARTED) {
        throw new IllegalStateException(name + " has to press Start before writing");
      }
      return SeenMessage.of(privateChat.say(sender(), text, null, null));
    });
  }

  /** Answers a message, in its chat. */
  public SeenMessage repliesTo(SeenMessage message, String text) {
    StoredMessage stored = message.stored().message;
    return switch (stored.chat) {
      case TelegramGroup group -> said(group, text, group.findTopic(stored.thread), stored);
      case PrivateChat chat ->
          world.change(() -> SeenMessage.of(chat.say(sender(), text, null, stored)));
    };
  }

  /** Sends a photo to the bot, with words below it or "". */
  public SeenMessage sendsPhotoPrivately(byte[] photo, String caption) {
    return world.change(
        () -> SeenMessage.of(privateChat.photo(sender(), photo, caption, null, null)));
  }

  /** Sends a voice note to the bot. */
  public SeenMessage sendsVoicePrivately(byte[] spoken, int seconds) {
    return world.change(() -> SeenMessage.of(privateChat.voice(sender(), spoken, seconds)));
  }

  /** Sends photos to the bot that belong together, with words below the first. */
  public void sendsAlbumPrivately(List<byte[]> photos, String caption) {
    world.change(() -> {
      String words = caption;
      for (byte[] photo : photos) {
        privateChat.photo(sender(), photo, words, "album-" + photos.hashCode(), null);
        words = "";
      }
    });
  }

  /** Answers a message in the private chat with a photo. */
  public SeenMessage repliesTo(SeenMessage message, byte[] photo) {
    return world.change(() ->
        SeenMessage.of(privateChat.photo(sender(), photo, "", null, message.stored().message)));
  }

  /** Sends a photo to a group, with words below it. */
  public SeenMessage sendsPhoto(TelegramGroup group, byte[] photo, String caption) {
    return world.change(() -> {
      group.mustHave(this);
      return SeenMessage.of(group.photo(sender(), photo, caption, null, null));
    });
  }

  /** Changes a message of their own. */
  public SeenMessage edits(SeenMessage message, String text) {
    return world.change(() -> {
      StoredMessage stored = message.stored().message;
      FormattedText typed = FormattedText.typed(text);
      stored.content = typed.content();
      stored.source = typed.source();
      stored.edits++;
      stored.editedAt = world.clock().instant();
      world.feed().edited(stored);
      return SeenMessage.of(stored);
    });
  }

  /** Deletes a message; the bot isn't told, as on Telegram. */
  public void deletes(SeenMessage message) {
    world.change(() -> message.stored().message.deleted = true);
  }

  /**
   * Presses a button, found by its label on the message as it is now or as it was seen.
   *
   * @throws AssertionError if there is no such button
   */
  public Press presses(SeenMessage message, String label) {
    Button button =
        button(world.look(() -> SeenMessage.of(message.stored().message)), label)
            .or(() -> button(message, label))
            .orElseThrow(
                () -> new AssertionError("No button “" + label + "” but " + message.labels()));
    if (button.data().isEmpty()) {
      throw new AssertionError("“" + label + "” is a link: " + button.url());
    }
    return pressesData(message, button.data());
  }

  /** Sends a press with whatever data, as a forged client can. */
  public Press pressesData(SeenMessage message, String data) {
    return world.change(() -> {
      Press press = new Press(world, world.nextPressId(), this, message.stored().message);
      world.presses().put(press.id(), press);
      world.feed().press(press, data);
      return press;
    });
  }

  /** Reacts with an emoji, in place of whatever they reacted with before. */
  public void reacts(SeenMessage message, String emoji) {
    reactsWith(message, List.of(emoji));
  }

  /** Takes all their reactions back. */
  public void unreacts(SeenMessage message) {
    reactsWith(message, List.of());
  }

  /** What they see in a group, with what only they see. */
  public List<SeenMessage> sees(TelegramGroup group) {
    return world.look(() -> group.seen(this));
  }

  /** What only they see in a group. */
  public List<SeenMessage> seesAlone(TelegramGroup group) {
    return sees(group).stream().filter(SeenMessage::isEphemeral).toList();
  }

  /** What the bot wrote to them privately, oldest first. */
  public List<SeenMessage> inbox() {
    return privateMessages().stream().filter(SeenMessage::byBot).toList();
  }

  /** The whole private chat, oldest first. */
  public List<SeenMessage> privateMessages() {
    return world.look(() -> privateChat.seen(null));
  }

  /** The commands that their client offers in a group, without the slash. */
  public List<String> menu(TelegramGroup group) {
    return world.look(() -> world.commands().menu(this, group));
  }

  /** The commands that their client offers in the private chat, without the slash. */
  public List<String> privateMenu() {
    return world.look(() -> world.commands().menu(this, null));
  }

  /** An ephemeral message is shown in the place of that one. */
  void hides(StoredMessage message) {
    hidden.add(message);
  }

  boolean isHidden(StoredMessage message) {
    return hidden.contains(message);
  }

  String language() {
    return language;
  }

  PrivateChat privateChat() {
    return privateChat;
  }

  Sender sender() {
    return new Sender(id, name, json(), null, false);
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("id", id).put("is_bot", false);
    json.put("first_name", name).put("language_code", language);
    return handle == null ? json : json.put("username", handle);
  }

  private SeenMessage said(
      TelegramGroup group,
      String text,
      @Nullable TelegramTopic topic,
      @Nullable StoredMessage replyTo) {
    return world.change(() -> {
      group.mustHave(this);
      String rest = text;
      while (rest.length() > FormattedText.LONGEST) {
        group.say(sender(), rest.substring(0, FormattedText.LONGEST), topic, replyTo);
        rest = rest.substring(FormattedText.LONGEST);
      }
      return SeenMessage.of(group.say(sender(), rest, topic, replyTo));
    });
  }

  private void reactsWith(SeenMessage message, List<String> emojis) {
    StoredMessage stored = message.stored().message;
    world.change(() -> stored.chat.react(stored, sender(), emojis));
  }

  private static Optional<Button> button(SeenMessage message, String label) {
    return message.buttons().stream()
        .flatMap(List::stream)
        .filter(button -> button.label().equals(label))
        .findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
