package org.kith.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
  private final DiscordStandIn discord = DiscordStandIn.start(InstantSource.system());
  private final Server server = discord.server("Maple Street");
  private final Channel channel = server.channel("general");
  private final User ana = server.member("Ana");
  private final User ben = server.member("Ben");
  private final JDA jda = RealClient.connect(discord, new Bot());

  @AfterEach
  void stop() {
    jda.shutdownNow();
    discord.close();
    discord.violations().assertNone();
  }

  static final class Bot extends ListenerAdapter {
    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
      String what = event.getOption("what", "", o -> o.getAsString());
      event.reply("Understood: " + what).setEphemeral(true).queue();
      event
          .getChannel()
          .sendMessage("Somebody needs " + what)
          .setComponents(ActionRow.of(Button.primary("help:1", "I'll help")))
          .queue();
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
      event.editMessage(event.getUser().getEffectiveName() + " will help").queue();
    }
  }

  @Test
  void a_slash_command_is_answered_privately_and_a_card_appears() {
    jda.updateCommands()
        .addCommands(
            Commands.slash("needhelp", "Ask the circle")
                .addOption(OptionType.STRING, "what", "What you need", true))
        .queue();

    Answer answer = ana.types(channel, "needhelp", Map.of("what", "two bags")).answer();

    assertThat(answer.text()).isEqualTo("Understood: two bags");
    assertThat(answer.ephemeral()).isTrue();
    Post card = channel.awaitMessage("Somebody needs two bags");
    assertThat(card.labels()).containsExactly("I'll help");
    assertThat(channel.messages()).hasSize(1);

    Answer pressed = ben.presses(card, "I'll help").answer();
    assertThat(pressed.text()).isEqualTo("Ben will help");
    assertThat(channel.now(card).edits()).isEqualTo(1);
  }
}
