package org.kith.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads for whom something is needed: "for Chi", "on behalf of a neighbour", "for me". */
public final class ForReader {
  private final Locale locale;
  private final List<String> before;
  private final List<String> oneself;
  private final List<String> outside;

  private ForReader(Words words) {
    this.locale = words.locale();
    this.before = words.alternatives("ask.read.for");
    this.oneself = words.alternatives("ask.read.for.me");
    this.outside = words.alternatives("ask.read.for.somebody");
  }

  /** The reader of a language. */
  public static ForReader of(Words words) {
    return new ForReader(words);
  }

  /**
   * A text of parts, and for whom one of them says it is.
   *
   * @param rest all the other parts, as they were typed
   * @param whom what stands after "for"
   */
  public record Cut(String rest, String whom) {}

  /**
   * Takes the part that says for whom out of a whole request; empty if none does. The first part is
   * what is needed, and never that.
   *
   * @param known true for what names somebody; any other part that begins with "for" stays
   */
  public Optional<Cut> cut(String text, Predicate<String> known) {
    List<AskParts.Part> parts = AskParts.split(text);
    for (int i = 1; i < parts.size(); i++) {
      Optional<String> whom = after(parts.get(i).text());
      if (whom.filter(known).isPresent()) {
        StringBuilder rest = new StringBuilder(parts.getFirst().text());
        for (int j = 1; j < parts.size(); j++) {
          if (j != i) {
            String separator = parts.get(j).before();
            rest.append(separator.isBlank() ? "\n" : separator).append(parts.get(j).text());
          }
        }
        return Optional.of(new Cut(rest.toString(), whom.get()));
      }
    }
    return Optional.empty();
  }

  /** True if it says: for whoever types it. */
  public boolean isOneself(String whom) {
    return oneself.contains(small(whom));
  }

  /** True if it says: for somebody without a name. */
  public boolean isSomebody(String whom) {
    return outside.contains(small(whom));
  }

  /** As names are compared. */
  public String small(String whom) {
    return Clean.line(whom).toLowerCase(locale);
  }

  private Optional<String> after(String part) {
    String line = Clean.line(part);
    String small = small(part);
    return before.stream()
        .filter(phrase -> small.startsWith(phrase + " "))
        .map(phrase -> line.substring(phrase.length()).strip())
        .findFirst();
  }
}
