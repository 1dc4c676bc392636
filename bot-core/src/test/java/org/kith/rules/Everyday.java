package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kith.circle.Place;
import org.kith.command.Addressee;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.command.Typed;
import org.kith.post.Attachment;
import org.kith.rules.Houses.House;
import org.kith.testing.PaperMessenger.Sheet;
import org.kith.testing.TestCircle;

/**
 * A long random history of two circles, which join and part, in which everything that reaches
 * anybody is written down: Ana and Chi are in both, Eli only on Elm Square, Wilhelmina asks without
 * her name, Otto is asked and never can, Dee blocks Quentin.
 */
final class Everyday extends Neighbours {
  private static final List<String> LINES =
      List.of("board", "mine", "help", "privacy", "crisis", "circle", "digest", "settings");

  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");

  /** What is the same story but for one thing, of which nobody else is to notice anything. */
  enum Plot {
    /** All that can happen. */
    ALL,
    /** Otto says nothing where he would say no. */
    NO_DECLINES,
    /** Quentin helps with nothing of Dee's, nor she with anything of his. */
    AT_A_DISTANCE,
    /** The same, and she doesn't block him. */
    NO_BLOCKS;

    boolean keepsApart() {
      return this == AT_A_DISTANCE || this == NO_BLOCKS;
    }
  }

  private final Plot plot;
  private final SplittableRandom random;
  private int planted;
  private int partings;

  Everyday(long seed, Path folder, Plot plot) {
    super(folder);
    this.plot = plot;
    random = new SplittableRandom(seed);
    begin();
  }

  /** Takes this many steps; then the files that were handed over are read, too. */
  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
      circle().settle();
      decline();
    }
    List<String> all = new ArrayList<>(onMaple());
    all.add(ELM_STEWARD);
    for (String name : all) {
      looksAtTheirOwn(name);
      privately(name, Typed.read("settings", "export"));
      for (Attachment file : circle().paper.files(account(name))) {
        // The headings of empty lists say nothing.
        String text = file.name() + file.text().replaceAll("\"\\w+\": \\[\\]", "");
        witness().sees(new Reached(Reached.Way.FILE, account(name), "", text, Set.of()));
      }
    }
  }

  /**
   * Quentin wants to help Dee, where details open after her yes, with three things: lets his name
   * be shown, can't after all, has done it.
   *
   * @return what he reads, with its buttons
   */
  List<String> blockedHelps() {
    acts(STEWARD, Typed.read("circle", "set details yes"), TestCircle.PLACE);
    acts(STEWARD, Typed.read("circle", "set names agreed"), TestCircle.PLACE);
    if (plot != Plot.NO_BLOCKS) {
      acts(BLOCKING, Typed.read("block", BLOCKED), TestCircle.PLACE);
    }
    List<String> read = new ArrayList<>();
    for (String label : List.of("Show my name on the card", "I can't after all", "Done")) {
      ask(BLOCKING, TestCircle.PLACE, false, true);
      Command claim = new Command.Claim(new Target.Known(count("select max(id) from request")));
      Message answer = TestCircle.message(acts(BLOCKED, claim, TestCircle.PLACE));
      Command press =
          answer.buttons().stream()
              .filter(button -> button.label().equals(label))
              .findFirst()
              .orElseThrow()
              .command();
      read.add(text(answer));
      read.add(TestCircle.text(acts(BLOCKED, press, TestCircle.PLACE)));
    }
    return read;
  }

  /** How often somebody asked without a name. */
  int asksWithoutName() {
    return count("select count(*) from request where anonymous");
  }

  /** How often somebody said no. */
  int declines() {
    return count("select count(*) from asked where declined");
  }

  /** How often Elm Square left the circle. */
  int partings() {
    return partings;
  }

  private void begin() {
    acts(STEWARD, new Command.Board(null), TestCircle.PLACE);
    circle()
        .core
        .database()
        .write(tables -> {
          long maple = tables.circles().spaceAt(TestCircle.PLACE).orElseThrow().circleId();
          return tables.circles().addSpace(maple, Cast.GARDEN, "Garden", false, 0);
        });
    for (String name : onMaple()) {
      acts(name, new Command.Board(null), TestCircle.PLACE);
    }
    ELM.forEach(name -> acts(name, new Command.Board(null), Cast.ELM));
    acts(STEWARD, Typed.read("circle", "set openness friends"), TestCircle.PLACE);
    acts(STEWARD, Typed.read("circle", "set zone Europe/Berlin"), TestCircle.PLACE);
    acts(ELM_STEWARD, Typed.read("circle", "set openness friends"), Cast.ELM);
    acts(ELM_STEWARD, Typed.read("circle", "set zone Europe/Berlin"), Cast.ELM);
    acts(DECLINING, new Command.MayAskMe(true), TestCircle.PLACE);
    table().plant(Fact.ANONYMOUS_ASKER, Set.of(account(NAMELESS)), NAMELESS);
    table().plant(Fact.BLOCK, Set.of(account(BLOCKING)), "block", BLOCKED);
    table().plant(Fact.BLOCK, Set.of(account(BLOCKING)), "reach you through me", BLOCKED);
    table().plant(Fact.DECLINE, Set.of(account(DECLINING)), DECLINING);
    table().plant(Fact.OTHER_CIRCLE, () -> houses().mayMeet(House.MAPLE), BLOCKED);
    THERE
        .values()
        .forEach(name -> table().plant(Fact.OTHER_CIRCLE, () -> houses().mayCall(House.ELM), name));
  }

  private void step() {
    String name = one(MAPLE);
    switch (random.nextInt(22)) {
      case 0, 1 -> ask(name, TestCircle.PLACE, false, random.nextInt(4) > 0);
      case 2 -> ask(one(ELM), Cast.ELM, false, random.nextInt(4) > 0);
      case 3 -> ask(NAMELESS, TestCircle.PLACE, true, random.nextInt(4) > 0);
      case 4, 5, 6 -> help(name);
      case 7 -> number(name, random.nextBoolean() ? "cancel" : "done");
      case 8 -> type(name, TestCircle.PLACE);
      case 9 -> type(one(ELM), Cast.ELM);
      case 10 -> press(random.nextInt(4) == 0 ? ELM_STEWARD : name);
      case 11 -> privately(name, Typed.read(one(LINES), ""));
      case 12 -> block();
      case 13 -> report(name, MAPLE, TestCircle.PLACE);
      case 14 -> report(one(ELM), ELM, Cast.ELM);
      case 15 -> handle();
      case 16, 17 -> look(random.nextInt(4) == 0 ? ELM_STEWARD : name);
      case 18 -> moves();
      default -> circle().forward(Duration.ofMinutes(10L + random.nextInt(900)));
    }
  }

  /** Somebody asks, in words that tell of their circle, mostly with details. */
  private void ask(String name, Place place, boolean nameless, boolean withDetails) {
    boolean maple = place.equals(TestCircle.PLACE);
    String what = (maple ? "Maple syrup " : "Elm wood ") + "n" + ++planted + "n";
    String details = "floor-" + planted + "-left";
    houses().asks(name, Houses.of(place), what);
    table().plant(Fact.OTHER_CIRCLE, () -> houses().mayKnow(what), what);
    table().plant(Fact.DETAILS, Set.of(account(name)), details);
    Ask.Options options =
        new Ask.Options(
            what,
            null,
            random.nextBoolean() ? "tomorrow 18:00" : null,
            null,
            1,
            withDetails ? details : null,
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
    if (keepsApart(name)) {
      look(name);
      return;
    }
    long id = request();
    acts(name, new Command.Claim(new Target.Known(id)), TestCircle.PLACE);
    acts(name, new Command.ShowDetails(id), TestCircle.PLACE);
    privately(one(MAPLE), new Command.ShowDetails(id));
    privately("Eli", new Command.ShowDetails(id));
  }

  /** Somebody blocks somebody, looks at their settings, or takes it back. */
  private void block() {
    int choice = random.nextInt(4);
    if (plot == Plot.NO_BLOCKS) {
      return;
    }
    switch (choice) {
      case 0, 1 -> acts(BLOCKING, Typed.read("block", BLOCKED), TestCircle.PLACE);
      case 2 -> privately(BLOCKING, Typed.read("settings", ""));
      default -> privately(BLOCKING, Typed.read("settings", "set unblock " + BLOCKED));
    }
  }

  /** Somebody reports somebody else to the one steward, who may be whom it is about. */
  private void report(String name, List<String> people, Place place) {
    String about = one(people.stream().filter(other -> !other.equals(name)).toList());
    String words = "giraffe-" + ++planted + "-tall";
    int unnamed =
        count("select coalesce(max(number), 0) from request where anonymous and state = 'OPEN'");
    boolean ofNameless = unnamed > 0 && place.equals(TestCircle.PLACE) && random.nextInt(3) == 0;
    houses().reports(words, Houses.of(place));
    table().plant(Fact.REPORT, () -> readers(name, ofNameless ? NAMELESS : about, words), words);
    String whom = ofNameless ? String.valueOf(unnamed) : called(about, place);
    acts(name, Typed.read("report", whom + " " + words), place);
    if (random.nextInt(3) > 0) {
      privately(name, Typed.read("report", "send"));
    }
  }

  private Set<String> readers(String name, String about, String words) {
    Set<String> readers = new HashSet<>();
    if (houses().reportedTo(words, House.MAPLE)) {
      readers.add(account(STEWARD));
    }
    if (houses().reportedTo(words, House.ELM)) {
      readers.add(account(ELM_STEWARD));
    }
    readers.remove(account(about));
    readers.add(account(name));
    return readers;
  }

  /** Everybody looks what is reported; the stewards sometimes do something about it. */
  private void handle() {
    int last = count("select coalesce(max(id), 0) from report");
    String id = String.valueOf(1 + random.nextInt(Math.max(1, last)));
    for (String line : List.of("report", "report " + id)) {
      onMaple().forEach(name -> privately(name, Typed.read("circle", line)));
      acts(ELM_STEWARD, Typed.read("circle", line), Cast.ELM);
    }
    privately(STEWARD, Typed.read("circle", "report " + id + one(List.of(" talk", " close", ""))));
    int sent = count("select coalesce(max(id), 0) from report where state = 'SENT'");
    talk(sent, true);
    talk(sent, false);
  }

  /** The steward writes to whoever wrote a report or whoever it is about, who answers. */
  private void talk(long report, boolean withReporter) {
    String column = withReporter ? "reporter_id" : "reported_id";
    List<String> other =
        texts(
            "select a.external_id from report r join account a on a.person_id = r."
                + column
                + " where r.state = 'SENT' and r.id = "
                + report);
    if (other.isEmpty() || other.contains(account(STEWARD))) {
      return;
    }
    String there = "gecko-" + ++planted + "-green";
    String back = "gecko-" + ++planted + "-blue";
    Set<String> two = Set.of(account(STEWARD), other.getFirst());
    table().plant(Fact.STEWARD_TALK, two, there);
    table().plant(Fact.STEWARD_TALK, two, back);
    Addressee.OverReport to =
        withReporter ? new Addressee.Reporter(report) : new Addressee.Reported(report);
    privately(STEWARD, new Command.Tell(to, there));
    circle().settle();
    circle().paper.to(other.getFirst()).stream()
        .filter(letter -> text(letter).contains(there))
        .findFirst()
        .ifPresent(letter -> {
          Command.Write answer = (Command.Write) letter.buttons().getFirst().command();
          onMaple()
              .forEach(name ->
                  privately(name, new Command.Tell(answer.to(), written(name, other, back))));
        });
  }

  /** Whoever was written to answers; of all others nobody gets a word into it. */
  private static String written(String name, List<String> other, String back) {
    return other.contains(account(name)) ? back : "Boo";
  }

  /** Somebody looks what has become of what is theirs, and writes about something. */
  private void look(String name) {
    looksAtTheirOwn(name);
    privately(name, new Command.More(request()));
    String number = String.valueOf(1 + random.nextInt(8));
    if (!plot.keepsApart() || !name.equals(BLOCKING)) {
      acts(name, Typed.read("write", number + " Hm?"), home(name));
    }
  }

  private void looksAtTheirOwn(String name) {
    Reply mine = privately(name, new Command.Mine());
    if (mine instanceof Reply.Said said) {
      said.message().buttons().stream()
          .map(Button::command)
          .filter(Command.More.class::isInstance)
          .forEach(more -> privately(name, more));
    }
  }

  private boolean keepsApart(String name) {
    return plot.keepsApart() && (name.equals(BLOCKED) || name.equals(BLOCKING));
  }

  /** Elm Square joins the circle of Maple Street, or leaves it again. */
  private void moves() {
    circle().settle();
    if (houses().isOne()) {
      boolean along = random.nextBoolean();
      Set<String> stays = along ? Set.of() : Set.copyOf(texts(OPEN));
      acts(ELM_STEWARD, new Command.CircleLeave(along), Cast.ELM);
      houses().leave(stays, parties());
      partings++;
    } else {
      Matcher code =
          CODE.matcher(TestCircle.text(acts(STEWARD, new Command.CircleLink(), TestCircle.PLACE)));
      assertThat(code.find()).isTrue();
      houses().join();
      acts(ELM_STEWARD, new Command.CircleJoin(code.group()), Cast.ELM);
    }
    assertThat(count("select count(distinct circle_id) from space"))
        .isEqualTo(houses().isOne() ? 1 : 2);
  }

  private void number(String name, String command) {
    acts(name, Typed.read(command, String.valueOf(1 + random.nextInt(8))), TestCircle.PLACE);
  }

  private void type(String name, Place place) {
    acts(name, Typed.read(one(LINES), random.nextInt(3) == 0 ? "now" : ""), place);
  }

  /** A button of the newest letter, or of a card in the group. */
  private void press(String name) {
    if (keepsApart(name)) {
      look(name);
      return;
    }
    // In which order messages arrive is left to chance: the same one is pressed in any order.
    any(sorted(circle().paper.to(account(name)).stream()))
        .flatMap(message -> any(message.buttons()))
        .ifPresent(button -> privately(name, button.command()));
    String presser = ELM_STEWARD.equals(name) ? STEWARD : name;
    any(sorted(circle().paper.in(TestCircle.PLACE).stream().map(Sheet::message)))
        .flatMap(message -> any(message.buttons()))
        .ifPresent(button -> acts(presser, button.command(), TestCircle.PLACE));
  }

  private static List<Message> sorted(Stream<Message> messages) {
    return messages.sorted(Comparator.comparing(Neighbours::text)).toList();
  }

  /** Whatever Otto is asked, he can't. */
  private void decline() {
    if (plot == Plot.NO_DECLINES) {
      return;
    }
    circle().paper.to(account(DECLINING)).stream()
        .flatMap(message -> message.buttons().stream())
        .map(Button::command)
        .filter(Command.CantHelp.class::isInstance)
        .distinct()
        .forEach(cant -> privately(DECLINING, cant));
  }

  private long request() {
    return 1L + random.nextInt(Math.max(1, planted));
  }

  private <T> Optional<T> any(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(one(all));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
