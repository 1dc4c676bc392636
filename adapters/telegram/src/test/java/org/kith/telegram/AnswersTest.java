package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Reply.Audience;
import org.kith.testkit.telegram.Failure;
import org.kith.testkit.telegram.Press;
import org.kith.testkit.telegram.PressAnswer;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramUser;
import org.kith.words.Text;

/** Where each answer is shown, who else sees it, and what the core is told of it. */
class AnswersTest {
  private static final long ROW = 41;
  private static final Message SHORT = Message.of(Text.of("Thank you."));
  private static final Message FULL =
      Message.of(
          Text.of("You're helping with #12.", "Ana is glad."),
          Button.first("Show details", new Command.ShowDetails(12)));
  private static final Message ADDRESS = Message.of(Text.of("Maple Street 4, bell: Ana"));

  private final Stage stage = new Stage();
  private final TelegramUser ana = stage.telegram.user("Ana");
  private final TelegramUser ben = stage.telegram.user("Ben");
  private final TelegramGroup group = stage.telegram.supergroup("Maple Street");
  private SeenMessage card;

  @BeforeEach
  void a_card_is_in_the_group() {
    stage.started();
    group.joins(ana);
    group.joins(ben);
    group.addsBot(ana);
    stage.heardOfBeingAdded();
    MessengerTest.post(
        stage.adapter.messenger(),
        new Place(Platform.TELEGRAM, Long.toString(group.id()), ""),
        "a card");
    card = group.botMessages().getLast();
  }

  @AfterEach
  void end() {
    stage.close();
  }

  // ---- presses in the group ----

  @Test
  void a_short_answer_to_a_press_is_a_notice() {
    says(SHORT, Audience.ACTOR, false, null);

    assertThat(press().answer()).isEqualTo(new PressAnswer.Toast("Thank you."));
    assertThat(ben.inbox()).isEmpty();
  }

  @Test
  void a_long_notice_stays_until_it_is_closed() {
    String brief = "word ".repeat(30).strip();
    stage.decides =
        _ -> said(Message.of(Text.of(brief)), brief, Audience.ACTOR, OptionalLong.empty(), null);

    assertThat(press().answer()).isEqualTo(new PressAnswer.Alert(brief));
  }

  @Test
  void a_press_that_says_nothing_ends_the_waiting_all_the_same() {
    stage.decides = _ -> new Reply.Silent();

    assertThat(press().answer()).isEqualTo(new PressAnswer.Nothing());
  }

  @Test
  void a_full_answer_goes_to_the_private_chat_and_the_core_is_told_that_it_arrived() {
    benStarts();
    says(FULL, Audience.ACTOR, true, "claim-12");

    assertThat(press().answer()).isEqualTo(new PressAnswer.Toast("brief"));

    assertThat(ben.inbox().getLast().text()).isEqualTo("You're helping with #12.\nAna is glad.");
    assertThat(ben.inbox().getLast().labels()).containsExactly("Show details");
    verify(stage.desk, timeout(10_000)).answered(ROW);
  }

  @Test
  void what_matters_is_answered_with_the_link_where_start_was_never_pressed() {
    says(FULL, Audience.ACTOR, true, "claim-12");

    PressAnswer answer = press().answer();

    assertThat(answer)
        .isEqualTo(
            new PressAnswer.Opened(
                "https://t.me/" + stage.telegram.botUsername() + "?start=claim-12"));
    verify(stage.desk, never()).answered(anyLong());
    assertThat(ben.seesAlone(group)).isEmpty();
    assertThat(group.botMessages()).hasSize(1);
  }

  @Test
  void a_courtesy_is_shown_in_the_group_to_the_presser_alone_where_start_was_never_pressed() {
    says(FULL, Audience.ACTOR, false, null);

    assertThat(press().answer()).isEqualTo(new PressAnswer.Toast("brief"));

    assertThat(ben.seesAlone(group)).singleElement().matches(one -> one.text().contains("#12"));
    assertThat(ana.seesAlone(group)).isEmpty();
    assertThat(group.botMessages()).hasSize(1);
  }

  @Test
  void private_details_that_fit_are_shown_by_the_press_itself() {
    says(ADDRESS, Audience.ACTOR_PROTECTED, true, "details-12");

    assertThat(press().answer()).isEqualTo(new PressAnswer.Alert("Maple Street 4, bell: Ana"));

    verify(stage.desk, timeout(10_000)).answered(ROW);
    assertThat(group.botMessages()).hasSize(1);
  }

  @Test
  void private_details_that_do_not_fit_go_to_the_private_chat_protected() {
    benStarts();
    String details = "bell ".repeat(60).strip();
    says(Message.of(Text.of(details)), Audience.ACTOR_PROTECTED, true, "details-12");

    press().answer();

    assertThat(ben.inbox().getLast().text()).isEqualTo(details);
    assertThat(ben.inbox().getLast().isProtected()).isTrue();
  }

  @Test
  void private_details_that_do_not_fit_are_never_in_the_group_where_all_see_them() {
    String details = "bell ".repeat(60).strip();
    says(Message.of(Text.of(details)), Audience.ACTOR_PROTECTED, true, "details-12");

    assertThat(press().answer()).isInstanceOf(PressAnswer.Opened.class);

    assertThat(ana.sees(group)).noneMatch(one -> one.text().contains("bell"));
    verify(stage.desk, never()).answered(anyLong());
  }

  @Test
  void a_press_that_is_too_old_to_answer_is_told_to_the_core() {
    stage.telegram.failsNext(
        1,
        "answerCallbackQuery",
        Failure.of(400, "Bad Request: query is too old and response timeout expired"));
    says(ADDRESS, Audience.ACTOR_PROTECTED, true, null);

    press();

    verify(stage.desk, timeout(10_000)).unanswered(ROW);
  }

  @Test
  void a_press_on_an_ephemeral_message_redraws_that_one() {
    says(FULL, Audience.ACTOR, false, null);
    press().answer();
    SeenMessage shown =
        stage.telegram.awaitFound("it", () -> ben.seesAlone(group).stream().findFirst());
    stage.decides = _ -> redraw(Message.of(Text.of("second step")));

    ben.presses(shown, "Show details").answer();

    assertThat(ben.seesAlone(group)).extracting(SeenMessage::text).containsExactly("second step");
  }

  // ---- presses in the private chat ----

  @Test
  void a_step_of_a_dialogue_takes_the_place_of_the_one_before() {
    benStarts();
    stage.decides = _ -> said(FULL, "brief", Audience.ACTOR, OptionalLong.empty(), null);
    ben.writesPrivately("/needhelp");
    SeenMessage first =
        stage.telegram.awaitFound("it", () -> ben.inbox().stream().reduce((_, b) -> b));
    stage.decides = _ -> redraw(Message.of(Text.of("second step")));

    assertThat(ben.presses(first, "Show details").answer()).isEqualTo(new PressAnswer.Nothing());

    assertThat(ben.inbox().getLast().text()).isEqualTo("second step");
    assertThat(ben.inbox().getLast().edits()).isEqualTo(1);
  }

  @Test
  void a_step_whose_message_is_gone_is_sent_anew() {
    benStarts();
    stage.decides = _ -> said(FULL, "brief", Audience.ACTOR, OptionalLong.empty(), null);
    ben.writesPrivately("/needhelp");
    SeenMessage first =
        stage.telegram.awaitFound("it", () -> ben.inbox().stream().reduce((_, b) -> b));
    ben.deletes(first);
    stage.decides =
        _ -> new Reply.Said(FULL, "brief", Audience.ACTOR, OptionalLong.of(ROW), null, true);

    ben.presses(first, "Show details").answer();

    verify(stage.desk, timeout(10_000)).answered(ROW);
    assertThat(ben.inbox().getLast().text()).contains("#12");
  }

  // ---- typed ----

  @Test
  void a_command_that_only_its_sender_saw_is_answered_to_them_alone() {
    says(FULL, Audience.ACTOR, false, null);

    ben.writesEphemerally(group, "/mine");

    stage.telegram.await("the answer", () -> ben.seesAlone(group).size() == 2);
    assertThat(ben.seesAlone(group).getLast().text()).contains("#12");
    assertThat(ana.sees(group)).noneMatch(one -> one.text().contains("#12"));
  }

  @Test
  void what_matters_goes_to_the_private_chat_also_after_an_ephemeral_command() {
    benStarts();
    says(FULL, Audience.ACTOR, true, "claim-12");

    ben.writesEphemerally(group, "/mine");

    verify(stage.desk, timeout(10_000)).answered(ROW);
    assertThat(ben.inbox().getLast().text()).contains("#12");
  }

  @Test
  void what_matters_is_not_trusted_to_an_ephemeral_message_alone() {
    says(FULL, Audience.ACTOR, true, "claim-12");

    ben.writesEphemerally(group, "/mine");

    verify(stage.desk, timeout(10_000)).unanswered(ROW);
    assertThat(ben.seesAlone(group)).hasSize(2);
  }

  @Test
  void a_visible_command_is_answered_by_an_administrator_bot_to_its_sender_alone() {
    group.promotesBot(ana);
    says(FULL, Audience.ACTOR, false, null);

    ben.writes(group, "/mine");

    stage.telegram.await("the answer", () -> !ben.seesAlone(group).isEmpty());
    assertThat(ana.sees(group)).noneMatch(one -> one.text().contains("#12"));
  }

  @Test
  void a_visible_command_is_answered_in_the_private_chat_by_a_mere_member() {
    benStarts();
    says(FULL, Audience.ACTOR, true, null);

    ben.writes(group, "/mine");

    verify(stage.desk, timeout(10_000)).answered(ROW);
    assertThat(ben.inbox().getLast().text()).contains("#12");
    assertThat(group.botMessages()).hasSize(1);
  }

  @Test
  void where_nothing_private_is_open_a_visible_command_gets_a_line_without_the_answer() {
    says(FULL, Audience.ACTOR, true, "mine");

    SeenMessage command = ben.writes(group, "/mine");

    stage.telegram.await("a line", () -> group.botMessages().size() == 2);
    SeenMessage line = group.botMessages().getLast();
    assertThat(line.text()).doesNotContain("#12").contains("only for you");
    assertThat(line.buttons().getFirst().getFirst().url()).endsWith("?start=mine");
    assertThat(line.id()).isGreaterThan(command.id());
  }

  @Test
  void what_anybody_may_read_is_answered_for_all_where_nothing_private_is_open() {
    says(FULL, Audience.ANYBODY, false, null);

    ben.writes(group, "/help");

    stage.telegram.await("the answer", () -> group.botMessages().size() == 2);
    assertThat(group.botMessages().getLast().text()).contains("#12");
    assertThat(group.botMessages().getLast().isSilent()).isTrue();
  }

  @Test
  void in_the_private_chat_the_answer_is_a_message() {
    benStarts();
    says(ADDRESS, Audience.ACTOR_PROTECTED, true, null);

    ben.writesPrivately("/mine");

    verify(stage.desk, timeout(10_000)).answered(ROW);
    assertThat(ben.inbox().getLast().isProtected()).isTrue();
  }

  // ---- when something is broken ----

  @Test
  void a_core_that_fails_is_answered_kindly_without_its_words() {
    stage.decides =
        _ -> {
          throw new IllegalStateException("column \"secret\" is missing");
        };

    assertThat(press().answer().said()).contains("Sorry").doesNotContain("secret");
  }

  @Test
  void people_to_call_are_named_also_when_the_core_fails() {
    benStarts();
    stage.decides =
        _ -> {
          throw new IllegalStateException("no database");
        };

    when(stage.desk.inAHardHour(any()))
        .thenReturn(
            new Reply.Said(
                Message.of(Text.of("People to call: 0800 1110111")),
                "",
                Reply.Audience.ACTOR,
                OptionalLong.empty(),
                null,
                false));

    ben.writesPrivately("/crisis");

    stage.telegram.await("the answer", () -> !ben.inbox().isEmpty());
    assertThat(ben.inbox().getLast().text()).contains("0800 1110111");
  }

  @Test
  void one_answer_that_takes_long_does_not_hold_up_what_others_do() {
    says(SHORT, Audience.ACTOR, false, null);
    stage.telegram.failsNext(1, "answerCallbackQuery", Failure.tooManyRequests(3));
    Press slow = press();
    stage.telegram.await(
        "the first try", () -> !stage.telegram.requests("answerCallbackQuery").isEmpty());

    assertThat(ana.pressesData(card, "more:12").answer().said()).isEqualTo("Thank you.");

    assertThat(slow.isAnswered()).isFalse();
  }

  private void benStarts() {
    ben.startsBot();
    stage.told(Command.Start.class);
  }

  private Press press() {
    return ben.pressesData(card, "claim:12");
  }

  private void says(
      Message message, Audience audience, boolean important, @Nullable String payload) {
    String brief = message.equals(SHORT) ? "Thank you." : "brief";
    OptionalLong row = important ? OptionalLong.of(ROW) : OptionalLong.empty();
    stage.decides = _ -> said(message, brief, audience, row, payload);
  }

  private static Reply said(
      Message message,
      String brief,
      Audience audience,
      OptionalLong row,
      @Nullable String payload) {
    return new Reply.Said(message, brief, audience, row, payload, false);
  }

  private static Reply redraw(Message message) {
    return new Reply.Said(message, "brief", Audience.ACTOR, OptionalLong.empty(), null, true);
  }
}
