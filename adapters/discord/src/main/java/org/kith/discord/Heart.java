package org.kith.discord;

import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.entities.emoji.EmojiUnion;

/** ❤, the asker's reaction that means "thank you". */
final class Heart {
  private static final String BARE = "\u2764";
  private static final String COLOURED = "\u2764\uFE0F";

  private Heart() {}

  /** True if this is it, with or without the mark that makes it red. */
  static boolean is(EmojiUnion emoji) {
    return emoji.getType() == Emoji.Type.UNICODE
        && (emoji.getName().equals(BARE) || emoji.getName().equals(COLOURED));
  }
}
