package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kith.circle.Manner;
import org.kith.circle.QuietHours;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.OwnSetting;
import org.kith.command.Reply;
import org.kith.store.Blocks.Block;
import org.kith.store.Wishes.Wish;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/** The one place that shows what somebody has set for themselves, and says how it is changed. */
record OwnSettings(Turn turn) {
  private static final int A_ROW = 4;
  private static final int MOST_BUTTONS = Message.MOST_IN_A_ROW * A_ROW;

  /** All that is set. */
  Reply show() {
    Wish wish = turn.tables().wishes().of(turn.person());
    Text.Builder text = new Text.Builder();
    List<Button> buttons = new ArrayList<>(List.of(toggle(OwnSetting.ASK, wish)));
    for (OwnSetting setting : OwnSetting.values()) {
      if (setting != OwnSetting.UNBLOCK) {
        text.line(says(setting, wish, turn.words()));
      }
    }
    if (wish.rests(turn.now())) {
      text.line(new Wishing(turn).resting(wish.restUntil()));
      buttons.add(Button.plain(turn.say("button.rested"), new Command.Rested()));
    }
    buttons.add(Button.plain(turn.say("carecard.head"), new Command.ShowCareCard()));
    buttons.add(Button.plain(turn.say("button.link"), new Command.AccountLink()));
    text.lines(new OwnAccounts(turn).says());
    for (OwnSetting setting : OwnChoices.ASKED) {
      buttons.add(
          Button.plain(
              turn.say("button.set." + setting.typed()),
              new Command.SettingsSet(Map.of(setting, ""))));
    }
    buttons.add(toggle(OwnSetting.DIGEST, wish));
    buttons.add(toggle(OwnSetting.PLAIN, wish));
    List<Block> blocks = turn.tables().blocks().of(turn.person());
    if (!blocks.isEmpty()) {
      List<String> names = blocks.stream().map(Block::shown).toList();
      text.line(turn.say("settings.blocked", "names", turn.words().list(names)));
      buttons.addAll(Parting.unblockButtons(turn));
    }
    text.gap().line(turn.say("settings.how"));
    return turn.said(Message.of(text.build(), buttons, A_ROW), turn.say("settings.brief"));
  }

  /** Some of it is changed, or asked about; of each is said what holds now. */
  Reply set(Map<OwnSetting, String> changes) {
    List<Reply.Said> said = new ArrayList<>();
    for (OwnSetting setting : OwnSetting.values()) {
      String typed = changes.get(setting);
      if (typed != null && new OwnChoices(turn).set(setting, typed) instanceof Reply.Said one) {
        said.add(one);
      }
    }
    if (said.size() <= 1) {
      return said.isEmpty() ? show() : said.getFirst();
    }
    Text.Builder text = new Text.Builder();
    List<Button> buttons = new ArrayList<>();
    for (Reply.Said one : said) {
      text.text(one.message().text());
      buttons.addAll(one.message().buttons());
    }
    List<Button> some = buttons.subList(0, Math.min(MOST_BUTTONS, buttons.size()));
    return turn.said(Message.of(text.build(), some, A_ROW), turn.say("settings.brief"));
  }

  /** What holds now, in a sentence. */
  String says(OwnSetting setting, Wish wish, Words words) {
    Manner manner = wish.manner();
    return switch (setting) {
      case ASK -> words.say(wish.mayAsk() ? "settings.ask.yes" : "settings.ask.no");
      case CAP -> {
        Integer cap = wish.cap();
        yield cap == null
            ? words.say("settings.cap.none")
            : words.say("settings.cap", "count", cap);
      }
      case REMINDERS -> new Reminding(turn).says(wish.reminders());
      case LANGUAGE ->
          manner.language() == null
              ? words.say("settings.language.app")
              : words.say("settings.language", "language", OwnChoices.language(manner.language()));
      case ZONE ->
          manner.zone() == null
              ? words.say("settings.zone.circle")
              : words.say("settings.zone", "zone", WhenText.of(words).zoneName(manner.zone()));
      case QUIET -> quiet(manner.quiet(), words);
      case DIGEST -> words.say(manner.inDigest() ? "settings.digest.yes" : "settings.digest.no");
      case PLAIN -> words.say(manner.plain() ? "settings.plain.yes" : "settings.plain.no");
      case UNBLOCK -> words.say("settings.set.unblock");
    };
  }

  private static String quiet(QuietHours quiet, Words words) {
    return quiet.isNone()
        ? words.say("settings.quiet.none")
        : words.say(
            "settings.quiet", "from", quiet.from().toString(), "until", quiet.until().toString());
  }

  /** The button that turns a yes into a no, and back. */
  Button toggle(OwnSetting setting, Wish wish) {
    boolean on =
        switch (setting) {
          case DIGEST -> wish.manner().inDigest();
          case PLAIN -> wish.manner().plain();
          default -> wish.mayAsk();
        };
    return setting == OwnSetting.ASK
        ? Wishing.mayAskMeButton(turn, !on)
        : Button.plain(
            turn.say("button.set." + setting.typed() + (on ? ".no" : ".yes")),
            new Command.SettingsSet(Map.of(setting, on ? "no" : "yes")));
  }
}
