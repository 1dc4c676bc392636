package org.kith.discord;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Facts;

/** Discord's servers and channels as the core knows them. */
final class Places {
  private Places() {}

  /** The server as a whole. */
  static Place house(String guildId) {
    return new Place(Platform.DISCORD, guildId, "");
  }

  /** The channel or thread itself, such as where a message stands. */
  static Place exact(GuildChannel channel) {
    return new Place(Platform.DISCORD, channel.getGuild().getId(), channel.getId());
  }

  /** Where something typed in this channel belongs: a thread belongs to its channel. */
  static Place home(GuildChannel channel) {
    return exact(homeChannel(channel));
  }

  /** What a circle made here needs to know. */
  static Facts facts(GuildChannel channel) {
    Guild guild = channel.getGuild();
    GuildChannel home = homeChannel(channel);
    return new Facts(
        guild.getName(),
        home.getName(),
        guild.getMemberCount(),
        guild.getFeatures().contains("DISCOVERABLE"),
        !guild.getPublicRole().hasPermission(home, Permission.VIEW_CHANNEL));
  }

  /** A thread's channel; but a forum holds nothing but threads, so there it is the thread. */
  private static GuildChannel homeChannel(GuildChannel channel) {
    return channel instanceof ThreadChannel thread
            && thread.getParentChannel() instanceof GuildMessageChannel parent
        ? parent
        : channel;
  }
}
