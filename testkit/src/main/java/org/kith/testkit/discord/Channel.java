package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A text channel of a server, or the private chat of one person with the bot. */
public final class Channel {
  private final World world;
  private final String id;
  private final String name;
  private final @Nullable Server server;
  private final @Nullable User recipient;
  private final TreeMap<Long, Message> messages = new TreeMap<>();
  private final Set<String> admitted = new LinkedHashSet<>();
  private final Map<String, Message> byNonce = new HashMap<>();
  private boolean hidden;
  private long takenFromBot;

  private Channel(World world, String name, @Nullable Server server, @Nullable User recipient) {
    this.world = world;
    this.id = world.newId();
    this.name = name;
    this.server = server;
    this.recipient = recipient;
    world.channels().put(id, this);
  }

  static Channel of(World world, Server server, String name) {
    return new Channel(world, name, server, null);
  }

  static Channel between(World world, User recipient) {
    return new Channel(world, recipient.name(), null, recipient);
  }

  /** Its snowflake. */
  public String id() {
    return id;
  }

  /** Its name; of a private chat the name of the person. */
  public String name() {
    return name;
  }

  /** What stands there now, oldest first; ephemeral messages are not in a channel. */
  public List<Post> messages() {
    return world.look(() -> messages.values().stream().map(Message::post).toList());
  }

  /** The last message; waits for one if there is none yet. */
  public Post lastMessage() {
    world.await("a message in " + name, () -> !messages.isEmpty());
    return world.look(() -> messages.lastEntry().getValue().post());
  }

  /** Waits until a message contains the text, and gives the last one that does. */
  public Post awaitMessage(String containing) {
    List<Post> found = new ArrayList<>();
    world.await(
        "a message in " + name + " with: " + containing,
        () -> {
          found.clear();
          messages().stream().filter(p -> p.text().contains(containing)).forEach(found::add);
          return !found.isEmpty();
        });
    return found.getLast();
  }

  /** The message as it stands now; fails if it is gone. */
  public Post now(Post earlier) {
    return world.look(() -> find(earlier.id()).post());
  }

  /** Somebody who may takes the message down. */
  public void deletes(Post post) {
    world.change(() -> Happenings.delete(world, find(post.id())));
  }

  /** The channel itself goes, and all in it. */
  public void delete() {
    world.change(() -> {
      Server home = requireServer();
      home.channels().remove(id);
      world.channels().remove(id);
      world.tell(new Event("CHANNEL_DELETE", 0, home.id(), json()));
    });
  }

  /** The bot no longer sees the channel, and is told so: 50001 from now on. */
  public void hidesFromBot() {
    takesFromBot(Permissions.VIEW);
  }

  /** The bot may no longer write here, and is told so: 50013 from now on. */
  public void silencesBot() {
    takesFromBot(Permissions.SEND);
  }

  /** Takes permissions from the bot, by their bits, and tells it so. */
  public void takesFromBot(long permissions) {
    setTaken(takenFromBot | permissions);
  }

  /** The bot may here again what it may in the rest of the server. */
  public void welcomesBot() {
    setTaken(0);
  }

  /** Lets somebody into a channel that is hidden from everyone. */
  public void admits(User user) {
    world.change(() -> {
      admitted.add(user.id());
      world.tell(new Event("CHANNEL_UPDATE", 0, requireServer().id(), json()));
    });
  }

  private void setTaken(long permissions) {
    world.change(() -> {
      takenFromBot = permissions;
      world.tell(new Event("CHANNEL_UPDATE", 0, requireServer().id(), json()));
    });
  }

  void hideFromEveryone() {
    hidden = true;
    admitted.add(world.bot().id());
  }

  boolean isHidden() {
    return hidden;
  }

  Set<String> admitted() {
    return admitted;
  }

  long takenFromBot() {
    return takenFromBot;
  }

  @Nullable Server server() {
    return server;
  }

  @Nullable User recipient() {
    return recipient;
  }

  boolean isPrivate() {
    return server == null;
  }

  NavigableMap<Long, Message> log() {
    return messages;
  }

  Map<String, Message> byNonce() {
    return byNonce;
  }

  Message find(String messageId) {
    Message found = messages.get(Long.parseLong(messageId));
    if (found == null) {
      throw Refusal.unknownMessage();
    }
    return found;
  }

  Server requireServer() {
    if (server == null) {
      throw new IllegalStateException(name + " is a private chat and belongs to no server");
    }
    return server;
  }

  ObjectNode json() {
    String last = messages.isEmpty() ? null : messages.lastKey().toString();
    if (server == null) {
      return ChannelJson.ofPrivate(this, last, recipient);
    }
    return ChannelJson.ofServer(this, last, server, world.bot());
  }
}
