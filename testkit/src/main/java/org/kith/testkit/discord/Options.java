package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of one command as filled in, checked as Discord's client checks them.
 *
 * @param given by name
 * @param focused the one being typed, of which nothing is required yet; null once sent
 */
record Options(Map<String, ?> given, @Nullable String focused) {
  private static final int TEXT = 3;
  private static final int WHOLE = 4;
  private static final int YES_NO = 5;
  private static final int USER = 6;
  private static final int CHANNEL = 7;
  private static final int DECIMAL = 10;
  private static final int ATTACHMENT = 11;
  private static final int LONGEST_TEXT = 6000;

  void write(World world, Channel where, JsonNode declared, ArrayNode into, ObjectNode resolved) {
    Set<String> unknown = new HashSet<>(given.keySet());
    for (JsonNode option : declared) {
      String name = Json.text(option, "name");
      unknown.remove(name);
      Object value = given.get(name);
      if (value == null) {
        boolean required = option.path("required").asBoolean() && focused == null;
        Typing.require(!required, "the option '" + name + "' is required");
        continue;
      }
      ObjectNode one = into.addObject().put("name", name);
      one.put("type", option.path("type").asInt());
      if (name.equals(focused)) {
        Typing.require(
            option.path("autocomplete").asBoolean(), "'" + name + "' is not autocompleted");
        one.put("value", value.toString()).put("focused", true);
      } else {
        one.set("value", value(world, where, option, value, resolved));
      }
    }
    Typing.require(unknown.isEmpty(), "no such options: " + unknown);
  }

  private static JsonNode value(
      World world, Channel where, JsonNode option, Object given, ObjectNode resolved) {
    String name = Json.text(option, "name");
    return switch (option.path("type").asInt()) {
      case TEXT -> text(option, name, given);
      case WHOLE -> number(option, name, given, false);
      case DECIMAL -> number(option, name, given, true);
      case YES_NO -> {
        Typing.require(given instanceof Boolean, "'" + name + "' takes yes or no");
        yield Json.array().add((Boolean) given).path(0);
      }
      case USER -> user(where, name, given, resolved);
      case CHANNEL -> channel(world, name, given, resolved);
      case ATTACHMENT -> attachment(world, name, given, resolved);
      default -> throw new IllegalArgumentException("an option type not known here: " + option);
    };
  }

  private static JsonNode text(JsonNode option, String name, Object given) {
    Typing.require(given instanceof String, "'" + name + "' takes a text");
    String text = (String) given;
    int length = text.codePointCount(0, text.length());
    int longest = option.path("max_length").asInt(LONGEST_TEXT);
    Typing.require(
        length >= option.path("min_length").asInt(0) && length <= longest,
        "'" + name + "' has " + length + " characters");
    requireChoice(option, name, text);
    return Json.object().textNode(text);
  }

  private static JsonNode number(JsonNode option, String name, Object given, boolean decimal) {
    boolean fits =
        given instanceof Integer || given instanceof Long || (decimal && given instanceof Double);
    Typing.require(fits, "'" + name + "' takes a number");
    Number number = (Number) given;
    double value = number.doubleValue();
    Typing.require(
        value >= option.path("min_value").asDouble(-0x1p53)
            && value <= option.path("max_value").asDouble(0x1p53),
        "'" + name + "' is out of range: " + given);
    requireChoice(option, name, given.toString());
    return decimal ? Json.array().add(value).path(0) : Json.array().add(number.longValue()).path(0);
  }

  private static void requireChoice(JsonNode option, String name, String given) {
    JsonNode choices = option.path("choices");
    if (choices.isEmpty()) {
      return;
    }
    for (JsonNode choice : choices) {
      if (Json.text(choice, "value").equals(given)) {
        return;
      }
    }
    Typing.require(false, "'" + given + "' is no choice of '" + name + "'");
  }

  private static JsonNode user(Channel where, String name, Object given, ObjectNode resolved) {
    Typing.require(given instanceof User, "'" + name + "' takes a person");
    User user = (User) given;
    resolved.withObjectProperty("users").set(user.id(), user.json());
    Server server = where.server();
    if (server != null && server.has(user)) {
      ObjectNode member = server.memberJson(user);
      member.remove("user");
      member.put("permissions", Long.toString(Permissions.of(user, server, where)));
      resolved.withObjectProperty("members").set(user.id(), member);
    }
    return Json.object().textNode(user.id());
  }

  private static JsonNode channel(World world, String name, Object given, ObjectNode resolved) {
    Typing.require(given instanceof Channel, "'" + name + "' takes a channel");
    Channel channel = (Channel) given;
    ObjectNode json = channel.json();
    long everything = Permissions.of(world.bot(), channel.requireServer(), channel);
    json.put("permissions", Long.toString(everything));
    resolved.withObjectProperty("channels").set(channel.id(), json);
    return Json.object().textNode(channel.id());
  }

  private static JsonNode attachment(World world, String name, Object given, ObjectNode resolved) {
    Typing.require(given instanceof Attachment, "'" + name + "' takes a file");
    String id = world.newId();
    resolved.withObjectProperty("attachments").set(id, world.cdn().take(id, (Attachment) given));
    return Json.object().textNode(id);
  }
}
