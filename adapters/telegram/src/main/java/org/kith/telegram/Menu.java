package org.kith.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.command.Typed;
import org.kith.desk.Desk;
import org.kith.words.Words;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;

/**
 * The commands that Telegram offers while people type: few in a group, some more for its
 * administrators, all in the private chat; described in each language that Kith speaks. Told to
 * Telegram only when they have changed.
 */
final class Menu {
  private static final List<String> IN_GROUPS = List.of("needhelp", "board", "mine", "help");
  private static final List<String> FOR_ADMINISTRATORS = List.of("circle", "digest");

  private final Line line;
  private final Desk desk;
  private final String name;
  private final List<String> languages;

  /**
   * @param bot the bot's own id: another bot on the same database has a menu of its own
   */
  Menu(Line line, Desk desk, long bot) {
    this(line, desk, bot, Words.languages());
  }

  /**
   * @param languages English is for everybody whose language is none of the others
   */
  Menu(Line line, Desk desk, long bot, List<String> languages) {
    this.line = line;
    this.desk = desk;
    this.name = "telegram.menu." + bot;
    this.languages = List.copyOf(languages);
  }

  /** Tells Telegram the commands, if they are others than those told last. */
  void register() throws NotDone {
    Map<Shown, List<BotCommand>> menus = menus();
    String hash = hash(menus.toString());
    if (hash.equals(desk.recall(name))) {
      return;
    }
    for (var menu : menus.entrySet()) {
      SetMyCommands set = new SetMyCommands(menu.getValue());
      set.setScope(menu.getKey().scope());
      set.setLanguageCode(menu.getKey().language());
      var _ = line.ask(set);
    }
    desk.remember(name, hash);
  }

  /** Where a menu is shown, and in which language; null for all that have none of their own. */
  private record Shown(BotCommandScope scope, @Nullable String language) {}

  private Map<Shown, List<BotCommand>> menus() {
    List<String> administrators = new ArrayList<>(IN_GROUPS);
    administrators.addAll(FOR_ADMINISTRATORS);
    Map<Shown, List<BotCommand>> menus = new LinkedHashMap<>();
    for (String tag : languages) {
      Words words = Words.in(tag);
      String code = tag.equals(Words.ENGLISH) ? null : tag;
      menus.put(
          new Shown(new BotCommandScopeAllGroupChats(), code), commands(words, IN_GROUPS, true));
      menus.put(
          new Shown(new BotCommandScopeAllChatAdministrators(), code),
          commands(words, administrators, true));
      menus.put(
          new Shown(new BotCommandScopeAllPrivateChats(), code),
          commands(words, Typed.NAMES, false));
    }
    return menus;
  }

  // In a group, a command that only its sender and the bot see, where the client knows of such.
  private static List<BotCommand> commands(Words words, List<String> names, boolean ephemeral) {
    return names.stream()
        .map(name -> {
          BotCommand command = new BotCommand(name, words.say("menu." + name));
          command.setIsEphemeral(ephemeral ? Boolean.TRUE : null);
          return command;
        })
        .toList();
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
