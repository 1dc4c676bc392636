package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Locale;

/** The methods that the stand-in knows, each called as one step under the world's lock. */
final class BotApi {
  private final World world;
  private final SendMethods sending;
  private final EditMethods editing;
  private final EphemeralMethods ephemerals;
  private final PressMethods presses;
  private final ChatMethods chats;
  private final Pace pace = new Pace();
  private final Descriptions descriptions = new Descriptions("description", 512);
  private final Descriptions shortDescriptions = new Descriptions("short_description", 120);

  BotApi(World world) {
    this.world = world;
    Chats places = new Chats(world);
    this.ephemerals = new EphemeralMethods(world, places, pace);
    this.sending = new SendMethods(world, places, pace, ephemerals);
    this.editing = new EditMethods(world, places, pace);
    this.presses = new PressMethods(world, places);
    this.chats = new ChatMethods(world, places);
  }

  void limits(Limits limits) {
    world.change(() -> pace.limits(limits));
  }

  /**
   * Does what a call asks for.
   *
   * @param method in any case, as the clients differ
   * @throws Refusal with Telegram's words where it can't be done
   */
  JsonNode call(String method, Params params) {
    String name = method.toLowerCase(Locale.ROOT);
    if (name.equals("getupdates")) {
      return world.updates().poll(params);
    }
    JsonNode result = world.change(() -> step(name, params));
    if (result.has("message_id")) {
      world.check("result of " + method, result, Specification::faultsOfMessage);
    }
    return result;
  }

  private JsonNode step(String name, Params params) {
    return switch (name) {
      case "getme" -> chats.me();
      case "deletewebhook" -> BooleanNode.TRUE;
      case "sendmessage" -> sending.sendMessage(params);
      case "senddocument" -> sending.sendFile(params, "document");
      case "sendphoto" -> sending.sendFile(params, "photo");
      case "sendchataction" -> chats.action(params);
      case "editmessagetext" -> editing.editText(params);
      case "editmessagecaption" -> editing.editCaption(params);
      case "editmessagereplymarkup" -> editing.editMarkup(params);
      case "deletemessage" -> editing.delete(params);
      case "pinchatmessage" -> editing.pin(params, true);
      case "unpinchatmessage" -> editing.pin(params, false);
      case "editephemeralmessagetext" -> ephemerals.editText(params);
      case "editephemeralmessagereplymarkup" -> ephemerals.editMarkup(params);
      case "deleteephemeralmessage" -> ephemerals.delete(params);
      case "answercallbackquery" -> presses.answer(params);
      case "setmessagereaction" -> presses.react(params);
      case "setmycommands" -> world.commands().set(params);
      case "getmycommands" -> world.commands().get(params);
      case "deletemycommands" -> world.commands().delete(params);
      case "setmydescription" -> descriptions.set(params);
      case "getmydescription" -> descriptions.get(params);
      case "setmyshortdescription" -> shortDescriptions.set(params);
      case "getmyshortdescription" -> shortDescriptions.get(params);
      case "getchat" -> chats.chat(params);
      case "getchatmember" -> chats.member(params);
      case "getchatmembercount" -> chats.memberCount(params);
      case "getchatadministrators" -> chats.administrators(params);
      case "getfile" -> chats.file(params);
      case "leavechat" -> chats.leave(params);
      default -> throw Refusal.of(404, "Not Found");
    };
  }
}
