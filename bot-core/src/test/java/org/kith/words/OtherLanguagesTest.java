package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each other language says what English says: the same keys, with the same arguments, in the forms
 * that the language has, within the platforms' limits.
 */
class OtherLanguagesTest {
  private static final Words ENGLISH = Words.in(Words.ENGLISH);

  /** The languages whose files are complete; what another lacks is said in English. */
  private static final Set<String> COMPLETE = Set.of("en", "es", "de", "fr", "pt", "uk", "ar");

  /** Lists to be recognised that a language may have besides or leave out. */
  private static final Pattern OWN_LIST =
      Pattern.compile(
          "when\\.read\\.(weekday\\.[1-7]|month\\.([1-9]|1[0-2])|number\\.([1-9]|1[0-2])"
              + "|(minutes|hours|days|weeks)\\.[12]|(morning|midday|afternoon|evening|night)\\.after"
              + "|half\\.(past|to|after)|(quarter|third)\\.(past|to|into|after|before)|[a-z]+)"
              + "|ask\\.read\\.(count|helpers)\\.([1-9]|10)|menu\\.name\\.[a-z.]+");

  /** Keys whose English may be the other language's, too: names, and words that it shares. */
  private static final Set<String> SHARED =
      Set.of("platform.discord", "platform.telegram", "form.where.hint", "room.title");

  private static final Pattern COMMAND = Pattern.compile("(?<![\\p{L}\\p{N}/<])/[a-z]{3,}");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  static List<Named<Words>> languages() {
    List<Words> others =
        Words.languages().stream().map(Words::in).filter(one -> one != ENGLISH).toList();
    // JUnit refuses an empty list; English agrees with itself.
    return (others.isEmpty() ? List.of(ENGLISH) : others)
        .stream().map(one -> Named.of(one.language(), one)).toList();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void no_key_is_missing(Words words) {
    Set<String> missing = new TreeSet<>(ENGLISH.keys());
    missing.removeIf(key -> key.startsWith("when.read.") || words.has(key));
    assertThat(missing)
        .satisfiesAnyOf(
            keys -> assertThat(keys).isEmpty(),
            keys -> assertThat(COMPLETE).doesNotContain(words.language()));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void no_key_is_left_over(Words words) {
    Set<String> unknown = new TreeSet<>(words.keys());
    unknown.removeIf(key -> ENGLISH.has(key) || OWN_LIST.matcher(key).matches());
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_sentence_has_the_arguments_of_the_english_one(Words words) {
    Map<String, String> differing = new TreeMap<>();
    for (String key : sentences(words)) {
      Map<String, Set<String>> wanted = arguments(ENGLISH.raw(key));
      Map<String, Set<String>> found = arguments(words.raw(key));
      if (!wanted.equals(found)) {
        differing.put(key, found + " instead of " + wanted);
      }
    }
    assertThat(differing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_plural_has_the_forms_of_the_language(Words words) {
    PluralRules rules = PluralRules.forLocale(ULocale.forLocale(words.locale()));
    Map<String, String> lacking = new TreeMap<>();
    for (String key : sentences(words)) {
      MessagePattern pattern = new MessagePattern(words.raw(key));
      for (int i = 0; i < pattern.countParts(); i++) {
        Part part = pattern.getPart(i);
        if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
          Set<String> given = forms(pattern, i);
          Set<String> left = wanted(rules, given);
          left.removeAll(given);
          if (!left.isEmpty()) {
            lacking.merge(key, left.toString(), String::concat);
          }
        }
      }
    }
    assertThat(lacking).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_choice_has_the_cases_of_the_english_one(Words words) {
    Set<String> differing = new TreeSet<>();
    for (String key : sentences(words)) {
      if (!selects(words.raw(key)).equals(selects(ENGLISH.raw(key)))) {
        differing.add(key);
      }
    }
    assertThat(differing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_sentence_can_be_said_for_every_number(Words words) {
    for (String key : sentences(words)) {
      for (int number : List.of(0, 1, 2, 3, 7, 11, 21, 100)) {
        String said = words.say(key, filled(words.raw(key), "Ana", number));
        assertThat(said).as(key).isNotBlank().doesNotContain("{").doesNotContain("}");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void no_text_is_too_long_for_its_platform(Words words) {
    Map<String, Integer> tooLong = new TreeMap<>();
    for (String key : sentences(words)) {
      // What a button says of somebody's own words is cut; its own words are not to be.
      String said = bare(words.say(key, filled(words.raw(key), "1234567890", 20)));
      if (said.length() > limit(key)) {
        tooLong.put(key, said.length());
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void an_apostrophe_hides_no_argument(Words words) {
    Set<String> hiding = new TreeSet<>(sentences(words));
    hiding.removeIf(key -> ENGLISH.raw(key).matches("(?s).*'[{}].*"));
    hiding.removeIf(key -> !words.raw(key).matches("(?s).*('[{}]|'').*"));
    assertThat(hiding).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_command_is_called_the_same(Words words) {
    Map<String, Set<String>> differing = new TreeMap<>();
    for (String key : sentences(words)) {
      Set<String> found = commands(words.raw(key));
      if (!found.equals(commands(ENGLISH.raw(key)))) {
        differing.put(key, found);
      }
    }
    assertThat(differing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void no_sentence_is_left_in_english(Words words) {
    Set<String> same = new TreeSet<>(words == ENGLISH ? Set.of() : sentences(words));
    same.removeIf(key ->
        SHARED.contains(key)
            || !words.raw(key).equals(ENGLISH.raw(key))
            || WORD.matcher(words.raw(key).replaceAll("\\{[^{}]*}", "")).results().count() < 3);
    assertThat(same).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void marks_that_turn_the_direction_are_put_in_by_kith_alone(Words words) {
    Set<String> marked = new TreeSet<>(words.keys());
    marked.removeIf(
        key -> !words.raw(key).matches("(?s).*[\u200E\u200F\u202A-\u202E\u2066-\u2069].*"));
    assertThat(marked).isEmpty();
  }

  /** The forms of all the numbers that can come, but for those given one by one ("=1"). */
  private static Set<String> wanted(PluralRules rules, Set<String> given) {
    Set<String> wanted =
        IntStream.rangeClosed(0, 999)
            .filter(number -> !given.contains("=" + number))
            .mapToObj(rules::select)
            .collect(Collectors.toCollection(TreeSet::new));
    wanted.add("other");
    return wanted;
  }

  /** Keys of sentences that this language and English both have. */
  private static Set<String> sentences(Words words) {
    return words.keys().stream()
        .filter(ENGLISH::has)
        .filter(LanguageFileTest::isSentence)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Discord's limits where a text is for Discord's forms and menus, the smaller one elsewhere. */
  private static int limit(String key) {
    if (key.startsWith("menu.") || key.endsWith(".hint")) {
      return 100;
    }
    if (key.startsWith("form.")) {
      return 45;
    }
    if (key.startsWith("button.")) {
      return 80;
    }
    if (key.startsWith("telegram.description")) {
      return key.endsWith(".short") ? 120 : 512;
    }
    return key.endsWith(".brief") ? 200 : 4_000;
  }

  private static Map<String, Set<String>> arguments(String raw) {
    MessagePattern pattern = new MessagePattern(raw);
    Map<String, Set<String>> found = new HashMap<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        found
            .computeIfAbsent(pattern.getSubstring(pattern.getPart(i + 1)), none -> new TreeSet<>())
            .add(sort(pattern, i));
      }
    }
    return found;
  }

  private static String sort(MessagePattern pattern, int at) {
    ArgType type = pattern.getPart(at).getArgType();
    return type == ArgType.SIMPLE ? pattern.getSubstring(pattern.getPart(at + 2)) : type.name();
  }

  private static Set<Set<String>> selects(String raw) {
    MessagePattern pattern = new MessagePattern(raw);
    Set<Set<String>> found = new HashSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.SELECT) {
        found.add(forms(pattern, i));
      }
    }
    return found;
  }

  /** The forms of one plural or choice, not those of others inside it. */
  private static Set<String> forms(MessagePattern pattern, int at) {
    Set<String> forms = new TreeSet<>();
    int limit = pattern.getLimitPartIndex(at);
    for (int i = at + 2; i < limit; i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_SELECTOR) {
        forms.add(pattern.getSubstring(part));
      } else if (part.getType() == Part.Type.MSG_START) {
        i = pattern.getLimitPartIndex(i);
      }
    }
    return forms;
  }

  private static Object[] filled(String raw, String text, int number) {
    Map<String, Object> values = new HashMap<>();
    arguments(raw)
        .forEach((name, sorts) ->
            values.put(
                name,
                sorts.contains("SELECT")
                    ? "other"
                    : sorts.equals(Set.of("NONE")) ? text : (Object) number));
    return values.entrySet().stream()
        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
        .toArray();
  }

  private static Set<String> commands(String raw) {
    return COMMAND
        .matcher(raw)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Without the marks of direction, which no platform shows. */
  private static String bare(String said) {
    return said.replaceAll("[\u200F\u2066-\u2069]", "");
  }
}
