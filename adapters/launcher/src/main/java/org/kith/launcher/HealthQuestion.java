package org.kith.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./kith health}: for containers, which may have no curl. */
@Command(
    name = "health",
    description = "Says whether the running Kith takes commands; ends with 0 if so.",
    mixinStandardHelpOptions = true)
final class HealthQuestion implements Callable<Integer> {
  @Override
  public Integer call() {
    DataFolder data = new DataFolder(SettingsReader.ofThisProcess().data().toAbsolutePath());
    String wrong =
        RunningKith.find(data).map(RunningKith::complaints).orElse("Kith is not running here.");
    System.out.println(wrong.isEmpty() ? "ok" : wrong);
    return wrong.isEmpty() ? 0 : 1;
  }
}
