package org.kith.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.UsualKind;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.store.Draft;

/**
 * Something small to ask for, offered to whoever asks for the first time: one tap fills the whole
 * request, of which the preview is still to be posted. Each can be given without meeting.
 */
enum SmallAsk {
  RECIPE(UsualKind.OTHER),
  BOOK(UsualKind.OTHER),
  TALK(UsualKind.COMPANY);

  /** The choice that leads to the small ones. */
  static final String MORE = "small";

  private static final String CHOICE = "small-";

  private final UsualKind kind;

  SmallAsk(UsualKind kind) {
    this.kind = kind;
  }

  /** True for whoever has asked nothing here that is still known. */
  static boolean isFor(Turn turn, Draft draft) {
    Long circle = draft.circleId();
    return circle != null
        && draft.what() == null
        && !turn.tables().requests().hasAsked(circle, turn.person());
  }

  /** The button below the first question that leads to {@link #offered}. */
  static Button more(Turn turn, Draft draft) {
    return fill(draft, MORE, turn.say("dialogue.small"));
  }

  /** What can be asked for, a button each. */
  static List<Button> offered(Turn turn, Draft draft) {
    return Arrays.stream(values())
        .map(small -> fill(draft, CHOICE + small.code(), small.words(turn)))
        .toList();
  }

  /** The whole request, if this choice is one of these. */
  static Optional<Draft> chosen(Turn turn, Circle circle, Draft draft, String choice) {
    return Arrays.stream(values())
        .filter(small -> choice.equals(CHOICE + small.code()))
        .findFirst()
        .map(small ->
            draft
                .withKind(small.kind)
                .withWhat(small.words(turn))
                .withWindow(Window.anyTime(circle.zone()))
                .withHelpers(1));
  }

  private static Button fill(Draft draft, String choice, String label) {
    return Button.plain(label, new Command.FillDraft(draft.id(), DraftField.KIND, choice));
  }

  private String words(Turn turn) {
    return turn.say("dialogue.small." + code());
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
