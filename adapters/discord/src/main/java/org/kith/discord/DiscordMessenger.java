package org.kith.discord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.SelfMember;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.utils.FileUpload;
import org.kith.care.Photo;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.post.Attachment;
import org.kith.post.Messenger;
import org.kith.post.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks to Discord for the courier. The nonce of a message is its outbox row, so that Discord
 * itself keeps the same row from appearing twice within minutes; after that {@link EarlierPosts}
 * looks for it.
 */
public final class DiscordMessenger implements Messenger {
  /** So many private messages are deleted at a time: Discord takes a few a second. */
  private static final int MOST_CLEARED = 50;

  /** By this beginning JDA, and each client, knows that it is to be covered. */
  private static final String COVERED = "SPOILER_photo.jpg";

  private static final Logger log = LoggerFactory.getLogger(DiscordMessenger.class);

  private final Sessions sessions;
  private final Renderer renderer;
  private final EarlierPosts earlier;
  private final OwnDeletions ownDeletions;
  private final Consumer<MessageRef> settling;

  /**
   * @param settling has the reactions on a card read; returns at once
   */
  DiscordMessenger(
      Sessions sessions,
      Renderer renderer,
      EarlierPosts earlier,
      OwnDeletions ownDeletions,
      Consumer<MessageRef> settling) {
    this.sessions = sessions;
    this.renderer = renderer;
    this.earlier = earlier;
    this.ownDeletions = ownDeletions;
    this.settling = settling;
  }

  @Override
  public Platform platform() {
    return Platform.DISCORD;
  }

  /** At a start it takes a second or two until the session is there. */
  @Override
  public boolean isReachable() {
    return sessions.connected();
  }

  @Override
  public Outcome post(Place place, Message message, Posting posting) {
    return in(
        place,
        channel -> {
          Optional<String> there = earlier.find(channel, posting);
          if (there.isPresent()) {
            Outcome adopted = edit(new MessageRef(place, there.get()), message);
            if (!(adopted instanceof Outcome.MessageGone)) {
              return adopted;
            }
          }
          MessageCreateAction send =
              channel
                  .sendMessage(renderer.created(message, place))
                  .setNonce(Long.toString(posting.row()))
                  .setSuppressedNotifications(posting.silent());
          var sent = Calls.await(below(send, channel, posting));
          if (posting.card()) {
            addHandshake(channel, sent.getId());
          }
          return new Outcome.Sent(sent.getId());
        });
  }

  @Override
  public Outcome edit(MessageRef ref, Message message) {
    return in(
        ref.place(),
        channel -> {
          Calls.await(
              channel.editMessageById(ref.messageId(), renderer.edited(message, ref.place())));
          return new Outcome.Sent(ref.messageId());
        });
  }

  @Override
  public Outcome delete(MessageRef ref) {
    return in(
        ref.place(),
        channel -> {
          ownDeletions.add(ref.messageId());
          Calls.await(channel.deleteMessageById(ref.messageId()));
          return new Outcome.Sent(ref.messageId());
        });
  }

  @Override
  public Outcome tell(String account, Message message, boolean isProtected, Posting posting) {
    return privately(account, message, posting, send -> send);
  }

  @Override
  public Outcome hand(String account, Attachment file, Message message, Posting posting) {
    byte[] content = file.text().getBytes(StandardCharsets.UTF_8);
    return privately(
        account,
        message,
        posting,
        send -> send.setFiles(FileUpload.fromData(content, file.name())));
  }

  @Override
  public Outcome clear(String account) {
    JDA any = sessions.any();
    if (any == null) {
      return new Outcome.TryLater(Faults.SOON, false);
    }
    return attempt(() -> {
      MessageChannel chat = Calls.await(any.openPrivateChannelById(account));
      List<String> own = OwnWords.in(chat, MOST_CLEARED);
      for (String message : own) {
        takeAway(chat, message);
      }
      return own.size() < MOST_CLEARED
          ? new Outcome.Sent("")
          : new Outcome.TryLater(Faults.SOON, false);
    });
  }

  private static void takeAway(MessageChannel chat, String message) {
    try {
      Calls.await(chat.deleteMessageById(message));
    } catch (CompletionException e) {
      if (!Faults.is(Calls.cause(e), ErrorResponse.UNKNOWN_MESSAGE)) {
        throw e;
      }
    }
  }

  @Override
  public Outcome show(String account, Photo photo, Message message, Posting posting) {
    return privately(
        account,
        message,
        posting,
        send -> send.setFiles(FileUpload.fromData(photo.jpeg(), COVERED)));
  }

  private Outcome privately(
      String account, Message message, Posting posting, UnaryOperator<MessageCreateAction> with) {
    JDA any = sessions.any();
    if (any == null) {
      return new Outcome.TryLater(Faults.SOON, false);
    }
    return attempt(() -> {
      MessageChannel chat = Calls.await(any.openPrivateChannelById(account));
      MessageCreateAction send =
          chat.sendMessage(renderer.created(message, null))
              .setNonce(Long.toString(posting.row()))
              .setSuppressedNotifications(posting.silent());
      return new Outcome.Sent(Calls.await(with.apply(send)).getId());
    });
  }

  @Override
  public void recovered(MessageRef card) {
    settling.accept(card);
  }

  /** A question that every bot may ask; the list of all members is for those with more rights. */
  @Override
  public Whereabouts whereabouts(String house, String account) {
    Guild guild = sessions.guild(house);
    if (guild == null) {
      return Whereabouts.UNTOLD;
    }
    try {
      Calls.await(guild.retrieveMemberById(account).useCache(false));
      return Whereabouts.THERE;
    } catch (RuntimeException e) {
      if (Presence.isAbsent(e)) {
        return Whereabouts.GONE;
      }
      log.info("Discord could not be asked for a member: {}", Faults.brief(e));
      return Whereabouts.UNTOLD;
    }
  }

  @Override
  public List<Missing> missing(Place place) {
    return switch (sessions.find(place)) {
      case Sessions.Found.Nothing(Outcome.PlaceClosed why) -> List.of(Missing.SEE);
      case Sessions.Found.Nothing(Outcome why) -> List.of(Missing.UNKNOWN);
      case Sessions.Found.Room(GuildMessageChannel channel) -> missingIn(channel);
    };
  }

  private static List<Missing> missingIn(GuildMessageChannel channel) {
    SelfMember self = channel.getGuild().getSelfMember();
    Permission send =
        channel instanceof ThreadChannel
            ? Permission.MESSAGE_SEND_IN_THREADS
            : Permission.MESSAGE_SEND;
    List<Missing> missing = new ArrayList<>();
    if (!self.hasPermission(channel, Permission.VIEW_CHANNEL)) {
      missing.add(Missing.SEE);
    }
    if (!self.hasPermission(channel, send)) {
      missing.add(Missing.POST);
    }
    if (!self.hasPermission(channel, Permission.MESSAGE_HISTORY)) {
      missing.add(Missing.HISTORY);
    }
    if (!self.hasPermission(channel, Permission.MESSAGE_ADD_REACTION)) {
      missing.add(Missing.REACT);
    }
    return missing;
  }

  private Outcome in(Place place, Function<GuildMessageChannel, Outcome> call) {
    return switch (sessions.find(place)) {
      case Sessions.Found.Nothing(Outcome why) -> why;
      case Sessions.Found.Room(GuildMessageChannel channel) -> attempt(() -> call.apply(channel));
    };
  }

  private static Outcome attempt(Supplier<Outcome> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      Outcome outcome = Faults.outcome(e);
      log.debug("Discord: {}", outcome);
      return outcome;
    }
  }

  /** A reply needs the history; without it, or without the message, it is posted all the same. */
  private static MessageCreateAction below(
      MessageCreateAction send, GuildMessageChannel channel, Posting posting) {
    MessageRef under = posting.under();
    boolean mayReply =
        under != null
            && under.place().room().equals(channel.getId())
            && channel
                .getGuild()
                .getSelfMember()
                .hasPermission(channel, Permission.MESSAGE_HISTORY);
    return under != null && mayReply
        ? send.setMessageReference(under.messageId()).failOnInvalidReply(false)
        : send;
  }

  /** The card works by its buttons too, so nothing waits for this and nothing fails with it. */
  private static void addHandshake(GuildMessageChannel channel, String messageId) {
    try {
      channel
          .addReactionById(messageId, Handshake.EMOJI)
          .queue(done -> {}, failure -> log.debug("no first reaction: {}", failure.getMessage()));
    } catch (RuntimeException e) {
      log.debug("no first reaction: {}", e.getMessage());
    }
  }
}
