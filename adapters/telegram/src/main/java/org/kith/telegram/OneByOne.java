package org.kith.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Asks for updates, and reads them one by one: the library reads all or none, so that a single
 * update of a kind it can't read would block the queue for ever. Such a one becomes an update that
 * has nothing but its id.
 */
final class OneByOne extends GetUpdates {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(OneByOne.class);
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  private static final int MOST = 100;

  /** All that the bot has a use for. Reactions come only if they are named. */
  private static final List<String> WANTED =
      List.of("message", "callback_query", "message_reaction", "my_chat_member");

  private final transient IntConsumer answered;

  /**
   * @param offset the first update wanted, which confirms all before it; null for the first that is
   *     not confirmed
   * @param seconds how long Telegram keeps the answer back while there is nothing
   * @param answered told how many updates came
   */
  OneByOne(@Nullable Integer offset, int seconds, IntConsumer answered) {
    super(offset, MOST, seconds, WANTED);
    this.answered = answered;
  }

  @Override
  @SuppressWarnings("NonApiType") // The library wants it so.
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    JsonNode result = resultOf(answer);
    ArrayList<Update> updates = new ArrayList<>();
    for (JsonNode one : result) {
      if (one.path("update_id").canConvertToInt()) {
        updates.add(read(one));
      }
    }
    answered.accept(updates.size());
    return updates;
  }

  // What an exception says may quote what people wrote: it is neither passed on nor logged.
  private static JsonNode resultOf(String answer) throws TelegramApiRequestException {
    try {
      JsonNode result = JSON.readTree(answer).path("result");
      if (result.isArray()) {
        return result;
      }
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("the answer to getUpdates is no JSON");
    }
    throw new TelegramApiRequestException("the answer to getUpdates holds no updates");
  }

  private static Update read(JsonNode one) {
    try {
      Update update = JSON.treeToValue(one, Update.class);
      if (update != null && update.getUpdateId() != null) {
        return update;
      }
    } catch (JsonProcessingException | RuntimeException e) {
      log.warn(
          "update {} is of a kind that this version can't read; passed over",
          one.path("update_id").asInt());
    }
    Update unread = new Update();
    unread.setUpdateId(one.path("update_id").asInt());
    return unread;
  }
}
