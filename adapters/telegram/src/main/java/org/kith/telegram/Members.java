package org.kith.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMemberCount;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;

/**
 * Who is in which group, and who may manage it, as Telegram says; a yes is remembered for a minute,
 * a no is asked anew each time.
 */
final class Members {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Past this many answers the old ones are thrown out. */
  private static final int MOST_KEPT = 20_000;

  private final Line line;
  private final LongSupplier nanos;
  private final Map<Seat, Known> known = new ConcurrentHashMap<>();
  private final Map<String, Headcount> headcounts = new ConcurrentHashMap<>();

  /**
   * @param nanos time as it passes, in nanoseconds
   */
  Members(Line line, LongSupplier nanos) {
    this.line = line;
    this.nanos = nanos;
  }

  /** How somebody stands in a group. */
  enum Standing {
    /** The owner or an administrator. */
    MANAGER,
    /** In it, may write. */
    MEMBER,
    /** In it, may not write. */
    MUTE,
    /** Not in it: Telegram says so. */
    OUTSIDE,
    /** Telegram lets the bot see nobody in it, or knows no such person: they may be in it. */
    UNSEEN,
    /** Telegram did not say. */
    UNKNOWN;

    boolean isIn() {
      return this == MANAGER || this == MEMBER || this == MUTE;
    }
  }

  /** How this account stands in this group, as of a minute ago at most. */
  Standing standing(String chat, long account) {
    Seat seat = new Seat(chat, account);
    long now = nanos.getAsLong();
    Known before = known.get(seat);
    if (before != null && now - before.at < GOOD_FOR.toNanos()) {
      return before.standing;
    }
    Standing standing = asked(seat);
    if (standing.isIn()) {
      if (known.size() >= MOST_KEPT) {
        known.values().removeIf(one -> now - one.at >= GOOD_FOR.toNanos());
      }
      if (known.size() < MOST_KEPT) {
        known.put(seat, new Known(standing, now));
      }
    } else {
      known.remove(seat);
    }
    return standing;
  }

  /**
   * How many are in a group, as of an hour ago at most; 0 if Telegram does not say.
   *
   * @param now false to answer with what is known, and to have it asked for the next time
   * @param later runs what asks for the next time
   */
  int headcount(String chat, boolean now, Executor later) {
    Headcount before = headcounts.get(chat);
    boolean old = before == null || nanos.getAsLong() - before.at >= HOUR.toNanos();
    if (old && now) {
      return counted(chat);
    }
    if (old) {
      later.execute(() -> {
        var _ = counted(chat);
      });
    }
    return before == null ? 0 : before.people;
  }

  private int counted(String chat) {
    try {
      int people = line.ask(new GetChatMemberCount(chat));
      headcounts.put(chat, new Headcount(people, nanos.getAsLong()));
      return people;
    } catch (NotDone e) {
      return 0;
    }
  }

  /** Something about this account in this group has changed: it is asked anew. */
  void forget(String chat, long account) {
    known.remove(new Seat(chat, account));
  }

  private Standing asked(Seat seat) {
    try {
      return standing(line.ask(new GetChatMember(seat.chat, seat.account)));
    } catch (NotDone e) {
      return e.trouble() instanceof Trouble.Refused refused
              && refused.says("user not found", "participant_id_invalid", "kicked", "not a member")
          ? Standing.UNSEEN
          : Standing.UNKNOWN;
    }
  }

  private static Standing standing(ChatMember member) {
    return switch (member.getStatus()) {
      case "creator", "administrator" -> Standing.MANAGER;
      case "member" -> Standing.MEMBER;
      case "restricted" -> restricted((ChatMemberRestricted) member);
      default -> Standing.OUTSIDE;
    };
  }

  private static Standing restricted(ChatMemberRestricted member) {
    if (!Boolean.TRUE.equals(member.getIsMember())) {
      return Standing.OUTSIDE;
    }
    return Boolean.TRUE.equals(member.getCanSendMessages()) ? Standing.MEMBER : Standing.MUTE;
  }

  private record Seat(String chat, long account) {}

  private record Known(Standing standing, long at) {}

  private record Headcount(int people, long at) {}
}
