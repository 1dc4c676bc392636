package org.kith.telegram;

import org.kith.command.Reply;
import org.kith.command.Reply.Audience;
import org.kith.telegram.Members.Standing;
import org.kith.words.Words;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/** Answers what people typed, in the private chat or in the group, as privately as it can. */
final class TypedAnswer {
  private final Whisper whisper;
  private final Renderer renderer;
  private final Members members;
  private final Links links;
  private final long bot;

  /**
   * @param bot the bot's own id
   */
  TypedAnswer(Whisper whisper, Renderer renderer, Members members, Links links, long bot) {
    this.whisper = whisper;
    this.renderer = renderer;
    this.members = members;
    this.links = links;
    this.bot = bot;
  }

  /** Shows the answer to a command that only its sender saw. */
  Shown show(Origin.Whispered command, Reply.Said said) {
    boolean isProtected = said.audience() == Audience.ACTOR_PROTECTED;
    if (important(said) || isProtected) {
      if (whisper.inPrivate(command, said.message(), isProtected)) {
        return Shown.YES;
      }
      var _ = whisper.inGroup(command, said.message(), isProtected);
      return Shown.NO; // It may not have arrived.
    }
    return Shown.is(
        whisper.inGroup(command, said.message(), false)
            || whisper.inPrivate(command, said.message(), false));
  }

  /** Shows the answer to a command that everybody in the chat saw. */
  Shown show(Origin.Written command, Reply.Said said) {
    boolean isProtected = said.audience() == Audience.ACTOR_PROTECTED;
    if (command.room().isPrivate()) {
      return Shown.is(whisper.inPrivate(command, said.message(), isProtected));
    }
    boolean byWhisper = !important(said) && !isProtected && isAdministrator(command.room());
    if (byWhisper && whisper.inGroup(command, said.message(), false)) {
      return Shown.YES;
    }
    if (whisper.inPrivate(command, said.message(), isProtected)) {
      return Shown.YES;
    }
    return said.audience() == Audience.ANYBODY
        ? Shown.is(inTheOpen(command, said))
        : pointedTo(command, said);
  }

  private boolean inTheOpen(Origin.Written command, Reply.Said said) {
    SendMessage send = send(command, renderer.html(said.message().text(), command.room().place()));
    send.setParseMode("HTML");
    send.setReplyMarkup(Renderer.keyboard(said.message().rows()));
    return whisper.done(send);
  }

  private Shown pointedTo(Origin.Written command, Reply.Said said) {
    Words words = Words.in(Actors.language(command.from()));
    String payload = said.payload() == null ? Links.HELLO : said.payload();
    SendMessage send = send(command, words.say("telegram.private"));
    send.setReplyMarkup(Renderer.link(words.say("telegram.open"), links.start(payload)));
    return whisper.done(send) && said.payload() != null ? Shown.LINKED : Shown.NO;
  }

  private static SendMessage send(Origin.Written command, String html) {
    SendMessage send = new SendMessage(command.room().chatId(), html);
    send.setMessageThreadId(command.room().thread());
    send.setLinkPreviewOptions(Whisper.NO_PREVIEW);
    send.setDisableNotification(true);
    send.setReplyParameters(
        ReplyParameters.builder()
            .messageId(command.messageId())
            .allowSendingWithoutReply(true)
            .build());
    return send;
  }

  private boolean isAdministrator(Room room) {
    return members.standing(room.chatId(), bot) == Standing.MANAGER;
  }

  private static boolean important(Reply.Said said) {
    return said.pending().isPresent();
  }
}
