package org.kith.circle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The kinds of care as a circle has them. What is of a kind that is hidden or taken away is asked
 * as {@link UsualKind#OTHER}, which itself is never hidden; what was asked before keeps its kind.
 *
 * @param hidden those that are not offered
 * @param names what the circle calls a kind, where that is not its usual name
 * @param added its own ones, in the order in which they came; at most {@link #MOST_ADDED}
 */
public record Kinds(Set<Kind> hidden, Map<Kind, String> names, List<Added> added) {
  /** All of them, under their usual names. */
  public static final Kinds USUAL = new Kinds(Set.of(), Map.of(), List.of());

  /** The most characters of a name. */
  public static final int LONGEST_NAME = 30;

  /**
   * The most kinds of a circle's own: with the usual ones, and two buttons that lead elsewhere,
   * they are as many buttons as one message carries on every platform.
   */
  public static final int MOST_ADDED = 10;

  /**
   * A kind of the circle's own.
   *
   * @param nearness how near whoever helps comes, as a steward said
   */
  public record Added(OwnKind kind, Nearness nearness) {}

  public Kinds {
    hidden = Set.copyOf(hidden);
    names = Map.copyOf(names);
    added = List.copyOf(added);
    if (hidden.contains(UsualKind.OTHER)) {
      throw new IllegalArgumentException("whatever has no kind of its own must be asked as one");
    }
    if (names.values().stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_NAME)) {
      throw new IllegalArgumentException("a kind's name has 1 to " + LONGEST_NAME + " characters");
    }
    if (added.size() > MOST_ADDED
        || added.stream().map(one -> one.kind().code()).distinct().count() < added.size()) {
      throw new IllegalArgumentException("at most " + MOST_ADDED + " kinds are added, each once");
    }
  }

  /** The same with this kind hidden, or shown again. */
  public Kinds hiding(Kind kind, boolean hide) {
    Set<Kind> all = new HashSet<>(hidden);
    boolean _ = hide ? all.add(kind) : all.remove(kind);
    return new Kinds(all, names, added);
  }

  /** The same with another name for this kind; empty for its usual one. */
  public Kinds calling(Kind kind, Optional<String> name) {
    Map<Kind, String> all = new HashMap<>(names);
    all.remove(kind);
    name.ifPresent(own -> all.put(kind, own));
    return new Kinds(hidden, all, added);
  }

  /** The same with a kind of its own, or with that one done from so near. */
  public Kinds adding(OwnKind kind, Nearness nearness) {
    Added now = new Added(kind, nearness);
    List<Added> all =
        nearnessSaid(kind).isPresent()
            ? added.stream().map(one -> one.kind().equals(kind) ? now : one).toList()
            : Stream.concat(added.stream(), Stream.of(now)).toList();
    return new Kinds(hidden, names, all);
  }

  /** The same without a kind of its own. */
  public Kinds without(OwnKind kind) {
    List<Added> left = added.stream().filter(one -> !one.kind().equals(kind)).toList();
    Kinds shown = hiding(kind, false).calling(kind, Optional.empty());
    return new Kinds(shown.hidden, shown.names, left);
  }

  /** True if a kind with this code may be added: there is room, and none that has it. */
  public boolean hasRoomFor(OwnKind kind) {
    return added.size() < MOST_ADDED
        && added.stream().noneMatch(one -> one.kind().code().equals(kind.code()));
  }

  /** What the circle calls a kind, where that is not its usual name. */
  public Optional<String> called(Kind kind) {
    return Optional.ofNullable(names.get(kind));
  }

  /**
   * How near whoever helps comes; of one that is not the circle's, or not any more, as near as can
   * be.
   */
  public Nearness nearness(Kind kind) {
    return switch (kind) {
      case UsualKind usual -> usual.nearness();
      case OwnKind own -> nearnessSaid(own).orElse(Nearness.HOME);
    };
  }

  /** All of them, hidden ones, too; in their usual order, what has no kind of its own last. */
  public List<Kind> all() {
    Predicate<Kind> other = kind -> kind == UsualKind.OTHER;
    List<Kind> usual = List.copyOf(Arrays.asList(UsualKind.values()));
    return Stream.of(
            usual.stream().filter(other.negate()),
            added.stream().map(one -> (Kind) one.kind()),
            usual.stream().filter(other))
        .flatMap(some -> some)
        .toList();
  }

  /** Those that are offered, in the same order. */
  public List<Kind> offered() {
    return all().stream().filter(kind -> !hidden.contains(kind)).toList();
  }

  /** Under which kind something of this kind is asked here now. */
  public Kind asked(Kind kind) {
    return offered().contains(kind) ? kind : UsualKind.OTHER;
  }

  private Optional<Nearness> nearnessSaid(OwnKind kind) {
    return added.stream().filter(one -> one.kind().equals(kind)).map(Added::nearness).findFirst();
  }
}
