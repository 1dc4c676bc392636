package org.kith.discord;

import java.time.Instant;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.Interaction;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Whence;
import org.kith.words.Words;

/** Who acts, as Discord vouches for them. */
final class Actors {
  private final Presence presence;

  Actors(Presence presence) {
    this.presence = presence;
  }

  /** Whoever typed, pressed or sent a form. In the private chat Discord may be asked first. */
  Actor of(Interaction event) {
    User user = event.getUser();
    Member member = event.getMember();
    String name = member == null ? user.getEffectiveName() : member.getEffectiveName();
    return new Actor(
        Platform.DISCORD,
        user.getId(),
        name,
        language(event.getUserLocale()),
        whence(event),
        user.getName());
  }

  /** Where what an interaction is answered with will be shown; null in the private chat. */
  static @Nullable Place place(Interaction event) {
    return event.isFromAttachedGuild() ? Places.home(event.getGuildChannel()) : null;
  }

  /** Somebody in a channel; the platform tells no language here. */
  static Actor in(GuildChannel channel, String id, String name, @Nullable Member member) {
    boolean mayManage = member != null && member.hasPermission(Permission.MANAGE_SERVER);
    Whence whence =
        new Whence.InPlace(Places.home(channel), Places.facts(channel), mayManage, joined(member));
    return new Actor(Platform.DISCORD, id, name, language(channel.getGuild().getLocale()), whence);
  }

  /** The tag of a language as Discord names it. */
  static String language(DiscordLocale locale) {
    return locale == DiscordLocale.UNKNOWN ? Words.ENGLISH : locale.getLocale();
  }

  private Whence whence(Interaction event) {
    if (!event.isFromAttachedGuild()) {
      return presence.of(event.getUser().getId());
    }
    GuildChannel channel = event.getGuildChannel();
    Member member = event.getMember();
    boolean mayManage = member != null && member.hasPermission(Permission.MANAGE_SERVER);
    return new Whence.InPlace(
        Places.home(channel), Places.facts(channel), mayManage, joined(member));
  }

  private static @Nullable Instant joined(@Nullable Member member) {
    return member == null || !member.hasTimeJoined() ? null : member.getTimeJoined().toInstant();
  }
}
