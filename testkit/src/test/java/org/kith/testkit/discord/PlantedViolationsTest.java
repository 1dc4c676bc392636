package org.kith.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One request that Discord would refuse of each important kind: each is caught. */
class PlantedViolationsTest {
  private static final String QUIET = "\"allowed_mentions\":{\"parse\":[]}";
  private static final String SEND = "POST channels/{channel}/messages";
  private static final String COMMANDS = "PUT applications/{bot}/commands";

  private final DiscordStandIn discord = DiscordStandIn.start(InstantSource.system());
  private final Channel channel = discord.server("Maple Street").channel("general");
  private final BareRequests bare = new BareRequests(discord);

  @AfterEach
  void stop() {
    bare.close();
    discord.close();
  }

  static Stream<Arguments> planted() {
    return Stream.of(
        message("\"content\":\"" + "x".repeat(2001) + "\"", "2001 characters"),
        message("\"content\":\"a\",\"contnet\":\"b\"", "contnet: no such field"),
        message("\"content\":\"a\",\"flags\":32768", "components-v2"),
        message("\"content\":\"a\",\"flags\":64", "flags that can't be set"),
        message("\"content\":5", "content"),
        message(rows(button("x".repeat(101), "L")), "100"),
        message(rows(button("a", "L".repeat(81))), "80"),
        message(rows(button("a", "L"), button("a", "M")), "custom_id used twice"),
        message(rows(button("a", "")), "without a label"),
        message(rows(button("", "L")), "custom_id"),
        message(rows(buttons(6)), "5"),
        message(
            "\"content\":\"a\",\"components\":["
                + String.join(",", Collections.nCopies(6, row(button("", "L"))))
                + "]",
            "6 rows"),
        message("\"content\":\"a\",\"nonce\":\"" + "n".repeat(26) + "\"", "25"),
        message("\"embeds\":[{\"description\":\"" + "d".repeat(4097) + "\"}]", "4096"),
        command("{\"name\":\"NeedHelp\",\"description\":\"d\"}", "is no name"),
        command("{\"name\":\"needhelp\"}", "needs a description"),
        command("{\"name\":\"a\",\"description\":\"" + "d".repeat(101) + "\"}", "100"),
        command(
            "{\"name\":\"a\",\"description\":\"d\"},{\"name\":\"a\",\"description\":\"d\"}",
            "twice"),
        command(
            "{\"name\":\"a\",\"description\":\"d\",\"options\":["
                + "{\"type\":3,\"name\":\"x\",\"description\":\"d\"},"
                + "{\"type\":3,\"name\":\"y\",\"description\":\"d\",\"required\":true}]}",
            "must come first"),
        command(
            "{\"name\":\"a\",\"description\":\"d\",\"name_localizations\":{\"xx\":\"b\"}}",
            "no locale"));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void what_discord_refuses_is_refused_and_written_down(String where, String body, String why)
      throws Exception {
    String[] parts = where.split(" ", 2);
    String path = parts[1].replace("{channel}", channel.id()).replace("{bot}", discord.bot().id());

    BareRequests.Got got = bare.send(parts[0], path, body);

    assertThat(got.status()).isEqualTo(400);
    assertThat(got.code()).isEqualTo(50035);
    assertThat(String.join("\n", discord.violations().all())).contains(why);
    assertThatThrownBy(() -> discord.violations().assertNone()).isInstanceOf(AssertionError.class);
  }

  @Test
  void whoever_could_be_pinged_is_written_down_although_discord_would_take_it() throws Exception {
    String path = "channels/" + channel.id() + "/messages";
    String everyone = "{\"content\":\"a\",\"allowed_mentions\":{\"parse\":[\"everyone\"]}}";

    assertThat(bare.send("POST", path, "{\"content\":\"a\"}").status()).isEqualTo(200);
    assertThat(bare.send("POST", path, everyone).status()).isEqualTo(200);

    assertThat(discord.violations().all()).hasSize(2);
  }

  @Test
  void an_empty_message_is_refused() throws Exception {
    String path = "channels/" + channel.id() + "/messages";

    assertThat(bare.send("POST", path, "{" + QUIET + "}").code()).isEqualTo(50006);
  }

  @Test
  void a_route_that_nobody_knows_is_written_down() throws Exception {
    assertThat(bare.send("GET", "guilds/1/made-up", "").status()).isEqualTo(404);

    assertThat(discord.violations().all()).hasSize(1);
  }

  @Test
  void without_validation_nothing_is_looked_at() throws Exception {
    discord.forBenchmarks();
    String path = "channels/" + channel.id() + "/messages";

    assertThat(bare.send("POST", path, "{\"content\":\"a\",\"b\":1}").status()).isEqualTo(200);

    discord.violations().assertNone();
  }

  private static Arguments message(String fields, String why) {
    return Arguments.of(SEND, "{" + fields + "," + QUIET + "}", why);
  }

  private static Arguments command(String commands, String why) {
    return Arguments.of(COMMANDS, "[" + commands + "]", why);
  }

  private static String rows(String... buttons) {
    return "\"content\":\"a\",\"components\":[" + row(String.join(",", buttons)) + "]";
  }

  private static String row(String buttons) {
    return "{\"type\":1,\"components\":[" + buttons + "]}";
  }

  private static String button(String customId, String label) {
    String id = customId.isEmpty() ? "" : ",\"custom_id\":\"" + customId + "\"";
    String named = label.isEmpty() ? "" : ",\"label\":\"" + label + "\"";
    return "{\"type\":2,\"style\":1" + id + named + "}";
  }

  private static String[] buttons(int count) {
    return Stream.iterate(1, i -> i + 1)
        .limit(count)
        .map(i -> button("b" + i, "L"))
        .toArray(String[]::new);
  }
}
