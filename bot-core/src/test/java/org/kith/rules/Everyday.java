package org.kith.rules;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.kith.circle.Place;
import org.kith.command.Addressee;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.command.Typed;
import org.kith.post.Attachment;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/**
 * A long random history of two circles in which everything that reaches anybody is written down:
 * Ana and Chi are in both, Eli only on Elm Square, Wilhelmina asks without her name, Otto is asked
 * and never can.
 */
final class Everyday implements AutoCloseable {
  static final String NAMELESS = "Wilhelmina";
  static final String DECLINING = "Otto";

  private static final String STEWARD = "Ana";
  private static final String BLOCKED = "Quentin";
  private static final String BLOCKING = "Dee";
  private static final List<String> MAPLE = List.of(STEWARD, "Ben", "Chi", BLOCKING, BLOCKED);
  private static final List<String> ELM = List.of("Ana", "Chi", "Eli");
  private static final List<String> LINES =
      List.of("board", "mine", "help", "privacy", "crisis", "circle", "digest", "settings");

  private final SplittableRandom random;
  private final TestCircle circle;
  private final Cast cast;
  private final WhoMayKnow table = new WhoMayKnow();
  private final List<Reached> reached = new ArrayList<>();
  private int planted;
  private int deliveries;

  Everyday(long seed, Path folder) {
    random = new SplittableRandom(seed);
    circle = TestCircle.at(folder, DatabaseAddress.in(folder));
    cast = new Cast(random, List.of(STEWARD));
    circle.paper.listens((account, message) -> reached.add(letter(account, text(message))));
    circle.paper.sees(sheet -> reached.add(post(sheet.place(), text(sheet.message()))));
    begin();
  }

  /** Takes this many steps; then the files that were handed over are read, too. */
  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
      circle.settle();
      decline();
    }
    for (String name :
        List.of(STEWARD, "Ben", "Chi", BLOCKING, BLOCKED, "Eli", NAMELESS, DECLINING)) {
      for (Attachment file : circle.paper.files(account(name))) {
        reached.add(letter(account(name), file.name() + file.text()));
      }
    }
  }

  WhoMayKnow table() {
    return table;
  }

  /** All that reached anybody so far. */
  synchronized List<Reached> reached() {
    return List.copyOf(reached);
  }

  @Override
  public void close() {
    circle.close();
  }

  /** How often somebody asked without a name. */
  int asksWithoutName() {
    return count("select count(*) from request where anonymous");
  }

  /** How often somebody said no. */
  int declines() {
    return count("select count(*) from asked where declined");
  }

  private int count(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(int.class).one());
  }

  private void begin() {
    acts(STEWARD, new Command.Board(null), TestCircle.PLACE);
    circle
        .core
        .database()
        .write(tables -> {
          long maple = tables.circles().spaceAt(TestCircle.PLACE).orElseThrow().circleId();
          return tables.circles().addSpace(maple, Cast.GARDEN, "Garden", false, 0);
        });
    for (String name : everybodyOnMaple()) {
      acts(name, new Command.Board(null), TestCircle.PLACE);
    }
    ELM.forEach(name -> acts(name, new Command.Board(null), Cast.ELM));
    acts(STEWARD, Typed.read("circle", "set openness friends"), TestCircle.PLACE);
    acts(STEWARD, Typed.read("circle", "set zone Europe/Berlin"), TestCircle.PLACE);
    acts(DECLINING, new Command.MayAskMe(true), TestCircle.PLACE);
    table.plant(Fact.ANONYMOUS_ASKER, Set.of(account(NAMELESS)), NAMELESS);
    table.plant(Fact.BLOCK, Set.of(account(BLOCKING)), "block", BLOCKED);
    table.plant(Fact.BLOCK, Set.of(account(BLOCKING)), "reach you through me", BLOCKED);
    table.plant(Fact.DECLINE, Set.of(account(DECLINING)), DECLINING);
  }

  private void step() {
    String name = one(MAPLE);
    switch (random.nextInt(17)) {
      case 0, 1 -> ask(name, TestCircle.PLACE, false);
      case 2 -> ask(one(ELM), Cast.ELM, false);
      case 3 -> ask(NAMELESS, TestCircle.PLACE, true);
      case 4, 5, 6 -> help(name);
      case 7 -> number(name, random.nextBoolean() ? "cancel" : "done");
      case 8 -> type(name, TestCircle.PLACE);
      case 9 -> type(one(ELM), Cast.ELM);
      case 10 -> press(random.nextInt(4) == 0 ? "Eli" : name);
      case 11 -> privately(name, Typed.read(one(LINES), ""));
      case 12 -> block();
      case 13 -> report(name);
      case 14 -> handle();
      default -> circle.forward(Duration.ofMinutes(10L + random.nextInt(900)));
    }
  }

  /** Somebody asks, in words that tell of their circle, mostly with details. */
  private void ask(String name, Place place, boolean nameless) {
    boolean maple = place.equals(TestCircle.PLACE);
    String what = (maple ? "Maple syrup " : "Elm wood ") + "n" + ++planted + "n";
    String details = "floor-" + planted + "-left";
    Set<String> members = new HashSet<>();
    (maple ? everybodyOnMaple() : ELM).forEach(member -> members.add(account(member)));
    members.addAll(
        maple ? Set.of(TestCircle.PLACE.house(), Cast.GARDEN.house()) : Set.of(place.house()));
    table.plant(Fact.OTHER_CIRCLE, members, what);
    table.plant(Fact.DETAILS, Set.of(), details);
    Ask.Options options =
        new Ask.Options(
            what,
            null,
            random.nextBoolean() ? "tomorrow 18:00" : null,
            null,
            1,
            random.nextInt(4) == 0 ? null : details,
            nameless,
            null,
            false);
    Reply reply = acts(name, new Command.NeedHelp(options), place);
    if (reply instanceof Reply.Said said) {
      said.message().buttons().stream()
          .map(Button::command)
          .filter(Command.PostDraft.class::isInstance)
          .findFirst()
          .ifPresent(post -> acts(name, post, place));
    }
  }

  /** Somebody promises; they and somebody else want to read the details. */
  private void help(String name) {
    long id = request();
    acts(name, new Command.Claim(new Target.Known(id)), TestCircle.PLACE);
    acts(name, new Command.ShowDetails(id), TestCircle.PLACE);
    privately(one(MAPLE), new Command.ShowDetails(id));
    privately("Eli", new Command.ShowDetails(id));
  }

  /** Somebody blocks somebody, looks at their settings, or takes it back. */
  private void block() {
    switch (random.nextInt(4)) {
      case 0, 1 -> acts(BLOCKING, Typed.read("block", BLOCKED), TestCircle.PLACE);
      case 2 -> privately(BLOCKING, Typed.read("settings", ""));
      default -> privately(BLOCKING, Typed.read("settings", "set unblock " + BLOCKED));
    }
  }

  /** Somebody reports somebody else to the one steward, who may be whom it is about. */
  private void report(String name) {
    String about = one(MAPLE.stream().filter(other -> !other.equals(name)).toList());
    String words = "giraffe-" + ++planted + "-tall";
    Set<String> concerned = new HashSet<>(Set.of(account(name)));
    if (!about.equals(STEWARD)) {
      concerned.add(account(STEWARD));
    }
    int unnamed =
        count("select coalesce(max(number), 0) from request where anonymous and state = 'OPEN'");
    boolean ofNameless = unnamed > 0 && random.nextInt(3) == 0;
    if (ofNameless) {
      concerned.add(account(STEWARD));
    }
    table.plant(Fact.REPORT, concerned, words);
    String whom = ofNameless ? String.valueOf(unnamed) : about;
    acts(name, Typed.read("report", whom + " " + words), TestCircle.PLACE);
    if (random.nextInt(3) > 0) {
      privately(name, Typed.read("report", "send"));
    }
  }

  /** Everybody looks what is reported; the steward sometimes does something about it. */
  private void handle() {
    everybodyOnMaple().forEach(name -> privately(name, Typed.read("circle", "report")));
    int last = count("select coalesce(max(id), 0) from report");
    String id = String.valueOf(1 + random.nextInt(Math.max(1, last)));
    everybodyOnMaple().forEach(name -> privately(name, Typed.read("circle", "report " + id)));
    privately(STEWARD, Typed.read("circle", "report " + id + one(List.of(" talk", " close", ""))));
    int sent = count("select coalesce(max(id), 0) from report where state = 'SENT'");
    talk(sent, true);
    talk(sent, false);
  }

  /** The steward writes to whoever wrote a report or whoever it is about, who answers. */
  private void talk(long report, boolean withReporter) {
    String column = withReporter ? "reporter_id" : "reported_id";
    List<String> other =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery(
                        "select a.external_id from report r join account a on a.person_id = r."
                            + column
                            + " where r.id = :id and r.state = 'SENT'")
                    .bind("id", report)
                    .mapTo(String.class)
                    .list());
    if (other.isEmpty() || other.contains(account(STEWARD))) {
      return;
    }
    String there = "gecko-" + ++planted + "-green";
    String back = "gecko-" + ++planted + "-blue";
    Set<String> two = Set.of(account(STEWARD), other.getFirst());
    table.plant(Fact.STEWARD_TALK, two, there);
    table.plant(Fact.STEWARD_TALK, two, back);
    Addressee.OverReport to =
        withReporter ? new Addressee.Reporter(report) : new Addressee.Reported(report);
    privately(STEWARD, new Command.Tell(to, there));
    circle.settle();
    circle.paper.to(other.getFirst()).stream()
        .filter(letter -> text(letter).contains(there))
        .findFirst()
        .ifPresent(letter -> {
          Command.Write answer = (Command.Write) letter.buttons().getFirst().command();
          everybodyOnMaple()
              .forEach(name ->
                  privately(name, new Command.Tell(answer.to(), written(name, other, back))));
        });
  }

  /** Whoever was written to answers; of all others nobody gets a word into it. */
  private static String written(String name, List<String> other, String back) {
    return other.contains(account(name)) ? back : "Boo";
  }

  private static List<String> everybodyOnMaple() {
    List<String> all = new ArrayList<>(MAPLE);
    all.addAll(List.of(NAMELESS, DECLINING));
    return all;
  }

  private void number(String name, String command) {
    acts(name, Typed.read(command, String.valueOf(1 + random.nextInt(8))), TestCircle.PLACE);
  }

  private void type(String name, Place place) {
    acts(name, Typed.read(one(LINES), random.nextInt(3) == 0 ? "now" : ""), place);
  }

  /** A button of the newest letter, or of a card in the group. */
  private void press(String name) {
    List<Message> read = circle.paper.to(account(name));
    if (!read.isEmpty()) {
      cast.oneOf(read.getLast().buttons()).ifPresent(button -> privately(name, button.command()));
    }
    cast.oneOf(circle.paper.in(TestCircle.PLACE))
        .flatMap(sheet -> cast.oneOf(sheet.message().buttons()))
        .ifPresent(
            button -> acts("Eli".equals(name) ? "Dee" : name, button.command(), TestCircle.PLACE));
  }

  /** Whatever Otto is asked, he can't. */
  private void decline() {
    circle.paper.to(account(DECLINING)).stream()
        .flatMap(message -> message.buttons().stream())
        .map(Button::command)
        .filter(Command.CantHelp.class::isInstance)
        .distinct()
        .forEach(cant -> privately(DECLINING, cant));
  }

  private long request() {
    return 1L + random.nextInt(Math.max(1, planted));
  }

  private Reply acts(String name, Command command, Place place) {
    return decided(name, new Delivery(id(), cast.in(name, place), command, true));
  }

  private void privately(String name, Command command) {
    decided(name, new Delivery(id(), cast.inPrivate(name), command, true));
  }

  private Reply decided(String name, Delivery delivery) {
    Set<String> opened = opened(delivery.command());
    Reply reply = circle.core.desk().handle(delivery);
    if (reply instanceof Reply.Said said) {
      String house =
          delivery.actor().whence() instanceof org.kith.command.Whence.InPlace in
              ? in.place().house()
              : "";
      synchronized (this) {
        reached.add(
            new Reached(
                Reached.Way.ANSWER,
                account(name),
                house,
                text(said.message()) + said.brief(),
                opened));
      }
      said.pending().ifPresent(circle.core.desk()::answered);
    }
    return reply;
  }

  /** Who may read the details that this asks for: the asker, and whoever holds a promise. */
  private Set<String> opened(Command command) {
    if (!(command instanceof Command.ShowDetails(long id))) {
      return Set.of();
    }
    return circle
        .core
        .database()
        .read(tables ->
            new HashSet<>(
                tables
                    .handle()
                    .createQuery(
                        """
                        select a.external_id from account a join request r on r.asker_id = a.person_id
                        where r.id = :id
                        union
                        select a.external_id from account a join claim c on c.helper_id = a.person_id
                        where c.request_id = :id and c.state in ('HELD', 'PROMISED')
                        """)
                    .bind("id", id)
                    .mapTo(String.class)
                    .list()));
  }

  private static Reached letter(String account, String text) {
    return new Reached(Reached.Way.LETTER, account, "", text, Set.of());
  }

  private static Reached post(Place place, String text) {
    return new Reached(Reached.Way.POST, place.house(), place.house(), text, Set.of());
  }

  private static String account(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String text(Message message) {
    StringBuilder text = new StringBuilder(message.text().plain());
    message.buttons().forEach(button -> text.append('[').append(button.label()).append(']'));
    return text.toString();
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String id() {
    return "e" + ++deliveries;
  }
}
