package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Discord server (a "guild" in the protocol). The bot is in it from the start. */
public final class Server {
  private final World world;
  private final String id;
  private final String name;
  private final User owner;
  private final String botRoleId;
  private final String managerRoleId;
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Map<String, Instant> joined = new LinkedHashMap<>();
  private final Set<String> managers = new LinkedHashSet<>();
  private final Set<String> openedCommands = new LinkedHashSet<>();
  private long botPermissions;
  private int pretended;
  private boolean botIn = true;

  Server(World world, String name) {
    this.world = world;
    this.id = world.newId();
    this.name = name;
    this.owner = new User(world, "Owner of " + name, false);
    this.botRoleId = world.newId();
    this.managerRoleId = world.newId();
    world.users().put(owner.id(), owner);
    world.servers().put(id, this);
    joined.put(owner.id(), world.now());
    joined.put(world.bot().id(), world.now());
  }

  /** Its snowflake. */
  public String id() {
    return id;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Whoever made the server: may do everything. */
  public User owner() {
    return owner;
  }

  /** A text channel, made at the first call with this name. */
  public Channel channel(String channelName) {
    return world.change(() -> findOrMake(channelName, false));
  }

  /** A text channel that only the bot and those {@link Channel#admits admitted} see. */
  public Channel privateChannel(String channelName) {
    return world.change(() -> findOrMake(channelName, true));
  }

  /** Somebody new joins. */
  public User member(String displayName) {
    return world.change(() -> {
      User user = new User(world, displayName, false);
      world.users().put(user.id(), user);
      admit(user);
      return user;
    });
  }

  /** Somebody new joins who may manage the server. */
  public User manager(String displayName) {
    User user = member(displayName);
    promotes(user);
    return user;
  }

  /** Somebody known from elsewhere joins. */
  public void joins(User user) {
    world.change(() -> admit(user));
  }

  /** Somebody leaves or is sent away. */
  public void loses(User user) {
    world.change(() -> {
      joined.remove(user.id());
      managers.remove(user.id());
      ObjectNode d = Json.object().put("guild_id", id);
      d.set("user", user.json());
      world.tell(new Event("GUILD_MEMBER_REMOVE", Event.MEMBERS, id, d));
    });
  }

  /** Gives somebody the permission to manage the server. */
  public void promotes(User user) {
    world.change(() -> managers.add(user.id()));
  }

  /** Takes that permission back. */
  public void demotes(User user) {
    world.change(() -> managers.remove(user.id()));
  }

  /** Administrators may let everybody use a command that is by default for a few. */
  public void opensCommand(String command) {
    world.change(() -> openedCommands.add(command));
  }

  /** The number of members it says it has, whoever else is in it. */
  public void pretendsToHave(int members) {
    world.change(() -> pretended = members);
  }

  /** Gives the bot permissions beyond everybody's, by their bits. */
  public void grantsBot(long permissions) {
    world.change(() -> {
      botPermissions |= permissions;
      ObjectNode d = Json.object().put("guild_id", id);
      d.set("role", GuildJson.role(botRoleId, world.bot().name(), botRolePermissions(), 2));
      world.tell(new Event("GUILD_ROLE_UPDATE", 0, id, d));
    });
  }

  /** Sends the bot away; it is told. */
  public void removesBot() {
    world.change(() -> {
      botIn = false;
      joined.remove(world.bot().id());
      world.tell(new Event("GUILD_DELETE", 0, id, Json.object().put("id", id)));
    });
  }

  /** Lets the bot in (again); it is told. */
  public void addsBot() {
    world.change(() -> {
      botIn = true;
      joined.put(world.bot().id(), world.now());
      world.tell(new Event("GUILD_CREATE", 0, id, json()));
    });
  }

  boolean hasBot() {
    return botIn;
  }

  boolean has(User user) {
    return joined.containsKey(user.id());
  }

  boolean isManager(User user) {
    return managers.contains(user.id());
  }

  boolean isOpened(String command) {
    return openedCommands.contains(command);
  }

  String ownerId() {
    return owner.id();
  }

  long botPermissions() {
    return botPermissions;
  }

  long botRolePermissions() {
    return Permissions.EVERYBODY | botPermissions;
  }

  Map<String, Channel> channels() {
    return channels;
  }

  int positionOf(Channel channel) {
    return new ArrayList<>(channels.values()).indexOf(channel);
  }

  int memberCount() {
    return pretended > 0 ? pretended : joined.size();
  }

  ObjectNode memberJson(User user) {
    List<String> roles =
        user.isBot() ? List.of(botRoleId) : isManager(user) ? List.of(managerRoleId) : List.of();
    return GuildJson.member(user, roles, joined.getOrDefault(user.id(), world.now()));
  }

  ObjectNode json() {
    ArrayNode roles = Json.array();
    roles.add(GuildJson.role(id, "@everyone", Permissions.EVERYBODY, 0));
    roles.add(GuildJson.role(managerRoleId, "Managers", Permissions.MANAGERS, 1));
    roles.add(GuildJson.role(botRoleId, world.bot().name(), botRolePermissions(), 2));
    return GuildJson.guild(this, roles, memberJson(world.bot()));
  }

  private Channel findOrMake(String channelName, boolean hidden) {
    for (Channel known : channels.values()) {
      if (known.name().equals(channelName)) {
        return known;
      }
    }
    Channel made = Channel.of(world, this, channelName);
    if (hidden) {
      made.hideFromEveryone();
    }
    channels.put(made.id(), made);
    world.tell(new Event("CHANNEL_CREATE", 0, id, made.json()));
    return made;
  }

  private void admit(User user) {
    joined.put(user.id(), world.now());
    ObjectNode d = memberJson(user).put("guild_id", id);
    world.tell(new Event("GUILD_MEMBER_ADD", Event.MEMBERS, id, d));
  }
}
