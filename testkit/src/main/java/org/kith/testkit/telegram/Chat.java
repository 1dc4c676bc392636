package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A place with messages in it. */
abstract sealed class Chat permits PrivateChat, TelegramGroup {
  final World world;
  final NavigableMap<Integer, StoredMessage> messages = new TreeMap<>();

  final NavigableMap<Integer, StoredMessage> ephemerals = new TreeMap<>();

  /** Visible and ephemeral, in the order in which they came. */
  final List<StoredMessage> all = new ArrayList<>();

  Chat(World world) {
    this.world = world;
  }

  abstract long chatId();

  abstract ObjectNode json();

  /**
   * The next message's id. Private chats and basic groups share the account's one counter, a
   * supergroup has its own: an id alone says nothing.
   */
  abstract int nextMessageId();

  StoredMessage add(Sender sender) {
    StoredMessage message =
        new StoredMessage(this, nextMessageId(), world.clock().instant(), sender);
    messages.put(message.id, message);
    all.add(message);
    return message;
  }

  StoredMessage addEphemeral(Sender sender, TelegramUser seenBy, ObjectNode receiver) {
    StoredMessage message = new StoredMessage(this, 0, world.clock().instant(), sender);
    message.ephemeralId = world.nextEphemeralId();
    message.seenBy = seenBy;
    message.receiver = receiver;
    ephemerals.put(message.ephemeralId, message);
    all.add(message);
    return message;
  }

  @Nullable StoredMessage find(long messageId) {
    StoredMessage found = messages.get((int) messageId);
    return found == null || found.deleted ? null : found;
  }

  @Nullable StoredMessage findEphemeral(long ephemeralId, long userId) {
    StoredMessage found = ephemerals.get((int) ephemeralId);
    boolean theirs =
        found != null && !found.deleted && found.seenBy != null && found.seenBy.id() == userId;
    return theirs ? found : null;
  }

  /** What somebody sees there now, or everybody if nobody is named. */
  List<SeenMessage> seen(@Nullable TelegramUser by) {
    return all.stream()
        .filter(m -> !m.deleted && (!m.isEphemeral() || m.seenBy == by))
        .filter(m -> by == null || !by.isHidden(m))
        .map(SeenMessage::of)
        .toList();
  }

  /** Gives a message its place in threads and topics. */
  abstract void place(StoredMessage message, @Nullable TelegramTopic topic);

  /** A service message. */
  void post(Sender sender, ObjectNode content, @Nullable TelegramTopic topic) {
    StoredMessage message = add(sender);
    message.content = content;
    place(message, topic);
    world.feed().message(message);
  }

  /** What a person types, as their client sends it. */
  StoredMessage say(
      Sender sender, String text, @Nullable TelegramTopic topic, @Nullable StoredMessage replyTo) {
    StoredMessage message = add(sender);
    FormattedText typed = FormattedText.typed(text);
    message.content = typed.content();
    message.source = typed.source();
    message.replyTo = replyTo;
    place(message, topic);
    world.feed().message(message);
    return message;
  }

  /**
   * Somebody sends a photo, as their client sends it: in two sizes, words below it.
   *
   * @param album what photos sent together have in common; null for one alone
   */
  StoredMessage photo(
      Sender sender,
      byte[] photo,
      String caption,
      @Nullable String album,
      @Nullable StoredMessage replyTo) {
    StoredMessage message = add(sender);
    FormattedText typed = FormattedText.typed(caption);
    message.content =
        caption.isEmpty() ? Json.object() : typed.content("caption", "caption_entities");
    ArrayNode sizes = message.content.putArray("photo");
    sizes.add(size(new byte[] {1}, 90)).add(size(photo, 1280));
    if (album != null) {
      message.content.put("media_group_id", album);
    }
    message.source = typed.source();
    message.replyTo = replyTo;
    place(message, null);
    world.feed().message(message);
    return message;
  }

  /** Somebody sends a voice note. */
  StoredMessage voice(Sender sender, byte[] spoken, int seconds) {
    StoredMessage message = add(sender);
    message.content = Json.object();
    String id = world.keep(spoken);
    message
        .content
        .putObject("voice")
        .put("file_id", id)
        .put("file_unique_id", id)
        .put("duration", seconds)
        .put("mime_type", "audio/ogg")
        .put("file_size", spoken.length);
    place(message, null);
    world.feed().message(message);
    return message;
  }

  private ObjectNode size(byte[] photo, int width) {
    String id = world.keep(photo);
    ObjectNode size = Json.object().put("file_id", id).put("file_unique_id", id);
    return size.put("width", width).put("height", width / 2).put("file_size", photo.length);
  }

  /** Replaces somebody's reactions; the bot's own are told to nobody. */
  void react(StoredMessage message, Sender by, List<String> emojis) {
    List<String> before = message.reactions.getOrDefault(by.id(), List.of());
    if (before.equals(emojis)) {
      return;
    }
    if (emojis.isEmpty()) {
      message.reactions.remove(by.id());
    } else {
      message.reactions.put(by.id(), List.copyOf(emojis));
    }
    if (!by.isOurBot()) {
      world.feed().reaction(message, by, before, emojis);
    }
  }
}
