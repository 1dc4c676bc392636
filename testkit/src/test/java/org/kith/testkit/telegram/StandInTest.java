package org.kith.testkit.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Ana, Ben, a supergroup with the bot in it, and the real clients; no violation at the end. */
abstract class StandInTest {
  final HandClock clock = new HandClock();
  final TelegramStandIn telegram = TelegramStandIn.start(clock);
  final TelegramUser ana = telegram.user("Ana");
  final TelegramUser ben = telegram.user("Ben");
  final TelegramGroup group = telegram.supergroup("Maple Street");
  RealBot bot;

  @BeforeEach
  void connect() throws Exception {
    bot = new RealBot(telegram, "message", "callback_query", "my_chat_member", "message_reaction");
    telegram.await("the bot", telegram::isPolled);
    group.addsBot(ana);
    group.joins(ben);
  }

  @AfterEach
  void disconnect() {
    bot.close();
    telegram.close();
    telegram.violations().assertNone();
  }

  SendMessage card(String html) {
    return SendMessage.builder()
        .chatId(group.id())
        .text(html)
        .parseMode("HTML")
        .replyMarkup(buttons())
        .build();
  }

  static InlineKeyboardMarkup buttons() {
    return new InlineKeyboardMarkup(
        List.of(
            new InlineKeyboardRow(
                InlineKeyboardButton.builder().text("I'll help").callbackData("c:12").build(),
                InlineKeyboardButton.builder().text("More").callbackData("m:12").build())));
  }

  /** Sends a card and looks at it as people do. */
  SeenMessage sendsCard() throws Exception {
    bot.does(card("Groceries"));
    return group.botMessages().getLast();
  }

  Message told(String text) {
    return bot.told("“" + text + "”", update -> withText(update, text));
  }

  /** The texts of the messages that the bot was told, once the last of them is there. */
  List<String> toldUntil(String last) {
    told(last);
    return bot.updates().stream()
        .filter(update -> update.hasMessage() && update.getMessage().hasText())
        .map(update -> update.getMessage().getText())
        .toList();
  }

  private static @Nullable Message withText(Update update, String text) {
    Message message = update.getMessage();
    return message != null && text.equals(message.getText()) ? message : null;
  }
}
