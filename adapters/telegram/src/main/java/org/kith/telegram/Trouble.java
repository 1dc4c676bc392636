package org.kith.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Why Telegram did not do what it was asked. */
sealed interface Trouble {

  /**
   * It says no, and will say so again.
   *
   * @param code as HTTP has it, 400 or 403 mostly
   * @param why Telegram's words, cut before anything they quote
   */
  record Refused(int code, String why) implements Trouble {
    private static final int LONGEST = 160;

    public Refused {
      int quote = why.indexOf('"');
      String unquoted = quote < 0 ? why : why.substring(0, quote);
      why = unquoted.length() > LONGEST ? unquoted.substring(0, LONGEST) : unquoted;
    }

    /** True if Telegram's words hold one of these, in any case. */
    boolean says(String... parts) {
      String said = why.toLowerCase(Locale.ROOT);
      for (String part : parts) {
        if (said.contains(part.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
      return false;
    }
  }

  /** Too much at once: nothing goes before this has passed. */
  record TooMany(Duration after) implements Trouble {}

  /** The group has become a supergroup with this id. */
  record Moved(String house) implements Trouble {}

  /**
   * Telegram is out of reach or broken.
   *
   * @param inDoubt true if it may have done what it was asked all the same
   */
  record Away(boolean inDoubt) implements Trouble {}

  /** What to wait where Telegram says 429 without saying how long. */
  Duration UNSAID_WAIT = Duration.ofSeconds(5);

  int TOO_MANY = 429;
  int SERVER_BROKEN = 500;

  /** What an exception of the library means. */
  static Trouble in(TelegramApiException e) {
    if (e instanceof TelegramApiRequestException refused && refused.getApiResponse() != null) {
      return answered(refused);
    }
    if (e.getCause() instanceof IOException broken
        && (broken instanceof ConnectException
            || broken instanceof UnknownHostException
            || broken instanceof NoRouteToHostException)) {
      return new Away(false);
    }
    if (e instanceof TelegramApiRequestException || e.getCause() != null) {
      // The answer was lost, or is not Telegram's (a gateway's page): it may have been done.
      return new Away(true);
    }
    return new Refused(0, "the library refuses it: " + e.getClass().getSimpleName());
  }

  private static Trouble answered(TelegramApiRequestException e) {
    ResponseParameters parameters = e.getParameters();
    if (parameters != null && parameters.getMigrateToChatId() != null) {
      return new Moved(parameters.getMigrateToChatId().toString());
    }
    int code = e.getErrorCode() == null ? 0 : e.getErrorCode();
    if (code == TOO_MANY) {
      boolean said = parameters != null && parameters.getRetryAfter() != null;
      return new TooMany(said ? Duration.ofSeconds(parameters.getRetryAfter()) : UNSAID_WAIT);
    }
    return code >= SERVER_BROKEN ? new Away(true) : new Refused(code, e.getApiResponse());
  }
}
