package org.kith.launcher;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.kith.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./kith invite}. */
@Command(
    name = "invite",
    description = "Makes a code that lets one group in, where KITH_ADMIT is invited.",
    mixinStandardHelpOptions = true)
final class Invite implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the field.
  Invite() {}

  @Override
  public Integer call() {
    Settings settings = SettingsReader.ofThisProcess();
    DataFolder data = DataFolder.open(settings.data());
    String code =
        RunningKith.find(data).map(RunningKith::invite).orElseGet(() -> madeHere(settings));
    PrintWriter out = spec.commandLine().getOut();
    out.println(code);
    out.println(
        "Give it to whoever manages the group: there they type /circle join "
            + code
            + ". It works once, within fourteen days.");
    if (!settings.invitedOnly()) {
      out.println("Now nobody needs it: KITH_ADMIT is open, so every group is let in.");
    }
    return 0;
  }

  /** A new code, as people read and type it; only its fingerprint is kept. */
  static String made(Database database, InstantSource clock) {
    SecureRandom chance = new SecureRandom();
    return database
        .write(tables -> tables.invitations().make(chance::nextInt, clock.instant()))
        .shown();
  }

  private static String madeHere(Settings settings) {
    try (Database database = Database.open(Store.address(settings))) {
      return made(database, InstantSource.system());
    }
  }
}
