package org.kith.rules;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.testing.TestCircle;

/**
 * A group of its own in which everybody is who they are to be: Stu looks after it, Ana has asked
 * for bread, with details, and has blocked Bob, Bea is barred, Ben is a member; Sid is elsewhere.
 */
final class Scene {
  private static final AtomicInteger SCENES = new AtomicInteger();

  private final TestCircle circle;
  private final Platform platform;
  private final int number = SCENES.incrementAndGet();
  private final Place place;
  private final Place elsewhere;
  private long request;
  private int deliveries;

  Scene(TestCircle circle, Platform platform) {
    this.circle = circle;
    this.platform = platform;
    this.place = new Place(platform, "house-" + number, "");
    this.elsewhere = new Place(platform, "elsewhere-" + number, "");
    does("Stu", "/circle set zone Europe/Berlin");
    ask();
    does("Bob", "/board");
    does("Bea", "/board");
    does("Ben", "/board");
    does("Stu", "/circle bar Bea");
    block();
    handle("Sid", Typed.read("needhelp", "eggs"), in("Sid", elsewhere));
    circle.settle();
  }

  /**
   * Somebody in this role types a line, in the group (or in theirs) or privately.
   *
   * @param line a command, or {@code press} and a button of Ana's card
   */
  Reply types(Role role, boolean privately, String line) {
    String name = name(role);
    Place own = role == Role.STRANGER ? elsewhere : place;
    Whence whence =
        privately
            ? new Whence.InPrivate(
                Set.of(own.house()), role == Role.STEWARD ? Set.of(own.house()) : Set.of())
            : in(name, own);
    return handle(name, read(line), whence);
  }

  /** What the card says now. */
  String card() {
    circle.settle();
    return circle.paper.in(place).stream()
        .filter(sheet -> sheet.card())
        .map(sheet -> sheet.message().text().plain())
        .findFirst()
        .orElse("");
  }

  /** A text without what differs from scene to scene. */
  String plain(String text) {
    return text.replaceAll("-" + number + "\\b", "").replace("\u2068", "").replace("\u2069", "");
  }

  private static String name(Role role) {
    return switch (role) {
      case MEMBER -> "Ben";
      case STEWARD -> "Stu";
      case BARRED -> "Bea";
      case BLOCKED -> "Bob";
      case STRANGER -> "Sid";
    };
  }

  private void ask() {
    Ask.Options options =
        new Ask.Options("bread", null, null, null, 1, "Second floor", false, null, false);
    Reply preview = handle("Ana", new Command.NeedHelp(options), in("Ana", place));
    Command post =
        TestCircle.message(preview).buttons().stream()
            .map(Button::command)
            .filter(Command.PostDraft.class::isInstance)
            .findFirst()
            .orElseThrow();
    handle("Ana", post, in("Ana", place));
    request =
        circle
            .core
            .database()
            .read(tables ->
                tables.handle().createQuery("select max(id) from request").mapTo(Long.class).one());
  }

  private void block() {
    circle
        .core
        .database()
        .write(tables -> {
          long ana = tables.people().find(platform, id("Ana")).orElseThrow().personId();
          long bob = tables.people().find(platform, id("Bob")).orElseThrow().personId();
          tables.blocks().add(ana, bob, "Bob", circle.clock.instant());
          return null;
        });
  }

  private void does(String name, String line) {
    handle(name, read(line), in(name, place));
  }

  private Reply handle(String name, Command command, Whence whence) {
    Actor actor = new Actor(platform, id(name), name, "en", whence);
    Reply reply =
        circle
            .core
            .desk()
            .handle(new Delivery("s" + number + "-" + ++deliveries, actor, command, true));
    if (reply instanceof Reply.Said said) {
      said.pending().ifPresent(circle.core.desk()::answered);
    }
    return reply;
  }

  private Command read(String line) {
    if (line.startsWith("press ")) {
      return Code.read(line.substring("press ".length()) + ":" + request);
    }
    String[] parts = line.substring(1).split(" ", 2);
    return Typed.read(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private Whence in(String name, Place there) {
    boolean manages = name.equals("Stu") || there.equals(elsewhere);
    return new Whence.InPlace(
        there, new Facts(there.house(), there.house(), 5, false, false), manages);
  }

  private String id(String name) {
    return name.toLowerCase(Locale.ROOT) + "-" + number;
  }
}
