package org.kith.discord;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;
import org.kith.command.Ask;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.words.Words;

/** The form in which somebody asks; opening it stores nothing. */
final class Form {
  /** What the form and the button that opens it carry. */
  static final String ID = Code.of(new Command.NeedHelp(new Ask.Free("")));

  /** The same for a request without a name. */
  private static final String UNNAMED = ID + ":unnamed";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private Form() {}

  /**
   * The empty form, in somebody's language.
   *
   * @param anonymous true if nobody is to be told who asks
   */
  static Modal empty(Words words, boolean anonymous) {
    String title = words.say(anonymous ? "form.title.unnamed" : "form.title");
    return Modal.create(anonymous ? UNNAMED : ID, title)
        .addComponents(
            field(words, "what", "form.what.hint", true, TextInputStyle.SHORT),
            field(words, "when", "form.when.hint", false, TextInputStyle.SHORT),
            field(words, "where", "form.where.hint", false, TextInputStyle.SHORT),
            field(words, "helpers", null, false, TextInputStyle.SHORT),
            field(words, "details", "form.details.hint", false, TextInputStyle.PARAGRAPH))
        .build();
  }

  /** True if it is this form that was sent, and not that of a field. */
  static boolean is(String modalId) {
    return modalId.equals(ID) || modalId.equals(UNNAMED);
  }

  /** What was written into it; anything for another form can't be read. */
  static Command read(ModalInteraction sent) {
    if (!is(sent.getModalId())) {
      return new Command.Unreadable();
    }
    String what = value(sent, "what");
    return new Command.NeedHelp(
        new Ask.Options(
            what == null ? "" : what,
            null,
            value(sent, "when"),
            value(sent, "where"),
            number(value(sent, "helpers")),
            value(sent, "details"),
            sent.getModalId().equals(UNNAMED),
            null,
            true));
  }

  private static Label field(
      Words words, String name, @Nullable String hint, boolean required, TextInputStyle style) {
    TextInput.Builder input = TextInput.create(name, style).setRequired(required);
    if (hint != null) {
      input.setPlaceholder(words.say(hint));
    }
    return Label.of(words.say("form." + name), input.build());
  }

  private static @Nullable String value(ModalInteraction sent, String name) {
    ModalMapping found = sent.getValue(name);
    String text = found == null ? "" : found.getAsString().strip();
    return text.isEmpty() ? null : text;
  }

  /** "2", "2 people"; anything without a number is not said, and the preview shows what counts. */
  private static @Nullable Integer number(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher found = NUMBER.matcher(text);
    return found.find() ? Integer.valueOf(found.group()) : null;
  }
}
