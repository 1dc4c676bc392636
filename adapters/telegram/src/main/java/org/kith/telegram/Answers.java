package org.kith.telegram;

import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.kith.command.Reply;
import org.kith.desk.Desk;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/**
 * Shows people the answers to what they did, in order for each of them, without holding up what
 * comes in meanwhile, and tells the core which of them arrived.
 */
final class Answers {
  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  /** With so many under way, what comes in waits. */
  private static final int MOST_UNDER_WAY = 512;

  private final Desk desk;
  private final Whisper whisper;
  private final PressAnswer presses;
  private final TypedAnswer typed;
  private final Lanes lanes;
  private final Semaphore free = new Semaphore(MOST_UNDER_WAY);
  private final Links links;

  Answers(
      Desk desk,
      Whisper whisper,
      PressAnswer presses,
      TypedAnswer typed,
      Links links,
      ExecutorService threads) {
    this.desk = desk;
    this.whisper = whisper;
    this.presses = presses;
    this.typed = typed;
    this.links = links;
    this.lanes = new Lanes(threads);
  }

  /** Shows an answer where it came from, as privately as it must be. */
  void show(Origin origin, Reply reply) {
    later(
        origin,
        () -> {
          switch (reply) {
            case Reply.Silent() -> silent(origin);
            case Reply.Said said -> {
              Shown shown = shown(origin, said);
              said.pending().ifPresent(row -> settle(row, shown));
            }
          }
        });
  }

  /** What somebody typed where everybody reads it goes, where the bot may take messages away. */
  void takeAway(Origin.Written typed) {
    later(typed, () -> whisper.done(delete(typed)));
  }

  private static DeleteMessage delete(Origin.Written typed) {
    return new DeleteMessage(typed.room().chatId(), typed.messageId());
  }

  /** Somebody who is not in the group: a press gets a word, anything else nothing. */
  void stranger(Origin origin) {
    if (origin instanceof Origin.Pressed press) {
      Words words = Words.in(Actors.language(origin.from()));
      later(origin, () -> presses.alert(press, words.say("trouble.stranger")));
    }
  }

  /** Somebody who hides behind the group: asked, in one line, to write privately. */
  void hidden(Room room, int messageId) {
    Words words = Words.in(Words.ENGLISH);
    SendMessage send = new SendMessage(room.chatId(), words.say("telegram.nobody"));
    send.setMessageThreadId(room.thread());
    send.setDisableNotification(true);
    send.setLinkPreviewOptions(Whisper.NO_PREVIEW);
    send.setReplyParameters(
        ReplyParameters.builder().messageId(messageId).allowSendingWithoutReply(true).build());
    send.setReplyMarkup(Renderer.link(words.say("telegram.open"), links.start(Links.HELLO)));
    later("chat " + room.chat(), () -> whisper.done(send));
  }

  /** A press without meaning: the client stops waiting. */
  void empty(String queryId) {
    later("query " + queryId, () -> whisper.done(new AnswerCallbackQuery(queryId)));
  }

  private void silent(Origin origin) {
    if (origin instanceof Origin.Pressed press) {
      presses.toast(press, "");
    }
  }

  private Shown shown(Origin origin, Reply.Said said) {
    return switch (origin) {
      case Origin.Pressed press -> presses.show(press, said);
      case Origin.Written written -> {
        if (said.audience() == Reply.Audience.ACTOR_UNSEEN && !written.room().isPrivate()) {
          whisper.done(delete(written));
        }
        yield typed.show(written, said);
      }
      case Origin.Whispered whispered -> typed.show(whispered, said);
      case Origin.Happened _ -> Shown.NO;
    };
  }

  private void settle(long row, Shown shown) {
    switch (shown) {
      case YES -> desk.answered(row);
      case NO -> desk.unanswered(row);
      case LINKED -> {
        // The link leads to the same answer; if it is not followed, the row goes its own way.
      }
    }
  }

  private void later(Origin origin, Runnable work) {
    later("user " + origin.from().getId(), work);
  }

  private void later(String lane, Runnable work) {
    free.acquireUninterruptibly();
    var _ =
        lanes
            .run(Set.of(lane), work)
            .whenComplete((_, e) -> {
              free.release();
              if (e != null) {
                log.error("an answer could not be shown: {}", Blame.of(e));
              }
            });
  }
}
