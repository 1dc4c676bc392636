package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** The way of a request through the stand-in, with the real clients. */
class TelegramStandInTest {
  private final HandClock clock = new HandClock();
  private final TelegramStandIn telegram = TelegramStandIn.start(clock);
  private final TelegramUser ana = telegram.user("Ana");
  private final TelegramUser ben = telegram.user("Ben");
  private final TelegramGroup group = telegram.supergroup("Maple Street");
  private RealBot bot;

  @BeforeEach
  void connect() throws Exception {
    bot = new RealBot(telegram);
    group.addsBot(ana);
  }

  @AfterEach
  void disconnect() {
    bot.close();
    telegram.close();
    telegram.violations().assertNone();
  }

  @Test
  void a_command_in_a_group_reaches_the_bot() {
    ana.writes(group, "/needhelp two bags, Saturday 10-12");

    Message told = bot.told("the command", update -> withText(update, "/needhelp"));

    assertThat(told.getText()).isEqualTo("/needhelp two bags, Saturday 10-12");
    assertThat(told.getFrom().getFirstName()).isEqualTo("Ana");
    assertThat(told.getChatId()).isEqualTo(group.id()).isLessThan(Integer.MIN_VALUE);
    assertThat(told.getEntities())
        .singleElement()
        .hasFieldOrPropertyWithValue("type", "bot_command");
  }

  @Test
  void a_card_is_seen_with_its_buttons_and_a_press_is_answered() throws Exception {
    bot.does(card("<b>Groceries</b> · #12 &amp; more"));
    SeenMessage card = group.botMessages().getLast();
    assertThat(card.text()).isEqualTo("Groceries · #12 & more");
    assertThat(card.entities()).containsExactly("bold");
    assertThat(card.labels()).containsExactly("I'll help", "More");

    Press press = ben.presses(card, "I'll help");
    CallbackQuery query = bot.told("the press", Update::getCallbackQuery);
    assertThat(query.getData()).isEqualTo("c:12");
    assertThat(query.getMessage().getMessageId()).isEqualTo(card.id());
    bot.does(AnswerCallbackQuery.builder().callbackQueryId(query.getId()).text("You help").build());

    assertThat(press.answer()).isEqualTo(new PressAnswer.Toast("You help"));
  }

  @Test
  void an_edit_changes_what_people_see() throws Exception {
    Message sent = bot.does(card("Groceries"));

    bot.does(
        EditMessageText.builder()
            .chatId(group.id())
            .messageId(sent.getMessageId())
            .text("Ben will help")
            .build());

    SeenMessage card = group.botMessages().getLast();
    assertThat(card.text()).isEqualTo("Ben will help");
    assertThat(card.edits()).isEqualTo(1);
    assertThat(card.buttons()).isEmpty();
  }

  private SendMessage card(String html) {
    return SendMessage.builder()
        .chatId(group.id())
        .text(html)
        .parseMode("HTML")
        .replyMarkup(
            new InlineKeyboardMarkup(
                List.of(
                    new InlineKeyboardRow(
                        InlineKeyboardButton.builder()
                            .text("I'll help")
                            .callbackData("c:12")
                            .build(),
                        InlineKeyboardButton.builder().text("More").callbackData("m:12").build()))))
        .build();
  }

  private static @Nullable Message withText(Update update, String start) {
    Message message = update.getMessage();
    return message != null && message.hasText() && message.getText().startsWith(start)
        ? message
        : null;
  }
}
