package org.kith.telegram;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/** Looks whether the token works and the bot is set up well, for {@code kith doctor}. */
public final class TelegramCheckup {
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private TelegramCheckup() {}

  /**
   * One thing found.
   *
   * @param key of the sentence that says it and how to mend it
   * @param arguments the sentence's, by name
   */
  public record Finding(Weight weight, String key, Map<String, String> arguments) {
    public Finding {
      arguments = Map.copyOf(arguments);
    }
  }

  /** How much a finding matters. */
  public enum Weight {
    /** All is well. */
    GOOD,
    /** It works, and could work better. */
    ADVICE,
    /** It can't work. */
    BROKEN
  }

  /**
   * Asks Telegram about the bot, at most half a minute. Never throws, never holds the token.
   *
   * @param api scheme, host and port of the Bot API
   */
  public static List<Finding> examine(String token, URI api) {
    try (Line line = new Line(Address.of(api), token)) {
      return examined(line.ask(new GetMe()));
    } catch (NotDone e) {
      return List.of(new Finding(Weight.BROKEN, key(e.trouble()), Map.of()));
    } catch (IllegalArgumentException e) {
      return List.of(new Finding(Weight.BROKEN, "doctor.telegram.address", Map.of()));
    }
  }

  private static List<Finding> examined(User me) {
    Map<String, String> name = Map.of("bot", "@" + me.getUserName());
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(Weight.GOOD, "doctor.telegram.token", name));
    if (!Boolean.TRUE.equals(me.getCanJoinGroups())) {
      findings.add(new Finding(Weight.BROKEN, "doctor.telegram.groups", name));
    }
    if (Boolean.TRUE.equals(me.getCanReadAllGroupMessages())) {
      findings.add(new Finding(Weight.ADVICE, "doctor.telegram.privacy", name));
    }
    return findings;
  }

  private static String key(Trouble trouble) {
    return trouble instanceof Trouble.Refused refused
            && (refused.code() == UNAUTHORIZED || refused.code() == NOT_FOUND)
        ? "doctor.telegram.refused"
        : "doctor.telegram.away";
  }
}
