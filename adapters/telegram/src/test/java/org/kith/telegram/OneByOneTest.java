package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

class OneByOneTest {
  private static final String READABLE =
      """
      {"update_id": 8, "message": {"message_id": 1, "date": 1, "text": "/mine",
        "chat": {"id": 5, "type": "private"}}}\
      """;

  private final AtomicInteger told = new AtomicInteger();
  private final OneByOne asking = new OneByOne(null, 1, told::set);

  @Test
  void one_update_that_cannot_be_read_does_not_hold_back_the_others() throws Exception {
    String unreadable = "{\"update_id\": 7, \"message\": {\"message_id\": \"a secret\"}}";

    List<Update> updates = read(unreadable, READABLE);

    assertThat(updates).extracting(Update::getUpdateId).containsExactly(7, 8);
    assertThat(updates.getFirst().getMessage()).isNull();
    assertThat(updates.getLast().getMessage().getText()).isEqualTo("/mine");
    assertThat(told).hasValue(2);
  }

  @Test
  void kinds_and_fields_of_later_versions_are_passed_over() throws Exception {
    List<Update> updates =
        read("{\"update_id\": 7, \"a_new_kind\": {\"deep\": [1]}}", "{\"no_id\": true}", READABLE);

    assertThat(updates).extracting(Update::getUpdateId).containsExactly(7, 8);
  }

  @Test
  void what_an_exception_says_quotes_nothing_that_was_written() {
    assertThatThrownBy(() -> asking.deserializeResponse("{\"result\": a secret"))
        .isInstanceOf(TelegramApiRequestException.class)
        .hasMessageNotContaining("secret")
        .hasNoCause();
    assertThatThrownBy(() -> asking.deserializeResponse("{\"ok\": true, \"result\": \"secret\"}"))
        .isInstanceOf(TelegramApiRequestException.class)
        .hasMessageNotContaining("secret");
  }

  private List<Update> read(String... updates) throws TelegramApiRequestException {
    return asking.deserializeResponse(
        "{\"ok\": true, \"result\": [" + String.join(",", updates) + "]}");
  }
}
