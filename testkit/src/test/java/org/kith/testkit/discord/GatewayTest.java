package org.kith.testkit.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.message.react.MessageReactionAddEvent;
import net.dv8tion.jda.api.events.session.SessionDisconnectEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import org.junit.jupiter.api.Test;

class GatewayTest extends ConnectedTest {

  @Test
  void a_resumed_session_is_told_what_it_missed() throws Exception {
    discord.goesAway();
    next(SessionDisconnectEvent.class);
    ana.types(channel, "needhelp", Map.of("what", "soup"));

    discord.comesBack();

    assertThat(next(SlashCommandInteractionEvent.class).getName()).isEqualTo("needhelp");
    next(SessionResumeEvent.class);
    assertThat(discord.gateway().resumed()).isEqualTo(1);
    assertThat(discord.gateway().identified()).isEqualTo(1);
    discord.violations().assertNone();
  }

  @Test
  void a_dropped_connection_and_a_request_to_reconnect_are_resumed() throws Exception {
    discord.gateway().drop();
    next(SessionResumeEvent.class);
    discord.gateway().asksToReconnect();
    next(SessionResumeEvent.class);

    assertThat(discord.gateway().identified()).isEqualTo(1);
  }

  @Test
  void a_lost_session_begins_anew_and_misses_what_happened() throws Exception {
    Post post = ana.says(channel, "hello");
    discord.gateway().losesSessions();
    ben.reacts(post, "🤝");

    next(SessionRecreateEvent.class);
    ana.reacts(post, "🤝");

    assertThat(discord.gateway().identified()).isEqualTo(2);
    assertThat(next(MessageReactionAddEvent.class).getUserId()).isEqualTo(ana.id());
    discord.violations().assertNone();
  }

  @Test
  void a_server_can_send_the_bot_away_and_take_it_back() throws Exception {
    server.removesBot();
    assertThat(next(GuildLeaveEvent.class).getGuild().getId()).isEqualTo(server.id());

    server.addsBot();
    assertThat(next(GuildJoinEvent.class).getGuild().getId()).isEqualTo(server.id());

    Server other = discord.server("Oak Lane");
    assertThat(next(GuildJoinEvent.class).getGuild().getName()).isEqualTo("Oak Lane");
    assertThat(jda.getGuilds()).hasSize(2);
    assertThat(other.hasBot()).isTrue();
    discord.violations().assertNone();
  }

  @Test
  void the_last_event_of_a_kind_can_come_again() throws Exception {
    Post post = ana.says(channel, "hello");
    ana.reacts(post, "🤝");
    next(MessageReactionAddEvent.class);

    discord.gateway().redeliversLast("MESSAGE_REACTION_ADD");

    assertThat(next(MessageReactionAddEvent.class).getUserId()).isEqualTo(ana.id());
  }

  @Test
  void the_client_knows_servers_channels_and_its_own_permissions() {
    Channel hidden = server.privateChannel("stewards");

    discord.await("the channel", () -> jda.getTextChannelById(hidden.id()) != null);

    assertThat(guild().getMemberCount()).isEqualTo(4);
    assertThat(known(jda.getTextChannelById(hidden.id())).canTalk()).isTrue();
    assertThat(guild().getSelfMember().hasPermission(Permission.MESSAGE_SEND)).isTrue();
    discord.violations().assertNone();
  }

  @Test
  void what_people_say_reaches_no_bot_without_the_content_intent() {
    EventCatcher other = new EventCatcher();
    JDA listening = RealClient.connect(discord, other, GatewayIntent.GUILD_MESSAGES);

    ana.says(channel, "a secret");

    discord.await("the message", () -> !other.heard.isEmpty());
    assertThat(other.heard.getFirst().getMessage().getContentRaw()).isEmpty();
    assertThat(channel.lastMessage().text()).isEqualTo("a secret");
    listening.shutdownNow();
    discord.violations().assertNone();
  }

  @Test
  void privileged_intents_are_refused_until_they_are_permitted() {
    assertThatThrownBy(
            () -> {
              JDA refused =
                  JDABuilder.createLight(discord.token(), GatewayIntent.MESSAGE_CONTENT)
                      .setRestConfig(new RestConfig().setBaseUrl(discord.apiBase()))
                      .setSessionController(RealClient.controller(discord))
                      .build();
              refused.awaitReady();
            })
        .hasMessageContaining("intents");

    discord.gateway().permitsPrivilegedIntents();
    JDA permitted = RealClient.connect(discord, new EventCatcher(), GatewayIntent.MESSAGE_CONTENT);
    assertThat(permitted.getStatus()).isEqualTo(JDA.Status.CONNECTED);
    permitted.shutdownNow();
  }

  /** What another client hears. */
  private static final class EventCatcher extends ListenerAdapter {
    private final List<MessageReceivedEvent> heard = new CopyOnWriteArrayList<>();

    @Override
    public void onMessageReceived(MessageReceivedEvent event) {
      heard.add(event);
    }
  }
}
