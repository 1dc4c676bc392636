package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What axe-core finds in the room, whatever it shows: nothing. */
@ExtendWith(NeedsChromium.class)
class BarrierTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void nothing_in_the_room_keeps_anybody_out() {
    try (Room room = Room.in(folder.resolve("data"));
        Page page =
            Page.open(
                Page.Chromium.installed().orElseThrow(),
                room.address(),
                folder.resolve("profile"),
                "ana,ben")) {
      page.sees("ana", "I'm Kith");
      hasNoBarrier(page, "the door");

      page.types("ana", "/needhelp").sees("ana", "What kind");
      hasNoBarrier(page, "a dialogue of buttons");

      page.types("ana", "/needhelp two bags from the market, Saturday 10-12, near Maple Street")
          .presses("ana", "Post it")
          .sees("ben", "Groceries · #1")
          .presses("ben", "I'll help")
          .sees("ana", "For Ana: Ben will help");
      hasNoBarrier(page, "a card that somebody has claimed");

      page.moves("To Monday 09:00").sees("ana", "This week");
      hasNoBarrier(page, "the digest");

      page.script("document.getElementById('add').click()");
      hasNoBarrier(page, "the form for a newcomer");

      page.size(390, 844).show(room.address(), "ben").sees("ben", "Groceries · #1");
      hasNoBarrier(page, "a phone");
    }
  }

  /** In both looks: contrast is a matter of each. */
  private static void hasNoBarrier(Page page, String shown) {
    assertThat(page.look("light").barriers()).as(shown + ", light").isEmpty();
    assertThat(page.look("dark").barriers()).as(shown + ", dark").isEmpty();
  }
}
