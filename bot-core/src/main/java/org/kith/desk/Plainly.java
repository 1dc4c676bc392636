package org.kith.desk;

import java.util.List;
import java.util.Locale;
import org.kith.command.Button;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * The same said without layout and without emoji, for whoever wants it so: words stand as they are,
 * and a sign is written as its name, so that nothing that it said is lost.
 */
final class Plainly {
  private static final int HANDSHAKE = 0x1F91D;
  private static final int HEART = 0x2764;
  private static final int JOINER = 0x200D;
  private static final int AS_A_SIGN = 0xFE0F;

  private Plainly() {}

  /** An answer, as whoever acts wants it. */
  static Reply of(Turn turn, Reply reply) {
    Words words = turn.words();
    return switch (reply) {
      case Reply.Silent silent -> silent;
      case Reply.Said said when !turn.account().manner().plain() -> said;
      case Reply.Said said ->
          new Reply.Said(
              of(said.message(), words),
              Notices.clip(signs(said.brief(), words), Reply.Said.LONGEST_BRIEF),
              said.audience(),
              said.pending(),
              said.payload(),
              said.redraws());
    };
  }

  /** A message. */
  static Message of(Message message, Words words) {
    List<Text.Line> lines =
        message.text().lines().stream()
            .map(line -> new Text.Line(List.of(new Text.Plain(signs(line.plain(), words)))))
            .toList();
    return new Message(
        new Text(lines),
        message.rows().stream()
            .map(row -> row.stream().map(button -> of(button, words)).toList())
            .toList());
  }

  private static Button of(Button button, Words words) {
    String label = Notices.clip(signs(button.label(), words), Button.LONGEST_LABEL);
    return new Button(label, button.command(), button.look());
  }

  /** Signs by their names: Unicode's, but for those that Kith itself uses. */
  private static String signs(String dressed, Words words) {
    StringBuilder plain = new StringBuilder(dressed.length());
    boolean afterSign = false;
    for (int point : dressed.codePoints().toArray()) {
      if (afterSign && isOfSigns(point)) {
        continue;
      }
      afterSign = isSign(point);
      if (afterSign) {
        plain.append('(').append(name(point, words)).append(')');
      } else {
        plain.appendCodePoint(point);
      }
    }
    return plain.toString();
  }

  private static boolean isSign(int point) {
    return Character.isEmojiPresentation(point)
        || (Character.isEmoji(point) && Character.getType(point) == Character.OTHER_SYMBOL);
  }

  /** What only joins and colours signs; a joiner between letters belongs to their script. */
  private static boolean isOfSigns(int point) {
    return point == JOINER || point == AS_A_SIGN || Character.isEmojiModifier(point);
  }

  private static String name(int point, Words words) {
    return switch (point) {
      case HANDSHAKE -> words.say("plain.handshake");
      case HEART -> words.say("plain.heart");
      default -> String.valueOf(Character.getName(point)).toLowerCase(Locale.ROOT);
    };
  }
}
