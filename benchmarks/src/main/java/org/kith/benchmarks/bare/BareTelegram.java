package org.kith.benchmarks.bare;

import java.net.URI;
import java.util.List;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * TelegramBots as its own guide shows it: every command gets the same answer in the private chat
 * and every press the same line, {@code /needhelp} also a message in the group of the same words
 * and what was typed. Nothing waits for what it sends.
 */
public final class BareTelegram implements LongPollingUpdateConsumer {
  private final OkHttpTelegramClient client;

  private BareTelegram(OkHttpTelegramClient client) {
    this.client = client;
  }

  /**
   * Runs until it is killed.
   *
   * @param arguments the token, and the address of the Bot API
   */
  public static void main(String[] arguments) throws TelegramApiException {
    URI api = URI.create(arguments[1]);
    TelegramUrl url =
        TelegramUrl.builder()
            .schema(api.getScheme())
            .host(api.getHost())
            .port(api.getPort())
            .build();
    // Never closed: it runs until the process is killed.
    @SuppressWarnings("resource")
    TelegramBotsLongPollingApplication polling = new TelegramBotsLongPollingApplication();
    polling.registerBot(
        arguments[0],
        () -> url,
        new DefaultGetUpdatesGenerator(),
        new BareTelegram(new OkHttpTelegramClient(arguments[0], url)));
  }

  @Override
  public void consume(List<Update> updates) {
    updates.forEach(this::consume);
  }

  private void consume(Update update) {
    if (update.hasCallbackQuery()) {
      AnswerCallbackQuery answer = new AnswerCallbackQuery(update.getCallbackQuery().getId());
      answer.setText("Thank you!");
      send(answer);
    } else if (isCommand(update)) {
      answer(update.getMessage());
    }
  }

  @Override
  public void close() {
    // It holds nothing.
  }

  // Not the library's isCommand: it says no until somebody has asked for the entities.
  private static boolean isCommand(Update update) {
    return update.hasMessage()
        && update.getMessage().hasText()
        && update.getMessage().getText().startsWith("/");
  }

  private void answer(Message message) {
    String what = message.getText().replaceFirst("^/\\S+", "");
    send(new SendMessage(message.getFrom().getId().toString(), "Good! That is done." + what));
    if (message.getText().startsWith("/needhelp")) {
      SendMessage card =
          new SendMessage(
              message.getChatId().toString(), "Somebody is looking for one person:" + what);
      InlineKeyboardButton help = new InlineKeyboardButton("I'll help");
      help.setCallbackData("help");
      card.setReplyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(help))));
      send(card);
    }
  }

  private void send(BotApiMethod<?> method) {
    try {
      var _ = client.executeAsync(method);
    } catch (TelegramApiException e) {
      throw new IllegalStateException(e);
    }
  }
}
