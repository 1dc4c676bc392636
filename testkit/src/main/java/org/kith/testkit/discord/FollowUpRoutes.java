package org.kith.testkit.discord;

/** What may follow the answer to an interaction, for as long as its token lives. */
final class FollowUpRoutes {
  private static final String HOOK = "/webhooks/{webhook_id}/{webhook_token}";

  private final World world;
  private final Answers answers;

  FollowUpRoutes(World world) {
    this.world = world;
    this.answers = new Answers(world);
  }

  void addTo(Routes routes) {
    routes.add("POST", HOOK, this::followUp);
    routes.add("GET", HOOK + "/messages/{message_id}", c -> Reply.ok(message(c).json()));
    routes.add("PATCH", HOOK + "/messages/{message_id}", this::edit);
    routes.add("DELETE", HOOK + "/messages/{message_id}", this::delete);
  }

  private Interaction byToken(Call call) {
    Interaction i = world.interactionByToken(call.param("webhook_token"));
    if (i == null || !i.outcome().isAcknowledged()) {
      throw new Refusal(404, 10015, "Unknown Webhook");
    }
    if (i.isTokenDead()) {
      throw new Refusal(401, 50027, "Invalid Webhook Token");
    }
    return i;
  }

  private Reply followUp(Call call) {
    Interaction i = byToken(call);
    Message original = i.outcome().original();
    if (original != null && original.isLoading()) {
      answers.fill(i, original, call.body(), call);
      return Reply.ok(original.json());
    }
    Message message = answers.fresh(i, call.body().path("flags").asInt(0));
    answers.fill(i, message, call.body(), call);
    return Reply.ok(message.json());
  }

  private Message message(Call call) {
    Interaction i = byToken(call);
    String id = call.param("message_id");
    Message found =
        id.equals("@original") ? i.outcome().original() : i.outcome().messages().get(id);
    if (found == null || !answers.stands(found)) {
      throw Refusal.unknownMessage();
    }
    return found;
  }

  private Reply edit(Call call) {
    Interaction i = byToken(call);
    Message message = message(call);
    if (message.isLoading()) {
      answers.fill(i, message, call.body(), call);
    } else {
      answers.update(i, message, call.body(), call);
    }
    return Reply.ok(message.json());
  }

  private Reply delete(Call call) {
    Interaction i = byToken(call);
    Message message = message(call);
    i.outcome().messages().remove(message.id());
    world.hidden().remove(message.id());
    if (!message.isEphemeral()) {
      Happenings.delete(world, message);
    }
    return Reply.nothing();
  }
}
