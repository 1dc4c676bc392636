package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  @Test
  void two_accounts_become_one_person_by_a_code_and_both_are_told() {
    street.ben.presses(street.card(1), "I'll help").answer();
    Answer made = street.ben.types(street.help, "settings link").answer();
    Matcher code = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}").matcher(made.text());
    assertThat(code.find()).as(made.text()).isTrue();
    street.chi.types(street.help, "board").answer();

    Answer joined =
        street.chi.types(street.help, "settings link", Map.of("code", code.group())).answer();

    assertThat(joined.text()).contains("are one person to me now");
    street.ben.privateChat().awaitMessage("and this account are one person to me now");
    assertThat(street.chi.types(street.help, "mine").answer().text()).contains("#1");
    Map<String, ?> taken = Map.of("account", "Ben");
    assertThat(street.chi.types(street.help, "settings unlink", taken).answer().text())
        .contains("a person of its own again");
  }
}
