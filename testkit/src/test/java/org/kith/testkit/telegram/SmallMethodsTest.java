package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The smaller methods and updates, over plain HTTP; all held to the published Bot API. */
class SmallMethodsTest {
  private final TelegramStandIn telegram = TelegramStandIn.start(new HandClock());
  private final RawBot bot = new RawBot(telegram);
  private final TelegramUser ana = telegram.user("Ana").speaking("de");
  private final TelegramGroup group = telegram.group("Stairs");

  @BeforeEach
  void start() {
    telegram.limits(Limits.off());
    bot.json(
        "getUpdates", "{\"allowed_updates\":[\"message\",\"edited_message\",\"chat_member\"]}");
    group.addsBot(ana);
    group.promotesBot(ana);
  }

  @AfterEach
  void end() {
    bot.close();
    telegram.close();
    telegram.violations().assertNone();
  }

  @Test
  void edits_and_other_members_are_told_where_asked_for() {
    SeenMessage first = ana.writes(group, "one");
    ana.edits(first, "two");
    TelegramUser ben = telegram.user("Ben");
    group.joins(ben);
    group.leaves(ben);

    JsonNode told = bot.json("getUpdates", "{}").path("result");
    assertThat(told.findValues("edited_message")).hasSize(1);
    assertThat(told.findValues("chat_member")).hasSize(2);
    assertThat(told.findValues("left_chat_member")).hasSize(1);
    assertThat(group.messages()).extracting(SeenMessage::text).contains("two");
  }

  @Test
  void a_photo_is_kept_captioned_given_buttons_and_pinned() {
    String body =
        "--X\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n%d\r\n--X\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\n\r\nPNG\r\n--X--"
            .formatted(group.id());
    JsonNode sent =
        bot.post("sendPhoto", "multipart/form-data; boundary=X", body).join().path("result");
    String there =
        "\"chat_id\":%d,\"message_id\":%d".formatted(group.id(), sent.path("message_id").asInt());
    String fileId = sent.path("photo").path(0).path("file_id").asText();

    ok("getFile", "{\"file_id\":\"" + fileId + "\"}");
    ok("editMessageCaption", "{" + there + ",\"caption\":\"new\"}");
    ok(
        "editMessageReplyMarkup",
        "{"
            + there
            + ",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"a\"}]]}}");
    ok("pinChatMessage", "{" + there + "}");

    SeenMessage seen = group.botMessages().getLast();
    assertThat(seen.text()).isEqualTo("new");
    assertThat(seen.labels()).containsExactly("a");
    assertThat(seen.isPinned()).isTrue();
    assertThat(new String(seen.fileContent(), StandardCharsets.UTF_8)).isEqualTo("PNG");
    ok("unpinChatMessage", "{" + there + "}");
    assertThat(group.botMessages().getLast().isPinned()).isFalse();
  }

  @Test
  void a_menu_is_chosen_by_scope_and_language() {
    menu("\"scope\":{\"type\":\"default\"}", "all");
    menu("\"scope\":{\"type\":\"all_group_chats\"}", "groups");
    menu("\"scope\":{\"type\":\"all_group_chats\"},\"language_code\":\"de\"", "gruppen");

    assertThat(ana.menu(group)).containsExactly("gruppen");
    assertThat(ana.privateMenu()).containsExactly("all");
    ana.speaking("en");
    assertThat(ana.menu(group)).containsExactly("groups");
    JsonNode read = bot.json("getMyCommands", "{\"scope\":{\"type\":\"default\"}}").path("result");
    assertThat(read.path(0).path("command").asText()).isEqualTo("all");
    ok("deleteMyCommands", "{\"scope\":{\"type\":\"all_group_chats\"}}");
    assertThat(ana.menu(group)).containsExactly("all");
  }

  @Test
  void who_has_left_can_do_nothing_there() {
    String there = "{\"chat_id\":" + group.id() + "}";
    ok("sendChatAction", "{\"chat_id\":" + group.id() + ",\"action\":\"typing\"}");
    ok("leaveChat", there);

    assertThat(bot.json("getChat", there).path("description").asText())
        .isEqualTo("Forbidden: bot is not a member of the group chat");
  }

  private void menu(String scope, String command) {
    ok(
        "setMyCommands",
        "{%s,\"commands\":[{\"command\":\"%s\",\"description\":\"x\"}]}".formatted(scope, command));
  }

  private void ok(String method, String body) {
    assertThat(bot.json(method, body).path("ok").asBoolean()).as(method).isTrue();
  }
}
