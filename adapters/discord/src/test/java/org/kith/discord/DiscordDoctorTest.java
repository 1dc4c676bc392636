package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.discord.DiscordDoctor.Finding;
import org.kith.testkit.discord.DiscordStandIn;
import org.kith.words.Words;

class DiscordDoctorTest {

  private static List<String> keys(List<Finding> findings) {
    Words words = Words.in(Words.ENGLISH);
    return findings.stream()
        .peek(one -> assertThat(say(words, one)).isNotBlank().doesNotContain("{"))
        .map(Finding::key)
        .toList();
  }

  private static String say(Words words, Finding finding) {
    return words.say(
        finding.key(),
        finding.arguments().entrySet().stream()
            .flatMap(argument -> List.of(argument.getKey(), argument.getValue()).stream())
            .toArray());
  }

  @Test
  void a_good_token_is_told_with_the_applications_name() {
    try (DiscordStandIn discord = DiscordStandIn.start(InstantSource.system())) {
      assertThat(keys(DiscordDoctor.check(discord.token(), discord.apiBase())))
          .contains("doctor.discord.name", "doctor.discord.gateway");
      discord.violations().assertNone();
    }
  }

  @Test
  void a_wrong_token_is_told_and_never_shown() {
    try (DiscordStandIn discord = DiscordStandIn.start(InstantSource.system())) {
      List<Finding> findings = DiscordDoctor.check("MTA.wrong.token", discord.apiBase());
      assertThat(keys(findings)).containsExactly("doctor.discord.token");
      assertThat(findings.toString()).doesNotContain("MTA");
    }
  }

  @Test
  void an_address_where_nobody_answers_is_told() {
    List<Finding> findings = DiscordDoctor.check("x", "http://127.0.0.1:1/api/");
    assertThat(keys(findings)).containsExactly("doctor.discord.away");
  }
}
