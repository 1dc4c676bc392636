package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kith.care.Extension;
import org.kith.care.Part;
import org.kith.circle.DetailsOpen;
import org.kith.circle.DigestShows;
import org.kith.circle.Kind;
import org.kith.circle.KindsOff;
import org.kith.circle.Nameless;
import org.kith.circle.NamesOnCards;
import org.kith.circle.Openness;
import org.kith.circle.Platform;
import org.kith.circle.RelayOpen;
import org.kith.circle.RingPace;
import org.kith.circle.UsualKind;
import org.kith.circle.WhoMayClaim;
import org.kith.command.DraftField;
import org.kith.command.OwnSetting;
import org.kith.command.Pictured;
import org.kith.command.Setting;
import org.kith.command.Typed;
import org.kith.post.Messenger.Missing;

/** The language file and the sources know each other: no key is missing, none is left over. */
class LanguageFileTest {
  /** Beginnings of keys whose end is computed; every other key stands whole in a source. */
  private static final Set<String> COMPUTED =
      Set.of(
          "ask.read.count.",
          "ask.read.helpers.",
          "button.fix.",
          "button.later.",
          "button.set.",
          "circle.details.",
          "circle.missing.",
          "circle.names.",
          "circle.pace.",
          "circle.set.",
          "dialogue.details.",
          "dialogue.small.",
          "discord.menu.",
          "edit.field.",
          "form.",
          "kind.",
          "menu.",
          "open.claim.",
          "open.digest.",
          "open.nameless.",
          "open.off.",
          "open.questions.",
          "openness.",
          "platform.",
          "relay.useless.",
          "report.act.",
          "report.log.",
          "report.told.",
          "room.write.",
          "settings.set.",
          "telegram.menu.",
          "typed.read.",
          "when.read.",
          "when.read.month.",
          "when.read.weekday.",
          "when.show.part.");

  /** Keys of which a part in the middle or at the end is computed. */
  private static final Set<String> PIECED =
      Set.of("dialogue.when.typed", "dialogue.where.skip", "dialogue.details.skip");

  private static final Words ENGLISH = Words.in("en");
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][a-z0-9_]*(?:\\.[a-z0-9_]+)*\\.?)\"");
  private static final Pattern SAID =
      Pattern.compile("\\b(?:say|answer|raw)\\(\\s*\"([^\"]+)\"\\s*([,)+])");
  private static final Pattern BEGINNING = Pattern.compile("\"([a-z][a-z0-9_.]*\\.)\"\\s*\\+");

  private static String sources = "";

  @BeforeAll
  static void read() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("adapters"))) {
      root = Objects.requireNonNull(root.getParent(), "no checkout around the test");
    }
    List<Path> all = new ArrayList<>(sources(root.resolve("bot-core/src/main")));
    try (Stream<Path> adapters = Files.list(root.resolve("adapters"))) {
      adapters
          .map(adapter -> adapter.resolve("src/main"))
          .filter(Files::isDirectory)
          .forEach(main -> all.addAll(sources(main)));
    }
    sources = all.stream().map(LanguageFileTest::text).collect(Collectors.joining("\n"));
  }

  @Test
  void every_sentence_that_is_said_is_in_the_file() {
    Set<String> missing = new TreeSet<>();
    Matcher said = SAID.matcher(sources);
    while (said.find()) {
      boolean whole = !said.group(2).equals("+");
      String key = said.group(1);
      if (whole && !ENGLISH.has(key) && !ENGLISH.has("room." + key)) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void no_computed_key_is_computed_unknown_to_this_test() {
    Set<String> beginnings = new TreeSet<>();
    Matcher found = BEGINNING.matcher(sources);
    while (found.find()) {
      beginnings.add(found.group(1));
    }
    beginnings.removeIf(
        beginning -> ENGLISH.keys().stream().noneMatch(k -> k.startsWith(beginning)));
    beginnings.remove("dialogue.");
    assertThat(COMPUTED).containsAll(beginnings);
  }

  @Test
  void every_key_that_can_be_computed_is_in_the_file() {
    List<String> keys = new ArrayList<>(PIECED);
    for (Kind kind : UsualKind.values()) {
      keys.add("kind." + kind.code());
      keys.add("kind." + kind.code() + ".read");
    }
    keys.addAll(of("circle.details.", DetailsOpen.values()));
    keys.addAll(of("dialogue.details.", DetailsOpen.values()));
    keys.addAll(of("circle.names.", NamesOnCards.values()));
    keys.addAll(of("circle.missing.", Missing.values()));
    keys.addAll(of("circle.pace.", RingPace.values()));
    keys.addAll(of("circle.set.", Setting.values()));
    keys.addAll(of("menu.circle.set.", Setting.values()));
    keys.addAll(of("settings.set.", OwnSetting.values()));
    keys.addAll(of("menu.settings.set.", OwnSetting.values()));
    for (String button :
        List.of(
            "language",
            "zone",
            "quiet",
            "cap",
            "reminders",
            "digest.yes",
            "digest.no",
            "plain.yes",
            "plain.no")) {
      keys.add("button.set." + button);
    }
    keys.addAll(of("open.claim.", WhoMayClaim.values()));
    keys.addAll(of("open.nameless.", Nameless.values()));
    keys.addAll(of("open.off.", KindsOff.values()));
    keys.addAll(of("open.questions.", RelayOpen.values()));
    keys.addAll(of("open.digest.", DigestShows.values()));
    keys.addAll(of("openness.", Openness.values()));
    keys.addAll(of("platform.", Platform.values()));
    keys.addAll(of("relay.useless.", Pictured.Why.values()));
    keys.addAll(of("when.show.part.", Part.values()));
    keys.addAll(of("button.later.", Extension.values()));
    Stream.of(DraftField.values())
        .filter(field -> field != DraftField.CIRCLE && field != DraftField.PART)
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .forEach(field -> keys.add("button.fix." + field));
    Stream.of("recipe", "book", "talk").forEach(small -> keys.add("dialogue.small." + small));
    Stream.of("kind", "what", "when", "where", "helpers", "details")
        .forEach(field -> keys.add("edit.field." + field)); // For whom it is stays as it was.
    Typed.NAMES.forEach(name -> keys.add("menu." + name));
    assertThat(ENGLISH.keys()).containsAll(keys);
  }

  /** The later one would win, and whoever mends the other wonders. */
  @Test
  void no_key_stands_twice_in_any_language() throws IOException {
    for (String language : Words.languages()) {
      Set<String> seen = new HashSet<>();
      try (var file = Words.class.getResourceAsStream("/words/" + language + ".properties")) {
        String text =
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(
                text.lines()
                    .filter(line -> line.matches("[a-z].*"))
                    .map(line -> line.split("=", 2)[0]))
            .as(language)
            .allMatch(seen::add);
      }
    }
  }

  @Test
  void every_key_of_the_file_is_used() {
    Set<String> literals = new TreeSet<>();
    Matcher found = LITERAL.matcher(sources);
    while (found.find()) {
      literals.add(found.group(1));
    }
    Set<String> unused = new TreeSet<>(ENGLISH.keys());
    unused.removeAll(literals);
    unused.removeAll(PIECED);
    unused.removeIf(key -> COMPUTED.stream().anyMatch(key::startsWith));
    unused.removeIf(LanguageFileTest::isInTheRoom);
    assertThat(unused).isEmpty();
  }

  @Test
  void every_sentence_can_be_said() {
    for (String key : sentences()) {
      String said = filled(key, "7");
      assertThat(said).as(key).isNotBlank().doesNotContain("{").doesNotContain("}");
    }
  }

  @Test
  void what_is_put_into_a_sentence_is_data() {
    for (String key : sentences()) {
      for (String name : arguments(key)) {
        if (!ENGLISH.raw(key).contains("{" + name + ",")) {
          assertThat(filled(key, "{0} '' {x, plural}")).as(key).contains("{0} '' {x, plural}");
        }
      }
    }
  }

  @Test
  void the_menu_the_form_and_the_buttons_keep_the_platforms_limits() {
    for (String key : ENGLISH.keys()) {
      int limit =
          key.startsWith("menu.") || key.endsWith(".hint")
              ? 100
              : key.startsWith("form.")
                  ? 45
                  : key.startsWith("button.") ? 80 : key.endsWith(".brief") ? 200 : 4_000;
      if (sentences().contains(key)) {
        assertThat(filled(key, "1234567890").length()).as(key).isLessThanOrEqualTo(limit);
      }
    }
  }

  /** The room's page and its refusals name their keys without the beginning. */
  private static boolean isInTheRoom(String key) {
    if (!key.startsWith("room.")) {
      return false;
    }
    String bare = key.substring("room.".length());
    String reason = bare.replaceFirst("^refused\\.", "");
    return sources.contains("{{" + bare + "}}")
        || sources.contains('"' + bare + '"')
        || (!reason.equals(bare) && sources.contains('"' + reason + '"'));
  }

  /** All keys but those that list words to be recognised, or patterns of another kind. */
  private static Set<String> sentences() {
    return ENGLISH.keys().stream()
        .filter(LanguageFileTest::isSentence)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** False for a list of words to be recognised, or a pattern of another kind. */
  static boolean isSentence(String key) {
    return !key.contains(".read.")
        && !key.endsWith(".read")
        && !key.startsWith("menu.name.")
        && !key.equals("zone.offered")
        && !key.matches("when\\.show\\.(day|time)(\\..*)?");
  }

  private static String filled(String key, String text) {
    Map<String, Object> values = new HashMap<>();
    for (String name : arguments(key)) {
      boolean number = ENGLISH.raw(key).contains("{" + name + ",");
      values.put(name, number ? (Object) 7 : text);
    }
    Object[] pairs =
        values.entrySet().stream()
            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
            .toArray();
    return ENGLISH.say(key, pairs);
  }

  private static Set<String> arguments(String key) {
    return new MessageFormat(ENGLISH.raw(key), ULocale.ENGLISH).getArgumentNames();
  }

  private static List<String> of(String beginning, Enum<?>[] all) {
    return Arrays.stream(all).map(one -> beginning + one.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(java|js|html)")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
