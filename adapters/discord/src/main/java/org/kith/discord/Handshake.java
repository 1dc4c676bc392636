package org.kith.discord;

import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.entities.emoji.EmojiUnion;

/** 🤝, the reaction that means "I'll help". One with a skin tone is another emoji to Discord. */
final class Handshake {
  /** As Discord is sent it. */
  static final Emoji EMOJI = Emoji.fromUnicode("U+1F91D");

  private Handshake() {}

  /** True if this is it. */
  static boolean is(EmojiUnion emoji) {
    return emoji.getType() == Emoji.Type.UNICODE
        && EMOJI.getAsReactionCode().equals(emoji.getAsReactionCode());
  }
}
