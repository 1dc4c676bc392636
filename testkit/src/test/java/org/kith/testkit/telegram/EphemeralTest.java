package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditEphemeralMessageText;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Messages in a group that one member sees, by the Bot API 10.3. */
class EphemeralTest extends StandInTest {
  private RawBot raw;

  @BeforeEach
  void register() throws Exception {
    raw = new RawBot(telegram);
    bot.does(
        SetMyCommands.builder()
            .commands(
                List.of(
                    BotCommand.builder()
                        .command("mine")
                        .description("Mine")
                        .isEphemeral(true)
                        .build(),
                    BotCommand.builder().command("board").description("Board").build()))
            .scope(new BotCommandScopeAllGroupChats())
            .build());
  }

  @AfterEach
  void hangUp() {
    raw.close();
  }

  @Test
  void an_ephemeral_command_is_seen_by_its_sender_and_the_bot() {
    ana.writesEphemerally(group, "/mine");

    Message told = told("/mine");
    assertThat(told.getMessageId()).isZero();
    assertThat(told.getEphemeralMessageId()).isPositive();
    assertThat(told.getReceiverUser().getId()).isEqualTo(telegram.botId());
    assertThat(ana.seesAlone(group)).extracting(SeenMessage::text).containsExactly("/mine");
    assertThat(ben.sees(group)).extracting(SeenMessage::text).doesNotContain("/mine");
    assertThat(ana.menu(group)).containsExactly("mine", "board");
  }

  @Test
  void a_command_that_is_not_registered_as_ephemeral_is_written_for_all() {
    ana.writesEphemerally(group, "/board");

    assertThat(told("/board").getMessageId()).isPositive();
    assertThat(ben.sees(group)).extracting(SeenMessage::text).contains("/board");
  }

  @Test
  void a_member_bot_answers_an_ephemeral_command_within_15_seconds() {
    SeenMessage command = ana.writesEphemerally(group, "/mine");
    assertThat(answersCommand(command).path("ok").asBoolean()).isTrue();
    assertThat(ana.seesAlone(group)).extracting(SeenMessage::text).containsExactly("/mine", "psst");
    assertThat(group.botMessages()).isEmpty();

    clock.passes(Duration.ofSeconds(15));
    assertThat(answersCommand(command).path("description").asText())
        .isEqualTo("Bad Request: message to be replied not found");
  }

  @Test
  void a_member_bot_sends_one_within_15_seconds_of_a_press() throws Exception {
    SeenMessage card = sendsCard();
    Press press = ben.presses(card, "More");
    assertThat(afterPress(press, ben, true).path("ok").asBoolean()).isTrue();
    assertThat(ben.sees(group))
        .extracting(SeenMessage::text)
        .contains("psst")
        .doesNotContain("Groceries");
    assertThat(ana.sees(group))
        .extracting(SeenMessage::text)
        .contains("Groceries")
        .doesNotContain("psst");
    assertThat(afterPress(press, ana, false).path("error_code").asInt()).isEqualTo(400);

    clock.passes(Duration.ofSeconds(15));
    assertThat(afterPress(press, ben, false).path("description").asText())
        .contains("query is too old");
  }

  @Test
  void only_an_administrator_bot_sends_one_at_any_time_and_only_to_members() {
    String toBen = "{\"receiver_user_id\":" + ben.id() + "}";
    assertThat(send(toBen).path("description").asText()).contains("not enough rights");

    group.promotesBot(ana);
    JsonNode sent = send(toBen).path("result");
    assertThat(sent.path("message_id").asInt(-1)).isZero();
    assertThat(sent.path("receiver_user").path("first_name").asText()).isEqualTo("Ben");
    group.leaves(ben);
    assertThat(send(toBen).path("ok").asBoolean()).isFalse();
  }

  @Test
  void its_buttons_are_pressed_and_it_is_edited_and_deleted_by_its_own_methods() throws Exception {
    group.promotesBot(ana);
    int id =
        send("{\"receiver_user_id\":" + ben.id() + "}")
            .path("result")
            .path("ephemeral_message_id")
            .asInt();
    SeenMessage seen = ben.seesAlone(group).getLast();
    ben.pressesData(seen, "x");
    assertThat(bot.told("the press", u -> u.getCallbackQuery()).getMessage().getMessageId())
        .isZero();

    bot.does(
        EditEphemeralMessageText.builder()
            .chatId(Long.toString(group.id()))
            .receiverUserId(ben.id())
            .ephemeralMessageId(id)
            .text("new")
            .build());
    assertThat(ben.seesAlone(group)).extracting(SeenMessage::text).containsExactly("new");

    raw.json(
        "deleteEphemeralMessage",
        "{\"chat_id\":%d,\"receiver_user_id\":%d,\"ephemeral_message_id\":%d}"
            .formatted(group.id(), ben.id(), id));
    assertThat(ben.seesAlone(group)).isEmpty();
  }

  private JsonNode answersCommand(SeenMessage command) {
    return raw.json(
        "sendMessage",
        """
        {"chat_id":%d,"text":"psst","ephemeral_message_parameters":{"receiver_user_id":%d},
         "reply_parameters":{"ephemeral_message_id":%d}}
        """
            .formatted(group.id(), ana.id(), command.ephemeralId()));
  }

  private JsonNode afterPress(Press press, TelegramUser receiver, boolean inPlace) {
    return send(
        "{\"receiver_user_id\":%d,\"callback_query_id\":\"%s\",\"replace_callback_query_message\":%s}"
            .formatted(receiver.id(), press.id(), inPlace));
  }

  private JsonNode send(String ephemeral) {
    return raw.json(
        "sendMessage",
        "{\"chat_id\":%d,\"text\":\"psst\",\"ephemeral_message_parameters\":%s}"
            .formatted(group.id(), ephemeral));
  }
}
