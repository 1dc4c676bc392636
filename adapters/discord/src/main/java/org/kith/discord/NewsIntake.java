package org.kith.discord;

import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.channel.ChannelDeleteEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.UnavailableGuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.events.message.MessageBulkDeleteEvent;
import net.dv8tion.jda.api.events.message.MessageDeleteEvent;
import net.dv8tion.jda.api.events.message.react.GenericMessageReactionEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionRemoveEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.desk.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what nobody said to the bot: reactions, and messages, channels and servers that come and
 * go. What happens to one message stays in order.
 */
final class NewsIntake extends ListenerAdapter {
  private static final Logger log = LoggerFactory.getLogger(NewsIntake.class);

  private final Desk desk;
  private final Lanes lanes;
  private final OwnDeletions ownDeletions;

  NewsIntake(Desk desk, Lanes lanes, OwnDeletions ownDeletions) {
    this.desk = desk;
    this.lanes = lanes;
    this.ownDeletions = ownDeletions;
  }

  @Override
  public void onMessageReactionAdd(MessageReactionAddEvent event) {
    User user = event.getUser();
    long author = event.getMessageAuthorIdLong();
    boolean onOurs = author == 0 || author == event.getJDA().getSelfUser().getIdLong();
    boolean heart = event.isFromGuild() && Heart.is(event.getEmoji());
    if ((heart || isHandshakeInServer(event)) && onOurs && user != null && !user.isBot()) {
      Command command = heart ? new Command.Hearted(ref(event)) : new Command.Reacted(ref(event));
      Member member = event.getMember();
      String name = member == null ? user.getEffectiveName() : member.getEffectiveName();
      lanes.inLane(event.getMessageId(), () -> reaction(event, name, member, command));
    }
  }

  @Override
  public void onMessageReactionRemove(MessageReactionRemoveEvent event) {
    boolean own = event.getUserIdLong() == event.getJDA().getSelfUser().getIdLong();
    if (isHandshakeInServer(event) && !own) {
      lanes.inLane(
          event.getMessageId(),
          () -> reaction(event, nameOf(event), null, new Command.Unreacted(ref(event))));
    }
  }

  @Override
  public void onMessageDelete(MessageDeleteEvent event) {
    if (event.isFromGuild()) {
      deleted(Places.exact(event.getGuildChannel()), event.getMessageId());
    }
  }

  @Override
  public void onMessageBulkDelete(MessageBulkDeleteEvent event) {
    event.getMessageIds().forEach(id -> deleted(Places.exact(event.getChannel()), id));
  }

  @Override
  public void onChannelDelete(ChannelDeleteEvent event) {
    if (event.isFromGuild() && event.getChannel() instanceof GuildMessageChannel channel) {
      removed(Places.exact(channel));
    }
  }

  @Override
  public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
    if (event.getChannel() instanceof GuildMessageChannel channel && !maySpeakIn(channel)) {
      Place place = Places.exact(channel);
      lanes.inLane(
          place.room(),
          () -> {
            if (!maySpeakIn(channel) && desk.knows(place)) {
              desk.hear(null, Platform.DISCORD, new News.Removed(place));
            }
          });
    }
  }

  @Override
  public void onGuildLeave(GuildLeaveEvent event) {
    removed(Places.house(event.getGuild().getId()));
  }

  @Override
  public void onUnavailableGuildLeave(UnavailableGuildLeaveEvent event) {
    removed(Places.house(event.getGuildId()));
  }

  /** Only a real arrival: a server that comes back after an outage is another event of JDA's. */
  @Override
  public void onGuildJoin(GuildJoinEvent event) {
    Guild guild = event.getGuild();
    lanes.inLane(
        guild.getId(),
        () ->
            Arrival.in(guild)
                .ifPresentOrElse(
                    news -> desk.hear(null, Platform.DISCORD, news),
                    () -> log.info("added to a server in which no channel is open to the bot")));
  }

  private void reaction(
      GenericMessageReactionEvent event, String name, @Nullable Member member, Command command) {
    Actor actor = Actors.in(event.getGuildChannel(), event.getUserId(), name, member);
    desk.handle(new Delivery(null, actor, command, false));
  }

  private void deleted(Place place, String messageId) {
    if (!ownDeletions.contains(messageId)) {
      News news = new News.MessageDeleted(new MessageRef(place, messageId));
      lanes.inLane(messageId, () -> desk.hear(null, Platform.DISCORD, news));
    }
  }

  private void removed(Place place) {
    String lane = place.room().isEmpty() ? place.house() : place.room();
    lanes.inLane(lane, () -> desk.hear(null, Platform.DISCORD, new News.Removed(place)));
  }

  private static boolean isHandshakeInServer(GenericMessageReactionEvent event) {
    return event.isFromGuild() && Handshake.is(event.getEmoji());
  }

  private static MessageRef ref(GenericMessageReactionEvent event) {
    return new MessageRef(Places.exact(event.getGuildChannel()), event.getMessageId());
  }

  /** Discord tells only the id of who took a reaction back; they may have left since. */
  private static String nameOf(MessageReactionRemoveEvent event) {
    try {
      return Calls.await(event.retrieveMember()).getEffectiveName();
    } catch (RuntimeException notAMember) {
      return nameOf(event.getJDA(), event.getUserId());
    }
  }

  private static String nameOf(JDA jda, String userId) {
    try {
      return Calls.await(jda.retrieveUserById(userId)).getEffectiveName();
    } catch (RuntimeException gone) {
      return userId;
    }
  }

  private static boolean maySpeakIn(GuildChannel channel) {
    List<Permission> needed = List.of(Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND);
    return channel.getGuild().getSelfMember().hasPermission(channel, needed);
  }
}
