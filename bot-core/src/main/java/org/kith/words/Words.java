package org.kith.words;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
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

/**
 * Every sentence that a person reads, in one language: the file {@code words/LANGUAGE.properties},
 * UTF-8, each entry an ICU message pattern with named arguments.
 */
public final class Words {
  /** The language that every other one falls back to. */
  public static final String ENGLISH = "en";

  private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Properties sentences;
  private final Map<String, MessageFormat> patterns = new ConcurrentHashMap<>();

  private Words(String language) {
    this.locale = Locale.forLanguageTag(language);
    this.sentences = read(language);
  }

  /**
   * The words of a language.
   *
   * @param language a BCP 47 tag; one that has no file is answered in English
   */
  public static Words in(String language) {
    String tag = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return LOADED.computeIfAbsent(exists(tag) ? tag : ENGLISH, known -> new Words(known));
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
   * The entry as it stands in the file, without filling anything in: for lists of words that are
   * recognised rather than said.
   *
   * @throws IllegalArgumentException if the file has no such key
   */
  public String raw(String key) {
    String found = sentences.getProperty(key);
    if (found == null) {
      throw new IllegalArgumentException(
          "words/" + locale.toLanguageTag() + ".properties has no key " + key);
    }
    return found;
  }

  /**
   * The alternatives of an entry that lists words to be recognised, separated by {@code |}: in
   * lower case, in the file's order. None if the file has no such key: the language lacks such a
   * word.
   */
  public List<String> alternatives(String key) {
    if (!has(key)) {
      return List.of();
    }
    return Pattern.compile("|", Pattern.LITERAL)
        .splitAsStream(raw(key))
        .map(word -> word.strip().toLowerCase(locale))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * A sentence with its named arguments filled in. Arguments are data: nothing in them is read as a
   * pattern.
   *
   * @param pairs name, value, name, value …
   */
  public String say(String key, Object... pairs) {
    if (pairs.length % 2 != 0) {
      throw new IllegalArgumentException(key + ": arguments come as name, value");
    }
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      arguments.put((String) pairs[i], pairs[i + 1]);
    }
    MessageFormat pattern =
        patterns.computeIfAbsent(
            key, wanted -> new MessageFormat(raw(wanted), ULocale.forLocale(locale)));
    // A MessageFormat is not safe between threads while it formats.
    synchronized (pattern) {
      return pattern.format(arguments);
    }
  }

  /** "Ana, Ben and Chi", as this language joins them. */
  public String list(Collection<String> items) {
    return ListFormatter.getInstance(locale).format(items);
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
