package org.kith.discord;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.exceptions.ParsingException;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Looks at the token and at the application's settings, and says how to mend what is wrong. */
public final class DiscordDoctor {
  private static final int UNAUTHORIZED = 401;

  private DiscordDoctor() {}

  /**
   * One finding.
   *
   * @param well true if nothing has to be mended
   * @param key the key of its sentence, such as {@code doctor.discord.public}
   * @param arguments the sentence's arguments, by name
   */
  public record Finding(boolean well, String key, Map<String, Object> arguments) {
    public Finding {
      arguments = Map.copyOf(arguments);
    }
  }

  /** Asks Discord; takes some seconds at most, and never throws. */
  public static List<Finding> check(String token, String apiBase) {
    try (Rest rest = new Rest(apiBase, token, InstantSource.system())) {
      Rest.Answer application = rest.get("applications/@me");
      if (application.status() == UNAUTHORIZED) {
        return List.of(wrong("doctor.discord.token", Map.of()));
      }
      if (!application.isOk()) {
        return List.of(wrong("doctor.discord.status", Map.of("status", application.status())));
      }
      List<Finding> findings = new ArrayList<>(application(application.body()));
      findings.add(gateway(rest.get("gateway/bot")));
      return findings;
    } catch (IOException | IllegalArgumentException | ParsingException e) {
      String why = e.getClass().getSimpleName();
      return List.of(wrong("doctor.discord.away", Map.of("address", apiBase, "why", why)));
    }
  }

  private static List<Finding> application(DataObject application) {
    List<Finding> findings = new ArrayList<>();
    findings.add(well("doctor.discord.name", Map.of("name", application.getString("name", "?"))));
    if (application.getBoolean("bot_public", true)) {
      findings.add(wrong("doctor.discord.public", Map.of()));
    }
    if (application.getBoolean("bot_require_code_grant", false)) {
      findings.add(wrong("doctor.discord.codegrant", Map.of()));
    }
    if (!application.isNull("interactions_endpoint_url")) {
      findings.add(wrong("doctor.discord.endpoint", Map.of()));
    }
    if (application.hasKey("integration_types_config")
        && !application.getObject("integration_types_config").hasKey("0")) {
      findings.add(wrong("doctor.discord.install", Map.of()));
    }
    return findings;
  }

  private static Finding gateway(Rest.Answer answer) {
    if (!answer.isOk()) {
      return wrong("doctor.discord.status", Map.of("status", answer.status()));
    }
    int left =
        answer
            .body()
            .optObject("session_start_limit")
            .map(limit -> limit.getInt("remaining", 0))
            .orElse(1);
    return left > 0
        ? well("doctor.discord.gateway", Map.of())
        : wrong("doctor.discord.starts", Map.of());
  }

  private static Finding well(String key, Map<String, Object> arguments) {
    return new Finding(true, key, arguments);
  }

  private static Finding wrong(String key, Map<String, Object> arguments) {
    return new Finding(false, key, arguments);
  }
}
