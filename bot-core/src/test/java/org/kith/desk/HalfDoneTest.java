package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.circle.Platform;
import org.kith.command.Addressee;
import org.kith.command.Ask;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.Reply;
import org.kith.store.DatabaseAddress;
import org.kith.store.Draft;
import org.kith.testing.Await;
import org.kith.testing.TestCircle;

/**
 * Each question of each dialogue, left half done: nobody is in its way, its answer is taken after a
 * restart, and after a day it is forgotten. Ben helps Ana with #1; #2 is his own.
 */
class HalfDoneTest {
  private static final String NOTHING_ASKED = "don't know what to do";

  /** What answers each question in words. */
  private static final Map<DraftField, String> ANSWERS =
      Map.of(
          DraftField.KIND, "Meals",
          DraftField.WHAT, "Soup",
          DraftField.WHEN, "tomorrow",
          DraftField.WHERE, "Elm Square",
          DraftField.HELPERS, "2",
          DraftField.DETAILS, "Door 7",
          DraftField.FOR, "Chi");

  @TempDir Path folder;
  private TestCircle circle;

  /**
   * A dialogue at one of its questions.
   *
   * @param answer the words that answer it; null if it is answered by a press alone
   */
  record HalfDone(String name, Consumer<HalfDoneTest> begin, @Nullable String answer) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Chi", "/board");
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/needhelp Milk");
    circle.settle();
    circle.types("Ben", "/claim 1");
    circle.settle();
  }

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  static List<HalfDone> all() {
    List<HalfDone> all = new ArrayList<>();
    for (DraftField field : DraftField.values()) {
      String answer = ANSWERS.get(field);
      all.add(new HalfDone("asking, " + field, test -> test.asks(field), answer));
      if (answer != null) {
        all.add(new HalfDone("correcting, " + field, test -> test.corrects(field), answer));
      }
      if (answer != null && field != DraftField.FOR) {
        all.add(new HalfDone("changing, " + field, test -> test.changes(field), answer));
      }
    }
    all.add(new HalfDone("preview", HalfDoneTest::previews, null));
    all.add(new HalfDone("change of a request", HalfDoneTest::changes, null));
    all.add(
        new HalfDone(
            "letter",
            test -> test.privately(new Command.Write(new Addressee.OfRequest(1))),
            "Rye or wheat?"));
    all.add(
        new HalfDone(
            "care card", test -> test.privately(new Command.ChangeCareCard()), "Text first"));
    all.add(new HalfDone("on behalf", test -> test.asksFor("Chi"), null));
    return all;
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_is_in_nobodys_way(HalfDone half) {
    half.begin.accept(this);

    assertThat(text(circle.types("Chi", "/claim 2"))).contains("helping with #2");
    assertThat(text(circle.writes("Ben", "/mine"))).contains("#1", "#2");
    assertThat(text(circle.types("Ben", "/edit 2 Oat milk"))).contains("#2 is changed");
    assertThat(text(circle.types("Ben", "/done 1"))).contains("Thank you");
    assertThat(text(circle.types("Ben", "/needhelp Eggs"))).contains("Eggs", "posted");
    assertThat(circle.card(3).message().text().plain()).contains("Eggs");
  }

  @ParameterizedTest
  @MethodSource("all")
  void it_is_picked_up_after_a_restart_and_forgotten_after_a_day(HalfDone half) {
    half.begin.accept(this);
    circle.restart();
    circle.clock.forward(Duration.ofHours(23));
    if (half.answer != null) {
      Optional<DraftField> asked = asking();
      assertThat(text(circle.writes("Ben", half.answer))).doesNotContain(NOTHING_ASKED);
      asked.ifPresent(question -> assertThat(asking()).isNotEqualTo(Optional.of(question)));
      half.begin.accept(this);
    }

    circle.clock.forward(Duration.ofDays(1).plusSeconds(1));
    Reply late = circle.writes("Ben", half.answer == null ? "Hello" : half.answer);

    assertThat(text(late)).contains(NOTHING_ASKED);
    circle.forward(Duration.ofDays(1));
    Await.until("nothing is left of it", () -> left() == 0);
  }

  private void privately(Command command) {
    circle.doesPrivately("Ben", command);
  }

  /** The dialogue up to this question; it asks two of them only where several may be meant. */
  private void asks(DraftField field) {
    circle.writes("Ben", "/needhelp");
    while (asking().isPresent() && asking().get() != field) {
      if (asking().get() == DraftField.PART) {
        privately(new Command.FillDraft(draft().id(), DraftField.PART, "-"));
      } else {
        circle.writes("Ben", ANSWERS.getOrDefault(asking().get(), ""));
      }
    }
    if (asking().isEmpty()) {
      waitsFor(field);
    }
  }

  private void waitsFor(DraftField field) {
    circle
        .core
        .database()
        .write(tables -> {
          tables.drafts().save(draft().withAsking(field), circle.clock.instant());
          return true;
        });
  }

  private void corrects(DraftField field) {
    previews();
    privately(new Command.CorrectDraft(draft().id(), field));
  }

  private void changes(DraftField field) {
    changes();
    privately(new Command.CorrectDraft(draft().id(), field));
  }

  private void changes() {
    circle.writes("Ben", "/edit 2");
  }

  private void previews() {
    privately(new Command.NeedHelp(new Ask.Options("Soup", null, null, null, 1, null, true)));
  }

  private void asksFor(String name) {
    message(circle.writes("Ben", "/needhelp Soup, for " + name));
  }

  private Optional<DraftField> asking() {
    return newest().map(Draft::asking);
  }

  private Draft draft() {
    return newest().orElseThrow();
  }

  private Optional<Draft> newest() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .drafts()
                .newest(tables.people().find(Platform.BROWSER, "ben").orElseThrow().id()));
  }

  /** What is stored of anything half done. */
  private int left() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(
                    """
                    select (select count(*) from draft) + (select count(*) from writing)
                      + (select count(*) from care_card where asked_at is not null)
                    """)
                .mapTo(int.class)
                .one());
  }
}
