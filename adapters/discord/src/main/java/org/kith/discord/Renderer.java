package org.kith.discord;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Message;
import org.kith.words.Text;

/** Dresses what is to be read in Discord's clothes: markdown, and rows of buttons. */
final class Renderer {
  /** Discord's limit for a message, in characters. */
  static final int LONGEST = net.dv8tion.jda.api.entities.Message.MAX_CONTENT_LENGTH;

  private static final String CUT = "…";

  private final Cards cards;

  Renderer(Cards cards) {
    this.cards = cards;
  }

  /** Where the card of a request is posted. */
  interface Cards {
    /** The id of the card's message in this place; null if there is none. */
    @Nullable String messageOf(Place place, long requestId);
  }

  /**
   * A new message. Nobody is pinged by it, whatever it says, and no link in it is unfolded.
   *
   * @param place where it is shown; null for the private chat, where words lead to no card
   */
  MessageCreateData created(Message message, @Nullable Place place) {
    return new MessageCreateBuilder()
        .setContent(content(message.text(), place))
        .setComponents(rows(message))
        .setSuppressEmbeds(true)
        .setAllowedMentions(Set.of())
        .build();
  }

  /** What an earlier message is to show instead; nothing of it stays. */
  MessageEditData edited(Message message, @Nullable Place place) {
    return new MessageEditBuilder()
        .setContent(content(message.text(), place))
        .setComponents(rows(message))
        .setAllowedMentions(Set.of())
        .setReplace(true)
        .build();
  }

  /** The text in markdown, at most {@value #LONGEST} characters, cut at the end of a line. */
  String content(Text text, @Nullable Place place) {
    List<String> lines = text.lines().stream().map(line -> line(line, place)).toList();
    String whole = String.join("\n", lines);
    if (whole.length() <= LONGEST) {
      return whole;
    }
    StringBuilder kept = new StringBuilder();
    for (String line : lines) {
      if (kept.length() + line.length() + 1 + CUT.length() > LONGEST) {
        break;
      }
      kept.append(line).append('\n');
    }
    return kept.toString().isBlank() ? beginning(text.plain()) : kept + CUT;
  }

  /** Of one endless line its beginning, without any dress that could be cut in two. */
  private static String beginning(String plain) {
    int length = Math.min(plain.length(), (LONGEST - CUT.length()) / 2);
    int end = Character.isHighSurrogate(plain.charAt(length - 1)) ? length - 1 : length;
    return Markdown.line(Markdown.words(plain.substring(0, end))) + CUT;
  }

  private String line(Text.Line line, @Nullable Place place) {
    StringBuilder out = new StringBuilder();
    for (Text.Span span : line.spans()) {
      out.append(span(span, place));
    }
    return Markdown.line(out.toString());
  }

  private String span(Text.Span span, @Nullable Place place) {
    return switch (span) {
      case Text.Plain(String words) -> Markdown.words(words);
      case Text.Strong(String words) -> Markdown.strong(words);
      case Text.ToCard(String words, long requestId) -> toCard(words, requestId, place);
      case Text.Moment moment -> " (" + Timestamps.of(moment) + ")";
    };
  }

  private String toCard(String words, long requestId, @Nullable Place place) {
    String message = place == null ? null : cards.messageOf(place, requestId);
    if (place == null || message == null || words.isBlank()) {
      return Markdown.words(words);
    }
    String address = String.join("/", place.house(), place.room(), message);
    return Markdown.link(words, "https://discord.com/channels/" + address);
  }

  private static List<ActionRow> rows(Message message) {
    Set<String> seen = new HashSet<>();
    List<ActionRow> rows = new ArrayList<>();
    for (List<Button> row : message.rows()) {
      List<net.dv8tion.jda.api.components.buttons.Button> made = new ArrayList<>();
      for (Button button : row) {
        String code = Code.of(button.command());
        // Discord refuses a message in which two buttons carry the same id.
        if (seen.add(code)) {
          made.add(
              net.dv8tion.jda.api.components.buttons.Button.of(
                  style(button.look()), code, button.label()));
        }
      }
      if (!made.isEmpty()) {
        rows.add(ActionRow.of(made));
      }
    }
    return rows;
  }

  private static ButtonStyle style(Button.Look look) {
    return switch (look) {
      case FIRST -> ButtonStyle.PRIMARY;
      case PLAIN -> ButtonStyle.SECONDARY;
    };
  }
}
