package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** What goes wrong on Telegram, with the real clients. */
class TroubleTest extends StandInTest {
  @Test
  void too_many_messages_at_once_are_refused_with_the_time_to_wait() throws Exception {
    for (int i = 0; i < 5; i++) {
      bot.does(RealBot.text(group.id(), "m" + i));
    }
    var refused = bot.refused(RealBot.text(group.id(), "one more"));
    assertThat(refused.getErrorCode()).isEqualTo(429);
    assertThat(refused.getParameters().getRetryAfter()).isEqualTo(5);
    assertThat(refused).hasMessageContaining("Too Many Requests: retry after 5");

    clock.passes(Duration.ofSeconds(5));
    bot.does(RealBot.text(group.id(), "one more"));
    assertThat(group.botMessages()).hasSize(6);
  }

  @Test
  void a_group_takes_twenty_a_minute() throws Exception {
    for (int i = 0; i < 20; i++) {
      clock.passes(Duration.ofSeconds(1));
      bot.does(RealBot.text(group.id(), "m" + i));
    }
    clock.passes(Duration.ofSeconds(1));
    assertThat(bot.refused(RealBot.text(group.id(), "21")).getParameters().getRetryAfter())
        .isEqualTo(40);

    telegram.limits(Limits.off());
    bot.does(RealBot.text(group.id(), "21"));
    assertThat(group.botMessages()).hasSize(21);
  }

  @Test
  void the_next_calls_fail_as_a_test_asks() throws Exception {
    telegram.failsNext(2, "sendMessage", group.id(), Failure.tooManyRequests(7));
    telegram.failsNext(1, "getMe", Failure.internalError());

    assertThat(bot.refused(RealBot.text(group.id(), "a")).getParameters().getRetryAfter())
        .isEqualTo(7);
    assertThat(bot.refused(RealBot.text(group.id(), "b")).getErrorCode()).isEqualTo(429);
    bot.does(RealBot.text(group.id(), "c"));
    assertThat(bot.refused(new GetMe()).getErrorCode()).isEqualTo(500);
    assertThat(group.botMessages()).extracting(SeenMessage::text).containsExactly("c");
    assertThat(telegram.requests("sendmessage"))
        .extracting(BotRequest::isOk)
        .containsExactly(false, false, true);
  }

  @Test
  void a_lost_request_does_nothing() {
    telegram.failsNext(9, "sendMessage", Failure.lostRequest());
    SendMessage message = RealBot.text(group.id(), "never");

    assertThatThrownBy(() -> bot.does(message)).isInstanceOf(TelegramApiException.class);
    assertThat(group.botMessages()).isEmpty();
  }

  @Test
  void a_message_whose_answer_is_lost_is_there() {
    telegram.failsNext(9, "sendMessage", Failure.lostAnswer());
    SendMessage message = RealBot.text(group.id(), "there");

    assertThatThrownBy(() -> bot.does(message)).isInstanceOf(TelegramApiException.class);
    assertThat(group.botMessages())
        .isNotEmpty()
        .extracting(SeenMessage::text)
        .containsOnly("there");
  }

  @Test
  void what_was_written_while_telegram_was_away_comes_afterwards() {
    telegram.goesAway();
    ana.writes(group, "/board");
    assertThatThrownBy(() -> bot.does(new GetMe())).isInstanceOf(TelegramApiException.class);

    telegram.comesBack();
    assertThat(told("/board").getText()).isEqualTo("/board");
  }

  @Test
  void a_breakdown_answers_502_and_ends() {
    telegram.breaksDown();
    ana.writes(group, "/board");
    assertThatThrownBy(() -> bot.does(new GetMe())).isInstanceOf(TelegramApiException.class);

    telegram.comesBack();
    assertThat(told("/board").getText()).isEqualTo("/board");
  }

  @Test
  void in_a_silenced_group_a_member_bot_may_not_write() throws Exception {
    group.silences(true);
    assertThat(bot.refused(RealBot.text(group.id(), "hm")))
        .hasMessageContaining("not enough rights to send text messages to the chat");
    group.promotesBot(ana);
    bot.does(RealBot.text(group.id(), "hm"));
    assertThat(group.botMessages()).hasSize(1);
  }

  @Test
  void a_message_to_a_topic_needs_that_topic_open() throws Exception {
    TelegramGroup forum = telegram.forum("House");
    forum.addsBot(ana);
    TelegramTopic care = forum.topic("Care");
    ana.writes(care, "/board");
    assertThat(told("/board").getMessageThreadId()).isEqualTo(care.id());
    assertThat(told("/board").getIsTopicMessage()).isTrue();

    bot.does(toTopic(forum, care.id()));
    assertThat(forum.botMessages().getLast().topic()).isEqualTo(care.id());
    care.closes();
    assertThat(bot.refused(toTopic(forum, care.id()))).hasMessageContaining("TOPIC_CLOSED");
    care.isDeleted();
    assertThat(bot.refused(toTopic(forum, care.id())))
        .hasMessageContaining("message thread not found");
  }

  private static SendMessage toTopic(TelegramGroup forum, int topic) {
    return SendMessage.builder().chatId(forum.id()).messageThreadId(topic).text("here").build();
  }
}
