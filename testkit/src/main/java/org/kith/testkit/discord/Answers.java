package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;

/** Messages that answer interactions: made, filled, changed; called with the lock held. */
final class Answers {
  private static final int SETTABLE_FLAGS =
      (1 << 2) | Message.EPHEMERAL | Message.SILENT | Message.COMPONENTS_V2;

  private final World world;

  Answers(World world) {
    this.world = world;
  }

  Message fresh(Interaction i, int flags) {
    return made(i, flags & SETTABLE_FLAGS);
  }

  /** "Thinking…", which keeps its privacy whatever fills it later. */
  Message loading(Interaction i, int flags) {
    return made(i, (flags & Message.EPHEMERAL) | Message.LOADING);
  }

  private Message made(Interaction i, int flags) {
    Message message = new Message(world.newId(), i.channel(), world.bot(), world.now());
    message.belongsTo(i);
    message.setFlags(flags);
    i.outcome().messages().put(message.id(), message);
    if (message.isEphemeral()) {
      world.hidden().put(message.id(), message);
    }
    return message;
  }

  void fill(Interaction i, Message message, JsonNode data, Call call) {
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
    i.outcome().seen(message);
  }

  void update(Interaction i, Message message, JsonNode data, Call call) {
    message.write(data, call.attachments(world));
    i.outcome().messages().put(message.id(), message);
    Happenings.edited(world, message);
    i.outcome().seen(message);
  }

  /** Whether nobody has taken it down. */
  boolean stands(Message message) {
    return message.isEphemeral()
        ? world.hidden().containsKey(message.id())
        : message.channel().log().containsKey(Long.parseLong(message.id()));
  }
}
