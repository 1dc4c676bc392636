package org.kith.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.desk.Desk;
import org.kith.words.Words;
import org.telegram.telegrambots.meta.api.methods.description.GetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.GetMyShortDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;

/**
 * What Telegram shows of the bot before somebody presses Start, and in its profile: in each
 * language, where the host has written nothing there. Asked once for a set of languages.
 */
final class Introduction {
  private final Line line;
  private final Desk desk;
  private final String name;
  private final List<String> languages;

  /**
   * @param bot the bot's own id
   * @param languages English first, which is for everybody whose language is none of the others
   */
  Introduction(Line line, Desk desk, long bot, List<String> languages) {
    this.line = line;
    this.desk = desk;
    this.name = "telegram.introduction." + bot;
    this.languages = List.copyOf(languages);
  }

  /** Introduces the bot in the languages in which that was not tried yet. */
  void register() throws NotDone {
    String all = String.join(",", languages);
    if (all.equals(desk.recall(name))) {
      return;
    }
    // English, which stands for all others, comes last: it would seem to be each language's own.
    for (String tag : languages.reversed()) {
      String code = tag.equals(Words.ENGLISH) ? null : tag;
      Words words = Words.in(tag);
      describe(code, words.say("telegram.description"));
      describeShortly(code, words.say("telegram.description.short"));
    }
    desk.remember(name, all);
  }

  private void describe(@Nullable String code, String text) throws NotDone {
    GetMyDescription get = new GetMyDescription();
    get.setLanguageCode(code);
    String known = line.ask(get).getDescription();
    if (known == null || known.isEmpty()) {
      var _ = line.ask(new SetMyDescription(text, code));
    }
  }

  private void describeShortly(@Nullable String code, String text) throws NotDone {
    GetMyShortDescription get = new GetMyShortDescription();
    get.setLanguageCode(code);
    String known = line.ask(get).getShortDescription();
    if (known == null || known.isEmpty()) {
      var _ = line.ask(new SetMyShortDescription(text, code));
    }
  }
}
