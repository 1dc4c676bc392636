package org.kith.browser;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.Photo;
import org.kith.command.Code;
import org.kith.command.Message;
import org.kith.post.Attachment;
import org.kith.words.Text;

/**
 * A message as the room keeps and shows it: everything in it is data, the page sets it as text and
 * never as markup.
 *
 * @param file what can be saved; null for none
 * @param photo a JPEG in base 64, covered until somebody wants to see it; null for none
 */
record Shown(
    List<List<Span>> lines, List<List<Button>> rows, @Nullable File file, @Nullable String photo) {
  Shown {
    lines = lines.stream().map(List::copyOf).toList();
    rows = rows.stream().map(List::copyOf).toList();
  }

  Shown(List<List<Span>> lines, List<List<Button>> rows) {
    this(lines, rows, null, null);
  }

  /** A file, as in {@link Attachment}. */
  record File(String name, String type, String text) {
    static File of(Attachment file) {
      return new File(file.name(), file.mediaType(), file.text());
    }
  }

  /** How words are dressed. */
  enum Dress {
    /** As they are. */
    PLAIN,
    /** They stand out. */
    STRONG,
    /** They lead to the card of a request. */
    CARD
  }

  /**
   * Words in one dress.
   *
   * @param request the request whose card they lead to, 0 for none
   */
  record Span(String text, Dress dress, long request) {}

  /**
   * A button.
   *
   * @param code what it carries, see {@link Code}
   * @param first true for the one that most people want
   */
  record Button(String label, String code, boolean first) {}

  /** A message of the bot, dressed for the room. */
  static Shown of(Message message) {
    return new Shown(
        message.text().lines().stream().map(Shown::line).toList(),
        message.rows().stream().map(row -> row.stream().map(Shown::button).toList()).toList());
  }

  /** What a person typed: plain lines. */
  static Shown typed(String text) {
    return new Shown(
        text.lines().map(line -> List.of(new Span(line, Dress.PLAIN, 0))).toList(), List.of());
  }

  /** The same with a file. */
  Shown with(File other) {
    return new Shown(lines, rows, other, photo);
  }

  /** The same with a photo. */
  Shown with(Photo other) {
    return new Shown(lines, rows, file, Base64.getEncoder().encodeToString(other.jpeg()));
  }

  /** Only the buttons: what may be kept of words that must not be. */
  Shown withoutWords() {
    return new Shown(List.of(), rows);
  }

  /** All words, lines separated by {@code \n}. */
  String plain() {
    return Text.of(
            lines.stream()
                .map(line -> String.join("", line.stream().map(Span::text).toList()))
                .toArray(String[]::new))
        .plain();
  }

  private static List<Span> line(Text.Line line) {
    return line.spans().stream()
        .filter(span -> !span.plain().isEmpty() || line.spans().size() == 1)
        .map(Shown::span)
        .toList();
  }

  private static Span span(Text.Span span) {
    return switch (span) {
      case Text.Plain(String words) -> new Span(words, Dress.PLAIN, 0);
      case Text.Strong(String words) -> new Span(words, Dress.STRONG, 0);
      case Text.ToCard(String words, long request) -> new Span(words, Dress.CARD, request);
      case Text.Moment moment -> new Span(moment.plain(), Dress.PLAIN, 0);
    };
  }

  private static Button button(org.kith.command.Button button) {
    return new Button(
        button.label(),
        Code.of(button.command()),
        button.look() == org.kith.command.Button.Look.FIRST);
  }
}
