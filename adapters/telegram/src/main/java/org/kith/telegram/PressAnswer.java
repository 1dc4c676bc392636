package org.kith.telegram;

import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Reply.Audience;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/**
 * Answers presses. Telegram takes one small notice for each press, or a link; whatever is longer or
 * has buttons is shown where only the presser sees it.
 */
final class PressAnswer {
  /** A longer notice is gone before it is read: it is shown in a window that must be closed. */
  private static final int LONGEST_TOAST = 90;

  /** Telegram's limit for the answer to a press. */
  private static final int LONGEST_NOTICE = 200;

  private final Whisper whisper;
  private final Links links;

  PressAnswer(Whisper whisper, Links links) {
    this.whisper = whisper;
    this.links = links;
  }

  /** Shows an answer, and says whether whoever pressed has seen what matters in it. */
  Shown show(Origin.Pressed press, Reply.Said said) {
    if (said.redraws() && whisper.instead(press, said.message())) {
      var _ = toast(press, "");
      return Shown.YES;
    }
    return press.room().isPrivate() ? Shown.is(inPrivate(press, said)) : inGroup(press, said);
  }

  /** A small notice that goes by itself; a window if it is long; nothing for an empty one. */
  boolean toast(Origin.Pressed press, String brief) {
    return notice(press, brief, brief.length() > LONGEST_TOAST);
  }

  /** A window that must be closed. */
  boolean alert(Origin.Pressed press, String text) {
    return notice(press, text, true);
  }

  private boolean inPrivate(Origin.Pressed press, Reply.Said said) {
    if (!important(said) && !needsRoom(said)) {
      return toast(press, said.brief());
    }
    boolean sent = whisper.inPrivate(press, said.message(), isProtected(said));
    boolean noticed = toast(press, sent ? "" : said.brief());
    return sent || (noticed && !needsRoom(said));
  }

  private Shown inGroup(Origin.Pressed press, Reply.Said said) {
    String all = Renderer.notice(said.message().text());
    if (isProtected(said) && all.length() <= LONGEST_NOTICE) {
      return Shown.is(alert(press, all));
    }
    if (!important(said) && !needsRoom(said)) {
      return Shown.is(toast(press, said.brief()));
    }
    if (whisper.inPrivate(press, said.message(), isProtected(said))) {
      var _ = toast(press, said.brief());
      return Shown.YES;
    }
    return important(said) ? pointedTo(press, said) : Shown.is(besides(press, said));
  }

  // The private chat is closed, mostly because its Start was never pressed: the link leads there.
  // An ephemeral message may never arrive and is not enough for what matters.
  private Shown pointedTo(Origin.Pressed press, Reply.Said said) {
    String payload = said.payload();
    if (payload != null && open(press, payload)) {
      return Shown.LINKED;
    }
    if (payload == null) {
      var _ = whisper.inGroup(press, said.message(), isProtected(said));
      var _ = alert(press, said.brief());
    }
    return Shown.NO;
  }

  private boolean besides(Origin.Pressed press, Reply.Said said) {
    if (whisper.inGroup(press, said.message(), isProtected(said))) {
      return toast(press, said.brief());
    }
    String payload = said.payload();
    return payload == null ? alert(press, said.brief()) : open(press, payload);
  }

  private boolean open(Origin.Pressed press, String payload) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(press.queryId());
    answer.setUrl(links.start(payload));
    return whisper.done(answer);
  }

  private boolean notice(Origin.Pressed press, String text, boolean window) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(press.queryId());
    answer.setText(text.isEmpty() ? null : text);
    answer.setShowAlert((window && !text.isEmpty()) ? Boolean.TRUE : null);
    return whisper.done(answer);
  }

  private static boolean important(Reply.Said said) {
    return said.pending().isPresent();
  }

  private static boolean isProtected(Reply.Said said) {
    return said.audience() == Audience.ACTOR_PROTECTED;
  }

  private static boolean needsRoom(Reply.Said said) {
    Message message = said.message();
    return !message.rows().isEmpty() || message.text().lines().size() > 1;
  }
}
