package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.words.Text;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

class RendererTest {
  private static final Place SUPERGROUP = new Place(Platform.TELEGRAM, "-1002200000001", "");
  private static final Place TOPIC = new Place(Platform.TELEGRAM, "-1002200000001", "77");
  private static final Place BASIC = new Place(Platform.TELEGRAM, "-4100001", "");

  private static final Command BOARD = new Command.Board(null);

  private final Renderer renderer = new Renderer((place, request) -> request == 12 ? "345" : null);

  @Test
  void what_people_typed_never_becomes_markup() {
    Text text = Text.of("<b>bags</b> & <a href=\"https://evil.example\">more</a>");

    assertThat(renderer.html(text, null))
        .isEqualTo(
            "&lt;b&gt;bags&lt;/b&gt; &amp; "
                + "&lt;a href=\"https://evil.example\"&gt;more&lt;/a&gt;");
  }

  @Test
  void strong_words_stand_out_and_lines_stay_lines() {
    Text text = new Text.Builder().strong("Groceries & <more>").gap().line("two\nlines").build();

    assertThat(renderer.html(text, null))
        .isEqualTo("<b>Groceries &amp; &lt;more&gt;</b>\n\ntwo\nlines");
  }

  @Test
  void more_than_three_words_in_a_row_go_on_in_the_next_one_and_digits_do_not() {
    List<Button> words = Collections.nCopies(5, Button.plain("Appointments", BOARD));
    List<Button> digits = Collections.nCopies(5, Button.plain("5", BOARD));

    assertThat(Objects.requireNonNull(Renderer.keyboard(List.of(words, words))).getKeyboard())
        .extracting(List::size)
        .containsExactly(3, 3, 3, 1);
    assertThat(Objects.requireNonNull(Renderer.keyboard(List.of(digits))).getKeyboard())
        .extracting(List::size)
        .containsExactly(5);
  }

  @Test
  void a_number_leads_to_its_card_where_the_card_is_posted() {
    Text text = new Text.Builder().spans(new Text.ToCard("#12", 12)).build();

    assertThat(renderer.html(text, SUPERGROUP))
        .isEqualTo("<a href=\"https://t.me/c/2200000001/345\">#12</a>");
    assertThat(renderer.html(text, TOPIC))
        .isEqualTo("<a href=\"https://t.me/c/2200000001/77/345\">#12</a>");
  }

  @Test
  void a_number_is_plain_where_no_card_is_or_cards_have_no_address() {
    Text posted = new Text.Builder().spans(new Text.ToCard("#12", 12)).build();
    Text unposted = new Text.Builder().spans(new Text.ToCard("#13", 13)).build();

    assertThat(renderer.html(posted, BASIC)).isEqualTo("#12");
    assertThat(renderer.html(posted, null)).isEqualTo("#12");
    assertThat(renderer.html(unposted, SUPERGROUP)).isEqualTo("#13");
  }

  @Test
  void a_long_text_is_cut_at_the_end_of_a_line_and_its_markup_does_not_count() {
    String line = "&".repeat(100);
    Text.Builder builder = new Text.Builder();
    for (int i = 0; i < 60; i++) {
      builder.strong(line);
    }

    String html = renderer.html(builder.build(), null);

    assertThat(html.lines()).hasSize(40).allMatch(one -> one.endsWith("</b>"));
  }

  @Test
  void one_line_that_is_too_long_is_cut_within_it() {
    String html = renderer.html(Text.of("😀".repeat(3000)), null);

    assertThat(html.length()).isLessThanOrEqualTo(Renderer.LONGEST_TEXT);
    assertThat(html).endsWith("😀…");
  }

  @Test
  void an_empty_text_becomes_something_that_telegram_takes() {
    assertThat(renderer.html(Text.EMPTY, null)).isEqualTo("…");
  }

  @Test
  void control_characters_and_halves_of_characters_never_go_out() {
    assertThat(renderer.html(Text.of("a\u0000b\u001bc\ud83d"), null)).isEqualTo("abc\uFFFD");
  }

  @Test
  void a_name_with_an_at_calls_nobody_and_an_address_of_mail_stays_whole() {
    assertThat(renderer.html(Text.of("@everyone and (@ben), ana@kith.example"), null))
        .isEqualTo("@\u2060everyone and (@\u2060ben), ana@kith.example");
  }

  @Test
  void buttons_carry_their_commands() {
    InlineKeyboardMarkup keyboard =
        Renderer.keyboard(List.of(List.of(Button.first("More", new Command.More(17)))));

    assertThat(Objects.requireNonNull(keyboard).getKeyboard().getFirst())
        .singleElement()
        .hasFieldOrPropertyWithValue("text", "More")
        .hasFieldOrPropertyWithValue("callbackData", "more:17");
    assertThat(Renderer.keyboard(List.of())).isNull();
  }
}
