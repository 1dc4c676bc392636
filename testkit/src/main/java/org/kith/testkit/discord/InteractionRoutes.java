package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers to interactions, and what may follow them for fifteen minutes. */
final class InteractionRoutes {
  private static final int MESSAGE = 4;
  private static final int DEFERRED_MESSAGE = 5;
  private static final int DEFERRED_UPDATE = 6;
  private static final int UPDATE = 7;
  private static final int CHOICES = 8;
  private static final int OPEN_FORM = 9;
  private static final int SETTABLE_FLAGS =
      (1 << 2) | Message.EPHEMERAL | Message.SILENT | Message.COMPONENTS_V2;
  private static final String HOOK = "/webhooks/{webhook_id}/{webhook_token}";

  private final World world;

  InteractionRoutes(World world) {
    this.world = world;
  }

  void addTo(Routes routes) {
    routes.add(
        "POST", "/interactions/{interaction_id}/{interaction_token}/callback", this::callback);
    routes.add("POST", HOOK, this::followUp);
    routes.add("GET", HOOK + "/messages/{message_id}", c -> Reply.ok(message(c).json()));
    routes.add("PATCH", HOOK + "/messages/{message_id}", this::edit);
    routes.add("DELETE", HOOK + "/messages/{message_id}", this::delete);
  }

  private Reply callback(Call call) {
    Interaction i = world.interaction(call.param("interaction_id"));
    if (i == null || !i.token().equals(call.param("interaction_token")) || i.isTooLate()) {
      throw new Refusal(404, 10062, "Unknown interaction");
    }
    if (i.isAcknowledged()) {
      throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
    }
    int type = call.body().path("type").asInt();
    JsonNode data = call.body().path("data");
    if (!fits(i, type)) {
      throw Refusal.invalidForm(
          "type " + type + " does not answer a " + Payloads.typeName(i.type()));
    }
    Message touched = answer(i, type, data, call);
    i.acknowledge();
    boolean wanted = Boolean.parseBoolean(call.query().getOrDefault("with_response", "false"));
    return wanted ? Reply.ok(described(i, type, touched)) : Reply.nothing();
  }

  private static boolean fits(Interaction i, int type) {
    boolean hasMessage = i.pressedOn() != null;
    return switch (i.type()) {
      case Interaction.COMPLETION -> type == CHOICES;
      case Interaction.COMMAND -> type == MESSAGE || type == DEFERRED_MESSAGE || type == OPEN_FORM;
      case Interaction.COMPONENT -> type != CHOICES;
      default ->
          type == MESSAGE
              || type == DEFERRED_MESSAGE
              || (hasMessage && (type == UPDATE || type == DEFERRED_UPDATE));
    };
  }

  private @Nullable Message answer(Interaction i, int type, JsonNode data, Call call) {
    return switch (type) {
      case MESSAGE -> {
        Message message = fresh(i, data.path("flags").asInt(0) & SETTABLE_FLAGS);
        i.setOriginal(message);
        fill(i, message, data, call);
        yield message;
      }
      case DEFERRED_MESSAGE -> {
        int flags = data.path("flags").asInt(0) & Message.EPHEMERAL;
        Message message = fresh(i, flags | Message.LOADING);
        i.setOriginal(message);
        Happenings.post(world, message);
        yield message;
      }
      case DEFERRED_UPDATE -> pressed(i);
      case UPDATE -> {
        Message message = pressed(i);
        update(i, message, data, call);
        yield message;
      }
      case CHOICES -> {
        i.offer(choices(data));
        yield null;
      }
      default -> {
        i.open(Form.of(data));
        yield null;
      }
    };
  }

  private static List<Choice> choices(JsonNode data) {
    List<Choice> offered = new ArrayList<>();
    data.path("choices")
        .forEach(c -> offered.add(new Choice(Json.text(c, "name"), Json.text(c, "value"))));
    return offered;
  }

  private Message fresh(Interaction i, int flags) {
    Message message = new Message(world.newId(), i.channel(), world.bot(), world.now());
    message.belongsTo(i);
    message.setFlags(flags);
    i.byId().put(message.id(), message);
    if (message.isEphemeral()) {
      world.hidden().put(message.id(), message);
    }
    return message;
  }

  private Message pressed(Interaction i) {
    Message message = i.pressedOn();
    if (message == null) {
      throw new Refusal(404, 10008, "Unknown Message");
    }
    i.setOriginal(message);
    return message;
  }

  private void fill(Interaction i, Message message, JsonNode data, Call call) {
    boolean wasLoading = message.isLoading();
    int kept = message.flags() & Message.EPHEMERAL;
    if (wasLoading) {
      int wanted = data.path("flags").asInt(0) & SETTABLE_FLAGS & ~Message.EPHEMERAL;
      message.setFlags(kept | wanted);
    }
    message.write(data, call.attachments(world));
    if (wasLoading) {
      Happenings.edited(world, message);
    } else {
      Happenings.post(world, message);
    }
    i.seen(message);
  }

  private void update(Interaction i, Message message, JsonNode data, Call call) {
    message.write(data, call.attachments(world));
    i.byId().put(message.id(), message);
    Happenings.edited(world, message);
    i.seen(message);
  }

  private ObjectNode described(Interaction i, int type, @Nullable Message touched) {
    ObjectNode json = Json.object();
    ObjectNode about = json.putObject("interaction");
    about.put("id", i.id()).put("type", i.type());
    if (touched != null) {
      about.put("response_message_id", touched.id());
      about.put("response_message_loading", touched.isLoading());
      about.put("response_message_ephemeral", touched.isEphemeral());
      if (type == MESSAGE || type == UPDATE) {
        json.putObject("resource").put("type", type).set("message", touched.json());
      }
    }
    return json;
  }

  private Interaction byToken(Call call) {
    Interaction i = world.interactionByToken(call.param("webhook_token"));
    if (i == null || !i.isAcknowledged()) {
      throw new Refusal(404, 10015, "Unknown Webhook");
    }
    if (i.isTokenDead()) {
      throw new Refusal(401, 50027, "Invalid Webhook Token");
    }
    return i;
  }

  private Reply followUp(Call call) {
    Interaction i = byToken(call);
    Message original = i.original();
    if (original != null && original.isLoading()) {
      fill(i, original, call.body(), call);
      return Reply.ok(original.json());
    }
    Message message = fresh(i, call.body().path("flags").asInt(0) & SETTABLE_FLAGS);
    fill(i, message, call.body(), call);
    return Reply.ok(message.json());
  }

  private Message message(Call call) {
    Interaction i = byToken(call);
    String id = call.param("message_id");
    Message found = id.equals("@original") ? i.original() : i.byId().get(id);
    boolean gone = found == null || !exists(found);
    if (gone || found == null) {
      throw Refusal.unknownMessage();
    }
    return found;
  }

  private boolean exists(Message message) {
    return message.isEphemeral()
        ? world.hidden().containsKey(message.id())
        : message.channel().log().containsKey(Long.parseLong(message.id()));
  }

  private Reply edit(Call call) {
    Interaction i = byToken(call);
    Message message = message(call);
    if (message.isLoading()) {
      fill(i, message, call.body(), call);
    } else {
      update(i, message, call.body(), call);
    }
    return Reply.ok(message.json());
  }

  private Reply delete(Call call) {
    Interaction i = byToken(call);
    Message message = message(call);
    i.byId().remove(message.id());
    world.hidden().remove(message.id());
    if (!message.isEphemeral()) {
      Happenings.delete(world, message);
    }
    return Reply.nothing();
  }
}
