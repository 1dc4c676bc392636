package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Buttons pressed by people. */
final class Pressing {
  private static final int BUTTON = 2;

  private Pressing() {}

  /** The button with this label now; a link or a greyed one can't be pressed. */
  static Interaction label(World world, User user, Post post, String label) {
    Button button = world.look(() -> find(world, post).post().button(label));
    Typing.require(button.url().isEmpty(), "'" + label + "' is a link");
    Typing.require(!button.disabled(), "'" + label + "' is greyed out");
    return customId(world, user, post, button.customId());
  }

  static Interaction customId(World world, User user, Post post, String customId) {
    Message message = world.look(() -> find(world, post));
    Interaction asked = message.interaction();
    Typing.require(
        !message.isEphemeral() || (asked != null && asked.user() == user),
        user.name() + " does not see this message");
    Server server = message.channel().server();
    Typing.require(
        server == null
            ? user == message.channel().recipient()
            : (Permissions.of(user, server, message.channel()) & Permissions.VIEW) != 0
                && server.has(user),
        user.name() + " can't see " + message.channel().name());
    ObjectNode data = Json.object();
    data.put("custom_id", customId).put("component_type", BUTTON).put("id", 1);
    Interaction press =
        new Interaction(world, Interaction.COMPONENT, user, message.channel(), message);
    press.send(data);
    return press;
  }

  /** The message behind what was seen; an ephemeral one lives in its interaction only. */
  static Message find(World world, Post post) {
    Channel channel = world.channels().get(post.channelId());
    if (channel != null) {
      Message posted = channel.log().get(Long.parseLong(post.id()));
      if (posted != null) {
        return posted;
      }
    }
    Message hidden = world.hidden().get(post.id());
    if (hidden == null) {
      throw new IllegalArgumentException("this message is gone: " + post.text());
    }
    return hidden;
  }
}
