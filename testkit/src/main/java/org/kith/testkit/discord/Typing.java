package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How Discord's client turns what somebody types into a command, or lets nothing be sent. */
final class Typing {
  private static final int SUBCOMMAND = 1;
  private static final int SUBCOMMAND_GROUP = 2;

  private Typing() {}

  static Interaction command(
      World world, User user, Channel channel, String words, Map<String, ?> given) {
    return start(world, user, channel, words, given, null);
  }

  static Interaction completion(
      World world,
      User user,
      Channel channel,
      String words,
      String focused,
      String soFar,
      Map<String, ?> others) {
    Map<String, Object> given = new HashMap<>(others);
    given.put(focused, soFar);
    return start(world, user, channel, words, given, focused);
  }

  private static Interaction start(
      World world,
      User user,
      Channel channel,
      String words,
      Map<String, ?> given,
      @Nullable String focused) {
    List<String> path = Arrays.asList(words.strip().split(" +", -1));
    String name = path.getFirst();
    world.await(
        "the command /" + name + " to be registered", () -> world.commands().find(name) != null);
    ObjectNode data =
        world.look(() -> {
          JsonNode command = world.commands().find(name);
          if (command == null) {
            throw new IllegalArgumentException("no command /" + name);
          }
          requireShown(user, channel, command);
          return data(world, channel, command, path, new Options(given, focused));
        });
    int type = focused == null ? Interaction.COMMAND : Interaction.COMPLETION;
    Interaction interaction = new Interaction(world, type, user, channel, null);
    interaction.send(data);
    return interaction;
  }

  private static void requireShown(User user, Channel channel, JsonNode command) {
    String name = Json.text(command, "name");
    Server server = channel.server();
    if (server == null) {
      require(allows(command, 1), "/" + name + " is not shown in private chats");
      require(user == channel.recipient(), user.name() + " can't type in another's private chat");
      return;
    }
    require(allows(command, 0), "/" + name + " is not shown in servers");
    require(server.hasBot(), "the bot is not in " + server.name());
    require(server.has(user), user.name() + " is not in " + server.name());
    long mine = Permissions.of(user, server, channel);
    require((mine & Permissions.VIEW) != 0, user.name() + " can't see " + channel.name());
    String rights = Json.text(command, "default_member_permissions");
    if (!rights.isEmpty() && !server.isOpened(name) && (mine & Permissions.ADMINISTRATOR) == 0) {
      long needed = Long.parseLong(rights);
      require(
          needed != 0 && (mine & needed) == needed, "/" + name + " is not shown to " + user.name());
    }
  }

  private static boolean allows(JsonNode command, int context) {
    if (!command.has("contexts")) {
      return context == 0 || command.path("dm_permission").asBoolean(true);
    }
    for (JsonNode allowed : command.path("contexts")) {
      if (allowed.asInt() == context) {
        return true;
      }
    }
    return false;
  }

  private static ObjectNode data(
      World world, Channel channel, JsonNode command, List<String> path, Options options) {
    ObjectNode data = Json.object();
    data.put("id", Json.text(command, "id")).put("name", Json.text(command, "name"));
    data.put("type", 1);
    ObjectNode resolved = Json.object();
    ArrayNode top = data.putArray("options");
    ArrayNode into = top;
    JsonNode level = command;
    for (String word : path.subList(1, path.size())) {
      level = subcommand(level, word);
      ObjectNode step = into.addObject();
      step.put("type", level.path("type").asInt()).put("name", word);
      into = step.putArray("options");
    }
    boolean needsMore =
        level.path("options").path(0).path("type").asInt() == SUBCOMMAND
            || level.path("options").path(0).path("type").asInt() == SUBCOMMAND_GROUP;
    require(!needsMore, "/" + String.join(" ", path) + " needs a subcommand");
    options.write(world, channel, level.path("options"), into, resolved);
    if (top.isEmpty()) {
      data.remove("options");
    }
    if (!resolved.isEmpty()) {
      data.set("resolved", resolved);
    }
    return data;
  }

  private static JsonNode subcommand(JsonNode level, String word) {
    for (JsonNode option : level.path("options")) {
      int type = option.path("type").asInt();
      if ((type == SUBCOMMAND || type == SUBCOMMAND_GROUP)
          && Json.text(option, "name").equals(word)) {
        return option;
      }
    }
    throw new IllegalArgumentException("no subcommand " + word + " of " + Json.text(level, "name"));
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("Discord's client would not send this: " + otherwise);
    }
  }
}
