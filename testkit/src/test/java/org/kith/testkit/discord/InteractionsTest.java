package org.kith.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.junit.jupiter.api.Test;

class InteractionsTest extends ConnectedTest {

  @Test
  void an_answer_after_three_seconds_is_refused_and_the_person_sees_a_failure() throws Exception {
    Interaction asked = ana.types(channel, "mine");
    SlashCommandInteractionEvent event = next(SlashCommandInteractionEvent.class);
    assertThat(asked.failed()).isFalse();

    clock.pass(Duration.ofSeconds(3));

    assertThat(asked.failed()).isTrue();
    assertThatThrownBy(() -> event.reply("too late").complete())
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> assertThat(e.getErrorResponse()).isEqualTo(ErrorResponse.UNKNOWN_INTERACTION));
    assertThatThrownBy(asked::answer).hasMessageContaining("three seconds");
  }

  @Test
  void a_deferred_answer_may_come_up_to_fifteen_minutes_later() throws Exception {
    Interaction asked = ana.types(channel, "mine");
    SlashCommandInteractionEvent event = next(SlashCommandInteractionEvent.class);
    event.deferReply(true).complete();
    asked.awaitAcknowledgement();
    clock.pass(Duration.ofMinutes(14));

    event.getHook().editOriginal("Nothing").complete();

    assertThat(asked.answer().text()).isEqualTo("Nothing");
    assertThat(asked.failed()).isFalse();
    clock.pass(Duration.ofMinutes(2));
    try (BareRequests bare = new BareRequests(discord)) {
      String path = "webhooks/" + discord.bot().id() + "/" + event.getToken();
      String body = "{\"content\":\"a\",\"allowed_mentions\":{\"parse\":[]}}";
      assertThat(bare.send("POST", path, body).code()).isEqualTo(50027);
    }
    discord.violations().assertNone();
  }

  @Test
  void the_first_follow_up_fills_the_deferral_and_keeps_its_privacy() throws Exception {
    Interaction asked = ana.types(channel, "mine");
    SlashCommandInteractionEvent event = next(SlashCommandInteractionEvent.class);
    event.deferReply(true).complete();

    event.getHook().setEphemeral(false).sendMessage("first").complete();
    event.getHook().setEphemeral(false).sendMessage("second").complete();

    List<Post> seen = asked.messages();
    assertThat(seen).extracting(Post::text).containsExactly("first", "second");
    assertThat(seen).extracting(Post::ephemeral).containsExactly(true, false);
    assertThat(channel.messages()).extracting(Post::text).containsExactly("second");
    discord.violations().assertNone();
  }

  @Test
  void an_interaction_is_answered_once_and_followed_up_only_afterwards() throws Exception {
    ana.types(channel, "mine");
    SlashCommandInteractionEvent event = next(SlashCommandInteractionEvent.class);
    try (BareRequests bare = new BareRequests(discord)) {
      String hook = "webhooks/" + discord.bot().id() + "/" + event.getToken();
      String callback = "interactions/" + event.getId() + "/" + event.getToken() + "/callback";
      String message = "{\"content\":\"a\",\"allowed_mentions\":{\"parse\":[]}}";
      String answer = "{\"type\":4,\"data\":" + message + "}";

      assertThat(bare.send("POST", hook, message).code()).isEqualTo(10015);
      assertThat(bare.send("POST", callback, answer).status()).isEqualTo(204);
      assertThat(bare.send("POST", callback, answer).code()).isEqualTo(40060);
      assertThat(bare.send("POST", hook, message).status()).isEqualTo(200);
    }
    discord.violations().assertNone();
  }

  @Test
  void an_ephemeral_answer_is_out_of_reach_for_the_channels_routes() throws Exception {
    Interaction asked = ana.types(channel, "mine");
    next(SlashCommandInteractionEvent.class)
        .reply("only you")
        .setEphemeral(true)
        .setComponents(ActionRow.of(Button.primary("x", "Again")))
        .complete();
    Answer answer = asked.answer();

    assertThatThrownBy(() -> general().retrieveMessageById(answer.post().id()).complete())
        .hasMessageContaining("10008");
    assertThat(channel.messages()).isEmpty();
    assertThatThrownBy(() -> ben.presses(answer, "Again")).hasMessageContaining("does not see");
  }

  @Test
  void a_form_opens_is_filled_in_and_comes_back() throws Exception {
    Interaction asked = ana.types(channel, "mine");
    SlashCommandInteractionEvent event = next(SlashCommandInteractionEvent.class);
    event
        .replyModal(
            Modal.create("ask", "What do you need?")
                .addComponents(
                    Label.of("What", TextInput.of("what", TextInputStyle.SHORT)),
                    Label.of(
                        "When",
                        TextInput.create("when", TextInputStyle.SHORT).setRequired(false).build()))
                .build())
        .complete();

    Form form = asked.answer().form();
    assertThat(form.title()).isEqualTo("What do you need?");
    assertThatThrownBy(() -> asked.submit(Map.of())).hasMessageContaining("required");
    Interaction sent = asked.submit(Map.of("What", "soup", "when", ""));

    ModalInteractionEvent came = next(ModalInteractionEvent.class);
    assertThat(came.getValue("what")).isNotNull();
    came.reply("Soup it is").setEphemeral(true).complete();
    assertThat(sent.answer().text()).isEqualTo("Soup it is");
    discord.violations().assertNone();
  }

  @Test
  void a_form_does_not_open_after_a_deferral() throws Exception {
    ana.types(channel, "mine");
    SlashCommandInteractionEvent event = next(SlashCommandInteractionEvent.class);
    event.deferReply().complete();
    try (BareRequests bare = new BareRequests(discord)) {
      String callback = "interactions/" + event.getId() + "/" + event.getToken() + "/callback";
      String form =
          """
          {"type":9,"data":{"custom_id":"f","title":"T","components":[{"type":18,"label":"L",
          "component":{"type":4,"custom_id":"c","style":1}}]}}\
          """;
      assertThat(bare.send("POST", callback, form).code()).isEqualTo(40060);
    }
  }

  @Test
  void what_is_typed_is_completed() throws Exception {
    Thread answering =
        Thread.ofVirtual()
            .start(() -> {
              try {
                next(CommandAutoCompleteInteractionEvent.class)
                    .replyChoiceStrings("Sat 10-12")
                    .complete();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    List<Choice> offered = ana.completes(channel, "needhelp", "when", "sat");

    answering.join();
    assertThat(offered).containsExactly(new Choice("Sat 10-12", "Sat 10-12"));
    discord.violations().assertNone();
  }

  @Test
  void a_command_works_in_private_too_and_its_button() throws Exception {
    Interaction asked = ana.typesInPrivate("mine");
    next(SlashCommandInteractionEvent.class)
        .reply("In private")
        .setComponents(ActionRow.of(Button.primary("x", "Done")))
        .complete();
    assertThat(asked.answer().text()).isEqualTo("In private");

    Interaction pressed = ana.presses(ana.inbox().getFirst(), "Done");

    ButtonInteractionEvent event = next(ButtonInteractionEvent.class);
    assertThat(event.getUser().getId()).isEqualTo(ana.id());
    assertThat(event.isFromGuild()).isFalse();
    event.editMessage("All done").setComponents().complete();
    assertThat(pressed.answer().labels()).isEmpty();
    discord.violations().assertNone();
  }

  @Test
  void the_client_sends_nothing_that_does_not_fit_the_command() {
    assertThatThrownBy(() -> ana.types(channel, "needhelp")).hasMessageContaining("required");
    assertRefused(Map.of("what", 5), "takes a text");
    assertRefused(Map.of("what", "a", "helpers", "two"), "takes a number");
    assertRefused(Map.of("what", "a", "helpers", 0), "out of range");
    assertRefused(Map.of("what", "a", "kind", "dragons"), "no choice");
    assertRefused(Map.of("what", "a", "colour", "red"), "no such options");
    Channel hidden = server.privateChannel("stewards");
    assertThatThrownBy(() -> ana.types(hidden, "mine")).hasMessageContaining("can't see");
  }

  private void assertRefused(Map<String, ?> options, String why) {
    assertThatThrownBy(() -> ana.types(channel, "needhelp", options)).hasMessageContaining(why);
  }

  @Test
  void people_can_be_options() throws Exception {
    ana.types(channel, "report", Map.of("who", ben));

    OptionMapping who = known(next(SlashCommandInteractionEvent.class).getOption("who"));

    assertThat(who.getAsUser().getEffectiveName()).isEqualTo("Ben");
    discord.violations().assertNone();
  }

  @Test
  void an_interaction_can_be_delivered_twice_and_a_press_be_forged() throws Exception {
    Interaction asked = ana.types(channel, "mine");
    SlashCommandInteractionEvent first = next(SlashCommandInteractionEvent.class);
    first.reply("a").setComponents(ActionRow.of(Button.primary("x", "X"))).complete();

    asked.redeliver();
    ana.pressesCustomId(asked.answer().post(), "forged:99");

    assertThat(next(SlashCommandInteractionEvent.class).getId()).isEqualTo(first.getId());
    assertThat(next(ButtonInteractionEvent.class).getComponentId()).isEqualTo("forged:99");
  }

  @Test
  void a_message_taken_down_meanwhile_cannot_be_changed_by_its_button() throws Exception {
    general()
        .sendMessage("card")
        .setComponents(ActionRow.of(Button.primary("x", "I'll help")))
        .complete();
    ben.presses(channel.lastMessage(), "I'll help");
    ButtonInteractionEvent event = next(ButtonInteractionEvent.class);

    channel.deletes(channel.lastMessage());

    assertThatThrownBy(() -> event.editMessage("claimed").complete()).hasMessageContaining("10008");
    event.getUser().openPrivateChannel().complete().sendMessage("gone").complete();
    assertThat(ben.inbox()).extracting(Post::text).containsExactly("gone");
  }
}
