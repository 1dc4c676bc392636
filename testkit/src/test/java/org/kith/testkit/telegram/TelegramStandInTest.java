package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Messages, cards and presses, with the real clients. */
class TelegramStandInTest extends StandInTest {
  @Test
  void a_command_in_a_group_reaches_the_bot() {
    ana.writes(group, "/needhelp two bags, Saturday 10-12");

    Message told = told("/needhelp two bags, Saturday 10-12");

    assertThat(told.getFrom().getFirstName()).isEqualTo("Ana");
    assertThat(told.getChatId()).isEqualTo(group.id()).isLessThan(Integer.MIN_VALUE);
    assertThat(told.getEntities())
        .singleElement()
        .hasFieldOrPropertyWithValue("type", "bot_command");
  }

  @Test
  void a_card_is_seen_as_plain_text_with_its_buttons() throws Exception {
    bot.does(card("<b>Groceries</b> · #12 &amp; more"));

    SeenMessage card = group.botMessages().getLast();
    assertThat(card.text()).isEqualTo("Groceries · #12 & more");
    assertThat(card.entities()).containsExactly("bold");
    assertThat(card.labels()).containsExactly("I'll help", "More");
  }

  @Test
  void a_press_is_answered_once() throws Exception {
    SeenMessage card = sendsCard();
    Press press = ben.presses(card, "I'll help");
    CallbackQuery query = bot.told("the press", Update::getCallbackQuery);
    assertThat(query.getData()).isEqualTo("c:12");
    assertThat(query.getMessage().getMessageId()).isEqualTo(card.id());
    bot.does(answer(query.getId()).text("You help").build());

    assertThat(press.answer()).isEqualTo(new PressAnswer.Toast("You help"));
    assertThat(bot.refused(answer(query.getId()).text("again").build()))
        .hasMessageContaining("query is too old");
  }

  @Test
  void an_answer_is_an_alert_a_link_or_nothing() throws Exception {
    SeenMessage card = sendsCard();
    Press alert = ana.presses(card, "More");
    Press link = ben.presses(card, "More");
    Press nothing = ben.pressesData(card, "forged");
    String url = "https://t.me/" + telegram.botUsername() + "?start=claim_12";
    bot.does(answer(alert.id()).text("Look").showAlert(true).build());
    bot.does(answer(link.id()).url(url).build());
    bot.does(answer(nothing.id()).build());

    assertThat(alert.answer()).isEqualTo(new PressAnswer.Alert("Look"));
    assertThat(link.answer()).isEqualTo(new PressAnswer.Opened(url));
    assertThat(nothing.answer()).isEqualTo(new PressAnswer.Nothing());

    ben.opens(link.answer().said());
    assertThat(told("/start claim_12").isUserMessage()).isTrue();
  }

  @Test
  void a_late_answer_to_a_press_is_refused() throws Exception {
    Press press = ben.presses(sendsCard(), "More");
    clock.passes(Duration.ofSeconds(151));

    assertThat(bot.refused(answer(press.id()).text("late").build()))
        .hasMessageContaining("query is too old and response timeout expired");
    assertThat(press.isAnswered()).isFalse();
  }

  @Test
  void an_edit_changes_what_people_see_and_an_unchanged_one_is_refused() throws Exception {
    SeenMessage card = sendsCard();
    EditMessageText edit = edit(card, "Ben will help");
    bot.does(edit);

    SeenMessage now = group.botMessages().getLast();
    assertThat(now.text()).isEqualTo("Ben will help");
    assertThat(now.edits()).isEqualTo(1);
    assertThat(now.buttons()).isEmpty();
    assertThat(bot.refused(edit)).hasMessageContaining("message is not modified");
    assertThatThrownBy(() -> ben.presses(now, "I'll help")).isInstanceOf(AssertionError.class);
    assertThat(ben.presses(card, "I'll help").isAnswered()).isFalse();
  }

  @Test
  void what_somebody_deleted_can_be_neither_edited_nor_deleted() throws Exception {
    SeenMessage card = sendsCard();
    ana.deletes(card);

    assertThat(group.botMessages()).isEmpty();
    assertThat(bot.refused(edit(card, "new"))).hasMessageContaining("message to edit not found");
    assertThat(bot.refused(deletion(card))).hasMessageContaining("message to delete not found");
  }

  @Test
  void only_own_messages_and_young_ones_can_be_deleted() throws Exception {
    SeenMessage theirs = ana.writes(group, "mine");
    assertThat(bot.refused(deletion(theirs))).hasMessageContaining("message can't be deleted");
    group.promotesBot(ana);
    bot.does(deletion(theirs));
    assertThat(group.messages()).extracting(SeenMessage::text).doesNotContain("mine");

    SeenMessage card = sendsCard();
    clock.passes(Duration.ofDays(2));
    assertThat(bot.refused(deletion(card))).hasMessageContaining("message can't be deleted");
  }

  @Test
  void a_text_of_a_person_longer_than_a_message_comes_in_several() {
    ana.startsBot();
    ana.writes(group, "/needhelp " + "a".repeat(5000));

    assertThat(group.messages()).extracting(m -> m.text().length()).endsWith(4096, 914);
  }

  private static AnswerCallbackQuery.AnswerCallbackQueryBuilder<?, ?> answer(String id) {
    return AnswerCallbackQuery.builder().callbackQueryId(id);
  }

  private EditMessageText edit(SeenMessage message, String text) {
    return EditMessageText.builder().chatId(group.id()).messageId(message.id()).text(text).build();
  }

  private DeleteMessage deletion(SeenMessage message) {
    return DeleteMessage.builder().chatId(group.id()).messageId(message.id()).build();
  }
}
