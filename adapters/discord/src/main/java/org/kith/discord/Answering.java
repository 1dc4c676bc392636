package org.kith.discord;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.jspecify.annotations.Nullable;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.desk.Desk;
import org.kith.post.Messenger;
import org.kith.words.Text;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides first, then answers once. Discord waits three seconds for an answer: what has taken half
 * of that is deferred, and the answer follows. What can't be shown any more goes by private
 * message.
 */
final class Answering {
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final Logger log = LoggerFactory.getLogger(Answering.class);

  private final Desk desk;
  private final Lanes lanes;
  private final Actors actors;
  private final Renderer renderer;
  private final Messenger messenger;

  Answering(Desk desk, Lanes lanes, Actors actors, Renderer renderer, Messenger messenger) {
    this.desk = desk;
    this.lanes = lanes;
    this.actors = actors;
    this.renderer = renderer;
    this.messenger = messenger;
  }

  /**
   * Decides and answers; blocks until both are done.
   *
   * @param came when the interaction came in, by {@link System#nanoTime}
   */
  void answer(IReplyCallback event, Command command, long came) {
    Future<Reply> deciding = lanes.threads().submit(() -> decide(event, command));
    try {
      long left = PATIENCE.toNanos() - (System.nanoTime() - came);
      show(event, deciding.get(Math.max(0, left), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      boolean waits = defer(event);
      later(event, finish(deciding), waits);
    } catch (ExecutionException | CancellationException e) {
      log.error("a decision was broken off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply decide(IReplyCallback event, Command command) {
    try {
      return desk.handle(new Delivery(event.getId(), actors.of(event), command, true));
    } catch (RuntimeException e) {
      log.error("{} could not be decided", command.getClass().getSimpleName(), e);
      String language = Actors.language(event.getUserLocale());
      return command instanceof Command.Crisis
          ? desk.inAHardHour(language)
          : sorry(Words.in(language));
    }
  }

  private static Reply sorry(Words words) {
    Message message = Message.of(Text.of(words.say("trouble.sorry")));
    return new Reply.Said(
        message, "", Reply.Audience.ACTOR, OptionalLong.empty(), null, /* redraws= */ false);
  }

  private static Reply finish(Future<Reply> deciding) {
    try {
      return deciding.get();
    } catch (ExecutionException | CancellationException e) {
      log.error("a decision was broken off", e);
      return new Reply.Silent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Silent();
    }
  }

  private void show(IReplyCallback event, Reply reply) {
    switch (reply) {
      case Reply.Silent() -> acknowledge(event);
      case Reply.Said said -> {
        try {
          say(event, said);
          answered(said);
        } catch (RuntimeException e) {
          notShown(event, said, Calls.cause(e));
        }
      }
    }
  }

  private void say(IReplyCallback event, Reply.Said said) {
    if (said.redraws() && event instanceof IMessageEditCallback shown && isTheirs(event)) {
      Calls.await(shown.editMessage(renderer.edited(said.message(), Actors.place(event))));
    } else {
      Calls.await(
          event
              .reply(renderer.created(said.message(), Actors.place(event)))
              .setEphemeral(isEphemeral(event, said)));
    }
  }

  /** Pressed, or written into a form that was opened, below a message that they alone see. */
  private static boolean isTheirs(IReplyCallback event) {
    net.dv8tion.jda.api.entities.Message below =
        switch (event) {
          case ButtonInteractionEvent press -> press.getMessage();
          case ModalInteraction form -> form.getMessage();
          default -> null;
        };
    return below != null && (below.isEphemeral() || !event.isFromGuild());
  }

  /** In a server always; in the private chat only what must not be passed on. */
  private static boolean isEphemeral(IReplyCallback event, Reply.@Nullable Said said) {
    return event.isFromGuild()
        || (said != null && said.audience() == Reply.Audience.ACTOR_PROTECTED);
  }

  private static void acknowledge(IReplyCallback event) {
    try {
      if (event instanceof IMessageEditCallback shown && hasMessage(event)) {
        Calls.await(shown.deferEdit());
      } else {
        InteractionHook hook = Calls.await(event.deferReply(true));
        Calls.await(hook.deleteOriginal());
      }
    } catch (RuntimeException e) {
      log.debug("not acknowledged: {}", Faults.brief(e));
    }
  }

  private static boolean hasMessage(IReplyCallback event) {
    return !(event instanceof ModalInteraction form) || form.getMessage() != null;
  }

  /** It is not known yet what will be said, so it is kept for the actor alone. */
  private static boolean defer(IReplyCallback event) {
    try {
      Calls.await(event.deferReply(true));
      return true;
    } catch (RuntimeException e) {
      log.debug("not deferred: {}", Faults.brief(e));
      return false;
    }
  }

  private void later(IReplyCallback event, Reply reply, boolean waits) {
    try {
      switch (reply) {
        case Reply.Silent() when waits -> Calls.await(event.getHook().deleteOriginal());
        case Reply.Silent() -> log.debug("nothing to say, and nobody waits");
        case Reply.Said said when waits -> {
          var message = renderer.edited(said.message(), Actors.place(event));
          Calls.await(event.getHook().editOriginal(message));
          answered(said);
        }
        case Reply.Said said -> tellPrivately(event, said);
      }
    } catch (RuntimeException e) {
      if (reply instanceof Reply.Said said) {
        notShown(event, said, Calls.cause(e));
      }
    }
  }

  private void answered(Reply.Said said) {
    said.pending().ifPresent(desk::answered);
  }

  private void notShown(IReplyCallback event, Reply.Said said, Throwable cause) {
    if (Faults.is(cause, ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED)) {
      // The same interaction came twice, or the first answer's answer was lost: it was shown.
      answered(said);
      return;
    }
    log.info("an answer could not be shown: {}", Faults.brief(cause));
    tellPrivately(event, said);
  }

  private void tellPrivately(IReplyCallback event, Reply.Said said) {
    if (said.pending().isPresent()) {
      desk.unanswered(said.pending().getAsLong());
      return;
    }
    boolean isProtected = said.audience() == Reply.Audience.ACTOR_PROTECTED;
    Messenger.Posting posting =
        new Messenger.Posting(event.getIdLong(), false, false, 0, null, null);
    messenger.tell(event.getUser().getId(), said.message(), isProtected, posting);
  }
}
