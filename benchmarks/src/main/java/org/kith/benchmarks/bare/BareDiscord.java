package org.kith.benchmarks.bare;

import java.util.List;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/**
 * JDA as its own guide shows it: every command and press gets the same answer, {@code /needhelp}
 * also a message of the same words and what was typed.
 */
public final class BareDiscord extends ListenerAdapter {
  private BareDiscord() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments the token, the base of the REST API, the address of the gateway
   */
  public static void main(String[] arguments) {
    JDABuilder.createLight(arguments[0], List.of())
        .setRestConfig(new RestConfig().setBaseUrl(arguments[1]))
        .setSessionController(
            new ConcurrentSessionController() {
              @Override
              public String getGateway() {
                return arguments[2];
              }
            })
        .addEventListeners(new BareDiscord())
        .build();
  }

  @Override
  public void onReady(ReadyEvent event) {
    event
        .getJDA()
        .updateCommands()
        .addCommands(
            Commands.slash("needhelp", "Ask for help")
                .addOption(OptionType.STRING, "what", "What you need"),
            Commands.slash("board", "What is needed"),
            Commands.slash("done", "It happened")
                .addOption(OptionType.INTEGER, "number", "The number"))
        .queue();
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    event.reply("Good! That is done.").setEphemeral(true).queue();
    var what = event.getOption("what");
    if (what != null) {
      event
          .getMessageChannel()
          .sendMessage("Somebody is looking for one person: " + what.getAsString())
          .setComponents(ActionRow.of(Button.primary("help", "I'll help")))
          .queue();
    }
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    event.reply("Thank you!").setEphemeral(true).queue();
  }
}
