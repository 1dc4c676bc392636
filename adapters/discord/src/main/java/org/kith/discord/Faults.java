package org.kith.discord;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.PermissionException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.jspecify.annotations.Nullable;
import org.kith.post.Outcome;

/** What a refusal of Discord means for what was to be said. */
final class Faults {
  /** After an answer that got lost: long enough for a short outage, short for whoever waits. */
  static final Duration SOON = Duration.ofSeconds(5);

  private static final Duration LATER = Duration.ofMinutes(10);

  /** Edits of messages older than an hour are counted by the hour. */
  private static final Duration NEXT_HOUR = Duration.ofHours(1);

  private static final int UNAUTHORIZED = 401;

  private Faults() {}

  /** The outcome of a call that ended in this. */
  static Outcome outcome(Throwable thrown) {
    return switch (thrown) {
      case CompletionException e when e.getCause() != null -> outcome(e.getCause());
      case ExecutionException e when e.getCause() != null -> outcome(e.getCause());
      case ErrorResponseException e -> ofAnswer(e);
      case InsufficientPermissionException e ->
          new Outcome.PlaceClosed("missing permission " + e.getPermission().getName());
      case PermissionException e -> new Outcome.PlaceClosed("missing permission");
      case RateLimitedException e ->
          new Outcome.TryLater(Duration.ofMillis(e.getRetryAfter()), false);
      case TimeoutException e -> new Outcome.TryLater(SOON, true);
      case RejectedExecutionException e -> new Outcome.TryLater(SOON, false);
      case IllegalArgumentException e -> new Outcome.Refused("not to be sent: " + e.getMessage());
      default -> new Outcome.TryLater(SOON, true);
    };
  }

  /** True if an interaction can't be answered any more: three seconds, or fifteen minutes. */
  static boolean isTooLate(Throwable thrown) {
    return is(thrown, ErrorResponse.UNKNOWN_INTERACTION)
        || is(thrown, ErrorResponse.UNKNOWN_WEBHOOK)
        || is(thrown, ErrorResponse.INVALID_WEBHOOK_TOKEN);
  }

  /** True if Discord answered with this. */
  static boolean is(Throwable thrown, ErrorResponse response) {
    return thrown instanceof ErrorResponseException e && e.getErrorResponse() == response;
  }

  /** For a log line: a code of Discord's, or a name; nothing that anybody typed. */
  static String brief(Throwable thrown) {
    Throwable cause = Calls.cause(thrown);
    return cause instanceof ErrorResponseException e
        ? e.getErrorCode() + " (HTTP " + e.getResponse().code + ")"
        : cause.getClass().getSimpleName();
  }

  private static Outcome ofAnswer(ErrorResponseException e) {
    return switch (e.getErrorResponse()) {
      case UNKNOWN_MESSAGE, INVALID_AUTHOR_EDIT, INVALID_MESSAGE_TARGET ->
          new Outcome.MessageGone();
      case CANNOT_SEND_TO_USER, NO_MUTUAL_GUILDS, UNKNOWN_USER, INVALID_RECIPIENT ->
          new Outcome.Unreachable();
      case MISSING_ACCESS,
          MISSING_PERMISSIONS,
          UNKNOWN_CHANNEL,
          UNKNOWN_GUILD,
          CANNOT_SEND_MESSAGE_IN_FORUM,
          CANNOT_MESSAGE_VC,
          INVALID_CHANNEL_TYPE,
          ILLEGAL_OPERATION_ARCHIVED_THREAD,
          THREAD_LOCKED ->
          new Outcome.PlaceClosed(e.getErrorCode() + " " + e.getMeaning());
      case MAX_OLD_MESSAGE_EDITS -> new Outcome.TryLater(NEXT_HOUR, false);
      case OPEN_DM_TOO_FAST, CHANNEL_WRITE_RATE_LIMIT, GUILD_WRITE_RATE_LIMIT ->
          new Outcome.TryLater(LATER, false);
      default -> byStatus(e);
    };
  }

  private static Outcome byStatus(ErrorResponseException e) {
    int status = e.getResponse().code;
    if (e.getResponse().isError()) {
      return unanswered(e.getResponse().getException());
    }
    if (status >= 500) {
      return new Outcome.TryLater(SOON, true);
    }
    // The token is wrong, not the place: nothing must be lost until the host has mended it.
    return status == UNAUTHORIZED
        ? new Outcome.TryLater(LATER, false)
        : new Outcome.Refused(e.getErrorCode() + " " + e.getMeaning());
  }

  private static Outcome unanswered(@Nullable Exception e) {
    if (e instanceof Restraint.HeldBack) {
      return new Outcome.TryLater(Restraint.WINDOW, false);
    }
    boolean neverSent = e instanceof ConnectException || e instanceof UnknownHostException;
    return new Outcome.TryLater(SOON, !neverSent);
  }
}
