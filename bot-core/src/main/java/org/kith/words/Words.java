package org.kith.words;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every sentence that a person reads, in one language: the file {@code words/LANGUAGE.properties},
 * UTF-8, each entry an ICU message pattern with named arguments. A sentence that a file lacks is
 * said in English.
 */
public final class Words {
  /** The language that every other one falls back to. */
  public static final String ENGLISH = "en";

  /** The languages that Kith is meant to speak, by their files' names. */
  private static final List<String> MEANT = List.of(ENGLISH, "es", "de", "fr", "pt", "uk", "ar");

  private static final Words BASE = new Words(Locale.ENGLISH, read(ENGLISH));
  private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Properties sentences;
  private final boolean rightToLeft;
  private final Map<String, Sentence> patterns = new ConcurrentHashMap<>();
  private final Map<String, String> marked = new ConcurrentHashMap<>();

  Words(Locale locale, Properties sentences) {
    this.locale = locale;
    this.sentences = sentences;
    this.rightToLeft = Direction.isRightToLeft(locale);
  }

  /** A pattern, and whether its places for arguments are isolated already. */
  private record Sentence(
      MessageFormat pattern, Set<String> plain, Set<String> within, boolean isolating) {}

  /** The languages that have a file, English first: those in which commands are offered. */
  public static List<String> languages() {
    return MEANT.stream().filter(Words::exists).toList();
  }

  /**
   * The words of a language.
   *
   * @param language a BCP 47 tag, of which the language counts and not the country; one that has no
   *     file is answered in English
   */
  public static Words in(String language) {
    String tag = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return tag.equals(ENGLISH) || !exists(tag)
        ? BASE
        : LOADED.computeIfAbsent(
            tag, known -> new Words(Locale.forLanguageTag(known), read(known)));
  }

  /** English: what is understood besides a language's own words, and said where it has none. */
  static Words english() {
    return BASE;
  }

  /** The language's tag, as its file is called. */
  public String language() {
    return locale.getLanguage();
  }

  /** True if the language is written from right to left. */
  public boolean isRightToLeft() {
    return rightToLeft;
  }

  /** The locale for dates and lists of this language. */
  public Locale locale() {
    return locale;
  }

  /** All keys of this language's file. */
  public Set<String> keys() {
    return new TreeSet<>(sentences.stringPropertyNames());
  }

  /** True if the language's file has this key. */
  public boolean has(String key) {
    return sentences.containsKey(key);
  }

  /**
   * The entry as it stands in the file, or in the English one, without filling anything in: for
   * lists of words that are recognised rather than said.
   *
   * @throws IllegalArgumentException if neither file has such a key
   */
  public String raw(String key) {
    String found = sentences.getProperty(key, BASE.sentences.getProperty(key));
    if (found == null) {
      throw new IllegalArgumentException(
          "words/" + locale.toLanguageTag() + ".properties has no key " + key);
    }
    return found;
  }

  /**
   * The alternatives of an entry that lists words to be recognised, separated by {@code |}: in
   * lower case, the language's own in the file's order, then the English ones, which work in every
   * language. None if neither file has the key.
   */
  public List<String> alternatives(String key) {
    return Stream.concat(own(key).stream(), BASE.own(key).stream()).distinct().toList();
  }

  /** The same without the English ones: where the two languages' words would get mixed up. */
  List<String> own(String key) {
    return Pattern.compile("|", Pattern.LITERAL)
        .splitAsStream(sentences.getProperty(key, ""))
        .map(word -> word.strip().toLowerCase(locale))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * A sentence with its named arguments filled in. Arguments are data: nothing in them is read as a
   * pattern, and none turns the order of the words around it (see {@link Direction}).
   *
   * @param pairs name, value, name, value …
   */
  public String say(String key, Object... pairs) {
    if (pairs.length % 2 != 0) {
      throw new IllegalArgumentException(key + ": arguments come as name, value");
    }
    String raw = raw(key);
    if (raw.indexOf('{') < 0) {
      // Most are like this, and a pattern of each needs room.
      return (rightToLeft ? marked.computeIfAbsent(key, this::pattern) : raw).replace("''", "'");
    }
    Sentence sentence = patterns.computeIfAbsent(key, this::sentence);
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      String name = (String) pairs[i];
      arguments.put(name, argument(sentence, name, pairs[i + 1]));
    }
    // A MessageFormat is not safe between threads while it formats.
    synchronized (sentence) {
      return sentence.pattern().format(arguments);
    }
  }

  /** "Ana, Ben and Chi", as this language joins them. */
  public String list(Collection<String> items) {
    return ListFormatter.getInstance(locale)
        .format(items.stream().map(one -> Direction.listed(one, rightToLeft)).toList());
  }

  /**
   * The pattern of a sentence, for a page that fills in its arguments by itself: as it stands in
   * the file, with all the marks of direction that it needs.
   */
  public String pattern(String key) {
    return has(key) && rightToLeft ? Direction.isolating(raw(key)) : raw(key);
  }

  private Sentence sentence(String key) {
    boolean own = has(key);
    boolean isolating = own && rightToLeft;
    String pattern = pattern(key);
    ULocale spoken = ULocale.forLocale(own ? locale : BASE.locale);
    return new Sentence(
        new MessageFormat(pattern, spoken), plain(pattern), Beginnings.within(raw(key)), isolating);
  }

  private Object argument(Sentence sentence, String name, Object value) {
    if (!(value instanceof String given) || !sentence.plain().contains(name)) {
      return value;
    }
    boolean inside = given.equals(raw("somebody")) && sentence.within().contains(name);
    String text = inside ? raw("somebody.within") : given;
    return sentence.isolating() ? Direction.within(text) : Direction.among(text);
  }

  /** The arguments that are shown as they are; what a sentence chooses its form by is none. */
  private static Set<String> plain(String pattern) {
    MessagePattern parsed = new MessagePattern(pattern);
    Set<String> plain = new TreeSet<>();
    Set<String> chosenBy = new TreeSet<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      MessagePattern.Part part = parsed.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_START) {
        String name = parsed.getSubstring(parsed.getPart(i + 1));
        (part.getArgType() == MessagePattern.ArgType.NONE ? plain : chosenBy).add(name);
      }
    }
    plain.removeAll(chosenBy);
    return plain;
  }

  private static boolean exists(String tag) {
    return tag.matches("[a-z]{2,3}") && Words.class.getResource(file(tag)) != null;
  }

  private static String file(String tag) {
    return "/words/" + tag + ".properties";
  }

  private static Properties read(String language) {
    Properties properties = new Properties();
    try (var in = Words.class.getResourceAsStream(file(language))) {
      if (in == null) {
        throw new IllegalStateException("no language file " + file(language));
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file(language) + " can't be read", e);
    }
    return properties;
  }
}
