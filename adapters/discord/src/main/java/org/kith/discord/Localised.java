package org.kith.discord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;
import org.kith.words.Words;

/**
 * What the slash commands are called in each language that Discord and Kith both know: from the
 * language files' {@code menu.} sentences, the names of commands and options from {@code
 * menu.name.}, where a language has them. What a choice stands for stays the English word, which is
 * understood in every language.
 *
 * <p>A command with subcommands keeps its English name: some of Discord's clients do not find the
 * subcommands under another one.
 */
final class Localised implements LocalizationFunction {
  private static final String NAME = "name";
  private static final String OPTIONS = "options";
  private static final String CHOICES = "choices";
  private static final int LONGEST_CHOICE = 100;

  /** Lists of words in which a choice's word stands, so that its first one names the choice. */
  private static final List<String> LISTS =
      List.of(
          "behalf.read.yes",
          "behalf.read.askme",
          "behalf.read.no",
          "behalf.read.details",
          "behalf.read.name",
          "preview.read.post",
          "preview.read.while",
          "preview.read.named",
          "preview.read.drop",
          "ask.read.anonymous",
          "again.read.week",
          "thanks.read.private",
          "thanks.read.public",
          "thanks.read.anonymous");

  /** Choices that a sentence explains. */
  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("openness.friends", "openness.friends"),
          Map.entry("openness.neighbours", "openness.neighbours"),
          Map.entry("openness.support", "openness.support"),
          Map.entry("details.claim", "circle.details.at_claim"),
          Map.entry("details.yes", "circle.details.after_yes"),
          Map.entry("details.off", "circle.details.off"),
          Map.entry("names.yes", "circle.names.yes"),
          Map.entry("names.agreed", "circle.names.if_agreed"),
          Map.entry("names.no", "circle.names.no"),
          Map.entry("photos.on", "circle.photos.on"),
          Map.entry("photos.off", "circle.photos.off"));

  private final Map<DiscordLocale, Words> languages = new EnumMap<>(DiscordLocale.class);
  private final List<String> withSubcommands;

  /**
   * @param tags the languages to offer
   * @param withSubcommands names of the commands that have subcommands
   */
  Localised(List<String> tags, List<String> withSubcommands) {
    this.withSubcommands = List.copyOf(withSubcommands);
    for (DiscordLocale locale : DiscordLocale.values()) {
      String tag = locale.getLocale().split("-", 2)[0];
      if (locale != DiscordLocale.UNKNOWN && tags.contains(tag)) {
        languages.put(locale, Words.in(tag));
      }
    }
  }

  /**
   * @param key as JDA makes it: the names on the way to a part, {@code options} and {@code choices}
   *     before those of one, {@code name} or {@code description} last
   */
  @Override
  public Map<DiscordLocale, String> apply(String key) {
    Map<DiscordLocale, String> found = new EnumMap<>(DiscordLocale.class);
    List<String> path = new ArrayList<>(Arrays.asList(key.split("\\.", -1)));
    boolean name = path.removeLast().equals(NAME);
    languages.forEach((locale, words) -> {
      Optional<String> said =
          path.contains(CHOICES)
              ? choice(words, path)
              : name ? name(words, path) : description(words, path);
      said.ifPresent(text -> found.put(locale, text));
    });
    return found;
  }

  private Optional<String> name(Words words, List<String> path) {
    boolean command = !path.contains(OPTIONS);
    if (command && withSubcommands.contains(path.getFirst())) {
      return Optional.empty();
    }
    String key = "menu.name." + path.getLast();
    return words.has(key) ? Optional.of(words.raw(key)) : Optional.empty();
  }

  private static Optional<String> description(Words words, List<String> path) {
    String whole = String.join(".", path.stream().filter(one -> !one.equals(OPTIONS)).toList());
    String key = "menu." + (knows(words, whole) ? whole : path.getLast());
    return words.has(key) ? Optional.of(words.say(key)) : Optional.empty();
  }

  private static boolean knows(Words words, String key) {
    return words.has("menu." + key);
  }

  /** A choice's own name; English keeps the word that it stands for. */
  private static Optional<String> choice(Words words, List<String> path) {
    String value = path.getLast().replace('_', ' ');
    String option = path.get(path.size() - 3);
    String sentence = SENTENCES.get(option + "." + value);
    Optional<String> said =
        words.language().equals(Words.ENGLISH)
            ? Optional.empty()
            : sentence == null
                ? listed(words, value)
                : Optional.of(words.say(sentence)).filter(_ -> words.has(sentence));
    return said.filter(text -> text.length() <= LONGEST_CHOICE);
  }

  private static Optional<String> listed(Words words, String value) {
    Words english = Words.in(Words.ENGLISH);
    return LISTS.stream()
        .filter(list -> words.has(list) && english.alternatives(list).contains(value))
        .map(list -> words.alternatives(list).getFirst())
        .findFirst();
  }
}
