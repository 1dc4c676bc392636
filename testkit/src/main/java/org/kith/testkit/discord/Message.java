package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message as the platform keeps it; guarded by the world's lock. */
final class Message {
  static final int EPHEMERAL = 1 << 6;
  static final int LOADING = 1 << 7;
  static final int SILENT = 1 << 12;
  static final int COMPONENTS_V2 = 1 << 15;

  private final String id;
  private final Channel channel;
  private final User author;
  private final Instant sent;
  private final Map<String, Set<String>> reactions = new LinkedHashMap<>();
  private final List<Attachment> files = new ArrayList<>();
  private JsonNode content = Json.object().textNode("");
  private ArrayNode embeds = Json.array();
  private ArrayNode components = Json.array();
  private int flags;
  private @Nullable JsonNode nonce;
  private @Nullable Interaction interaction;
  private @Nullable Instant edited;
  private int edits;
  private boolean pinned;

  Message(String id, Channel channel, User author, Instant sent) {
    this.id = id;
    this.channel = channel;
    this.author = author;
    this.sent = sent;
  }

  String id() {
    return id;
  }

  Channel channel() {
    return channel;
  }

  User author() {
    return author;
  }

  int flags() {
    return flags;
  }

  boolean isEphemeral() {
    return (flags & EPHEMERAL) != 0;
  }

  boolean isLoading() {
    return (flags & LOADING) != 0;
  }

  @Nullable Interaction interaction() {
    return interaction;
  }

  void belongsTo(Interaction asked) {
    interaction = asked;
  }

  void setFlags(int newFlags) {
    flags = newFlags;
  }

  void setNonce(@Nullable JsonNode newNonce) {
    nonce = newNonce;
  }

  void setPinned(boolean nowPinned) {
    pinned = nowPinned;
  }

  boolean isPinned() {
    return pinned;
  }

  Map<String, Set<String>> reactions() {
    return reactions;
  }

  Set<String> reactors(String emoji) {
    return reactions.computeIfAbsent(emoji, e -> new LinkedHashSet<>());
  }

  List<Attachment> files() {
    return files;
  }

  /** Takes what the request says; fields that it leaves out stay as they are. */
  void write(JsonNode body, List<Attachment> uploads) {
    if (body.has("content")) {
      content = Json.object().textNode(Json.text(body, "content"));
    }
    if (body.has("embeds")) {
      embeds = Rendered.embeds(body.path("embeds"));
    }
    if (body.has("components")) {
      components = Rendered.components(body.path("components"));
    }
    if (body.has("attachments")) {
      Set<String> kept = new LinkedHashSet<>();
      body.path("attachments").forEach(a -> kept.add(Json.text(a, "id")));
      files.removeIf(f -> !kept.contains(f.id()));
    }
    files.addAll(uploads);
  }

  void markEdited(Instant when) {
    edited = when;
    edits++;
  }

  @Nullable Button findButton(String customId) {
    return Rendered.buttons(components).stream()
        .filter(b -> b.customId().equals(customId))
        .findFirst()
        .orElse(null);
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("id", id).put("channel_id", channel.id());
    json.put("type", interaction != null && interaction.isCommand() ? 20 : 0);
    json.set("author", author.json());
    json.set("content", content);
    json.set("embeds", embeds);
    json.set("components", components);
    json.put("timestamp", sent.toString());
    json.put("edited_timestamp", edited == null ? null : edited.toString());
    json.put("tts", false).put("mention_everyone", false).put("pinned", pinned);
    json.put("flags", flags);
    json.set("mentions", Json.array());
    json.set("mention_roles", Json.array());
    json.set("attachments", Json.array(files.stream().map(Attachment::json).toList()));
    if (!reactions.isEmpty()) {
      json.set("reactions", reactionsJson());
    }
    if (nonce != null) {
      json.set("nonce", nonce);
    }
    if (interaction != null) {
      json.put("webhook_id", author.id()).put("application_id", author.id());
      json.set("interaction_metadata", interaction.metadata());
    }
    return json;
  }

  private ArrayNode reactionsJson() {
    ArrayNode all = Json.array();
    reactions.forEach((emoji, who) -> {
      ObjectNode one = all.addObject();
      one.set("emoji", emojiJson(emoji));
      one.put("count", who.size()).put("me", who.contains(author.world().bot().id()));
      one.put("me_burst", false);
      one.putObject("count_details").put("burst", 0).put("normal", who.size());
      one.putArray("burst_colors");
    });
    return all;
  }

  static ObjectNode emojiJson(String emoji) {
    ObjectNode json = Json.object();
    json.putNull("id");
    return json.put("name", emoji);
  }

  Post post() {
    return new Post(
        id,
        channel.id(),
        author.name(),
        Rendered.text(content.asText(), embeds, components),
        Rendered.buttons(components),
        reactorsByName(),
        edits,
        isEphemeral(),
        (flags & SILENT) != 0,
        nonce == null ? "" : nonce.asText(),
        List.copyOf(files),
        json());
  }

  private Map<String, List<String>> reactorsByName() {
    Map<String, List<String>> named = new LinkedHashMap<>();
    reactions.forEach((emoji, who) ->
        named.put(emoji, who.stream().map(id -> author.world().nameOf(id)).toList()));
    return named;
  }
}
