package org.kith.discord;

import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.kith.care.Letter;
import org.kith.command.Addressee;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.words.Words;

/** The form for words to somebody else; opening it stores nothing. */
final class LetterForm {
  private static final String FIELD = "words";

  private LetterForm() {}

  /** The empty form, in somebody's language; it carries what its button carried. */
  static Modal empty(Words words, Command.Write write) {
    TextInput input =
        TextInput.create(FIELD, TextInputStyle.PARAGRAPH)
            .setRequired(true)
            .setMaxLength(Letter.LONGEST)
            // Who reads them, and who else could, is said before they are typed.
            .setPlaceholder(words.say("form.write.hint"))
            .build();
    return Modal.create(Code.of(write), words.say("form.write.title"))
        .addComponents(Label.of(words.say("form.write.words"), input))
        .build();
  }

  /** What was written into it. */
  static Command read(Addressee to, ModalInteraction sent) {
    ModalMapping typed = sent.getValue(FIELD);
    return typed == null ? new Command.Unreadable() : new Command.Tell(to, typed.getAsString());
  }
}
