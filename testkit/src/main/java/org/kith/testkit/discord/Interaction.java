package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command, a press or a sent form, and what became of it. */
public final class Interaction {
  static final int COMMAND = 2;
  static final int COMPONENT = 3;
  static final int COMPLETION = 4;
  static final int FORM = 5;

  /** Discord gives up on a bot that has not answered after this time. */
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  /** As long as an interaction's token can be used. */
  static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  private final World world;
  private final String id;
  private final String token;
  private final int type;
  private final User user;
  private final Channel channel;
  private final Instant created;
  private final @Nullable Message pressedOn;
  private final Outcome outcome = new Outcome();
  private @Nullable ObjectNode payload;

  Interaction(World world, int type, User user, Channel channel, @Nullable Message pressedOn) {
    this.world = world;
    this.id = world.newId();
    this.token = "aW50ZXJhY3Rpb246" + world.newId();
    this.type = type;
    this.user = user;
    this.channel = channel;
    this.created = world.now();
    this.pressedOn = pressedOn;
  }

  /** Its snowflake. */
  public String id() {
    return id;
  }

  /**
   * Waits until the person sees something: a message that is no "thinking…", a changed message, a
   * form. Gives the first of these, as it stands now; {@link #messages} has what followed. Fails if
   * nothing came within the patience of the stand-in, or the interaction failed.
   */
  public Answer answer() {
    world.await(describe() + " to be answered", outcome.shown(), this::isTooLate);
    return seen(world.look(outcome::answer));
  }

  /** Every message that this interaction brought, the answer proper first; waits for nothing. */
  public List<Post> messages() {
    return world.look(() -> outcome.messages().values().stream().map(Message::post).toList());
  }

  /** Waits until there are this many messages of this interaction, the answer proper included. */
  public List<Post> awaitMessages(int count) {
    world.await(
        describe() + " to bring " + count + " messages",
        () -> outcome.messages().values().stream().filter(m -> !m.isLoading()).count() >= count);
    return messages();
  }

  /** Whether the person has been told by now that the application did not respond. */
  public boolean failed() {
    return world.look(this::isTooLate);
  }

  /** Waits until it has failed by the stand-in's clock. */
  public void awaitFailure() {
    world.await(describe() + " to fail", this::isTooLate);
  }

  /** Waits until the bot has answered in any way, a deferral included. */
  public void awaitAcknowledgement() {
    world.await(describe() + " to be acknowledged", outcome::isAcknowledged);
  }

  /** Sends the form that opened; values by custom id or by label, the rest as it stands. */
  public Interaction submit(Map<String, String> values) {
    return Submitting.form(world, this, answer().form(), values);
  }

  /** Delivers the very same event once more, as Discord sometimes does. */
  public void redeliver() {
    world.change(() -> world.tell(event()));
  }

  List<Choice> choices() {
    world.await(describe() + " to be completed", outcome.shown(), this::isTooLate);
    return seen(world.look(outcome::choices));
  }

  private <T> T seen(@Nullable T what) {
    if (what == null) {
      throw new AssertionError(describe() + " failed: no answer within three seconds");
    }
    return what;
  }

  private String describe() {
    return Payloads.typeName(type) + " of " + user.name() + " (" + id + ")";
  }

  void send(JsonNode data) {
    world.change(() -> {
      payload = Payloads.interaction(this, data);
      world.add(this);
      world.tell(event());
    });
  }

  private Event event() {
    if (payload == null) {
      throw new IllegalStateException("not sent yet: " + describe());
    }
    Server server = channel.server();
    return new Event("INTERACTION_CREATE", 0, server == null ? null : server.id(), payload);
  }

  ObjectNode metadata() {
    return Payloads.metadata(this);
  }

  World world() {
    return world;
  }

  String token() {
    return token;
  }

  int type() {
    return type;
  }

  boolean isCommand() {
    return type == COMMAND;
  }

  User user() {
    return user;
  }

  Channel channel() {
    return channel;
  }

  @Nullable Message pressedOn() {
    return pressedOn;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Whether Discord has given up on the bot. */
  boolean isTooLate() {
    return !outcome.isAcknowledged() && !world.now().isBefore(created.plus(ANSWER_WITHIN));
  }

  boolean isTokenDead() {
    return world.now().isAfter(created.plus(TOKEN_LIFE));
  }
}
