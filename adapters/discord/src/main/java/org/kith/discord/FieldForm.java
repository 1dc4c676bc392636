package org.kith.discord;

import java.util.Locale;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.words.Words;

/** The form for one field of a preview; opening it stores nothing. */
final class FieldForm {
  private static final String FIELD = "field";

  private FieldForm() {}

  /**
   * The form, in somebody's language; it carries what its button carried. What may be left out is
   * taken away by emptying it.
   *
   * @param known what stands there now; null for nothing
   */
  static Modal of(Words words, Command.WriteDraft write, @Nullable String known) {
    boolean details = write.field() == DraftField.DETAILS;
    boolean mayBeEmpty = details || write.field() == DraftField.WHERE;
    TextInputStyle style = details ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
    TextInput.Builder input =
        TextInput.create(FIELD, style).setRequired(!mayBeEmpty || known == null).setValue(known);
    if (details) { // Who else can read them is said before they are typed.
      input.setPlaceholder(words.say("form.details.hint"));
    }
    String name = write.field().name().toLowerCase(Locale.ROOT);
    return Modal.create(Code.of(write), words.say("button.fix." + name))
        .addComponents(Label.of(label(words, write.field()), input.build()))
        .build();
  }

  /** What was written into it; anything for another form can't be read. */
  static Command read(ModalInteraction sent) {
    ModalMapping typed = sent.getValue(FIELD);
    return Code.read(sent.getModalId()) instanceof Command.WriteDraft(long id, DraftField field)
            && typed != null
        ? new Command.TypeDraft(id, field, typed.getAsString())
        : new Command.Unreadable();
  }

  private static String label(Words words, DraftField field) {
    return switch (field) {
      case WHAT -> words.say("form.what");
      case WHERE -> words.say("form.where");
      case DETAILS -> words.say("form.details");
      case HELPERS -> words.say("form.helpers");
      case FOR -> words.say("form.for");
      case CIRCLE, KIND, WHEN, PART -> words.say("form.when");
    };
  }
}
