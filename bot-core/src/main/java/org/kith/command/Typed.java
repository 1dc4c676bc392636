package org.kith.command;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.care.ReportAct;
import org.kith.words.PlainWord;

/**
 * Commands typed as text, {@code /claim 12}: the grammar that Telegram and the browser room share.
 * Discord has its options already apart.
 */
public final class Typed {
  /** The commands that exist today, as people type them, in the order in which help lists them. */
  public static final List<String> NAMES =
      List.of(
          "needhelp",
          "board",
          "claim",
          "standby",
          "done",
          "cancel",
          "again",
          "thanks",
          "edit",
          "write",
          "mine",
          "digest",
          "circle",
          "settings",
          "rest",
          "block",
          "report",
          "crisis",
          "privacy",
          "help",
          "start");

  private static final Pattern NUMBER_FIRST =
      Pattern.compile("#?\\s*(\\p{Nd}{1,9})(?:[\\s,:]+(.*))?+", Pattern.DOTALL);

  private static final Pattern FIRST_WORD =
      Pattern.compile("([\\p{L}\\p{M}]+)(?:[\\s,:]+(.*))?+", Pattern.DOTALL);

  private static final Pattern NUMBER_LAST =
      Pattern.compile("(.*\\S)\\s+#?(\\p{Nd}{1,9})", Pattern.DOTALL);

  private Typed() {}

  /**
   * The command that was typed.
   *
   * @param name without the slash and without {@code @bot}, in any case
   * @param rest all that followed, maybe empty
   */
  public static Command read(String name, String rest) {
    String text = rest.strip();
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "needhelp" -> new Command.NeedHelp(new Ask.Free(text));
      case "board" -> new Command.Board(orNull(text));
      case "claim" -> claim(text);
      case "standby" -> new Command.Standby(target(text));
      case "done" -> new Command.Done(target(text));
      case "cancel" -> new Command.Cancel(target(text));
      case "again" -> again(text);
      case "thanks" -> thanks(text);
      case "edit" -> edit(text);
      case "write" -> write(text);
      case "mine" -> mine(text);
      case "help" -> new Command.Help();
      case "start" -> new Command.Start(orNull(text));
      case "privacy" -> new Command.Privacy();
      case "crisis" -> new Command.Crisis();
      case "digest" -> digest(text);
      case "circle" -> circle(text);
      case "settings" -> settings(text);
      case "rest" -> rest(text);
      case "block" -> block(text);
      case "report" -> report(text);
      default -> new Command.Unknown(name);
    };
  }

  /** {@code 12} or {@code #12}; anything else says which request as little as nothing does. */
  public static Target target(String text) {
    String digits = text.startsWith("#") ? text.substring(1).strip() : text;
    return digits.matches("\\p{Nd}{1,9}")
        ? new Target.Numbered(Integer.parseInt(digits))
        : new Target.Unsaid(text);
  }

  /**
   * {@code 12}, or {@code 12 part the milk}; {@code part} alone says of which no more than that.
   */
  private static Command claim(String text) {
    Matcher numbered = NUMBER_FIRST.matcher(text);
    String rest = numbered.matches() ? numbered.group(2) : text;
    Matcher part = FIRST_WORD.matcher(rest == null ? "" : rest);
    if (!part.matches() || !PlainWord.english(part.group(1)).equals("part")) {
      return new Command.Claim(target(text));
    }
    String words = part.group(2) == null ? "" : part.group(2).strip();
    if (numbered.matches()) {
      return new Command.ClaimPart(target(numbered.group(1)), orNull(words));
    }
    Target target = target(words);
    return new Command.ClaimPart(target, target instanceof Target.Unsaid ? orNull(words) : null);
  }

  /** {@code 12 next week}: the number, and when; without a number all that was typed says which. */
  private static Command again(String text) {
    String[] parts = text.split("\\s+", 2);
    Target target = target(parts[0]);
    return target instanceof Target.Numbered && parts.length > 1
        ? new Command.Again(target, orNull(parts[1].strip()))
        : new Command.Again(target(text), null);
  }

  /** {@code 12 You saved my week}: the number, and words. */
  private static Command thanks(String text) {
    String[] parts = text.split("\\s+", 2);
    Target target = target(parts[0]);
    return target instanceof Target.Numbered && parts.length > 1
        ? new Command.Thanks(target, orNull(parts[1].strip()), null)
        : new Command.Thanks(target(text), null, null);
  }

  /** {@code 12 Saturday 10-12}: the number, then what is to be changed. */
  private static Command edit(String text) {
    Matcher numbered = NUMBER_FIRST.matcher(text);
    return numbered.matches()
        ? new Command.Edit(
            target(numbered.group(1)), numbered.group(2) == null ? "" : numbered.group(2).strip())
        : new Command.Edit(new Target.Unsaid(text), "");
  }

  /** {@code yes}, {@code ask me 12}: what somebody says about what is asked for them. */
  private static Command mine(String text) {
    Matcher numbered = NUMBER_LAST.matcher(text);
    if (numbered.matches()) {
      return new Command.AboutMe(target(numbered.group(2)), numbered.group(1).strip());
    }
    return text.isEmpty() ? new Command.Mine() : new Command.AboutMe(new Target.Unsaid(""), text);
  }

  /** {@code 12 What size bags?}: the number, then words; without a number, nothing says which. */
  private static Command write(String text) {
    Matcher numbered = NUMBER_FIRST.matcher(text);
    return numbered.matches()
        ? new Command.WriteAbout(
            target(numbered.group(1)),
            numbered.group(2) == null ? "" : numbered.group(2).strip(),
            false)
        : new Command.WriteAbout(new Target.Unsaid(""), text, false);
  }

  private static Command digest(String text) {
    String[] parts = text.split("\\s+", 2);
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "now" -> new Command.DigestNow();
      case "when", "" -> new Command.DigestWhen(parts.length > 1 ? orNull(parts[1].strip()) : null);
      default -> new Command.DigestWhen(text);
    };
  }

  private static Command circle(String text) {
    String[] parts = text.split("\\s+", 3);
    if (parts[0].equalsIgnoreCase("pause")) {
      return new Command.Pause(target(parts.length > 1 ? parts[1] : ""));
    }
    if (parts[0].equalsIgnoreCase("take")) {
      return new Command.LookAfter(target(parts.length > 1 ? parts[1] : ""));
    }
    if (parts[0].equalsIgnoreCase("link")) {
      return new Command.CircleLink();
    }
    if (parts[0].equalsIgnoreCase("join")) {
      return new Command.CircleJoin(text.substring(parts[0].length()).strip());
    }
    if (parts[0].equalsIgnoreCase("leave")) {
      return leave(parts.length > 1 ? parts[1] : "");
    }
    if (parts[0].equalsIgnoreCase("stewards")) {
      return stewards(parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2].strip() : "");
    }
    if (parts[0].equalsIgnoreCase("report")) {
      return reports(parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2].strip() : "");
    }
    boolean bar = parts[0].equalsIgnoreCase("bar");
    if (bar || parts[0].equalsIgnoreCase("unbar")) {
      return new Command.Bar(text.substring(parts[0].length()).strip(), bar);
    }
    boolean trust = parts[0].equalsIgnoreCase("trust");
    if (trust || parts[0].equalsIgnoreCase("untrust")) {
      return new Command.Trust(text.substring(parts[0].length()).strip(), trust);
    }
    if (parts[0].equalsIgnoreCase("set") && parts.length > 1) {
      Map<Setting, String> changes = new EnumMap<>(Setting.class);
      for (Setting setting : Setting.values()) {
        if (setting.name().equalsIgnoreCase(parts[1])) {
          changes.put(setting, parts.length > 2 ? parts[2].strip() : "");
        }
      }
      return new Command.CircleSet(changes);
    }
    return parts[0].equalsIgnoreCase("set")
        ? new Command.CircleSet(Map.of())
        : new Command.CircleShow();
  }

  /** {@code along}, {@code stay}: what is open; anything else asks. */
  private static Command leave(String open) {
    return switch (open.toLowerCase(Locale.ROOT)) {
      case "along" -> new Command.CircleLeave(true);
      case "stay" -> new Command.CircleLeave(false);
      default -> new Command.CircleLeave(null);
    };
  }

  /** {@code add Ben}, {@code remove Ben}; anything else shows who they are. */
  private static Command stewards(String what, String name) {
    return switch (what.toLowerCase(Locale.ROOT)) {
      case "add" -> new Command.NameSteward(name);
      case "remove" -> new Command.UnnameSteward(name);
      default -> new Command.Stewards();
    };
  }

  /**
   * {@code set} with what is to be set, and to what ({@code set quiet 23:00-07:00}); {@code card}
   * and what it is to say; {@code link} with a code or without; {@code unlink}; {@code forget yes};
   * anything else shows what is set.
   */
  private static Command settings(String text) {
    String[] card = text.split("\\s+", 2);
    if (card[0].equalsIgnoreCase("card")) {
      return card.length > 1
          ? new Command.WriteCareCard(card[1].strip(), false)
          : new Command.ShowCareCard();
    }
    if (card[0].equalsIgnoreCase("link")) {
      return card.length > 1 ? new Command.AccountJoin(card[1].strip()) : new Command.AccountLink();
    }
    if (card[0].equalsIgnoreCase("unlink")) {
      return new Command.AccountUnlink(card.length > 1 ? card[1].strip() : "");
    }
    String[] parts = text.split("\\s+", 3);
    if (parts[0].equalsIgnoreCase("clear")) {
      return new Command.ClearChat();
    }
    if (parts[0].equalsIgnoreCase("export")) {
      return new Command.ExportMe();
    }
    if (parts[0].equalsIgnoreCase("forget")) {
      return new Command.ForgetMe(parts.length > 1 && PlainWord.english(parts[1]).equals("yes"));
    }
    if (parts.length < 2 || !parts[0].equalsIgnoreCase("set")) {
      return new Command.SettingsShow();
    }
    String to = parts.length > 2 ? parts[2].strip() : "";
    return OwnSetting.typed(parts[1])
        .<Command>map(setting -> new Command.SettingsSet(Map.of(setting, to)))
        .orElseGet(Command.SettingsShow::new);
  }

  /** {@code off} and {@code handover}; anything else is until when. */
  private static Command rest(String text) {
    return switch (PlainWord.english(text)) {
      case "off" -> new Command.Rested();
      case "handover" -> new Command.HandOver();
      default -> new Command.Rest(orNull(text));
    };
  }

  /** {@code send} and {@code never mind}, in any language; {@code 12} or a name, and why. */
  private static Command report(String text) {
    Matcher numbered = NUMBER_FIRST.matcher(text);
    return switch (PlainWord.english(text)) {
      case "send" -> new Command.SendReport(0);
      case "drop" -> new Command.DropReport(0);
      default ->
          numbered.matches()
              ? new Command.Report(
                  target(numbered.group(1)),
                  numbered.group(2) == null ? "" : numbered.group(2).strip())
              : new Command.Report(new Target.Unsaid(""), text);
    };
  }

  /**
   * {@code 3}, {@code 3 close}, {@code 3 write Ben: Hello}: what a steward does about a report; all
   * of them otherwise.
   */
  private static Command reports(String id, String act) {
    if (!id.matches("#?[0-9]{1,9}")) {
      return new Command.ShowReports();
    }
    long report = Long.parseLong(id.replace("#", ""));
    String[] words = act.split("\\s+", 2);
    if (words[0].equalsIgnoreCase("write")) {
      return new Command.WriteOnReport(report, words.length > 1 ? words[1].strip() : "");
    }
    for (ReportAct one : ReportAct.values()) {
      if (one.name().equalsIgnoreCase(act)) {
        return new Command.OnReport(report, one);
      }
    }
    return new Command.ReadReport(report);
  }

  /** {@code 12}, or a name. */
  private static Command block(String text) {
    Target target = target(text);
    return target instanceof Target.Numbered
        ? new Command.Block(target, "")
        : new Command.Block(new Target.Unsaid(""), text);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
