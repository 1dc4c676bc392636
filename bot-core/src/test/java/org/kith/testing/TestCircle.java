package org.kith.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.Core;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.due.MovableClock;
import org.kith.post.Messenger.Whereabouts;
import org.kith.store.DatabaseAddress;

/**
 * A core in a folder with a clock that stands: Tuesday, 20 January 2026, 12:00 in Berlin. The paper
 * platform stands in for a real one; adapters connect their own messenger to {@link #core}.
 */
public final class TestCircle implements AutoCloseable {
  /** Tuesday, 20 January 2026, 12:00 in Berlin. */
  public static final Instant START = Instant.parse("2026-01-20T11:00:00Z");

  /** The zone of new circles. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** Where things are typed, unless a test says otherwise. */
  public static final Place PLACE = new Place(Platform.BROWSER, "maple-street", "");

  private final Path folder;
  private final DatabaseAddress address;
  private final AtomicLong deliveries = new AtomicLong();
  private final boolean withPaper;

  /** The clock, moved by hand. */
  public final MovableClock clock;

  /** The platform on paper, connected unless the circle was opened bare. */
  public PaperMessenger paper = new PaperMessenger(Platform.BROWSER);

  /** What is left to chance, the same in each run; a test may settle it. */
  public IntUnaryOperator chance = new Random(17)::nextInt;

  /** The core under test; a new one after {@link #restart}. */
  public Core core;

  /** Who manages the group; null: everybody. */
  private @Nullable String steward;

  private final Map<String, String> languages = new HashMap<>();

  private TestCircle(Path folder, DatabaseAddress address, MovableClock clock, boolean withPaper) {
    this.folder = folder;
    this.address = address;
    this.clock = clock;
    this.withPaper = withPaper;
    this.core = open();
  }

  /** Somebody's client is in this language; English is that of all others. */
  public void speaks(String name, String language) {
    languages.put(name, language);
  }

  /** A circle on H2 in this folder, with the paper platform. */
  public static TestCircle in(Path folder) {
    return at(folder, DatabaseAddress.in(folder));
  }

  /** A circle on this database, with the paper platform. */
  public static TestCircle at(Path folder, DatabaseAddress address) {
    return new TestCircle(folder, address, MovableClock.standing(START), true);
  }

  /** A circle on H2 in this folder, without any platform: connect one. */
  public static TestCircle bare(Path folder) {
    return bare(folder, MovableClock.standing(START));
  }

  /** The same with a clock of the test's own. */
  public static TestCircle bare(Path folder, MovableClock clock) {
    return new TestCircle(folder, DatabaseAddress.in(folder), clock, false);
  }

  /** From now on only this one manages the group; until then everybody does. */
  public void isManagedBy(String name) {
    steward = name;
  }

  /** Stops cleanly and starts again on the same files. */
  public void restart() {
    core.close();
    core = open();
  }

  /** Moves the clock, and waits until all that fell due has been said. */
  public void forward(Duration by) {
    clock.forward(by);
    core.clockMoved();
    settle();
  }

  /** Moves the clock to an instant, and waits until all that fell due has been said. */
  public void to(Instant at) {
    clock.to(at);
    core.clockMoved();
    settle();
  }

  /** Waits until nothing is due and nothing under way. */
  public void settle() {
    Await.until(
        "nothing is due and nothing under way",
        () ->
            core.database().read(tables -> tables.due().upTo(clock.instant())).isEmpty()
                && core.rollCall().isIdle()
                && core.courier().isIdle());
  }

  /** Somebody types in the space, {@code /claim 12}. */
  public Reply types(String name, String line) {
    return types(name, line, PLACE);
  }

  /** Somebody types in a place. */
  public Reply types(String name, String line, Place place) {
    return does(name, command(line), place);
  }

  /** Somebody types in the space, where the others read it. */
  public Reply typesVisibly(String name, String line) {
    Delivery unseen = delivery(name, command(line), PLACE, true);
    return shown(
        core.desk()
            .handle(new Delivery(unseen.id(), unseen.actor(), unseen.command(), true, null, true)));
  }

  /** Somebody types in the private chat, a command or plain text. */
  public Reply writes(String name, String line) {
    Command command = line.startsWith("/") ? command(line) : new Command.PrivateText(line);
    return doesPrivately(name, command);
  }

  /** Somebody presses a button of a message in the space, by its label. */
  public Reply presses(String name, Message message, String label) {
    return does(name, button(message, label), PLACE);
  }

  /** Somebody presses a button in the private chat, by its label. */
  public Reply pressesPrivately(String name, Message message, String label) {
    return doesPrivately(name, button(message, label));
  }

  /** Somebody acts in a place. */
  public Reply does(String name, Command command, Place place) {
    return shown(core.desk().handle(delivery(name, command, place, true)));
  }

  /** Somebody acts in the private chat. */
  public Reply doesPrivately(String name, Command command) {
    Actor actor =
        actor(
            name,
            new Whence.InPrivate(
                isGone(name) ? Set.of() : Set.of(PLACE.house()),
                steward != null && manages(name) ? Set.of(PLACE.house()) : Set.of()));
    return shown(
        core.desk().handle(new Delivery("d" + deliveries.incrementAndGet(), actor, command, true)));
  }

  /** Puts 🤝 on a message, or takes it back. */
  public void reacts(String name, MessageRef message, boolean on) {
    Command command = on ? new Command.Reacted(message) : new Command.Unreacted(message);
    core.desk().handle(new Delivery(null, actor(name, inPlace(name, PLACE)), command, false));
  }

  /** The bot is added to the place, again if need be. */
  public void added() {
    String id = "d" + deliveries.incrementAndGet();
    core.desk().hear(id, Platform.BROWSER, new News.Added(PLACE, "en"));
  }

  /** An event as a platform would deliver it. */
  public Delivery delivery(String name, Command command, Place place, boolean answerable) {
    return new Delivery(
        "d" + deliveries.incrementAndGet(), actor(name, inPlace(name, place)), command, answerable);
  }

  /** The card of a request as it is seen now. */
  public PaperMessenger.Sheet card(int number) {
    settle();
    return paper.in(PLACE).stream()
        .filter(sheet -> sheet.card() && sheet.message().text().plain().contains("#" + number))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no card of #" + number));
  }

  /** What a reply says, "" for silence. */
  public static String text(Reply reply) {
    return switch (reply) {
      case Reply.Said said -> said.message().text().plain();
      case Reply.Silent() -> "";
    };
  }

  /** The message of a reply. */
  public static Message message(Reply reply) {
    return switch (reply) {
      case Reply.Said said -> said.message();
      case Reply.Silent() -> throw new AssertionError("nothing was said");
    };
  }

  @Override
  public void close() {
    core.close();
  }

  private Core open() {
    Core opened = Core.open(address, folder, clock, ZONE, bound -> chance.applyAsInt(bound));
    if (withPaper) {
      opened.connect(paper);
      opened.connect(paper.on(Platform.TELEGRAM));
    }
    opened.start();
    return opened;
  }

  private Reply shown(Reply reply) {
    if (reply instanceof Reply.Said said && said.pending().isPresent()) {
      core.desk().answered(said.pending().getAsLong());
    }
    return reply;
  }

  private static Command command(String line) {
    String[] parts = line.substring(1).split(" ", 2);
    return Typed.read(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private static Command button(Message message, String label) {
    return message.buttons().stream()
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " below " + message))
        .command();
  }

  private Actor actor(String name, Whence whence) {
    String language = languages.getOrDefault(name, "en");
    return new Actor(Platform.BROWSER, name.toLowerCase(Locale.ROOT), name, language, whence);
  }

  private Whence inPlace(String name, Place place) {
    return new Whence.InPlace(
        place,
        new Facts(title(place), title(place), 5, false, place.room().startsWith("hidden")),
        manages(name));
  }

  private boolean isGone(String name) {
    return paper.known(PLACE.house(), name.toLowerCase(Locale.ROOT)) == Whereabouts.GONE;
  }

  /** {@code elm-square} is called Elm Square. */
  private static String title(Place place) {
    return Arrays.stream(place.house().split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }

  private boolean manages(String name) {
    return steward == null || steward.equals(name);
  }
}
