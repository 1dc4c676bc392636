package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.CareRequest;
import org.kith.care.RequestState;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Consenting;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.command.Whence;
import org.kith.post.Note;
import org.kith.store.DatabaseAddress;
import org.kith.testing.TestCircle;

/** Requests for somebody else: asked first inside the circle, without a name outside of it. */
class OnBehalfTest {
  private static final String SECRET = "Door 4711";

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Chi", "/board");
    circle.types("Ben", "/board");
  }

  /** On which database it is told: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void somebody_outside_the_circle_has_no_name_anywhere() {
    Message preview = message(circle.types("Ana", "/needhelp Soup, for my neighbour"));
    assertThat(preview.text().plain()).contains("Nothing is posted yet", "gives no name");
    assertThat(circle.paper.in(TestCircle.PLACE)).noneMatch(sheet -> sheet.card());

    circle.presses("Ana", preview, "Post it");

    assertThat(card(1)).contains("Soup", "Ana is asking for somebody: 1 person is wanted");
    assertThat(card(1)).doesNotContain("neighbour");
  }

  @Test
  void a_name_that_nobody_has_here_is_kept_nowhere() {
    Message preview = message(asks("Soup", "Hildegunde", null));

    circle.presses("Ana", preview, "Post it");

    assertThat(card(1)).contains("Ana is asking for somebody");
    for (String table : List.of("request", "draft", "consent", "member", "outbox")) {
      assertThat(rows(table).toString()).doesNotContainIgnoringCase("hildegunde");
    }
  }

  @Test
  void in_free_text_only_what_names_somebody_says_for_whom() {
    circle.types("Ana", "/needhelp Fish, for the cat");
    assertThat(card(1)).contains("Fish, for the cat", "Ana is looking for");

    Message preview = message(circle.types("Ana", "/needhelp Soup, Sat 10-12, for chi, 2 people"));

    assertThat(preview.text().plain())
        .contains("Soup", "Sat 24 Jan, 10:00–12:00", "2 people", "for Chi, who is asked first");
    assertThat(preview.text().plain()).doesNotContain("for chi");
  }

  @Test
  void somebody_inside_is_asked_first_and_nothing_is_posted_before_a_yes() {
    Message question = asksFor("Chi", SECRET);

    assertThat(question.text().plain())
        .contains("Ana would like to ask Maple Street for help for you", "Soup")
        .doesNotContain(SECRET);
    assertThat(labels(question))
        .containsExactly("Yes", "Yes, and ask me from now on", "Not now", "Show details");
    assertThat(text(circle.pressesPrivately("Chi", question, "Show details"))).contains(SECRET);
    assertThat(requests()).isEmpty();
    assertThat(circle.paper.in(TestCircle.PLACE)).noneMatch(sheet -> sheet.card());
    assertThat(text(circle.types("Ana", "/mine"))).contains("Waits for somebody's yes", "Soup");
  }

  @Test
  void after_a_yes_the_go_between_is_asked_everything_and_the_card_names_nobody() {
    Message question = asksFor("Chi", SECRET);

    Reply yes = circle.pressesPrivately("Chi", question, "Yes");

    assertThat(text(yes)).contains("posted as #1", "without your name");
    assertThat(card(1)).contains("Ana is asking for somebody").doesNotContain("Chi");
    assertThat(last("ana")).contains("Chi said yes, so #1 is posted");
    circle.types("Ben", "/claim 1");
    circle.settle();
    assertThat(last("ana")).contains("Ben will help with #1");
    circle.forward(Duration.ofDays(15));
    assertThat(last("ana")).contains("Did it work out with #1");
    assertThat(to("chi")).hasSize(1);
  }

  @Test
  void who_is_asked_can_choose_to_be_asked_themself_and_the_go_between_hears_how_it_ended() {
    Message question = asksFor("Chi", null);
    circle.pressesPrivately("Chi", question, "Yes, and ask me from now on");
    circle.settle();
    assertThat(last("ana")).contains("Chi wants to be asked about it");

    Message helping = message(circle.types("Ben", "/claim 1"));
    circle.settle();

    assertThat(helping.text().plain()).contains("write to Chi");
    assertThat(last("chi")).contains("Ben will help with #1");
    assertThat(card(1)).contains("For somebody: Ben will help").doesNotContain("Chi");
    assertThat(text(circle.types("Ana", "/edit 1 2 people"))).contains("Only whoever asked");
    circle.types("Chi", "/done 1");
    circle.settle();
    assertThat(last("ana")).contains("#1 is done, which you asked for somebody: Soup");
  }

  @Test
  void a_no_and_silence_are_the_same_to_whoever_asked() {
    Message question = asksFor("Chi", SECRET);
    int before = to("ana").size();
    assertThat(text(circle.pressesPrivately("Chi", question, "Not now"))).contains("no reason");
    circle.settle();
    assertThat(to("ana")).hasSize(before);
    assertThat(text(circle.types("Ana", "/mine"))).contains("Waits for somebody's yes");
    String pressed = text(circle.pressesPrivately("Chi", question, "Yes"));
    assertThat(pressed).contains("nothing here that waits");

    circle.forward(Duration.ofDays(1));
    String afterNo = last("ana");
    asksFor("Dan", null);
    circle.forward(Duration.ofDays(1));

    assertThat(afterNo).contains("there was no yes in time").isEqualTo(last("ana"));
    assertThat(requests()).isEmpty();
    assertThat(rows("draft")).isEmpty();
    assertThat(rows("consent")).isEmpty();
    assertThat(to("dan")).hasSize(1);
  }

  @Test
  void a_yes_that_comes_too_late_posts_nothing_also_before_the_clock_has_struck() {
    Message question = asksFor("Chi", null);
    circle.clock.forward(Duration.ofDays(1));

    assertThat(text(circle.pressesPrivately("Chi", question, "Yes"))).contains("nothing here");

    assertThat(requests()).isEmpty();
  }

  @Test
  void it_waits_no_longer_than_until_what_is_asked_begins() {
    Message preview = message(circle.types("Ana", "/needhelp Soup, today 5pm, for Chi"));
    Reply asked = circle.presses("Ana", preview, "Ask Chi first");

    assertThat(text(asked)).contains("If there is no yes by Tue 20 Jan, 17:00");
    circle.settle();
    circle.forward(Duration.ofHours(5));

    assertThat(last("ana")).contains("there was no yes in time");
  }

  @Test
  void in_the_night_nobody_is_asked() {
    circle.forward(Duration.ofHours(11));
    Message preview = message(circle.types("Ana", "/needhelp Soup, tomorrow 7am, for Chi"));
    Reply refused = circle.presses("Ana", preview, "Ask Chi first");
    assertThat(text(refused)).contains("no time left");

    asksFor("Chi", null);
    assertThat(to("chi")).isEmpty();
    circle.forward(Duration.ofHours(9));

    assertThat(to("chi")).hasSize(1);
  }

  @Test
  void nobody_is_asked_twice_within_a_day() {
    asksFor("Chi", null);

    Message preview = message(circle.types("Ben", "/needhelp Bread, for Chi"));
    String refused = text(circle.presses("Ben", preview, "Ask Chi first"));

    assertThat(refused).contains("nobody is asked more than once a day");
    circle.settle();
    assertThat(to("chi")).hasSize(1);
  }

  @Test
  void the_next_request_for_the_same_person_is_asked_anew() {
    circle.pressesPrivately("Chi", asksFor("Chi", null), "Yes");
    circle.settle();
    circle.types("Ana", "/done 1");
    circle.forward(Duration.ofDays(1));

    Message preview = message(circle.types("Ana", "/again 1 next week"));

    assertThat(labels(preview)).contains("Ask Chi first");
    circle.presses("Ana", preview, "Ask Chi first");
    circle.settle();
    assertThat(requests()).hasSize(1);
    assertThat(last("chi")).contains("Nothing is posted yet");
  }

  @Test
  void neither_of_the_two_claims_it_and_either_can_say_that_it_is_done() {
    circle.pressesPrivately("Chi", asksFor("Chi", null), "Yes");
    circle.settle();

    for (String command : List.of("/claim 1", "/standby 1")) {
      assertThat(text(circle.types("Chi", command))).contains("your own request");
      assertThat(text(circle.types("Ana", command))).contains("in somebody's place");
    }
    assertThat(text(circle.types("Chi", "/done 1"))).contains("#1 is done");
    circle.settle();
    assertThat(last("ana")).contains("#1 is done");
  }

  @Test
  void the_person_sees_takes_over_names_and_takes_back_what_is_asked_for_them() {
    circle.pressesPrivately("Chi", asksFor("Chi", SECRET), "Yes");
    circle.settle();
    assertThat(text(circle.types("Chi", "/mine"))).contains("Asked for you", "#1");
    Message more = message(circle.doesPrivately("Chi", new Command.More(1)));
    assertThat(labels(more))
        .containsExactly(
            "Ask me from now on",
            "Show my name on the card",
            "Take it back",
            "Show my private details");
    assertThat(text(circle.pressesPrivately("Chi", more, "Show my private details")))
        .contains(SECRET);

    circle.pressesPrivately("Chi", more, "Show my name on the card");
    assertThat(card(1)).contains("Ana is asking for Chi");
    circle.pressesPrivately("Chi", more, "Ask me from now on");
    circle.settle();
    assertThat(last("ana")).contains("Chi wants to be asked about it");
    assertThat(text(circle.doesPrivately("Ana", new Command.ShowDetails(1))))
        .doesNotContain(SECRET);
    circle.pressesPrivately("Chi", more, "Take it back");
    circle.settle();

    assertThat(last("ana")).contains("#1 is taken back, which you asked for somebody");
  }

  @Test
  void what_the_go_between_changes_is_shown_to_whom_it_is_for() {
    circle.pressesPrivately("Chi", asksFor("Chi", null), "Yes");
    circle.settle();

    circle.types("Ana", "/edit 1 Bread");
    circle.settle();

    assertThat(last("chi")).contains("Ana has changed #1, which is for you", "Bread");
  }

  @Test
  void the_care_card_of_the_person_goes_to_the_helper_and_never_to_the_go_between() {
    circle.types("Chi", "/settings card No peanuts");
    circle.types("Ana", "/settings card No visits");
    circle.pressesPrivately("Chi", asksFor("Chi", SECRET), "Yes");
    circle.settle();

    assertThat(text(circle.doesPrivately("Ana", new Command.ShowDetails(1))))
        .contains(SECRET)
        .doesNotContain("peanuts");
    circle.types("Ben", "/claim 1");

    assertThat(text(circle.doesPrivately("Ben", new Command.ShowDetails(1))))
        .contains(SECRET, "No peanuts")
        .doesNotContain("No visits", "Chi");
  }

  @Test
  void what_waits_can_be_dropped_and_the_question_with_it() {
    Message question = asksFor("Chi", null);
    circle.presses("Ana", message(circle.types("Ana", "/mine")), "Never mind");

    assertThat(text(circle.pressesPrivately("Chi", question, "Yes"))).contains("nothing here");
    circle.forward(Duration.ofDays(2));

    assertThat(requests()).isEmpty();
    assertThat(to("ana")).isEmpty();
  }

  @Test
  void other_requests_made_meanwhile_leave_it_alone_and_it_survives_a_restart() {
    Message question = asksFor("Chi", null);
    circle.types("Ana", "/needhelp");
    circle.restart();

    circle.pressesPrivately("Chi", question, "Yes");

    assertThat(card(1)).contains("Soup");
  }

  @Test
  void once_asked_its_words_are_the_persons_to_decide_and_no_old_button_changes_them() {
    Message preview = message(asks("Soup", "Chi", null));
    circle.presses("Ana", preview, "Ask Chi first");
    circle.settle();

    for (String label : List.of("Ask Chi first", "Words", "For whom")) {
      assertThat(text(circle.presses("Ana", preview, label))).contains("answered already");
    }

    assertThat(to("chi")).hasSize(1);
  }

  @Test
  void only_whom_it_is_for_can_answer() {
    Message question = asksFor("Chi", SECRET);
    for (Button button : question.buttons()) {
      for (String stranger : List.of("Ben", "Ana")) {
        String said = text(circle.doesPrivately(stranger, button.command()));
        assertThat(said).contains("nothing here that waits").doesNotContain(SECRET);
      }
    }
    assertThat(text(circle.doesPrivately("Chi", new Command.ForYou(99, Consenting.YES))))
        .contains("nothing here");
    assertThat(requests()).isEmpty();
    circle.pressesPrivately("Chi", question, "Yes");
    Target first = new Target.Known(1);
    for (Command forged : List.of(new Command.AskMe(first), new Command.NameMe(first))) {
      assertThat(text(circle.doesPrivately("Ben", forged))).contains("isn't asked for you");
      assertThat(text(circle.doesPrivately("Ana", forged))).contains("isn't asked for you");
    }
    assertThat(card(1)).contains("asking for somebody");
  }

  @Test
  void who_has_left_the_circle_can_say_no_yes() {
    Message question = asksFor("Chi", null);
    var away =
        new Actor(Platform.BROWSER, "chi", "Chi", "en", new Whence.InPrivate(Set.of(), Set.of()));

    circle
        .core
        .desk()
        .handle(new Delivery("left", away, question.buttons().getFirst().command(), true));

    assertThat(requests()).isEmpty();
  }

  @Test
  void the_same_yes_delivered_twice_posts_it_once() {
    Message question = asksFor("Chi", null);
    Delivery yes =
        circle.delivery("Chi", question.buttons().getFirst().command(), TestCircle.PLACE, true);

    circle.core.desk().handle(yes);
    circle.core.desk().handle(yes);
    circle.settle();

    assertThat(requests()).hasSize(1);
    assertThat(to("ana").stream().filter(one -> one.contains("said yes"))).hasSize(1);
  }

  @Test
  void whoever_can_not_be_written_to_is_not_asked_and_whoever_asks_is_told() {
    circle.paper.closes("chi", true);
    asksFor("Chi", null);

    assertThat(last("ana")).contains("could not write to whom you wanted to ask for");
    assertThat(rows("consent")).isEmpty();
    Message preview = message(asks("Soup", "Chi", null));
    assertThat(text(circle.presses("Ana", preview, "Ask Chi first")))
        .contains("can't write to Chi privately");
    circle.presses(
        "Ana", message(circle.presses("Ana", preview, "For whom")), "Somebody outside the circle");
    circle.presses("Ana", preview, "Ask Chi first");
    assertThat(card(1)).contains("asking for somebody");
  }

  @Test
  void for_oneself_is_no_request_for_another_and_two_of_one_name_are_told_apart() {
    circle.types("Ana", "/needhelp Soup, for me");
    assertThat(card(1)).contains("Ana is looking for 1 person");
    circle.types("Ana", "/needhelp Tea, for Ana");
    assertThat(card(2)).contains("Ana is looking for 1 person");

    circle.does("Chi Moon", new Command.Board(null), TestCircle.PLACE);
    assertThat(text(asks("Soup", "chi", null))).contains("for Chi, who is asked first");
    circle.does("Eve Adams", new Command.Board(null), TestCircle.PLACE);
    circle.does("Eve Brown", new Command.Board(null), TestCircle.PLACE);
    assertThat(text(asks("Soup", "Eve", null))).contains("more than one “Eve” here");
    assertThat(text(asks("Soup", "eve brown", null))).contains("for Eve Brown");
  }

  @Test
  void in_the_dialogue_for_whom_is_a_choice_and_a_name_nobody_has_is_asked_back() {
    circle.writes("Ana", "/needhelp Soup, Saturday 10-12");
    Message preview = message(asksPrivately("Soup"));
    Message question = message(circle.pressesPrivately("Ana", preview, "For whom"));
    assertThat(labels(question)).contains("For me", "Somebody outside the circle");
    assertThat(text(circle.writes("Ana", "Zed"))).contains("I don't know “Zed”");

    Message inside = message(circle.writes("Ana", "Chi"));
    assertThat(labels(inside)).contains("Ask Chi first");
    Message again = message(circle.pressesPrivately("Ana", inside, "For whom"));
    Message own = message(circle.pressesPrivately("Ana", again, "For me"));

    assertThat(labels(own)).contains("Post it").doesNotContain("Ask Chi first");
  }

  @Test
  void what_is_pressed_can_be_typed() {
    asksFor("Chi", SECRET);
    assertThat(text(circle.writes("Chi", "/mine"))).contains("Ana would like to ask");
    assertThat(text(circle.writes("Chi", "/mine details"))).contains(SECRET);
    assertThat(text(circle.writes("Chi", "/mine perhaps"))).contains("/mine not now");
    assertThat(text(circle.writes("Chi", "/mine yes"))).contains("posted as #1");
    circle.writes("Chi", "/mine show my name 1");
    assertThat(card(1)).contains("Ana is asking for Chi");
    assertThat(text(circle.writes("Chi", "/mine ask me 1"))).contains("From now on I ask you");
    circle.writes("Chi", "/cancel 1");
    circle.settle();
    assertThat(last("ana")).contains("#1 is taken back");

    asksFor("Dan", null);
    assertThat(text(circle.writes("Ana", "/mine never mind"))).contains("nothing is posted");
    asksFor("Eve", null);
    assertThat(text(circle.writes("Eve", "/mine not now"))).contains("no reason needed");
    asksFor("Fay", null);
    assertThat(text(circle.writes("Fay", "/mine ask me"))).contains("From now on I ask you");
  }

  @Test
  void three_days_after_the_end_nobody_knows_who_asked_for_whom() {
    circle.pressesPrivately("Chi", asksFor("Chi", SECRET), "Yes");
    circle.settle();
    circle.types("Chi", "/done 1");
    circle.forward(Duration.ofDays(3));

    assertThat(rows("request"))
        .singleElement()
        .asString()
        .contains("for_id=null", "between_id=null", "asker_id=null");
    for (Note note : Note.values()) {
      assertThat(note.isOnBehalf() && rows("outbox").toString().contains(note.name())).isFalse();
    }
    assertThat(requests()).singleElement().matches(one -> one.state() instanceof RequestState.Kept);
  }

  /** Ana asks for somebody, who is asked; the question as they read it, if it came. */
  private Message asksFor(String name, @Nullable String details) {
    if (circle.paper.to(name.toLowerCase(Locale.ROOT)).isEmpty()) {
      circle.types(name, "/board");
    }
    Message preview = message(asks("Soup", name, details));
    circle.presses("Ana", preview, "Ask " + name + " first");
    circle.settle();
    var papers = circle.paper.to(name.toLowerCase(Locale.ROOT));
    return papers.isEmpty() ? preview : papers.getLast();
  }

  private Reply asks(String what, String whom, @Nullable String details) {
    Ask ask = new Ask.Options(what, null, null, null, null, details, false, whom, false);
    return circle.does("Ana", new Command.NeedHelp(ask), TestCircle.PLACE);
  }

  private Reply asksPrivately(String what) {
    Ask ask = new Ask.Options(what, null, null, null, null, null, true);
    return circle.doesPrivately("Ana", new Command.NeedHelp(ask));
  }

  private List<String> to(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private String last(String account) {
    circle.settle();
    return to(account).getLast();
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }

  private List<CareRequest> requests() {
    return circle
        .core
        .database()
        .read(tables -> {
          long circles = 1;
          return IntStream.rangeClosed(1, 9)
              .boxed()
              .flatMap(number -> tables.requests().numbered(circles, number).stream())
              .toList();
        });
  }

  private List<String> rows(String table) {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select * from " + table).mapToMap().stream()
                .map(Object::toString)
                .toList());
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }
}
