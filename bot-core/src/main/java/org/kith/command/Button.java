package org.kith.command;

/**
 * A button below a message.
 *
 * @param label at most 80 characters, the least that a platform allows
 * @param command what pressing it means; one that {@link Code} can write
 */
public record Button(String label, Command command, Look look) {
  /** Discord's limit for a label. */
  public static final int LONGEST_LABEL = 80;

  public Button {
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("a button's label has 1 to 80 characters: " + label);
    }
  }

  /** How much a button asks to be pressed; colour never carries meaning alone. */
  public enum Look {
    /** The one that most people want. */
    FIRST,
    /** Any other. */
    PLAIN
  }

  /** The one that most people want. */
  public static Button first(String label, Command command) {
    return new Button(label, command, Look.FIRST);
  }

  /** Any other. */
  public static Button plain(String label, Command command) {
    return new Button(label, command, Look.PLAIN);
  }
}
