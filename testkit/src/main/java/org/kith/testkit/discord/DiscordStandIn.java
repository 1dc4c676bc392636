package org.kith.testkit.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.kith.testkit.Violations;

/**
 * A Discord inside the test. A real client connects to {@link #apiBase} with {@link #token}; the
 * test makes servers, channels and people, and lets them type, press and react.
 *
 * <p>Snowflakes, the three seconds of an interaction, the fifteen minutes of its token and the life
 * of a nonce go by the clock given; rate limits and waiting go by real time.
 */
public final class DiscordStandIn implements AutoCloseable {
  private static final String TOKEN = "MTA.standin.not-a-secret";

  private final World world;
  private final Gateway gateway;
  private final GatewayServer gatewayServer;
  private final RestServer rest;
  private final Limits limits = new Limits();
  private final Faults faults;
  private final RequestLog log;
  private final SpecCheck check;
  private final Cdn cdn;

  private DiscordStandIn(InstantSource clock) throws IOException, InterruptedException {
    cdn = new Cdn();
    world = new World(clock, cdn);
    check = new SpecCheck(world.violations());
    gateway = new Gateway(world, TOKEN, check);
    world.connect(gateway::tell);
    gatewayServer = GatewayServer.start(gateway);
    faults = new Faults(world);
    log = new RequestLog(world);
    rest = new RestServer(world, gateway, TOKEN, check, limits, faults, log);
  }

  /** Starts on free ports of this machine. */
  public static DiscordStandIn start(InstantSource clock) {
    try {
      return new DiscordStandIn(clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
  }

  /** The base of the REST API, ending in a slash. */
  public String apiBase() {
    return rest.base();
  }

  /** The address of the gateway, as {@code GET gateway/bot} tells it. */
  public String gatewayUrl() {
    return gateway.url();
  }

  /** The bot's token. */
  public String token() {
    return TOKEN;
  }

  /** The bot's own account; its id is the application's, too. */
  public User bot() {
    return world.bot();
  }

  /** A server with the bot in it, made at the first call with this name. */
  public Server server(String name) {
    return world.change(() -> {
      for (Server known : world.servers().values()) {
        if (known.name().equals(name)) {
          return known;
        }
      }
      Server made = new Server(world, name);
      world.tell(new Event("GUILD_CREATE", 0, made.id(), made.json()));
      return made;
    });
  }

  /** What went over the wire and should not have. */
  public Violations violations() {
    return world.violations();
  }

  /** Connections and sessions, and how they are lost. */
  public Gateway gateway() {
    return gateway;
  }

  /** Rate limits. */
  public Limits limits() {
    return limits;
  }

  /** Requests that go wrong on purpose. */
  public Faults faults() {
    return faults;
  }

  /** How often the bot has fetched a file that somebody attached. */
  public int filesFetched() {
    return cdn.fetched();
  }

  /** The latest requests of the bot, oldest first. */
  public List<LoggedRequest> requests() {
    return log.all();
  }

  /** The latest requests of this method whose path contains the piece, oldest first. */
  public List<LoggedRequest> requests(String method, String pathPart) {
    return log.all().stream()
        .filter(r -> r.method().equals(method) && r.path().contains(pathPart))
        .toList();
  }

  /** Is told of each request as it ends, on the thread that answers it. */
  public void onRequest(Consumer<LoggedRequest> listener) {
    log.listen(listener);
  }

  /** The names of the commands that the bot has registered, in its order. */
  public List<String> commands() {
    return world.look(() -> {
      List<String> names = new ArrayList<>();
      world.commands().json().forEach(c -> names.add(Json.text(c, "name")));
      return names;
    });
  }

  /** How often the bot has overwritten its list of commands. */
  public int commandRegistrations() {
    return world.look(() -> world.commands().overwrites());
  }

  /** Discord is gone: connections break and are refused, REST answers 503. */
  public void goesAway() {
    gateway.setAway(true);
  }

  /** Discord is back; sessions can be resumed. */
  public void comesBack() {
    gateway.setAway(false);
  }

  /** Waits in real time until something holds; looked at after every change. */
  public void await(String what, BooleanSupplier condition) {
    world.await(what, condition);
  }

  /** How long every waiting lasts before it fails; ten seconds at first. */
  public void patience(Duration patience) {
    world.setPatience(patience);
  }

  /** No limits and no validation from now on, so that the stand-in is not what is measured. */
  public void forBenchmarks() {
    limits.off();
    check.switchOff();
  }

  @Override
  public void close() {
    try {
      faults.clear();
      rest.stop();
      cdn.stop();
      gatewayServer.stop(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
