package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A message as people see it at one moment; it doesn't change when the message does.
 *
 * @param id within its chat; 0 for an ephemeral message
 * @param ephemeralId of an ephemeral message, else 0
 * @param from the sender's name
 * @param byBot whether the bot under test sent it
 * @param text plain, or the caption; empty for a service message
 * @param html the text as the sender wrote it, markup and all
 * @param entities types of the marked parts, such as {@code bold}, {@code mention}
 * @param buttons row by row, those of the message itself
 * @param edits how often it was changed
 * @param isSilent whether it came without a sound
 * @param isProtected whether it can't be forwarded or saved
 * @param isPinned whether it is pinned in its chat
 * @param topic id of the topic, 0 where there is none
 * @param reactions how many by emoji, the bot's among them
 * @param file name of the file that came along, empty without one
 * @param service for a service message what happened, such as {@code migrate_to_chat_id}
 * @param at when it was sent
 * @param stored what the server has
 */
public record SeenMessage(
    int id,
    int ephemeralId,
    String from,
    boolean byBot,
    String text,
    String html,
    List<String> entities,
    List<List<Button>> buttons,
    int edits,
    boolean isSilent,
    boolean isProtected,
    boolean isPinned,
    int topic,
    Map<String, Integer> reactions,
    String file,
    String service,
    Instant at,
    Handle stored) {

  /** Leads back to the message on the server; nothing for tests. */
  public static final class Handle {
    final StoredMessage message;

    Handle(StoredMessage message) {
      this.message = message;
    }

    @Override
    public String toString() {
      return "…";
    }
  }

  /** Copies what may change. */
  public SeenMessage {
    entities = List.copyOf(entities);
    buttons = buttons.stream().map(List::copyOf).toList();
    reactions = Map.copyOf(reactions);
  }

  static SeenMessage of(StoredMessage m) {
    List<String> entities = new ArrayList<>();
    for (JsonNode entity :
        m.content.path(m.content.has("text") ? "entities" : "caption_entities")) {
      entities.add(entity.path("type").asText());
    }
    Map<String, Integer> reactions = new LinkedHashMap<>();
    m.reactions.values().forEach(all -> all.forEach(one -> reactions.merge(one, 1, Integer::sum)));
    String service =
        m.isService()
            ? String.join(" ", m.content.propertyStream().map(Map.Entry::getKey).toList())
            : "";
    return new SeenMessage(
        m.id,
        m.ephemeralId,
        m.sender.name(),
        m.sender.isOurBot(),
        m.text(),
        m.source,
        entities,
        Button.rows(m.keyboard),
        m.edits,
        m.silent,
        m.protectedContent,
        m.pinned,
        m.inTopic ? m.thread : 0,
        reactions,
        m.content.path("document").path("file_name").asText(""),
        service,
        m.at,
        new Handle(m));
  }

  /** The bytes of the file that came along. */
  public byte[] fileContent() {
    byte[] content = stored.message.file;
    if (content == null) {
      throw new NoSuchElementException("No file came with: " + this);
    }
    return content.clone();
  }

  /** Whether it is a photo that is covered until somebody wants to see it. */
  public boolean isCovered() {
    return stored.message.content.path("has_media_spoiler").asBoolean();
  }

  /** Labels of all buttons, in order. */
  public List<String> labels() {
    return buttons.stream().flatMap(List::stream).map(Button::label).toList();
  }

  /** The chat it is in. */
  public long chatId() {
    return stored.message.chat.chatId();
  }

  /** Whether only one user and the bot see it. */
  public boolean isEphemeral() {
    return ephemeralId != 0;
  }
}
