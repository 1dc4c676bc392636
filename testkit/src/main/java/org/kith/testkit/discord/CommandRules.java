package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a command may be called and how it may be described. */
final class CommandRules {
  private static final Pattern NAME =
      Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
  private static final int CHAT_INPUT = 1;
  private static final int MOST_COMMANDS = 100;
  private static final int LONGEST_IN_ALL = 8000;
  private static final Set<String> LOCALES =
      Set.of(
          "ar", "he", "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt",
          "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru",
          "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko");

  private CommandRules() {}

  static void check(JsonNode commands, List<String> found) {
    if (commands.size() > MOST_COMMANDS) {
      found.add(commands.size() + " commands; 100 are allowed");
    }
    uniqueNames(commands, "commands", found);
    for (JsonNode command : commands) {
      if (command.path("type").asInt(CHAT_INPUT) == CHAT_INPUT) {
        named(command, found);
        options(command, found);
        if (textIn(command) > LONGEST_IN_ALL) {
          found.add("/" + Json.text(command, "name") + " has more than 8000 characters in all");
        }
      }
    }
  }

  private static void named(JsonNode one, List<String> found) {
    String name = Json.text(one, "name");
    name(name, found);
    String description = Json.text(one, "description");
    if (description.isEmpty() || RequestRules.length(description) > 100) {
      found.add("'" + name + "' needs a description of 1 to 100 characters");
    }
    one.path("name_localizations")
        .properties()
        .forEach(e -> {
          locale(e.getKey(), found);
          name(e.getValue().asText(), found);
        });
    one.path("description_localizations")
        .properties()
        .forEach(e -> {
          locale(e.getKey(), found);
          if (e.getValue().asText().isEmpty() || RequestRules.length(e.getValue().asText()) > 100) {
            found.add("'" + name + "' has no fit description in " + e.getKey());
          }
        });
  }

  private static void name(String name, List<String> found) {
    if (!NAME.matcher(name).matches() || !name.equals(name.toLowerCase(Locale.ROOT))) {
      found.add("'" + name + "' is no name: lower case, letters, digits, - and _, 1 to 32");
    }
  }

  private static void locale(String locale, List<String> found) {
    if (!LOCALES.contains(locale)) {
      found.add("'" + locale + "' is no locale of Discord's");
    }
  }

  private static void options(JsonNode owner, List<String> found) {
    JsonNode options = owner.path("options");
    String name = Json.text(owner, "name");
    if (options.size() > 25) {
      found.add("'" + name + "' has " + options.size() + " options; 25 are allowed");
    }
    uniqueNames(options, "options of '" + name + "'", found);
    boolean optionalSeen = false;
    Set<Boolean> kinds = new HashSet<>();
    for (JsonNode option : options) {
      named(option, found);
      boolean subcommand = option.path("type").asInt() <= 2;
      kinds.add(subcommand);
      if (!subcommand && option.path("required").asBoolean() && optionalSeen) {
        found.add("required options of '" + name + "' must come first");
      }
      optionalSeen |= !option.path("required").asBoolean();
      choices(option, found);
      options(option, found);
    }
    if (kinds.size() > 1) {
      found.add("'" + name + "' mixes subcommands and options");
    }
  }

  private static void choices(JsonNode option, List<String> found) {
    JsonNode choices = option.path("choices");
    if (!choices.isEmpty() && option.path("autocomplete").asBoolean()) {
      found.add("'" + Json.text(option, "name") + "' has choices and autocompletion");
    }
    uniqueNames(choices, "choices of '" + Json.text(option, "name") + "'", found);
    for (JsonNode choice : choices) {
      choice
          .path("name_localizations")
          .properties()
          .forEach(e -> {
            locale(e.getKey(), found);
            if (e.getValue().asText().isEmpty()
                || RequestRules.length(e.getValue().asText()) > 100) {
              found.add("a choice's name in " + e.getKey() + " has not 1 to 100 characters");
            }
          });
      if (RequestRules.length(Json.text(choice, "value")) > 100) {
        found.add("a choice's value is longer than 100: " + choice);
      }
    }
  }

  /** No two of one sort have one name, in any language; where one is missing English stands. */
  private static void uniqueNames(JsonNode named, String where, List<String> found) {
    uniqueNames(named, "", where, found);
    LOCALES.forEach(locale -> uniqueNames(named, locale, where, found));
  }

  private static void uniqueNames(JsonNode named, String locale, String where, List<String> found) {
    Set<String> seen = new HashSet<>();
    for (JsonNode one : named) {
      String name = one.path("name_localizations").path(locale).asText(Json.text(one, "name"));
      if (!seen.add(name)) {
        String language = locale.isEmpty() ? "" : " in " + locale;
        found.add("'" + name + "' twice among the " + where + language);
      }
    }
  }

  /** Of each text the longest of its translations counts. */
  private static int textIn(JsonNode command) {
    int length = longest(command, "name") + longest(command, "description");
    for (JsonNode choice : command.path("choices")) {
      length += longest(choice, "name") + RequestRules.length(Json.text(choice, "value"));
    }
    for (JsonNode option : command.path("options")) {
      length += textIn(option);
    }
    return length;
  }

  private static int longest(JsonNode one, String field) {
    int longest = RequestRules.length(Json.text(one, field));
    for (var translated : one.path(field + "_localizations").properties()) {
      longest = Math.max(longest, RequestRules.length(translated.getValue().asText()));
    }
    return longest;
  }
}
