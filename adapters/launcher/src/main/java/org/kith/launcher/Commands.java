package org.kith.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** What can be written after {@code ./kith}. */
@Command(
    name = "kith",
    description = {
      "A bot for the group chats that people already have, so that they can care for each other.",
      "",
      "Without a command it runs. Without tokens it opens a room in the browser, to try it.",
      ""
    },
    footer = {
      "",
      "Settings: config/kith.yaml, or environment variables of the same names, which win.",
      "README.md says the rest."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    subcommands = {
      Backup.class,
      Restore.class,
      Invite.class,
      Doctor.class,
      HealthQuestion.class,
      Training.class
    })
final class Commands implements Callable<Integer> {
  /** Runs what the arguments say; returns how the process ends. */
  static int execute(String... arguments) {
    CommandLine line = new CommandLine(new Commands());
    line.setExecutionExceptionHandler((wrong, at, parsed) -> Main.told(wrong));
    line.setParameterExceptionHandler(Commands::misspelt);
    return line.execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    return Run.untilTheEnd();
  }

  private static int misspelt(ParameterException wrong, String[] arguments) {
    System.err.println(wrong.getMessage() + " (./kith --help shows what there is)");
    return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
  }

  /** As the jar's manifest says it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Kith " + (version == null ? "(not packaged)" : version)};
    }
  }
}
