package org.kith.command;

import org.jspecify.annotations.Nullable;

/**
 * A command as it came in.
 *
 * @param id the platform's id of the event; the same id a second time changes nothing. Null where
 *     the platform gives none and the command itself is idempotent (a reaction)
 * @param answerable true if the adapter can show the {@link Reply} to the actor; false for a
 *     reaction or an event that came too late, so that what matters goes by private message
 * @param pressed the platform's id of the message whose button was pressed; null if none was
 * @param seen true if others in the place could read it, and by whom it is
 */
public record Delivery(
    @Nullable String id,
    Actor actor,
    Command command,
    boolean answerable,
    @Nullable String pressed,
    boolean seen) {

  /** A command that is no press. */
  public Delivery(@Nullable String id, Actor actor, Command command, boolean answerable) {
    this(id, actor, command, answerable, null, false);
  }

  /** A press. */
  public Delivery(
      @Nullable String id,
      Actor actor,
      Command command,
      boolean answerable,
      @Nullable String pressed) {
    this(id, actor, command, answerable, pressed, false);
  }

  /** The same with another command in its place. */
  public Delivery with(Command another) {
    return new Delivery(id, actor, another, answerable, pressed, seen);
  }
}
