package org.kith.discord;

import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.post.Outcome;

/** The sessions that are open with Discord now: one, or with thousands of servers several. */
final class Sessions {
  private static final int SNOWFLAKE_TIME_SHIFT = 22;

  private volatile List<JDA> shards = List.of();

  /** Where a place is, or why nothing can be said there now. */
  sealed interface Found {
    /** The channel or thread. */
    record Room(GuildMessageChannel channel) implements Found {}

    /** Nothing: closed for good, or only now. */
    record Nothing(Outcome why) implements Found {}
  }

  /** All of them, shard by shard, as Discord numbers them. */
  void are(List<JDA> opened) {
    shards = List.copyOf(opened);
  }

  List<JDA> all() {
    return shards;
  }

  /** True while every session is open and its servers are known. */
  boolean connected() {
    List<JDA> now = shards;
    return !now.isEmpty() && now.stream().allMatch(one -> one.getStatus() == JDA.Status.CONNECTED);
  }

  /** The first session, for calls that belong to no server; null before there is any. */
  @Nullable JDA any() {
    List<JDA> now = shards;
    return now.isEmpty() ? null : now.getFirst();
  }

  /** A server that the bot is in and that Discord can reach now; null otherwise. */
  @Nullable Guild guild(String house) {
    JDA shard = shardOf(house);
    return shard == null ? null : shard.getGuildById(house);
  }

  /** The channel of a place. */
  Found find(Place place) {
    JDA shard = shardOf(place.house());
    Guild guild = shard == null ? null : shard.getGuildById(place.house());
    if (shard == null || guild == null) {
      return new Found.Nothing(whyNoGuild(shard, place));
    }
    GuildMessageChannel channel =
        place.room().isEmpty()
            ? null
            : guild.getChannelById(GuildMessageChannel.class, place.room());
    return channel == null
        ? new Found.Nothing(new Outcome.PlaceClosed("no such channel"))
        : new Found.Room(channel);
  }

  private static Outcome whyNoGuild(@Nullable JDA shard, Place place) {
    if (shard == null
        || shard.getStatus() != JDA.Status.CONNECTED
        || shard.isUnavailable(Long.parseLong(place.house()))) {
      return new Outcome.TryLater(Faults.SOON, false);
    }
    return new Outcome.PlaceClosed("not in this server");
  }

  private @Nullable JDA shardOf(String house) {
    List<JDA> now = shards;
    return now.isEmpty()
        ? null
        : now.get((int) ((Long.parseLong(house) >>> SNOWFLAKE_TIME_SHIFT) % now.size()));
  }
}
