package org.kith.circle;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of care as a circle has them. What is of a hidden kind is asked as {@link Kind#OTHER},
 * which itself is never hidden; what was asked before keeps its kind.
 *
 * @param hidden those that are not offered
 * @param names what the circle calls a kind, where that is not its usual name
 */
public record Kinds(Set<Kind> hidden, Map<Kind, String> names) {
  /** All of them, under their usual names. */
  public static final Kinds USUAL = new Kinds(Set.of(), Map.of());

  /** The most characters of a name. */
  public static final int LONGEST_NAME = 30;

  public Kinds {
    hidden = Set.copyOf(hidden);
    names = Map.copyOf(names);
    if (hidden.contains(Kind.OTHER)) {
      throw new IllegalArgumentException("whatever has no kind of its own must be asked as one");
    }
    if (names.values().stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_NAME)) {
      throw new IllegalArgumentException("a kind's name has 1 to " + LONGEST_NAME + " characters");
    }
  }

  /** The same with this kind hidden, or shown again. */
  public Kinds hiding(Kind kind, boolean hide) {
    Set<Kind> all = new HashSet<>(hidden);
    boolean _ = hide ? all.add(kind) : all.remove(kind);
    return new Kinds(all, names);
  }

  /** The same with another name for this kind; empty for its usual one. */
  public Kinds calling(Kind kind, Optional<String> name) {
    Map<Kind, String> all = new EnumMap<>(Kind.class);
    all.putAll(names);
    all.remove(kind);
    name.ifPresent(own -> all.put(kind, own));
    return new Kinds(hidden, all);
  }

  /** What the circle calls a kind, where that is not its usual name. */
  public Optional<String> called(Kind kind) {
    return Optional.ofNullable(names.get(kind));
  }

  /** Those that are offered, in their usual order. */
  public List<Kind> offered() {
    return Arrays.stream(Kind.values()).filter(kind -> !hidden.contains(kind)).toList();
  }
}
