package org.kith.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kith.discord.DiscordDoctor;
import org.kith.telegram.TelegramCheckup;

/**
 * Asks the platforms, while the rest starts, whether they know the tokens: a refused one stops the
 * start. A platform that does not answer stops nothing, for the adapters try again by themselves.
 */
final class TokenCheck {
  /** Beyond this the start goes on without an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final List<CompletableFuture<Optional<String>>> asked = new ArrayList<>();

  private TokenCheck() {}

  static TokenCheck begin(Settings settings) {
    TokenCheck check = new TokenCheck();
    Secret discord = settings.discordToken();
    if (discord != null) {
      check.ask(() -> refusedByDiscord(discord, settings));
    }
    Secret telegram = settings.telegramToken();
    if (telegram != null) {
      check.ask(() -> refusedByTelegram(telegram, settings));
    }
    return check;
  }

  /**
   * Waits for the answers, some seconds at most.
   *
   * @throws Refusal if a token is refused
   */
  void await() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (CompletableFuture<Optional<String>> answer : asked) {
      try {
        answer
            .get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)
            .ifPresent(line -> {
              throw new Refusal(line);
            });
      } catch (TimeoutException | ExecutionException e) {
        // Not known: the adapter will see, and say so in the log.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void ask(Callable<Optional<String>> question) {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("token-check")
        .start(() -> {
          try {
            answer.complete(question.call());
          } catch (Exception e) {
            answer.completeExceptionally(e);
          }
        });
    asked.add(answer);
  }

  private static Optional<String> refusedByDiscord(Secret token, Settings settings) {
    boolean refused =
        DiscordDoctor.check(token.value(), settings.discordApi().toString()).stream()
            .anyMatch(finding -> finding.key().equals("doctor.discord.token"));
    return refused
        ? Optional.of("KITH_DISCORD_TOKEN: Discord refuses it. " + Tokens.DISCORD.mend())
        : Optional.empty();
  }

  private static Optional<String> refusedByTelegram(Secret token, Settings settings) {
    boolean refused =
        TelegramCheckup.examine(token.value(), settings.telegramApi()).stream()
            .anyMatch(finding -> finding.key().equals("doctor.telegram.refused"));
    return refused
        ? Optional.of("KITH_TELEGRAM_TOKEN: Telegram refuses it. " + Tokens.TELEGRAM.mend())
        : Optional.empty();
  }
}
