package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Platform;
import org.kith.command.Command;

/** What goes wrong is logged: so it names nobody. */
class TroubleTest {
  @TempDir Path folder;

  @Test
  void a_statement_that_fails_does_not_say_for_whom() {
    try (Database database = Database.open(DatabaseAddress.in(folder))) {
      Throwable trouble =
          catchThrowable(() ->
              database.write(tables -> {
                tables.handle().execute("drop table account cascade");
                return tables
                    .people()
                    .meet(Platform.BROWSER, "4711", "Ana Secret", "en", true, Instant.EPOCH);
              }));

      assertThat(trouble).isNotNull();
      for (Throwable at = trouble; at != null; at = at.getCause()) {
        assertThat(at.toString()).doesNotContain("Secret").doesNotContain("4711");
      }
    }
  }

  @Test
  void what_was_typed_privately_is_in_no_description_of_the_command() {
    assertThat(new Command.PrivateText("Door code 1234").toString()).doesNotContain("1234");
  }
}
