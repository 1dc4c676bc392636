package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMemberCount;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;

/** The ways in which calls and files come, and what is known of a chat. */
class BodiesTest extends StandInTest {
  @Test
  void a_file_that_the_client_uploads_is_seen_with_its_name() throws Exception {
    byte[] calendar = "BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
    bot.client()
        .execute(
            SendDocument.builder()
                .chatId(group.id())
                .caption("<i>Saturday</i>")
                .parseMode("HTML")
                .replyMarkup(buttons())
                .document(new InputFile(new ByteArrayInputStream(calendar), "care.ics"))
                .build());

    SeenMessage seen = group.botMessages().getLast();
    assertThat(seen.file()).isEqualTo("care.ics");
    assertThat(seen.fileContent()).isEqualTo(calendar);
    assertThat(seen.text()).isEqualTo("Saturday");
    assertThat(seen.labels()).containsExactly("I'll help", "More");
  }

  @Test
  void a_form_a_query_and_unquoted_file_names_are_read() {
    try (RawBot raw = new RawBot(telegram)) {
      JsonNode byQuery = raw.get("sendmessage?chat_id=" + group.id() + "&text=a%20b%26c");
      assertThat(byQuery.path("result").path("text").asText()).isEqualTo("a b&c");
      JsonNode byForm =
          raw.post(
                  "SENDMESSAGE",
                  "application/x-www-form-urlencoded",
                  "chat_id=" + group.id() + "&text=%F0%9F%A4%9D&disable_notification=true")
              .join();
      assertThat(byForm.path("result").path("text").asText()).isEqualTo("🤝");
      assertThat(group.botMessages().getLast().isSilent()).isTrue();

      String body =
          """
          --XX
          Content-Disposition: form-data; name=chat_id

          %d
          --XX
          Content-Disposition: form-data; name=document; filename=note.txt

          hi
          --XX--
          """
              .formatted(group.id())
              .replace("\n", "\r\n");
      JsonNode byParts = raw.post("sendDocument", "multipart/form-data; boundary=XX", body).join();
      assertThat(byParts.path("result").path("document").path("file_name").asText())
          .isEqualTo("note.txt");
    }
  }

  @Test
  void who_is_in_a_chat_is_told() throws Exception {
    group.makesCreator(ana);

    assertThat(bot.does(new GetChat(Long.toString(group.id()))).getTitle())
        .isEqualTo("Maple Street");
    assertThat(bot.does(new GetChatMember(Long.toString(group.id()), ana.id())).getStatus())
        .isEqualTo("creator");
    assertThat(bot.does(new GetChatMember(Long.toString(group.id()), telegram.botId())).getStatus())
        .isEqualTo("member");
    assertThat(bot.does(new GetChatMemberCount(Long.toString(group.id())))).isEqualTo(3);
    assertThat(bot.does(new GetChatAdministrators(Long.toString(group.id())))).hasSize(1);
  }
}
