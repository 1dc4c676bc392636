package org.kith.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kith.command.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditEphemeralMessageText;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/** Shows somebody something that nobody else sees, if Telegram lets it; says whether it did. */
final class Whisper {
  static final LinkPreviewOptions NO_PREVIEW =
      LinkPreviewOptions.builder().isDisabled(true).build();

  private static final Logger log = LoggerFactory.getLogger(Whisper.class);

  /** Longer than this nobody waits for an answer to a press. */
  private static final Duration SHORT_WAIT = Duration.ofSeconds(3);

  private final Line line;
  private final Renderer renderer;

  Whisper(Line line, Renderer renderer) {
    this.line = line;
    this.renderer = renderer;
  }

  /**
   * In the private chat.
   *
   * @param isProtected true if it must not be passed on or saved
   */
  boolean inPrivate(Origin origin, Message message, boolean isProtected) {
    SendMessage send =
        new SendMessage(origin.from().getId().toString(), renderer.html(message.text(), null));
    send.setParseMode("HTML");
    send.setLinkPreviewOptions(NO_PREVIEW);
    send.setReplyMarkup(Renderer.keyboard(message.rows()));
    if (isProtected) {
      send.setProtectContent(true);
    }
    if (!origin.room().isPrivate()) {
      send.setDisableNotification(true); // They are looking at the group, where they just acted.
    }
    return done(send);
  }

  /** In the group, but for them alone. Nobody learns whether it arrived. */
  boolean inGroup(Origin origin, Message message, boolean isProtected) {
    Room room = origin.room();
    String press = origin instanceof Origin.Pressed pressed ? pressed.queryId() : null;
    String html = renderer.html(message.text(), room.place());
    Ephemeral send = new Ephemeral(room.chatId(), html, origin.from().getId(), press);
    send.setParseMode("HTML");
    send.setMessageThreadId(room.thread());
    send.setLinkPreviewOptions(NO_PREVIEW);
    send.setReplyMarkup(Renderer.keyboard(message.rows()));
    if (isProtected) {
      send.setProtectContent(true);
    }
    if (origin instanceof Origin.Whispered whispered) {
      send.setReplyParameters(
          ReplyParameters.builder().ephemeralMessageId(whispered.ephemeralId()).build());
    }
    return done(send);
  }

  /** In place of the message whose button was pressed, where only the presser sees that one. */
  boolean instead(Origin.Pressed press, Message message) {
    Integer ephemeral = press.ephemeralId();
    if (ephemeral != null) {
      return done(ephemeralEdit(press, ephemeral, message));
    }
    Integer pressed = press.messageId();
    return press.room().isPrivate() && pressed != null && done(edit(press, pressed, message));
  }

  /** Asks Telegram for one thing; waits once, and not long, if it says so. */
  boolean done(BotApiMethod<?> method) {
    Trouble trouble = tried(method);
    if (trouble instanceof Trouble.TooMany(Duration after) && after.compareTo(SHORT_WAIT) <= 0) {
      try {
        Thread.sleep(after);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      trouble = tried(method);
    }
    return trouble == null
        || (trouble instanceof Trouble.Refused refused && refused.says("not modified"));
  }

  private @Nullable Trouble tried(BotApiMethod<?> method) {
    try {
      var _ = line.ask(method);
      return null;
    } catch (NotDone e) {
      log.debug("{} was not done: {}", method.getMethod(), e.trouble());
      return e.trouble();
    }
  }

  private EditMessageText edit(Origin.Pressed press, int pressed, Message message) {
    return EditMessageText.builder()
        .chatId(press.room().chatId())
        .messageId(pressed)
        .text(renderer.html(message.text(), null))
        .parseMode("HTML")
        .linkPreviewOptions(NO_PREVIEW)
        .replyMarkup(Renderer.keyboard(message.rows()))
        .build();
  }

  private EditEphemeralMessageText ephemeralEdit(
      Origin.Pressed press, int ephemeral, Message message) {
    int longest = Renderer.LONGEST_EPHEMERAL_EDIT;
    return EditEphemeralMessageText.builder()
        .chatId(press.room().chatId())
        .receiverUserId(press.from().getId())
        .ephemeralMessageId(ephemeral)
        .text(renderer.html(message.text(), press.room().place(), longest))
        .parseMode("HTML")
        .linkPreviewOptions(NO_PREVIEW)
        .replyMarkup(Renderer.keyboard(message.rows()))
        .build();
  }
}
