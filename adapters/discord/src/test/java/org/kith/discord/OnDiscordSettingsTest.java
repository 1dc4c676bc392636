package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testkit.discord.Answer;

/** What somebody sets for themselves, on Discord. */
class OnDiscordSettingsTest {

  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void ask() {
    street = Street.in(folder);
    Map<String, ?> zone = Map.of("zone", street.noon());
    street.server.owner().types(street.help, "circle set", zone).answer();
    Answer asked =
        street
            .ana
            .types(street.help, "needhelp", Map.of("what", "Bread", "when", "in 5 days"))
            .answer();
    assertThat(asked.text()).contains("If nobody has come by", "I ask a little wider");
    street.card(1);
    street.circle.settle(); // What is on its way now is not a day late.
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void plain_text_has_no_layout_in_private_and_several_settings_are_set_at_once() {
    assertThat(street.ben.types(street.help, "board").answer().text()).contains("**");
    Answer set =
        street
            .ben
            .types(street.help, "settings set", Map.of("plain", "yes", "quiet", "23:00-07:00"))
            .answer();
    assertThat(set.text()).contains("emoji are written as words", "23:00 to 07:00");

    assertThat(street.ben.types(street.help, "board").answer().text())
        .contains("#1")
        .doesNotContain("**", "<t:");
    assertThat(street.ben.types(street.help, "privacy").answer().text()).contains("(handshake)");
    Answer show = street.ben.types(street.help, "settings show").answer();
    assertThat(street.ben.presses(show, "Quiet hours").answer().text()).contains("At first it is");
  }
}
