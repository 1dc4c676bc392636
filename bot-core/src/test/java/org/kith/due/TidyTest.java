package org.kith.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.testing.Await;
import org.kith.testing.TestCircle;

/** What is to be forgotten is forgotten, however the process runs. */
class TidyTest {
  @TempDir Path folder;

  @Test
  void a_process_that_never_runs_a_whole_day_forgets_private_details_of_old_drafts_too() {
    try (TestCircle circle = TestCircle.in(folder)) {
      Command ask =
          new Command.NeedHelp(new Ask.Options("Bread", null, null, null, null, "Door 7", false));
      assertThat(message(circle.does("Ana", ask, TestCircle.PLACE)).text().plain())
          .contains("sealed");

      circle.forward(Duration.ofHours(13));
      circle.restart();
      circle.forward(Duration.ofHours(13));
      circle.restart();

      Await.until(
          "the draft is forgotten",
          () -> circle.core.database().read(tables -> tables.drafts().find(1).isEmpty()));
    }
  }
}
