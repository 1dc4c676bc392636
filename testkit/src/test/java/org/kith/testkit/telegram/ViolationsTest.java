package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no bot may send is found, also where Telegram would let it pass. */
class ViolationsTest {
  private final TelegramStandIn telegram = TelegramStandIn.start(new HandClock());
  private final RawBot bot = new RawBot(telegram);
  private final TelegramUser ana = telegram.user("Ana");

  @BeforeEach
  void start() {
    ana.startsBot();
  }

  @AfterEach
  void end() {
    bot.close();
    telegram.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          sendMessage; {"chat_id":ID,"text":"a","txet":"b"}; txet
          sendMessage; {"chat_id":ID,"text":"a","receiver_user_id":1}; receiver_user_id
          sendMessage; {"chat_id":ID,"text":"  "}; message text is empty
          sendMessage; {"chat_id":ID,"text":"LONG"}; message is too long
          sendMessage; {"chat_id":ID,"text":"<b>a","parse_mode":"HTML"}; Can't find end tag corresponding to start tag "b"
          sendMessage; {"chat_id":ID,"text":"<font>a</font>","parse_mode":"HTML"}; Unsupported start tag "font"
          sendMessage; {"chat_id":ID,"text":"<b><i>a</b></i>","parse_mode":"HTML"}; Unmatched end tag
          sendMessage; {"chat_id":ID,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":""}]]}}; BUTTON_DATA_INVALID
          sendMessage; {"chat_id":ID,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"äääääääääääääääääääääääääääääääää"}]]}}; BUTTON_DATA_INVALID
          sendMessage; {"chat_id":ID,"text":"a","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}; Text buttons are unallowed
          setMessageReaction; {"chat_id":ID,"message_id":1,"reaction":[{"type":"emoji","emoji":"✅"}]}; REACTION_INVALID
          answerCallbackQuery; {"callback_query_id":"1","url":"https://example.org"}; URL_INVALID
          setMyCommands; {"commands":[{"command":"Need-Help","description":"x"}]}; BOT_COMMAND_INVALID
          sendVenue; {"chat_id":ID}; Not Found
          """)
  void what_is_wrong_is_found(String method, String body, String fault) {
    String sent =
        body.replace("ID\"", "ID\"")
            .replace(":ID", ":" + ana.id())
            .replace("LONG", "a".repeat(4097));
    bot.json(method, sent);

    assertThat(telegram.violations().all()).anyMatch(found -> found.contains(fault));
    assertThatThrownBy(telegram.violations()::assertNone).isInstanceOf(AssertionError.class);
  }

  @Test
  void what_depends_on_the_moment_is_refused_but_no_violation() {
    JsonNode answer = bot.json("sendMessage", "{\"chat_id\":1,\"text\":\"a\"}");

    assertThat(answer.path("description").asText()).isEqualTo("Bad Request: chat not found");
    telegram.violations().assertNone();
  }

  @Test
  void markup_is_read_as_telegram_reads_it() {
    bot.json(
        "sendMessage",
        """
        {"chat_id":%d,"parse_mode":"HTML",
         "text":" \\u0007<b>a &lt;b&gt; &amp; &#8364; &x</b>\\u202e <a href=\\"https://x.org\\">@link</a> @everyone "}
        """
            .formatted(ana.id()));

    SeenMessage seen = ana.inbox().getLast();
    assertThat(seen.text()).isEqualTo("a <b> & € &x @link @everyone");
    assertThat(seen.entities()).containsExactly("bold", "text_link", "mention");
    telegram.violations().assertNone();
  }
}
