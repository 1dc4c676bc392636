package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first answer to an interaction. */
final class InteractionRoutes {
  private static final int MESSAGE = 4;
  private static final int DEFERRED_MESSAGE = 5;
  private static final int DEFERRED_UPDATE = 6;
  private static final int UPDATE = 7;
  private static final int CHOICES = 8;
  private static final int OPEN_FORM = 9;

  private final World world;
  private final Answers answers;

  InteractionRoutes(World world) {
    this.world = world;
    this.answers = new Answers(world);
  }

  void addTo(Routes routes) {
    routes.add(
        "POST", "/interactions/{interaction_id}/{interaction_token}/callback", this::callback);
  }

  private Reply callback(Call call) {
    Interaction i = world.interaction(call.param("interaction_id"));
    if (i == null || !i.token().equals(call.param("interaction_token")) || i.isTooLate()) {
      throw new Refusal(404, 10062, "Unknown interaction");
    }
    if (i.outcome().isAcknowledged()) {
      throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
    }
    int type = call.body().path("type").asInt();
    JsonNode data = call.body().path("data");
    if (!fits(i, type)) {
      throw Refusal.invalidForm(
          "type " + type + " does not answer a " + Payloads.typeName(i.type()));
    }
    Message touched = answer(i, type, data, call);
    i.outcome().acknowledge();
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
        Message message = answers.fresh(i, data.path("flags").asInt(0));
        i.outcome().setOriginal(message);
        answers.fill(i, message, data, call);
        yield message;
      }
      case DEFERRED_MESSAGE -> {
        Message message = answers.loading(i, data.path("flags").asInt(0));
        i.outcome().setOriginal(message);
        Happenings.post(world, message);
        yield message;
      }
      case DEFERRED_UPDATE -> pressed(i);
      case UPDATE -> {
        Message message = pressed(i);
        if (!answers.stands(message)) {
          throw Refusal.unknownMessage();
        }
        answers.update(i, message, data, call);
        yield message;
      }
      case CHOICES -> {
        i.outcome().offer(choices(data));
        yield null;
      }
      default -> {
        i.outcome().open(Form.of(data));
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

  private Message pressed(Interaction i) {
    Message message = i.pressedOn();
    if (message == null) {
      throw Refusal.unknownMessage();
    }
    i.outcome().setOriginal(message);
    return message;
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
}
