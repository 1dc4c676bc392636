package org.kith.testkit.telegram;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A press on a button, and what the bot made of it. */
public final class Press {
  /**
   * How long a press can be answered; the Bot API keeps it no longer for a bot that is away.
   * Telegram promises no number: at once is meant.
   */
  static final Duration ANSWERABLE = Duration.ofSeconds(150);

  /** How long after a press the bot may send an ephemeral message, by the published Bot API. */
  static final Duration OPENS_EPHEMERAL = Duration.ofSeconds(15);

  private final World world;
  private final String id;
  private final TelegramUser by;
  private final StoredMessage message;
  private final Instant at;
  private @Nullable PressAnswer answer;

  Press(World world, String id, TelegramUser by, StoredMessage message) {
    this.world = world;
    this.id = id;
    this.by = by;
    this.message = message;
    this.at = world.clock().instant();
  }

  /**
   * What the bot answered; waits for it, ten seconds at most.
   *
   * @throws AssertionError if no answer came
   */
  public PressAnswer answer() {
    world.await(world.patience(), "an answer to the press of " + by.name(), this::isAnswered);
    PressAnswer given = world.look(() -> answer);
    if (given == null) {
      throw new IllegalStateException("An answer can't be taken back");
    }
    return given;
  }

  /** Whether the bot has answered. */
  public boolean isAnswered() {
    return world.look(() -> answer != null);
  }

  /** The query's id, as the bot was told. */
  public String id() {
    return id;
  }

  TelegramUser by() {
    return by;
  }

  StoredMessage message() {
    return message;
  }

  boolean isYoungerThan(Duration age) {
    return world.clock().instant().isBefore(at.plus(age));
  }

  void answered(PressAnswer given) {
    if (answer != null || !isYoungerThan(ANSWERABLE)) {
      throw tooOld();
    }
    answer = given;
  }

  static Refusal tooOld() {
    return Refusal.bad("query is too old and response timeout expired or query ID is invalid");
  }
}
