package org.kith.circle;

/**
 * A kind of care that a circle has added. It is its name, so that what was asked under it says so
 * wherever it goes: into another circle, or after the kind has been taken away.
 *
 * @param name 1 to {@link Kinds#LONGEST_NAME} characters without a comma or a line break
 */
public record OwnKind(String name) implements Kind {
  static final String STORED = "own:";

  public OwnKind {
    boolean fits = name.length() <= Kinds.LONGEST_NAME && name.equals(name.strip());
    if (!fits || name.contains(",") || name.lines().count() != 1) {
      throw new IllegalArgumentException("no name of a kind: " + name);
    }
  }

  /** Short whatever the name, for a button carries few bytes; no two in a circle have the same. */
  @Override
  public String code() {
    return "own-%08x".formatted(name.hashCode());
  }

  @Override
  public String stored() {
    return STORED + name;
  }
}
