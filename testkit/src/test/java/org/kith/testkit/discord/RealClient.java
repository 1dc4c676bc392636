package org.kith.testkit.discord;

import java.util.EnumSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/** JDA as the bot sets it up, connected to a stand-in. */
final class RealClient {
  private RealClient() {}

  static JDA connect(DiscordStandIn discord, EventListener listener) {
    return connect(discord, listener, GatewayIntent.GUILD_MESSAGE_REACTIONS);
  }

  static JDA connect(DiscordStandIn discord, EventListener listener, GatewayIntent first) {
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    JDA jda =
        JDABuilder.createLight(discord.token(), first)
            .setRestConfig(new RestConfig().setBaseUrl(discord.apiBase()))
            .setSessionController(controller(discord))
            .addEventListeners(listener)
            .build();
    discord.await("JDA to be ready", () -> jda.getStatus() == JDA.Status.CONNECTED);
    return jda;
  }

  /** JDA's own controller, but for the gateway's address. */
  static ConcurrentSessionController controller(DiscordStandIn discord) {
    return new ConcurrentSessionController() {
      @Override
      public String getGateway() {
        return discord.gatewayUrl();
      }
    };
  }
}
