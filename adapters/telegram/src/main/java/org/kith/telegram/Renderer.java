package org.kith.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.words.Text;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Dresses texts and buttons for Telegram: its HTML, in which only {@code & < >} are special. */
final class Renderer {
  /** Telegram's limit for a text, in UTF-16 units, after its markup has been read. */
  static final int LONGEST_TEXT = 4096;

  /** What the server takes in an edit of an ephemeral message, whatever the specification says. */
  static final int LONGEST_EPHEMERAL_EDIT = 1024;

  private static final int MOST_WORDS = 3;
  private static final int SHORT = 8;

  /** What Telegram prefixes to the id of a supergroup, and leaves out of links. */
  private static final String SUPERGROUP = "-100";

  /** An {@code @} that begins a name; one within an address of mail does not. */
  private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9._%+-])@(?=[A-Za-z0-9_])");

  private final BiFunction<Place, Long, @Nullable String> cardMessage;

  /**
   * @param cardMessage the id of the message that shows a request's card in a place, null if none
   */
  Renderer(BiFunction<Place, Long, @Nullable String> cardMessage) {
    this.cardMessage = cardMessage;
  }

  /**
   * The text in Telegram's HTML, cut at the end of a line if it is too long, never empty.
   *
   * @param place where it is shown; null for the private chat
   */
  String html(Text text, @Nullable Place place) {
    return html(text, place, LONGEST_TEXT);
  }

  /** The same, for a shorter limit. */
  String html(Text text, @Nullable Place place, int longest) {
    StringBuilder html = new StringBuilder();
    int shown = 0;
    for (Text.Line line : text.lines()) {
      int length = clean(line.plain()).length() + 1;
      if (shown + length > longest + 1) {
        if (shown == 0) {
          html.append(escape(cut(clean(line.plain()), longest)));
        }
        break;
      }
      if (shown > 0) {
        html.append('\n');
      }
      line.spans().forEach(span -> html.append(dressed(span, place)));
      shown += length;
    }
    // Telegram refuses an empty message.
    return html.toString().isBlank() ? "…" : html.toString();
  }

  /** The words alone, as a notice shows them. */
  static String notice(Text text) {
    return text.lines().stream().map(line -> clean(line.plain())).collect(Collectors.joining("\n"));
  }

  /** The buttons below a message; null for none. */
  static @Nullable InlineKeyboardMarkup keyboard(List<List<Button>> rows) {
    if (rows.isEmpty()) {
      return null;
    }
    List<InlineKeyboardRow> keyboard = new ArrayList<>();
    for (List<Button> row : readable(rows)) {
      InlineKeyboardRow line = new InlineKeyboardRow();
      for (Button button : row) {
        InlineKeyboardButton key = new InlineKeyboardButton(clean(button.label()));
        key.setCallbackData(Code.of(button.command()));
        line.add(key);
      }
      keyboard.add(line);
    }
    return new InlineKeyboardMarkup(keyboard);
  }

  /** On a telephone more than three words in a row are cut off: they go on below. */
  private static List<List<Button>> readable(List<List<Button>> rows) {
    boolean fits = rows.stream().allMatch(row -> row.size() <= MOST_WORDS || isShort(row));
    return fits
        ? rows
        : rows.stream().flatMap(List::stream).gather(Gatherers.windowFixed(MOST_WORDS)).toList();
  }

  private static boolean isShort(List<Button> row) {
    return row.stream().allMatch(button -> button.label().length() <= SHORT);
  }

  /** One button that opens an address. */
  static InlineKeyboardMarkup link(String label, String url) {
    InlineKeyboardButton key = new InlineKeyboardButton(label);
    key.setUrl(url);
    return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(key)));
  }

  private String dressed(Text.Span span, @Nullable Place place) {
    String words = escape(quiet(clean(span.plain())));
    return switch (span) {
      case Text.Plain _ -> words;
      case Text.Moment _ -> ""; // Telegram has nothing that shows a time by the reader's clock.
      case Text.Strong _ -> words.isBlank() ? words : "<b>" + words + "</b>";
      case Text.ToCard(var plain, long requestId) -> {
        String url = place == null ? null : cardUrl(place, requestId);
        yield url == null ? words : "<a href=\"" + url + "\">" + words + "</a>";
      }
    };
  }

  private @Nullable String cardUrl(Place place, long requestId) {
    if (!place.house().startsWith(SUPERGROUP)) {
      return null; // Messages of a basic group have no address.
    }
    String message = cardMessage.apply(place, requestId);
    if (message == null) {
      return null;
    }
    String topic = place.room().isEmpty() ? "" : place.room() + "/";
    return "https://t.me/c/" + place.house().substring(SUPERGROUP.length()) + "/" + topic + message;
  }

  // Telegram makes a mention of any @name in a text, and calls whoever has that name.
  private static String quiet(String words) {
    return MENTION.matcher(words).replaceAll("@\u2060");
  }

  private static String escape(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The core has cleaned what people typed; this keeps a slip from making a message unsendable. */
  static String clean(String words) {
    StringBuilder clean = new StringBuilder(words.length());
    words
        .codePoints()
        .filter(point -> !Character.isISOControl(point))
        .map(point -> Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static String cut(String words, int longest) {
    if (words.length() <= longest) {
      return words;
    }
    int end = longest - 1;
    return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
