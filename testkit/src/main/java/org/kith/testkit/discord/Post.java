package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A message as it stood when it was looked at.
 *
 * @param id its snowflake
 * @param channelId where it is
 * @param author the display name of whoever wrote it
 * @param text everything that can be read in it but for labels of buttons: content, embeds, text
 *     displays, one below the other
 * @param buttons from the first row to the last
 * @param reactions who reacted, by display name, for each emoji
 * @param edits how often it was edited
 * @param ephemeral whether one person alone sees it
 * @param silent whether it was posted without a sound
 * @param nonce what the bot sent with it; empty if nothing
 * @param files what is attached
 * @param json as REST would give it
 */
public record Post(
    String id,
    String channelId,
    String author,
    String text,
    List<Button> buttons,
    Map<String, List<String>> reactions,
    int edits,
    boolean ephemeral,
    boolean silent,
    String nonce,
    List<Attachment> files,
    JsonNode json) {

  public Post {
    buttons = List.copyOf(buttons);
    reactions = Map.copyOf(reactions);
    files = List.copyOf(files);
  }

  /** What stands on the buttons, from the first row to the last. */
  public List<String> labels() {
    return buttons.stream().map(Button::label).toList();
  }

  /** The button with this label; fails if there is none. */
  public Button button(String label) {
    return buttons.stream()
        .filter(b -> b.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no button '" + label + "' in " + labels() + " of: " + text));
  }
}
