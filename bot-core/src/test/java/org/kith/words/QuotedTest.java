package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.words.Reading.Understood;

/**
 * What a sentence quotes is there: a button by the label that it has in this language, a time that
 * this language reads, words behind a command that are read as the English ones.
 */
class QuotedTest {
  private static final Words ENGLISH = Words.english();
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Instant WEDNESDAY_9 = Instant.parse("2027-01-20T08:00:00Z");

  private static final Pattern QUOTED =
      Pattern.compile("[“„«\"][\\s\u00A0\u202F]*([^“”„«»\"{}]+?)[\\s\u00A0\u202F]*[“”»\"]");

  private static final Pattern LABEL =
      Pattern.compile(
          "(button|dialogue)\\..*|kind\\.[a-z]+|somebody" + "|when\\.show\\.(any|agreed)");

  /** A command and, in a sentence, the words that it takes: where they are listed. */
  private static final Map<String, List<String>> TYPED =
      Map.of(
          "/mine ",
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
              "ask.read.anonymous"),
          "/again (12|\\{again}) ",
          List.of("again.read.week"),
          "/claim (12|\\{number}) ",
          List.of("typed.read.part"),
          "/settings set (ask|digest|plain) ",
          List.of("settings.read.yes"),
          "/settings forget ",
          List.of("typed.read.yes"),
          "/report ",
          List.of("typed.read.send", "typed.read.drop"));

  static List<Named<Words>> languages() {
    return Words.languages().stream()
        .map(Words::in)
        .map(one -> Named.of(one.language(), one))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_label_is_quoted_as_it_is_called(Words words) {
    Map<String, String> wrong = new TreeMap<>();
    for (String key : sentences(words)) {
      if (key.startsWith("menu.")) {
        continue; // What the menu quotes is to be typed.
      }
      Set<String> quoted = quoted(words, key);
      for (String label : quoted(ENGLISH, key)) {
        Set<String> called = labels(words, label);
        if (!called.isEmpty() && called.stream().noneMatch(quoted::contains)) {
          wrong.put(key, "quotes " + quoted + " for a label called " + called);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_time_that_is_quoted_is_read_as_the_english_one(Words words) {
    Map<String, String> wrong = new TreeMap<>();
    for (String key : sentences(words)) {
      Set<String> meant = times(ENGLISH, key);
      Set<String> read = times(words, key);
      if (!read.containsAll(meant)) {
        wrong.put(key, quoted(words, key) + " is read as " + read + " instead of " + meant);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void words_behind_a_command_are_read_as_the_english_ones(Words words) {
    Map<String, String> wrong = new TreeMap<>();
    for (String key : sentences(words)) {
      TYPED.forEach((command, lists) -> {
        List<String> meant = understood(ENGLISH, key, command, lists);
        List<String> read = understood(words, key, command, lists);
        if (!read.equals(meant)) {
          wrong.put(key, command + ": " + read + " instead of " + meant);
        }
      });
    }
    assertThat(wrong).isEmpty();
  }

  /** For each place in a sentence where a command stands, which list its words are of. */
  private static List<String> understood(
      Words words, String key, String command, List<String> lists) {
    Matcher places = Pattern.compile(command).matcher(words.raw(key));
    return places
        .results()
        .map(place -> folded(words, words.raw(key).substring(place.end())))
        .flatMap(rest ->
            lists.stream()
                .filter(list -> begins(words, list, rest))
                .max((one, other) -> longest(words, one, rest) - longest(words, other, rest))
                .stream())
        .sorted()
        .toList();
  }

  private static boolean begins(Words words, String list, String rest) {
    return longest(words, list, rest) > 0;
  }

  private static int longest(Words words, String list, String rest) {
    return words.alternatives(list).stream()
        .map(form -> folded(words, form))
        .filter(form -> rest.matches("(?s)" + Pattern.quote(form) + "(?![\\p{L}\\p{N}]).*"))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static String folded(Words words, String text) {
    return Folded.of(text, words.locale());
  }

  /** What the labels that English calls this are called in a language. */
  private static Set<String> labels(Words words, String english) {
    return ENGLISH.keys().stream()
        .filter(key -> LABEL.matcher(key).matches() && words.has(key))
        .filter(key -> ENGLISH.raw(key).equals(english))
        .map(words::raw)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> quoted(Words words, String key) {
    return QUOTED
        .matcher(words.raw(key))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> times(Words words, String key) {
    return quoted(words, key).stream()
        .map(typed -> WhenReader.of(words).read(typed, WEDNESDAY_9, ZONE))
        .filter(Understood.class::isInstance)
        .map(read -> WhenText.of(ENGLISH).text(((Understood) read).window(), WEDNESDAY_9))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> sentences(Words words) {
    return words.keys().stream()
        .filter(ENGLISH::has)
        .filter(LanguageFileTest::isSentence)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
