package org.kith.discord;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import org.kith.command.News;

/** The bot has come into a server: where it says hello. */
final class Arrival {
  private Arrival() {}

  /**
   * The news of it, for the channel for news of the server, or the first one where the bot may
   * write; empty if there is none.
   */
  static Optional<News> in(Guild guild) {
    return Stream.concat(
            Stream.ofNullable(guild.getSystemChannel()),
            guild.getTextChannels().stream().sorted(Comparator.naturalOrder()))
        .filter(TextChannel::canTalk)
        .findFirst()
        .map(door -> new News.Added(Places.home(door), Actors.language(guild.getLocale())));
  }
}
