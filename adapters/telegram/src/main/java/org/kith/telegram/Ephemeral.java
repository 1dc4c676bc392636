package org.kith.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/**
 * A message in a group that one member alone sees, as Bot API 10.3 wants it; the library's own
 * fields for it are those of 10.2. Delivery is not guaranteed.
 */
final class Ephemeral extends SendMessage {
  private static final long serialVersionUID = 1L;

  private final Parameters parameters;

  /**
   * @param receiver who sees it
   * @param press the press that it answers; null if it answers none. Without one, within fifteen
   *     seconds of an ephemeral command that it replies to, or by an administrator
   */
  Ephemeral(String chat, String html, long receiver, @Nullable String press) {
    super(chat, html);
    this.parameters = new Parameters(receiver, press);
  }

  @JsonProperty("ephemeral_message_parameters")
  Parameters parameters() {
    return parameters;
  }

  /** Who it is for, and which press asked for it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Parameters(
      @JsonProperty("receiver_user_id") long receiver,
      @JsonProperty("callback_query_id") @Nullable String press)
      implements java.io.Serializable {}
}
