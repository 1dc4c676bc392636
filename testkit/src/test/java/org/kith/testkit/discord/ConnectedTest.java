package org.kith.testkit.discord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with Ana, Ben and JDA, whose events the test takes one by one. */
abstract class ConnectedTest {
  protected final HandMovedClock clock = new HandMovedClock();
  protected final DiscordStandIn discord = DiscordStandIn.start(clock);
  protected final Server server = discord.server("Maple Street");
  protected final Channel channel = server.channel("general");
  protected final User ana = server.member("Ana");
  protected final User ben = server.member("Ben");
  private final BlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();
  private final List<GenericEvent> passedOver = new ArrayList<>();
  protected JDA jda;

  @BeforeEach
  void connect() {
    EventListener listener = events::add;
    jda = RealClient.connect(discord, listener);
    List<CommandData> commands =
        List.of(
            Commands.slash("needhelp", "Ask the circle")
                .addOptions(
                    new OptionData(OptionType.STRING, "what", "What you need", true),
                    new OptionData(OptionType.STRING, "when", "When", false, true),
                    new OptionData(OptionType.INTEGER, "helpers", "How many").setMinValue(1),
                    new OptionData(OptionType.STRING, "kind", "Kind of care")
                        .addChoice("Rides", "rides")),
            Commands.slash("report", "Tell the stewards")
                .addOption(OptionType.USER, "who", "About whom", true),
            Commands.slash("mine", "What I promised"));
    jda.updateCommands().addCommands(commands).complete();
  }

  @AfterEach
  void stop() {
    jda.shutdownNow();
    discord.close();
  }

  /** The channel as JDA knows it. */
  protected TextChannel general() {
    return known(jda.getTextChannelById(channel.id()));
  }

  /** The server as JDA knows it. */
  protected Guild guild() {
    return known(jda.getGuildById(server.id()));
  }

  /** What must be there. */
  protected static <T> T known(@Nullable T found) {
    return Objects.requireNonNull(found, "JDA doesn't know it");
  }

  /** The next event of this kind that JDA gave to its listeners. */
  protected <E extends GenericEvent> E next(Class<E> kind) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      GenericEvent event = events.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("no " + kind.getSimpleName() + " came, only " + passedOver);
      }
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
      passedOver.add(event);
    }
  }
}
