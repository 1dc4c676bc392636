package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Target;
import org.kith.words.Text;

class RendererTest {
  private static final Place PLACE = new Place(Platform.DISCORD, "11", "22");

  private final Renderer renderer = new Renderer((place, id) -> id == 7 ? "33" : null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "**bold** _it_ ~~no~~ `code` ||hid||§\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\`code\\`"
            + " \\|\\|hid\\|\\|",
        "<@1> <@&2> <#3> <t:0> <:a:1> <https://x.y>§\\<@1\\> \\<@&2\\> \\<#3\\> \\<t:0\\>"
            + " \\<:a:1\\> \\<https\\://x.y\\>",
        "@everyone and @Here§\\@everyone and \\@Here",
        "see https://evil.example/a§see https\\://evil.example/a",
        "come to discord.gg/abc§come to discord\\.gg/abc",
        "[bread](http://x)§\\[bread\\](http\\://x)",
        "# big§\\# big",
        "-# small§\\-# small",
        "- item§\\- item",
        "  + item§  \\+ item",
        "> quote§\\> quote",
        "1. first§1\\. first",
        "12) twelfth§12\\) twelfth",
        "#12 at 10:00, 2-3 people (a.m.)§\\#12 at 10:00, 2-3 people (a.m.)",
        "back\\slash§back\\\\slash",
      })
  void words_are_shown_as_they_are_and_never_become_markup(String words, String markdown) {
    assertThat(renderer.content(Text.of(words), PLACE)).isEqualTo(markdown);
  }

  @Test
  void words_that_stand_out_are_bold_and_stay_data() {
    Text text = new Text.Builder().strong("Two *bags* ").strong("").build();
    assertThat(renderer.content(text, null)).isEqualTo("**Two \\*bags\\*** \n");
  }

  @Test
  void a_card_is_linked_where_it_is_posted_and_plain_words_elsewhere() {
    Text text =
        new Text.Builder()
            .spans(new Text.ToCard("#1 [x]", 7), new Text.Plain(" "), new Text.ToCard("#2", 8))
            .build();
    assertThat(renderer.content(text, PLACE))
        .isEqualTo("[#1 \\[x\\]](https://discord.com/channels/11/22/33) #2");
    assertThat(renderer.content(text, null)).isEqualTo("\\#1 \\[x\\] #2");
  }

  @Test
  void a_time_is_also_shown_by_the_readers_clock_and_typed_words_never_make_one() {
    Instant from = Instant.ofEpochSecond(1_000_000);
    Instant soon = from.plusSeconds(3_600);
    Instant later = from.plusSeconds(86_400);
    Text text =
        new Text.Builder()
            .time("When", Optional.of(new Text.Moment(from, null, false)))
            .time("When", Optional.of(new Text.Moment(from, soon, false)))
            .time("When", Optional.of(new Text.Moment(from, later, false)))
            .time("When", Optional.of(new Text.Moment(from, null, true)))
            .time("When <t:1:f>", Optional.of(new Text.Moment(from, later, true)))
            .build();
    assertThat(renderer.content(text, PLACE))
        .isEqualTo(
            """
            When (<t:1000000:f>)
            When (<t:1000000:f> – <t:1003600:t>)
            When (<t:1000000:f> – <t:1086400:f>)
            When (<t:1000000:D>)
            When \\<t:1:f\\> (<t:1000000:D> – <t:1086400:D>)\
            """);
  }

  @Test
  void a_long_text_is_cut_at_the_end_of_a_line() {
    Text.Builder text = new Text.Builder();
    for (int i = 0; i < 300; i++) {
      text.line("ten chars_");
    }
    String content = renderer.content(text.build(), PLACE);
    assertThat(content).hasSizeLessThanOrEqualTo(Renderer.LONGEST).endsWith("chars\\_\n…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "a", "😀", "<"})
  void an_endless_line_is_cut_between_two_signs(String sign) {
    String content = renderer.content(Text.of(sign.repeat(3_000)), PLACE);
    assertThat(content).hasSizeLessThanOrEqualTo(Renderer.LONGEST).endsWith("…");
    assertThat(content.substring(0, content.length() - 1).replace("\\", ""))
        .matches("(" + Pattern.quote(sign) + ")+");
  }

  @Test
  void two_buttons_that_mean_the_same_are_one() {
    Command claim = new Command.Claim(new Target.Known(5));
    Message message =
        Message.of(
            Text.of("Bread"),
            org.kith.command.Button.first("I'll help", claim),
            org.kith.command.Button.plain("Me too", claim),
            org.kith.command.Button.plain("More", new Command.More(5)));
    MessageCreateData data = renderer.created(message, PLACE);
    assertThat(data.getComponentTree().findAll(Button.class))
        .extracting(Button::getLabel, Button::getCustomId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("I'll help", "claim:5"),
            org.assertj.core.groups.Tuple.tuple("More", "more:5"));
  }
}
