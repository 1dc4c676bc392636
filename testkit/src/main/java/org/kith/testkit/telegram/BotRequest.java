package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One call of the bot, and how it ended.
 *
 * @param at when it came, by the stand-in's clock
 * @param nanos when it came, by {@link System#nanoTime()}, for measuring
 * @param method as the bot spelled it
 * @param params its fields, uploads left out
 * @param answer the whole body that went back; empty if none did
 */
public record BotRequest(
    Instant at, long nanos, String method, ObjectNode params, ObjectNode answer) {

  /** Whether the call did what it asked for, and the bot was told so. */
  public boolean isOk() {
    return answer.path("ok").asBoolean();
  }

  /** Whether it was a call of this method, in whatever case. */
  public boolean calls(String name) {
    return method.equalsIgnoreCase(name);
  }

  /** The chat it was about, empty if it was about none. */
  public String chatId() {
    return params.path("chat_id").asText();
  }
}
