package org.kith.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Target;
import org.kith.post.Messenger.Posting;

/**
 * Looks whether a card that was sent without an answer has arrived all the same. Discord remembers
 * a nonce for some minutes only; later the channel itself is asked.
 */
final class EarlierPosts {
  /** So long the nonce is trusted to keep a second message away. */
  private static final Duration NONCE_HOLDS = Duration.ofMinutes(2);

  /** A card stands among the last messages, or the channel has long gone on without it. */
  private static final int LOOK_AT = 50;

  /** Clocks of two machines differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final InstantSource clock;

  EarlierPosts(InstantSource clock) {
    this.clock = clock;
  }

  /** The message that this posting has become already, if its card is in the channel. */
  Optional<String> find(GuildMessageChannel channel, Posting posting) {
    Instant since = posting.doubtSince();
    if (since == null
        || !posting.card()
        || clock.instant().isBefore(since.plus(NONCE_HOLDS))
        || !channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_HISTORY)) {
      return Optional.empty();
    }
    Set<String> codes =
        Set.of(
            Code.of(new Command.Claim(new Target.Known(posting.requestId()))),
            Code.of(new Command.More(posting.requestId())));
    String self = channel.getJDA().getSelfUser().getId();
    return Calls.await(channel.getHistory().retrievePast(LOOK_AT)).stream()
        .filter(message -> message.getAuthor().getId().equals(self))
        .filter(
            message -> !message.getTimeCreated().toInstant().isBefore(since.minus(CLOCKS_DIFFER)))
        .filter(message -> carries(message, codes))
        .map(Message::getId)
        .findFirst();
  }

  private static boolean carries(Message message, Set<String> codes) {
    return message.getComponentTree().findAll(Button.class).stream()
        .map(Button::getCustomId)
        .anyMatch(id -> id != null && codes.contains(id));
  }
}
