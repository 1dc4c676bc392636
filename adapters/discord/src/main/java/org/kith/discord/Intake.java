package org.kith.discord;

import java.util.List;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.AutoCompleteQuery;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;
import org.kith.command.Actor;
import org.kith.command.Addressee;
import org.kith.command.Ask;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.desk.Desk;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what people type, press and send, and never keeps JDA's own thread waiting. */
final class Intake extends ListenerAdapter {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);

  private final Desk desk;
  private final Lanes lanes;
  private final Actors actors;
  private final Answering answering;

  Intake(Desk desk, Lanes lanes, Actors actors, Answering answering) {
    this.desk = desk;
    this.lanes = lanes;
    this.actors = actors;
    this.answering = answering;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    long came = System.nanoTime();
    lanes.soon(() -> {
      if (Slash.opensForm(event)) {
        openForm(event, Slash.isAnonymous(event));
      } else {
        answer(event, Slash.read(event), came);
      }
    });
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    long came = System.nanoTime();
    lanes.soon(() -> {
      Command command = Code.read(event.getComponentId());
      switch (command) {
        case Command.NeedHelp(Ask.Free(String text)) when text.isEmpty() -> openForm(event, false);
        case Command.WriteDraft write ->
            open(event, FieldForm.of(words(event), write, known(event, write)));
        case Command.Write write -> open(event, LetterForm.empty(words(event), write));
        default -> answer(event, command, came);
      }
    });
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    long came = System.nanoTime();
    lanes.soon(() -> {
      answer(event, read(event), came);
    });
  }

  private static Command read(ModalInteractionEvent event) {
    if (Form.is(event.getModalId())) {
      return Form.read(event);
    }
    return Code.read(event.getModalId()) instanceof Command.Write(Addressee to)
        ? LetterForm.read(to, event)
        : FieldForm.read(event);
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    lanes.soon(() -> {
      try {
        Calls.await(event.replyChoices(choices(event)));
      } catch (RuntimeException e) {
        log.debug("nothing suggested: {}", Faults.brief(e));
      }
    });
  }

  private void answer(IReplyCallback event, Command command, long came) {
    if (event.isFromGuild() && !event.isFromAttachedGuild()) {
      sayNotHere(event);
    } else {
      answering.answer(event, command, came);
    }
  }

  /** The commands were added to a server without the bot: nothing can be posted there. */
  private static void sayNotHere(IReplyCallback event) {
    try {
      Calls.await(event.reply(words(event).say("discord.nothere")).setEphemeral(true));
    } catch (RuntimeException e) {
      log.debug("not answered: {}", Faults.brief(e));
    }
  }

  private <E extends IModalCallback & IReplyCallback> void openForm(E event, boolean anonymous) {
    open(event, Form.empty(words(event), anonymous));
  }

  private <E extends IModalCallback & IReplyCallback> void open(E event, Modal form) {
    if (event.isFromGuild() && !event.isFromAttachedGuild()) {
      sayNotHere(event);
      return;
    }
    try {
      Calls.await(event.replyModal(form));
    } catch (RuntimeException e) {
      log.info("a form could not be opened: {}", Faults.brief(e));
    }
  }

  /** What the form is opened with; it opens empty rather than not at all. */
  private @Nullable String known(ButtonInteractionEvent event, Command.WriteDraft write) {
    try {
      return desk.known(actors.of(event), write.draftId(), write.field()).orElse(null);
    } catch (RuntimeException e) {
      log.error("a form opens empty", e);
      return null;
    }
  }

  private List<Choice> choices(CommandAutoCompleteInteractionEvent event) {
    try {
      AutoCompleteQuery typing = event.getFocusedOption();
      Actor actor = actors.of(event);
      return switch (typing.getName()) {
        case "number" ->
            desk.suggestNumbers(actor, event.getName(), typing.getValue()).stream()
                .map(one -> new Choice(one.label(), one.number()))
                .toList();
        case "when" ->
            desk.suggestTimes(actor, typing.getValue()).stream()
                .map(one -> new Choice(one, one))
                .toList();
        case "kind" ->
            desk.suggestKinds(actor, event.getName(), typing.getValue()).stream()
                .map(one -> new Choice(one.label(), one.typed()))
                .toList();
        case "for", "add", "remove" ->
            desk.suggestPeople(actor, typing.getValue()).stream()
                .map(one -> new Choice(one.label(), one.typed()))
                .toList();
        default -> List.of();
      };
    } catch (RuntimeException e) {
      log.error("no suggestions", e);
      return List.of();
    }
  }

  private static Words words(net.dv8tion.jda.api.interactions.Interaction event) {
    return Words.in(Actors.language(event.getUserLocale()));
  }
}
