package org.kith.launcher;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.kith.discord.DiscordDoctor;
import org.kith.telegram.TelegramCheckup;
import org.kith.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./kith doctor}: one line for each thing that Kith needs, and how to mend it. */
@Command(
    name = "doctor",
    description = "Checks settings, tokens, rights, clock, disk and database.",
    mixinStandardHelpOptions = true)
final class Doctor implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the field.
  Doctor() {}

  @Override
  public Integer call() {
    Settings settings = SettingsReader.ofThisProcess();
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.fine("The settings can be used."));
    findings.addAll(HostCheck.look(settings));
    findings.addAll(platforms(settings));
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(finding -> out.println(SecretMask.mask(finding.printed())));
    out.flush();
    return findings.stream().anyMatch(found -> found.weight() == Finding.Weight.BROKEN) ? 1 : 0;
  }

  private static List<Finding> platforms(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    Secret discord = settings.discordToken();
    Secret telegram = settings.telegramToken();
    if (discord != null) {
      DiscordDoctor.check(discord.value(), settings.discordApi().toString())
          .forEach(found ->
              findings.add(
                  new Finding(
                      found.well() ? Finding.Weight.FINE : Finding.Weight.BROKEN,
                      sentence(found.key(), found.arguments()))));
    }
    if (telegram != null) {
      TelegramCheckup.examine(telegram.value(), settings.telegramApi())
          .forEach(found ->
              findings.add(
                  new Finding(
                      switch (found.weight()) {
                        case GOOD -> Finding.Weight.FINE;
                        case ADVICE -> Finding.Weight.ADVICE;
                        case BROKEN -> Finding.Weight.BROKEN;
                      },
                      sentence(found.key(), found.arguments()))));
    }
    if (discord == null && telegram == null) {
      findings.add(Finding.fine("No token is set: Kith opens the browser room."));
    } else {
      findings.add(
          ClockCheck.look(
              discord != null ? settings.discordApi() : settings.telegramApi(),
              InstantSource.system()));
    }
    return findings;
  }

  private static String sentence(String key, Map<String, ?> arguments) {
    Object[] pairs =
        arguments.entrySet().stream()
            .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
            .toArray();
    return Words.in(Words.ENGLISH).say(key, pairs);
  }
}
