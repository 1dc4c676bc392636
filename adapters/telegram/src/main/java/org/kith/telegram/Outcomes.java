package org.kith.telegram;

import java.time.Duration;
import org.kith.post.Outcome;

/** What Telegram's refusals mean to the courier. Telegram has codes for few of them: words tell. */
final class Outcomes {
  private static final Duration AWAY = Duration.ofSeconds(2);
  private static final Duration NO_TOKEN = Duration.ofMinutes(1);
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private Outcomes() {}

  /** For something sent to a group. */
  static Outcome inPlace(Trouble trouble) {
    return of(trouble, true, Outcomes::refusedByPlace);
  }

  /** For a change of something in a group, which may be tried twice. */
  static Outcome ofChange(Trouble trouble) {
    return of(trouble, false, Outcomes::refusedChange);
  }

  /** For something sent to a person. */
  static Outcome inPrivate(Trouble trouble) {
    return of(trouble, true, Outcomes::refusedByPerson);
  }

  private interface Refusal {
    Outcome of(Trouble.Refused refused);
  }

  private static Outcome of(Trouble trouble, boolean sends, Refusal refusal) {
    return switch (trouble) {
      case Trouble.TooMany(var after) -> new Outcome.TryLater(after, false);
      case Trouble.Moved(var house) -> new Outcome.Moved(house);
      case Trouble.Away(var inDoubt) -> new Outcome.TryLater(AWAY, inDoubt && sends);
      case Trouble.Refused refused when isToken(refused) -> new Outcome.TryLater(NO_TOKEN, false);
      case Trouble.Refused refused -> refusal.of(refused);
    };
  }

  private static boolean isToken(Trouble.Refused refused) {
    return refused.code() == UNAUTHORIZED || refused.code() == NOT_FOUND;
  }

  private static Outcome refusedByPlace(Trouble.Refused refused) {
    boolean closed =
        refused.code() == FORBIDDEN
            || refused.says(
                "chat not found",
                "not enough rights",
                "no rights",
                "need administrator rights",
                "write_forbidden",
                "_forbidden",
                "chat_restricted",
                "topic_closed",
                "topic_deleted",
                "thread not found",
                "group chat was deactivated",
                "peer_id_invalid",
                "kicked",
                "not a member");
    return closed ? new Outcome.PlaceClosed(refused.why()) : new Outcome.Refused(refused.why());
  }

  private static Outcome refusedChange(Trouble.Refused refused) {
    boolean gone =
        refused.says(
            "message to edit not found",
            "message to delete not found",
            "message can't be edited",
            "message not found",
            "message_id_invalid",
            "message identifier is not specified");
    return gone ? new Outcome.MessageGone() : refusedByPlace(refused);
  }

  private static Outcome refusedByPerson(Trouble.Refused refused) {
    boolean unreachable =
        refused.code() == FORBIDDEN
            || refused.says(
                "chat not found",
                "user not found",
                "peer_id_invalid",
                "user_is_blocked",
                "deactivated",
                "initiate conversation");
    return unreachable ? new Outcome.Unreachable() : new Outcome.Refused(refused.why());
  }
}
