package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kith.circle.Platform;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Setting;
import org.kith.command.Target;
import org.kith.command.Whence;
import org.kith.desk.Desk;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Choice;
import org.kith.testkit.discord.User;

/** What people type and press becomes commands, by people as Discord vouches for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeTest {
  private Online online;
  private User ana;
  private User root;

  @BeforeAll
  void connect() {
    online = Online.connected();
    ana = online.maple.member("Ana");
    root = online.maple.manager("Root");
  }

  @AfterAll
  void close() {
    online.close();
  }

  @BeforeEach
  void forget() {
    online.deliveries.clear();
    online.answers(delivery -> Online.said("Noted."));
  }

  private Command typed(User who, String command, Map<String, ?> options) {
    assertThat(who.types(online.help, command, options).answer().ephemeral()).isTrue();
    return online.deliveries.getLast().command();
  }

  @Test
  void every_command_is_read_with_its_options() {
    assertThat(typed(ana, "board", Map.of("kind", "meals"))).isEqualTo(new Command.Board("meals"));
    assertThat(typed(ana, "claim", Map.of("number", 12)))
        .isEqualTo(new Command.Claim(new Target.Numbered(12)));
    assertThat(typed(ana, "claim", Map.of("number", 12, "part", "The milk")))
        .isEqualTo(new Command.ClaimPart(new Target.Numbered(12), "The milk"));
    assertThat(typed(ana, "done", Map.of())).isEqualTo(new Command.Done(new Target.Unsaid("")));
    assertThat(typed(ana, "cancel", Map.of("number", 3)))
        .isEqualTo(new Command.Cancel(new Target.Numbered(3)));
    assertThat(typed(ana, "mine", Map.of())).isEqualTo(new Command.Mine());
    assertThat(typed(ana, "digest now", Map.of())).isEqualTo(new Command.DigestNow());
    assertThat(typed(ana, "digest when", Map.of("to", "Friday 8")))
        .isEqualTo(new Command.DigestWhen("Friday 8"));
    assertThat(typed(root, "circle show", Map.of())).isEqualTo(new Command.CircleShow());
    assertThat(typed(root, "circle set", Map.of("zone", "Berlin", "names", "agreed")))
        .isEqualTo(new Command.CircleSet(Map.of(Setting.ZONE, "Berlin", Setting.NAMES, "agreed")));
  }

  @Test
  void a_request_typed_in_one_go_comes_option_by_option() {
    Map<String, ?> options =
        Map.of("what", "Bread", "when", "Sat 10-12", "helpers", 2, "details", "Flat 3");
    assertThat(typed(ana, "needhelp", options))
        .isEqualTo(
            new Command.NeedHelp(
                new Ask.Options("Bread", null, "Sat 10-12", null, 2, "Flat 3", false)));
  }

  @Test
  void without_options_a_form_opens_and_the_desk_hears_only_of_what_is_sent() {
    var opened = ana.types(online.help, "needhelp");
    assertThat(opened.answer().form().fields())
        .extracting(field -> field.customId())
        .containsExactly("what", "when", "where", "helpers", "details");
    assertThat(online.deliveries).isEmpty();

    opened.submit(Map.of("what", "Soup", "helpers", "2 people")).answer();
    assertThat(online.deliveries.getLast().command())
        .isEqualTo(new Command.NeedHelp(new Ask.Options("Soup", null, null, null, 2, null, true)));
  }

  @Test
  void a_button_that_asks_opens_the_form_too() {
    Command ask = new Command.NeedHelp(new Ask.Free(""));
    online.answers(delivery -> Online.said("Hello", Button.first("I need something", ask)));
    Answer door = ana.types(online.help, "help").answer();
    assertThat(ana.presses(door, "I need something").answer().form().title()).isNotBlank();
  }

  @Test
  void a_button_brings_its_command_and_a_forged_one_brings_none() {
    online.answers(delivery -> Online.said("#12", Button.plain("More", new Command.More(12))));
    Answer shown = ana.types(online.help, "board").answer();
    ana.presses(shown, "More").answer();
    assertThat(online.deliveries.getLast().command()).isEqualTo(new Command.More(12));
    ana.pressesCustomId(shown.post(), "claim:1; drop table x").answer();
    assertThat(online.deliveries.getLast().command()).isEqualTo(new Command.Unreadable());
  }

  @Test
  void an_actor_comes_with_place_language_and_rights() {
    root.speaks("de");
    typed(root, "mine", Map.of());
    Delivery delivery = online.deliveries.getLast();
    assertThat(delivery.actor().name()).isEqualTo("Root");
    assertThat(delivery.actor().language()).isEqualTo("de");
    assertThat(delivery.id()).isNotNull();
    assertThat(delivery.answerable()).isTrue();
    Whence.InPlace where = (Whence.InPlace) delivery.actor().whence();
    assertThat(where.place()).isEqualTo(online.place(online.help));
    assertThat(where.mayManage()).isTrue();
    assertThat(where.facts().houseTitle()).isEqualTo("Maple Street");
    assertThat(where.facts().roomTitle()).isEqualTo("help");
    assertThat(where.facts().hidden()).isFalse();
    assertThat(where.facts().people()).isPositive();
  }

  @Test
  void a_channel_that_not_everybody_sees_is_hidden() {
    var secret = online.maple.privateChannel("stewards");
    secret.admits(ana);
    ana.types(secret, "mine").answer();
    Whence.InPlace where = (Whence.InPlace) online.deliveries.getLast().actor().whence();
    assertThat(where.facts().hidden()).isTrue();
    assertThat(where.mayManage()).isFalse();
  }

  @Test
  void in_the_private_chat_discord_is_asked_who_is_still_where() {
    var oak = online.discord.server("Oak Street");
    oak.joins(root);
    oak.promotes(ana);
    when(online.desk.housesOf(Platform.DISCORD, root.id()))
        .thenReturn(Set.of(online.maple.id(), oak.id()));
    when(online.desk.housesOf(Platform.DISCORD, ana.id()))
        .thenReturn(Set.of(online.maple.id(), oak.id()));

    assertThat(root.typesInPrivate("mine").answer().ephemeral()).isFalse();
    assertThat(online.deliveries.getLast().actor().whence())
        .isEqualTo(
            new Whence.InPrivate(Set.of(online.maple.id(), oak.id()), Set.of(online.maple.id())));
    ana.typesInPrivate("mine").answer();
    assertThat(online.deliveries.getLast().actor().whence())
        .isEqualTo(new Whence.InPrivate(Set.of(online.maple.id()), Set.of()));
  }

  @Test
  void numbers_and_times_are_suggested_while_they_are_typed() {
    when(online.desk.suggestNumbers(any(), anyString(), anyString()))
        .thenReturn(List.of(new Desk.Suggestion(12, "#12 Bread")));
    when(online.desk.suggestTimes(any(), anyString())).thenReturn(List.of("Sat 24 Jan 10:00"));
    assertThat(ana.completes(online.help, "claim", "number", "1"))
        .containsExactly(new Choice("#12 Bread", "12"));
    assertThat(ana.completes(online.help, "needhelp", "when", "sat"))
        .containsExactly(new Choice("Sat 24 Jan 10:00", "Sat 24 Jan 10:00"));
  }
}
