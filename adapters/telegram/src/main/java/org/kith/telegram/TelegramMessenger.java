package org.kith.telegram;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.kith.care.Photo;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.post.Attachment;
import org.kith.post.Messenger;
import org.kith.post.Outcome;
import org.kith.telegram.Members.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/** Posts, changes and takes away messages on Telegram, for the courier. */
final class TelegramMessenger implements Messenger {
  private static final Logger log = LoggerFactory.getLogger(TelegramMessenger.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Telegram's limit for what stands below a file, in UTF-16 units. */
  private static final int LONGEST_CAPTION = 1024;

  private final Line line;
  private final Renderer renderer;
  private final Members members;
  private final long bot;
  private final Executor threads;

  /**
   * @param bot the bot's own id
   * @param threads where 🤝 is put below a card, which nobody waits for
   */
  TelegramMessenger(Line line, Renderer renderer, Members members, long bot, Executor threads) {
    this.line = line;
    this.renderer = renderer;
    this.members = members;
    this.bot = bot;
    this.threads = threads;
  }

  @Override
  public Platform platform() {
    return Platform.TELEGRAM;
  }

  @Override
  public Outcome post(Place place, Message message, Posting posting) {
    SendMessage send = send(place.house(), renderer.html(message.text(), place), message, posting);
    send.setMessageThreadId(place.room().isEmpty() ? null : Integer.valueOf(place.room()));
    try {
      int id = line.ask(send).getMessageId();
      if (posting.card()) {
        threads.execute(() -> handshake(place.house(), id, true));
      }
      return new Outcome.Sent(Integer.toString(id));
    } catch (NotDone e) {
      return Outcomes.inPlace(e.trouble());
    }
  }

  @Override
  public Outcome edit(MessageRef ref, Message message) {
    EditMessageText edit =
        EditMessageText.builder()
            .chatId(ref.place().house())
            .messageId(Integer.valueOf(ref.messageId()))
            .text(renderer.html(message.text(), ref.place()))
            .parseMode("HTML")
            .linkPreviewOptions(Whisper.NO_PREVIEW)
            .replyMarkup(Renderer.keyboard(message.rows()))
            .build();
    try {
      var _ = line.ask(edit);
      return new Outcome.Sent(ref.messageId());
    } catch (NotDone e) {
      return e.trouble() instanceof Trouble.Refused refused && refused.says("not modified")
          ? new Outcome.Sent(ref.messageId())
          : Outcomes.ofChange(e.trouble());
    }
  }

  @Override
  public Outcome delete(MessageRef ref) {
    try {
      var _ = line.ask(new DeleteMessage(ref.place().house(), Integer.parseInt(ref.messageId())));
      return new Outcome.Sent(ref.messageId());
    } catch (NotDone e) {
      return Outcomes.ofChange(e.trouble());
    }
  }

  @Override
  public Outcome tell(String account, Message message, boolean isProtected, Posting posting) {
    SendMessage send = send(account, renderer.html(message.text(), null), message, posting);
    send.setProtectContent(isProtected ? Boolean.TRUE : null);
    try {
      return new Outcome.Sent(line.ask(send).getMessageId().toString());
    } catch (NotDone e) {
      return Outcomes.inPrivate(e.trouble());
    }
  }

  @Override
  public Outcome hand(String account, Attachment file, Message message, Posting posting) {
    byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
    SendDocument send =
        new SendDocument(account, new InputFile(new ByteArrayInputStream(content), file.name()));
    send.setCaption(renderer.html(message.text(), null, LONGEST_CAPTION));
    send.setParseMode("HTML");
    send.setDisableNotification(posting.silent() ? Boolean.TRUE : null);
    try {
      return new Outcome.Sent(line.ask(send).getMessageId().toString());
    } catch (NotDone e) {
      return Outcomes.inPrivate(e.trouble());
    }
  }

  @Override
  public Outcome clear(String account) {
    long chat = Long.parseLong(account);
    for (int message : line.said().in(chat)) {
      try {
        line.ask(new DeleteMessage(account, message));
      } catch (NotDone e) {
        if (Outcomes.ofChange(e.trouble()) instanceof Outcome.TryLater later) {
          return later; // What is left is minded until then.
        }
        log.debug("A private message stays: {}", e.trouble().getClass().getSimpleName());
      }
      line.said().gone(chat, message);
    }
    return new Outcome.Sent("");
  }

  @Override
  public Outcome show(String account, Photo photo, Message message, Posting posting) {
    SendPhoto send =
        new SendPhoto(account, new InputFile(new ByteArrayInputStream(photo.jpeg()), "photo.jpg"));
    send.setCaption(renderer.html(message.text(), null, LONGEST_CAPTION));
    send.setParseMode("HTML");
    send.setReplyMarkup(Renderer.keyboard(message.rows()));
    send.setHasSpoiler(true);
    send.setProtectContent(true);
    send.setDisableNotification(posting.silent() ? Boolean.TRUE : null);
    try {
      return new Outcome.Sent(line.ask(send).getMessageId().toString());
    } catch (NotDone e) {
      return Outcomes.inPrivate(e.trouble());
    }
  }

  @Override
  public Whereabouts whereabouts(String house, String account) {
    long id = Long.parseLong(account);
    members.forget(house, id);
    return switch (members.standing(house, id)) {
      case MANAGER, MEMBER, MUTE -> Whereabouts.THERE;
      case OUTSIDE -> Whereabouts.GONE;
      case UNSEEN, UNKNOWN -> Whereabouts.UNTOLD;
    };
  }

  @Override
  public List<Missing> missing(Place place) {
    members.forget(place.house(), bot);
    Standing standing = members.standing(place.house(), bot);
    List<Missing> missing = new ArrayList<>();
    switch (standing) {
      case MANAGER -> {
        // An administrator may post, and is told of reactions.
      }
      case MEMBER -> missing.add(Missing.ADMINISTRATOR);
      case MUTE, OUTSIDE, UNSEEN -> {
        missing.add(Missing.POST);
        missing.add(Missing.ADMINISTRATOR);
      }
      case UNKNOWN -> missing.add(Missing.UNKNOWN);
    }
    return missing;
  }

  private static SendMessage send(String chat, String html, Message message, Posting posting) {
    SendMessage send = new SendMessage(chat, html);
    send.setParseMode("HTML");
    send.setLinkPreviewOptions(Whisper.NO_PREVIEW);
    send.setReplyMarkup(Renderer.keyboard(message.rows()));
    send.setDisableNotification(posting.silent() ? Boolean.TRUE : null);
    send.setReplyParameters(below(posting.under()));
    return send;
  }

  private static @Nullable ReplyParameters below(@Nullable MessageRef under) {
    return under == null
        ? null
        : ReplyParameters.builder()
            .messageId(Integer.valueOf(under.messageId()))
            .allowSendingWithoutReply(true)
            .build();
  }

  // The card works without it; where a group allows no such reaction, it stays away.
  private void handshake(String chat, int message, boolean again) {
    SetMessageReaction reaction = new SetMessageReaction(chat, message);
    reaction.setReactionTypes(List.of(new ReactionTypeEmoji(Intake.HANDSHAKE)));
    try {
      var _ = line.ask(reaction);
    } catch (NotDone e) {
      log.debug("no reaction below the card {} in {}: {}", message, chat, e.trouble());
      if (again
          && e.trouble() instanceof Trouble.TooMany(Duration after)
          && after.compareTo(LONGEST_WAIT) <= 0) {
        try {
          Thread.sleep(after);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
        handshake(chat, message, false);
      }
    }
  }
}
