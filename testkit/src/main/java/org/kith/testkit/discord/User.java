package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody with a Discord account, at a keyboard that the test presses. */
public final class User {
  private final World world;
  private final String id;
  private final String name;
  private final boolean bot;
  private String locale = "en-US";
  private boolean closed;
  private @Nullable Channel privateChat;

  User(World world, String name, boolean bot) {
    this.world = world;
    this.id = world.newId();
    this.name = name;
    this.bot = bot;
  }

  /** Their snowflake. */
  public String id() {
    return id;
  }

  /** Their display name. */
  public String name() {
    return name;
  }

  /** Their client's language, such as {@code de} or {@code pt-BR}. */
  public void speaks(String discordLocale) {
    world.change(() -> locale = discordLocale);
  }

  /** From now on nobody can write to them: 50007. */
  public void closesPrivateMessages() {
    world.change(() -> closed = true);
  }

  /** They can be written to again. */
  public void opensPrivateMessages() {
    world.change(() -> closed = false);
  }

  /**
   * Types a slash command and sends it. Waits until the bot has registered it.
   *
   * @param command its name without the slash, subcommands behind a blank: {@code digest now}
   * @param options by name; a {@link User} or an {@link Attachment} for an option of that type
   * @throws IllegalArgumentException if Discord's client would not send this: an unknown or missing
   *     option, a wrong type, a text that is none of the choices, a command this person is not
   *     shown there
   */
  public Interaction types(Channel channel, String command, Map<String, ?> options) {
    return Typing.command(world, this, channel, command, options);
  }

  /** Types a slash command without options. */
  public Interaction types(Channel channel, String command) {
    return types(channel, command, Map.of());
  }

  /** Types a slash command in the private chat with the bot. */
  public Interaction typesInPrivate(String command, Map<String, ?> options) {
    return types(privateChat(), command, options);
  }

  /** Types a slash command without options in the private chat with the bot. */
  public Interaction typesInPrivate(String command) {
    return typesInPrivate(command, Map.of());
  }

  /** What is offered while they type an option; waits for the bot's answer. */
  public List<Choice> completes(Channel channel, String command, String option, String soFar) {
    return completes(channel, command, option, soFar, Map.of());
  }

  /** The same, with other options already filled in. */
  public List<Choice> completes(
      Channel channel, String command, String option, String soFar, Map<String, ?> others) {
    return Typing.completion(world, this, channel, command, option, soFar, others).choices();
  }

  /** Presses the button with this label on the message as it stands now. */
  public Interaction presses(Post post, String label) {
    return Pressing.label(world, this, post, label);
  }

  /** Presses a button of the bot's answer. */
  public Interaction presses(Answer answer, String label) {
    return presses(answer.post(), label);
  }

  /**
   * Sends a press with any custom id, as a forged client or a message that has changed meanwhile
   * may.
   */
  public Interaction pressesCustomId(Post post, String customId) {
    return Pressing.customId(world, this, post, customId);
  }

  /** Reacts with an emoji; a second time changes nothing. */
  public void reacts(Post post, String emoji) {
    world.change(() -> Happenings.react(world, Pressing.find(world, post), this, emoji));
  }

  /** Takes a reaction back. */
  public void unreacts(Post post, String emoji) {
    world.change(() -> Happenings.unreact(world, Pressing.find(world, post), this, emoji));
  }

  /** Writes an ordinary message. */
  public Post says(Channel channel, String text) {
    return world.change(() -> {
      Message message = new Message(world.newId(), channel, this, world.now());
      message.write(Json.object().put("content", text), List.of());
      Happenings.post(world, message);
      return message.post();
    });
  }

  /** What the bot has written to them privately and still stands, oldest first. */
  public List<Post> inbox() {
    return privateChat().messages();
  }

  /** The private chat with the bot; no sign of it reaches the bot before it is used. */
  public Channel privateChat() {
    return world.change(() -> {
      if (privateChat == null) {
        privateChat = Channel.between(world, this);
      }
      return privateChat;
    });
  }

  World world() {
    return world;
  }

  boolean isBot() {
    return bot;
  }

  String locale() {
    return locale;
  }

  /** Whether the bot can write to them: open, and in a server with it. */
  boolean canBeWrittenTo() {
    return !closed
        && !bot
        && world.servers().values().stream().anyMatch(s -> s.hasBot() && s.has(this));
  }

  ObjectNode json() {
    ObjectNode json = Json.object();
    json.put("id", id).put("username", name.toLowerCase(Locale.ROOT).replace(' ', '.'));
    json.put("global_name", name).putNull("avatar").put("discriminator", "0");
    json.put("public_flags", 0).put("flags", 0).put("bot", bot);
    return json.putNull("primary_guild");
  }

  ObjectNode selfJson() {
    return json().put("mfa_enabled", true).put("locale", "en-US").put("verified", true);
  }
}
