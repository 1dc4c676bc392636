package org.kith.discord;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.jspecify.annotations.Nullable;
import org.kith.care.Thanks.Way;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.OwnSetting;
import org.kith.command.Setting;
import org.kith.command.Target;
import org.kith.command.Typed;

/** Reads a slash command: Discord has its options apart already. */
final class Slash {
  private static final String ANONYMOUS = "anonymous";

  private Slash() {}

  /** True for a {@code /needhelp} that says nothing of what is needed: it opens the form. */
  static boolean opensForm(CommandInteractionPayload typed) {
    return typed.getName().equals("needhelp")
        && typed.getOptions().stream().allMatch(option -> option.getName().equals(ANONYMOUS));
  }

  /** True if nobody is to be told who asks. */
  static boolean isAnonymous(CommandInteractionPayload typed) {
    OptionMapping option = typed.getOption(ANONYMOUS);
    return option != null && option.getAsBoolean();
  }

  /** The command that was typed. */
  static Command read(CommandInteractionPayload typed) {
    return switch (typed.getFullCommandName()) {
      case "needhelp" -> new Command.NeedHelp(ask(typed));
      case "board" -> new Command.Board(text(typed, "kind"));
      case "claim" -> claim(target(typed), text(typed, "part"));
      case "standby" -> new Command.Standby(target(typed));
      case "done" -> new Command.Done(target(typed));
      case "cancel" -> new Command.Cancel(target(typed));
      case "again" -> new Command.Again(target(typed), text(typed, "when"));
      case "thanks" ->
          new Command.Thanks(target(typed), text(typed, "words"), way(text(typed, "how")));
      case "edit" -> new Command.Edit(target(typed), orEmpty(text(typed, "to")));
      case "write" -> write(typed);
      case "mine" -> mine(typed);
      case "help" -> new Command.Help();
      case "start" -> new Command.Start(null);
      case "privacy" -> new Command.Privacy();
      case "crisis" -> new Command.Crisis();
      case "settings card" -> careCard(text(typed, "text"));
      case "digest now" -> new Command.DigestNow();
      case "digest when" -> new Command.DigestWhen(text(typed, "to"));
      case "circle show" -> new Command.CircleShow();
      case "circle link" -> new Command.CircleLink();
      case "circle join" -> new Command.CircleJoin(orEmpty(text(typed, "code")));
      case "circle leave" -> Typed.read("circle", "leave " + orEmpty(text(typed, "requests")));
      case "circle stewards" -> stewards(typed);
      case "circle pause" -> new Command.Pause(target(typed));
      case "circle take" -> new Command.LookAfter(target(typed));
      case "block" -> new Command.Block(target(typed), person(typed));
      case "report" -> report(typed);
      case "circle report" ->
          Typed.read(
              "circle",
              String.join(
                      " ",
                      "report",
                      orEmpty(text(typed, "report")),
                      orEmpty(text(typed, "act")),
                      orEmpty(text(typed, "words")))
                  .strip());
      case "circle bar" -> new Command.Bar(person(typed), true);
      case "circle unbar" -> new Command.Bar(person(typed), false);
      case "settings link" -> Typed.read("settings", "link " + orEmpty(text(typed, "code")));
      case "settings unlink" -> new Command.AccountUnlink(orEmpty(text(typed, "account")));
      case "circle trust" -> new Command.Trust(person(typed), true);
      case "circle untrust" -> new Command.Trust(person(typed), false);
      case "settings show" -> new Command.SettingsShow();
      case "settings set" -> wishes(typed);
      case "settings clear" -> new Command.ClearChat();
      case "settings export" -> new Command.ExportMe();
      case "settings forget" -> Typed.read("settings", "forget " + orEmpty(text(typed, "sure")));
      case "rest" -> Typed.read("rest", orEmpty(text(typed, "until")));
      case "circle set" -> new Command.CircleSet(changes(typed));
      default -> new Command.Unknown(typed.getFullCommandName());
    };
  }

  private static Command wishes(CommandInteractionPayload typed) {
    Map<OwnSetting, String> changes = new EnumMap<>(OwnSetting.class);
    for (OwnSetting setting : OwnSetting.values()) {
      String to = text(typed, setting.typed());
      if (to != null) {
        changes.put(setting, to);
      }
    }
    return new Command.SettingsSet(changes);
  }

  private static Command stewards(CommandInteractionPayload typed) {
    String add = text(typed, "add");
    String remove = text(typed, "remove");
    if (add != null) {
      return new Command.NameSteward(add);
    }
    return remove == null ? new Command.Stewards() : new Command.UnnameSteward(remove);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Ask ask(CommandInteractionPayload typed) {
    String what = text(typed, "what");
    String helpers = text(typed, "helpers");
    return new Ask.Options(
        what == null ? "" : what,
        text(typed, "kind"),
        text(typed, "when"),
        text(typed, "where"),
        helpers != null && helpers.matches("[0-9]{1,9}") ? Integer.valueOf(helpers) : null,
        text(typed, "details"),
        isAnonymous(typed),
        text(typed, "for"),
        false);
  }

  private static Command claim(Target target, @Nullable String part) {
    return part == null ? new Command.Claim(target) : new Command.ClaimPart(target, part);
  }

  private static Command write(CommandInteractionPayload typed) {
    Command words = new Command.WriteAbout(target(typed), orEmpty(text(typed, "words")), false);
    OptionMapping photo = typed.getOption("photo");
    return photo == null
        ? words
        : new Command.WithPhoto(words, AttachedPhoto.of(photo.getAsAttachment()), false);
  }

  private static Command mine(CommandInteractionPayload typed) {
    String answer = text(typed, "answer");
    return answer == null ? new Command.Mine() : new Command.AboutMe(target(typed), answer);
  }

  private static Target target(CommandInteractionPayload typed) {
    String number = text(typed, "number");
    return Typed.target(number == null ? "" : number);
  }

  private static Command careCard(@Nullable String text) {
    return text == null ? new Command.ShowCareCard() : new Command.WriteCareCard(text, false);
  }

  private static @Nullable Way way(@Nullable String how) {
    for (Way way : Way.values()) {
      if (way.name().equalsIgnoreCase(how)) {
        return way;
      }
    }
    return null;
  }

  private static Map<Setting, String> changes(CommandInteractionPayload typed) {
    Map<Setting, String> changes = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String wanted = text(typed, setting.name().toLowerCase(Locale.ROOT));
      if (wanted != null) {
        changes.put(setting, wanted);
      }
    }
    return changes;
  }

  private static Command report(CommandInteractionPayload typed) {
    String why = orEmpty(text(typed, "why"));
    Target target = target(typed);
    String who = person(typed);
    if (target instanceof Target.Numbered) {
      return new Command.Report(target, why);
    }
    return who.isEmpty() ? Typed.read("report", why) : new Command.Report(target, who + " " + why);
  }

  /** Whom the option says, as people mention them; empty if it was not given. */
  private static String person(CommandInteractionPayload typed) {
    OptionMapping option = typed.getOption("who");
    return option == null ? "" : "<@" + option.getAsString() + ">";
  }

  /** What was typed for an option; null if it was not given. A number comes as its digits. */
  private static @Nullable String text(CommandInteractionPayload typed, String name) {
    OptionMapping option = typed.getOption(name);
    return option == null ? null : option.getAsString();
  }
}
