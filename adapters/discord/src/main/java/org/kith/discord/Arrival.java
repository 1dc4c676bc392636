package org.kith.discord;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.audit.ActionType;
import net.dv8tion.jda.api.audit.AuditLogEntry;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.kith.command.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot has come into a server: who brought it, and where it says hello. */
final class Arrival {
  private static final int LOOK_AT = 10;
  private static final Logger log = LoggerFactory.getLogger(Arrival.class);

  /**
   * Whoever added the bot, if the server's log tells; otherwise its owner. They stand in the
   * channel for news of the server, or in the first one where the bot may write; empty if there is
   * none.
   */
  Optional<Actor> in(Guild guild) {
    Optional<TextChannel> door =
        Stream.concat(
                Stream.ofNullable(guild.getSystemChannel()),
                guild.getTextChannels().stream().sorted(Comparator.naturalOrder()))
            .filter(TextChannel::canTalk)
            .findFirst();
    if (door.isEmpty()) {
      log.info("added to a server in which no channel is open to the bot");
    }
    return door.map(channel -> adder(guild, channel));
  }

  private static Actor adder(Guild guild, TextChannel channel) {
    String id = adderId(guild);
    try {
      Member member = Calls.await(guild.retrieveMemberById(id));
      return Actors.in(channel, id, member.getEffectiveName(), member);
    } catch (RuntimeException e) {
      log.debug("who added the bot is not told: {}", Faults.brief(e));
      return Actors.in(channel, id, guild.getName(), null);
    }
  }

  private static String adderId(Guild guild) {
    if (!guild.getSelfMember().hasPermission(Permission.VIEW_AUDIT_LOGS)) {
      return guild.getOwnerId();
    }
    try {
      return Calls.await(guild.retrieveAuditLogs().type(ActionType.BOT_ADD).limit(LOOK_AT)).stream()
          .filter(entry -> entry.getTargetId().equals(guild.getSelfMember().getId()))
          .map(AuditLogEntry::getUserId)
          .findFirst()
          .orElseGet(guild::getOwnerId);
    } catch (RuntimeException e) {
      log.debug("the server's log is not told: {}", Faults.brief(e));
      return guild.getOwnerId();
    }
  }
}
