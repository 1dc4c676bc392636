package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  /** Made up, in the shape that the platforms use. */
  private static final String DISCORD =
      "QUFBQUFBQUFBQUFBQUFBQUFB.Ym9v.Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2M";

  private static final String TELEGRAM = "123456789:QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE";

  @TempDir Path folder;

  @Test
  void nothing_set_opens_the_browser_room_on_this_computer_alone() {
    Settings settings = read(Map.of());

    assertThat(settings.browser()).isTrue();
    assertThat(settings.http().getAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.http().getPort()).isEqualTo(8473);
    assertThat(settings.discordToken()).isNull();
    assertThat(settings.telegramToken()).isNull();
    assertThat(settings.zone()).isEqualTo(ZoneId.systemDefault());
    assertThat(settings.data()).isEqualTo(folder.resolve("data"));
    assertThat(settings.databaseUrl())
        .isEqualTo("jdbc:h2:file:" + folder.resolve("data/kith").toAbsolutePath());
    assertThat(settings.discordApi()).isEqualTo(URI.create("https://discord.com/api/v10/"));
    assertThat(settings.telegramApi()).isEqualTo(URI.create("https://api.telegram.org:443"));
  }

  @Test
  void a_token_closes_the_browser_room_unless_it_is_asked_for() {
    assertThat(read(Map.of("KITH_TELEGRAM_TOKEN", TELEGRAM)).browser()).isFalse();
    assertThat(read(Map.of("KITH_TELEGRAM_TOKEN", TELEGRAM, "KITH_BROWSER", "on")).browser())
        .isTrue();
  }

  @Test
  void the_environment_wins_over_the_file() throws IOException {
    file("KITH_ZONE: Europe/Berlin\nKITH_HTTP: '127.0.0.1:1'\n");

    Settings settings = read(Map.of("KITH_ZONE", "Asia/Tokyo"));

    assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(settings.http().getPort()).isEqualTo(1);
  }

  @Test
  void an_empty_value_counts_as_none() {
    Settings settings = read(Map.of("KITH_DISCORD_TOKEN", " ", "KITH_ZONE", ""));

    assertThat(settings.discordToken()).isNull();
    assertThat(settings.zone()).isEqualTo(ZoneId.systemDefault());
  }

  @Test
  void a_file_of_comments_changes_nothing() throws IOException {
    file("# All of this is a comment.\n# KITH_ZONE: Nowhere\n\n");

    assertThat(read(Map.of())).isEqualTo(read(Map.of()));
    assertThat(read(Map.of()).zone()).isEqualTo(ZoneId.systemDefault());
  }

  @Test
  void the_example_that_comes_with_the_project_sets_nothing() {
    Path example = Repository.root().resolve("config/kith.example.yaml");

    assertThat(example).exists();
    assertThat(SettingsFile.read(example)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KITH_HTTP             | 8473                      | is not host:port
          KITH_HTTP             | 127.0.0.1:99999           | has a port above 65535
          KITH_HTTP             | nowhere.invalid:80        | names a host that is not known here
          KITH_HTTP             | 0.0.0.0:8473              | lets other computers in
          KITH_BROWSER          | perhaps                   | is neither on nor off
          KITH_BROWSER          | off                       | nobody could reach Kith
          KITH_ADMIT            | friends                   | Write open or invited
          KITH_SLOWING          | perhaps                   | is neither on nor off
          KITH_ZONE             | Berlin                    | Write a name such as Europe/Berlin
          KITH_ZONE             | europe/kiev1              | Write a name such as Europe/Kiev
          KITH_ZONE             | New York                  | Write a name such as America/New_York
          KITH_DATABASE_URL     | postgres://host/kith      | starts with neither jdbc:h2: nor jdbc:postgresql:
          KITH_DATABASE_URL     | jdbc:h2:mem:kith          | is not a file's address
          KITH_DISCORD_API      | discord.com/api           | is not an http or https URL
          KITH_DISCORD_API      | https://me:pw@host/       | has more than scheme, host, port and path
          KITH_TELEGRAM_API     | https://host/bot          | has a path
          KITH_TELEGRAM_API     | ftp://host                | is not an http or https URL
          KITH_DISCORD_TOKEN    | Bot abc                   | has a space in it
          KITH_DISCORD_TOKEN    | abc                       | does not look like a whole token
          KITH_DISCORD_TOKEN    | 123456:QUFBQUFBQUFBQUFBQUFBQUFB | looks like a token of the other platform
          KITH_TELEGRAM_TOKEN   | 123456                    | does not look like a whole token
          """)
  void a_wrong_setting_is_one_line_that_names_it_and_mends_it(
      String name, String value, String complaint) {
    String line = refused(Map.of(name, value));

    assertThat(line).startsWith(name + " (in the environment) ").contains(complaint);
    assertThat(line.lines()).hasSize(1);
    if (name.endsWith("_TOKEN")) {
      assertThat(line).doesNotContain(value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KITH_DISCORD_TOKN, KITH_DISCORD_TOKEN",
    "KITH_TIMEZONE, KITH_ZONE",
    "KITH_TELEGRAM, KITH_TELEGRAM_API",
    "KITH_DATABASE_USERNAME, KITH_DATABASE_USER"
  })
  void an_unknown_name_is_refused_with_the_one_that_was_meant(String written, String meant) {
    assertThat(refused(Map.of(written, "x")))
        .isEqualTo(written + " in the environment is not a setting; did you mean " + meant + "?");
  }

  @Test
  void an_unknown_name_in_the_file_is_refused_too() throws IOException {
    file("kith_zone: Europe/Berlin\n");

    assertThat(refused(Map.of())).contains("kith_zone", "did you mean KITH_ZONE?");
  }

  @Test
  void what_others_put_into_the_environment_is_left_alone() {
    Settings settings =
        read(
            Map.of(
                "PATH", "/bin",
                "KITH_SERVICE_HOST", "10.0.0.1",
                "KITH_PORT_8473_TCP", "tcp://10.0.0.1:8473"));

    assertThat(settings.browser()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KITH_DATABASE_PASSWORD: abc#def  | line 1: KITH_DATABASE_PASSWORD has a # in its value
          KITH_DATABASE_PASSWORD: "abc#def | has a quotation mark that is not closed
          KITH_DATABASE_PASSWORD abc#def   | line 1: write NAME: value
          KITH_HTTP:127.0.0.1:8473         | line 1: write NAME: value
          KITH_ZONE: [abc#def]             | has a # in its value
          KITH_ZONE: [UTC]                 | must be a plain value
          """)
  void a_line_of_the_file_that_would_be_lost_in_silence_is_refused(String text, String complaint)
      throws IOException {
    file(text.replace("'", "") + "\n");

    assertThat(refused(Map.of())).contains(complaint).doesNotContain("abc");
  }

  @Test
  void a_setting_that_stands_twice_in_the_file_is_refused() throws IOException {
    file("KITH_ZONE: UTC\nKITH_ZONE: Asia/Tokyo\n");

    assertThat(refused(Map.of())).contains("line 2: KITH_ZONE is set twice");
  }

  @Test
  void quotes_keep_a_value_whole() throws IOException {
    file("KITH_DATABASE_PASSWORD: 'a: # ${HOME}'   # a comment\n");

    assertThat(read(Map.of()).databasePassword()).isEqualTo(new Secret("a: # ${HOME}"));
  }

  @Test
  void a_stand_in_may_have_tokens_of_its_own_shape() {
    Map<String, String> both = new HashMap<>();
    both.put("KITH_DISCORD_API", "http://127.0.0.1:1/api/v10");
    both.put("KITH_DISCORD_TOKEN", "test");
    both.put("KITH_TELEGRAM_API", "http://127.0.0.1:2");
    both.put("KITH_TELEGRAM_TOKEN", "1:test");

    Settings settings = read(both);

    assertThat(settings.discordApi()).hasToString("http://127.0.0.1:1/api/v10/");
    assertThat(settings.telegramApi()).hasToString("http://127.0.0.1:2");
  }

  @Test
  void settings_can_be_printed_without_a_secret() {
    Settings settings =
        read(
            Map.of(
                "KITH_DISCORD_TOKEN", DISCORD,
                "KITH_TELEGRAM_TOKEN", TELEGRAM,
                "KITH_DATABASE_PASSWORD", "open sesame"));

    assertThat(settings.toString()).doesNotContain(DISCORD, TELEGRAM, "open sesame");
  }

  private void file(String text) throws IOException {
    Files.writeString(folder.resolve("kith.yaml"), text);
  }

  private Settings read(Map<String, String> environment) {
    return SettingsReader.read(environment, folder.resolve("kith.yaml"), folder);
  }

  private String refused(Map<String, String> environment) {
    return catchThrowableOfType(Refusal.class, () -> read(environment)).line();
  }
}
