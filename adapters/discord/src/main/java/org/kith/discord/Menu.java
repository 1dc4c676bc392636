package org.kith.discord;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.kith.care.Thanks.Way;
import org.kith.circle.DigestShows;
import org.kith.circle.KindsOff;
import org.kith.circle.Nameless;
import org.kith.circle.Openness;
import org.kith.circle.RingPace;
import org.kith.circle.WhoMayClaim;
import org.kith.command.OwnSetting;
import org.kith.command.Setting;
import org.kith.command.Typed;
import org.kith.desk.Desk;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slash commands: what exists, and that Discord knows it. */
final class Menu {
  private static final int MOST_HELPERS = 20;
  private static final int HIGHEST_NUMBER = 999_999_999;

  /** What can be said to a preview, and about requests on one's behalf. */
  private static final List<String> MINE =
      List.of(
          "post it",
          "in a while",
          "without my name",
          "with my name",
          "never mind",
          "yes",
          "ask me",
          "not now",
          "details",
          "show my name");

  /** Commands that only have meaning with a subcommand. */
  private static final List<String> WITH_SUBCOMMANDS = List.of("digest", "settings", "circle");

  private static final Logger log = LoggerFactory.getLogger(Menu.class);

  private Menu() {}

  /**
   * Registers the commands with Discord, all at once, if they are not those that were registered
   * last for this application.
   */
  static void register(JDA jda, Desk desk) {
    List<SlashCommandData> commands = commands();
    String name = "discord.menu." + jda.getSelfUser().getApplicationId();
    String hash = hash(commands);
    if (hash.equals(desk.recall(name))) {
      return;
    }
    Calls.await(jda.updateCommands().addCommands(commands));
    desk.remember(name, hash);
    log.info("{} commands registered with Discord", commands.size());
  }

  /** Every command that exists today, in the languages that Kith has. */
  static List<SlashCommandData> commands() {
    return commands(Words.languages());
  }

  /** The default language stands among the localisations too, or a client may show a wrong one. */
  static List<SlashCommandData> commands(List<String> languages) {
    Localised localised = new Localised(languages, WITH_SUBCOMMANDS);
    return Typed.NAMES.stream()
        .map(name -> command(name).setLocalizationFunction(localised))
        .toList();
  }

  private static SlashCommandData command(String name) {
    SlashCommandData made =
        Commands.slash(name, say(name))
            .setContexts(InteractionContextType.GUILD, InteractionContextType.BOT_DM);
    return switch (name) {
      case "needhelp" -> made.addOptions(needhelp());
      case "board" -> made.addOptions(text("board.kind").setAutoComplete(true));
      case "standby", "done", "cancel" -> made.addOptions(number());
      case "claim" -> made.addOptions(number(), text("claim.part"));
      case "edit" -> made.addOptions(number(), text("edit.to"));
      case "mine" -> made.addOptions(choices(text("mine.answer"), MINE), number());
      case "again" -> made.addOptions(number(), choices(text("again.when"), List.of("next week")));
      case "write" ->
          made.addOptions(
              number(), text("write.words"), option(OptionType.ATTACHMENT, "write.photo"));
      case "thanks" ->
          made.addOptions(
              number(), text("thanks.words"), choices(text("thanks.how"), names(Way.values())));
      case "digest" ->
          made.addSubcommands(
              subcommand("digest.now"),
              subcommand("digest.when").addOptions(text("digest.when.to")));
      case "block" -> made.addOptions(person("block.who"), number());
      case "report" -> made.addOptions(person("report.who"), number(), text("report.why"));
      case "rest" -> made.addOptions(text("rest.until"));
      case "settings" ->
          made.addSubcommands(
              subcommand("settings.show"),
              subcommand("settings.card").addOptions(text("settings.card.text")),
              subcommand("settings.clear"),
              subcommand("settings.export"),
              subcommand("settings.link").addOptions(text("settings.link.code")),
              subcommand("settings.unlink").addOptions(text("settings.unlink.account")),
              subcommand("settings.forget")
                  .addOptions(choices(text("settings.forget.sure"), List.of("yes"))),
              subcommand("settings.set").addOptions(own()));
      case "circle" ->
          made.addSubcommands(
                  subcommand("circle.show"),
                  subcommand("circle.set").addOptions(set()),
                  subcommand("circle.link"),
                  subcommand("circle.join").addOptions(text("circle.join.code").setRequired(true)),
                  subcommand("circle.leave")
                      .addOptions(choices(text("circle.leave.requests"), List.of("along", "stay"))),
                  subcommand("circle.stewards")
                      .addOptions(
                          text("circle.stewards.add").setAutoComplete(true),
                          text("circle.stewards.remove").setAutoComplete(true)),
                  subcommand("circle.take").addOptions(number()),
                  subcommand("circle.report")
                      .addOptions(
                          option(OptionType.INTEGER, "circle.report.report")
                              .setRequiredRange(1, HIGHEST_NUMBER),
                          choices(
                              text("circle.report.act"),
                              List.of("talk", "write", "pause", "bar", "close")),
                          text("circle.report.words")),
                  subcommand("circle.pause").addOptions(number()),
                  subcommand("circle.bar").addOptions(person("circle.bar.who").setRequired(true)),
                  subcommand("circle.unbar")
                      .addOptions(person("circle.unbar.who").setRequired(true)),
                  subcommand("circle.trust").addOptions(person("circle.trust.who")),
                  subcommand("circle.untrust").addOptions(person("circle.untrust.who")))
              .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER));
      default -> made;
    };
  }

  private static List<OptionData> needhelp() {
    return List.of(
        text("needhelp.what"),
        text("needhelp.kind").setAutoComplete(true),
        text("needhelp.when").setAutoComplete(true),
        text("needhelp.where"),
        option(OptionType.INTEGER, "needhelp.helpers").setRequiredRange(1, MOST_HELPERS),
        text("needhelp.details"),
        option(OptionType.BOOLEAN, "needhelp.anonymous"),
        text("needhelp.for").setAutoComplete(true));
  }

  private static List<OptionData> set() {
    return List.of(Setting.values()).stream().map(Menu::setting).toList();
  }

  private static List<OptionData> own() {
    return List.of(OwnSetting.values()).stream().map(Menu::own).toList();
  }

  private static OptionData own(OwnSetting setting) {
    OptionData option = text("settings.set." + setting.typed());
    return switch (setting) {
      case LANGUAGE, ZONE, QUIET, CAP, REMINDERS, UNBLOCK -> option;
      case ASK, DIGEST, PLAIN -> choices(option, List.of("yes", "no"));
    };
  }

  private static OptionData setting(Setting setting) {
    OptionData option = text("circle.set." + setting.name().toLowerCase(Locale.ROOT));
    return switch (setting) {
      case ZONE, DIGEST, CRISIS, COUNTRY, KINDS, RETENTION, WELCOME -> option;
      case LANGUAGE -> choices(option, Words.languages());
      case PACE -> choices(option, names(RingPace.values()));
      case OPENNESS -> choices(option, names(Openness.values()));
      case DETAILS -> choices(option, List.of("claim", "yes", "off"));
      case NAMES -> choices(option, List.of("yes", "agreed", "no"));
      case CLAIM -> choices(option, names(WhoMayClaim.values()));
      case KINDSOFF -> choices(option, names(KindsOff.values()));
      case QUESTIONS -> choices(option, List.of("on", "yes", "off"));
      case NAMELESS -> choices(option, names(Nameless.values()));
      case DIGESTSHOWS -> choices(option, names(DigestShows.values()));
      case PHOTOS, LINKS -> choices(option, List.of("on", "off"));
    };
  }

  private static List<String> names(Enum<?>[] values) {
    return List.of(values).stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static OptionData choices(OptionData option, List<String> values) {
    values.forEach(one -> option.addChoice(one, one));
    return option;
  }

  private static OptionData number() {
    return option(OptionType.INTEGER, "number")
        .setRequiredRange(1, HIGHEST_NUMBER)
        .setAutoComplete(true);
  }

  private static OptionData person(String key) {
    return option(OptionType.USER, key);
  }

  private static OptionData text(String key) {
    return option(OptionType.STRING, key);
  }

  private static OptionData option(OptionType type, String key) {
    return new OptionData(type, lastPart(key), say(key));
  }

  private static SubcommandData subcommand(String key) {
    return new SubcommandData(lastPart(key), say(key));
  }

  private static String say(String key) {
    return Words.in(Words.ENGLISH).say("menu." + key);
  }

  private static String lastPart(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  static String hash(List<SlashCommandData> commands) {
    byte[] json = DataArray.fromCollection(commands).toJson();
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
