package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.care.Window;
import org.kith.circle.Account;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.UsualKind;
import org.kith.command.Addressee;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.Reply;
import org.kith.rules.Fields.Field;
import org.kith.store.DatabaseAddress;
import org.kith.store.Draft;
import org.kith.store.Tables;
import org.kith.testing.TestCircle;
import org.kith.words.Clean;

/**
 * A circle in which Ben may do everything: he helps Ana with #1, she helps him with #2, his #3 and
 * her #4 are done. Another house has a request that is none of his business.
 */
final class BadScene implements Fields.Ids, AutoCloseable {
  private static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");

  private static final Set<String> ABOUT_ANA =
      Set.of("Claim", "ClaimPart", "Standby", "WriteAbout", "Write", "Tell", "CantHelp");

  private static final Set<String> ABOUT_WHAT_IS_DONE =
      Set.of("Thanks", "SayThanks", "GiveThanks", "Again");

  /** What one command writes its words to, with the requests that Ben's can be. */
  private static final List<String> WRITTEN =
      List.of(
          "thanks",
          "draft",
          "circle",
          "claim",
          "request where id <= 4 or id = (select max(id) from request)");

  /** Not typed by anybody: made by the core, or by a platform. */
  private static final Set<String> OF_MACHINES =
      Set.of("sealed", "external_id", "house", "room", "message_id", "account");

  /** Which question waits changes with each answer. */
  private static final Pattern ASKING = Pattern.compile("asking=\\w+, |asked_at=[^,}]+");

  private final TestCircle circle;
  private final LogWatch log;
  private final long others;
  private final String othersBefore;

  BadScene(Path folder, DatabaseAddress address) {
    log = LogWatch.begin();
    circle = TestCircle.at(folder, address);
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ben", "/board");
    circle.types("Ana", "/needhelp Bread, Saturday 10-12, 3 people");
    circle.types("Ben", "/needhelp Milk, Saturday 15:00, 3 people");
    circle.types("Ben", "/needhelp Soup");
    circle.types("Ana", "/needhelp Chairs");
    circle.settle();
    circle.types("Ben", "/claim 1");
    for (int number = 2; number <= 4; number++) {
      circle.types(number == 4 ? "Ben" : "Ana", "/claim " + number);
    }
    circle.types("Ben", "/done 3");
    circle.types("Ana", "/done 4");
    circle.doesPrivately("Ben", new Command.Tell(new Addressee.OfRequest(1), "Rye?"));
    circle.types("Gus", "/circle set zone Europe/Berlin", ELM);
    circle.types("Gus", "/needhelp Beans, Sunday 10-12", ELM);
    circle.settle();
    others = 5;
    othersBefore = others();
  }

  @Override
  public long of(String command, String field) {
    return switch (field) {
      case "draftId" -> draft();
      case "claimId", "talkId", "blockId" -> 1;
      default -> ABOUT_ANA.contains(command) ? 1 : ABOUT_WHAT_IS_DONE.contains(command) ? 3 : 2;
    };
  }

  /** A request of people with whom Ben has nothing to do. */
  long ofOthers() {
    return others;
  }

  /** A request that has ended. */
  long ended() {
    return 4;
  }

  /** Ben fills this into the field: a sentence is the answer, or silence. */
  void answers(Field field, Object value) {
    waits(field);
    answered(field, value);
  }

  /** The same, and all is as it was before. */
  void refuses(Field field, String text) {
    waits(field);
    String before = lasting();
    answered(field, text);
    assertThat(lasting()).as("after %s of %s", field, shown(text)).isEqualTo(before);
  }

  /** All that is stored can be read, and nothing was too much. */
  void isWhole() {
    circle.settle();
    assertThat(log.errors()).isEmpty();
    assertThat(others()).as("what is none of Ben's business").isEqualTo(othersBefore);
    circle.core.database().read(BadScene::readsAll);
  }

  /** Nothing that is stored anywhere holds what a person can't see. */
  @Override
  public void close() {
    circle.core.database().read(tables -> isClean(tables, Snapshot.names(tables.handle())));
    circle.close();
    log.close();
  }

  private void answered(Field field, Object value) {
    Command command = field.with().apply(value);
    Reply reply =
        command instanceof Command.PrivateText
            ? circle.doesPrivately("Ben", command)
            : circle.does("Ben", command, TestCircle.PLACE);
    if (reply instanceof Reply.Said said) {
      String text = said.message().text().plain();
      assertThat(text).as("the answer to %s of %s", field, shown(value)).isNotBlank();
      assertThat(said.brief()).isNotBlank();
      assertThat(text).doesNotContain("Exception", "org.kith", "Optional[");
      assertThat(text.length()).as("the platforms' limit for a message").isLessThan(4_000);
      said.message()
          .buttons()
          .forEach(button -> assertThat(Code.of(button.command())).isNotBlank());
    }
    circle.core.database().read(tables -> isClean(tables, WRITTEN));
  }

  /** Brings about what a field of a dialogue needs: a draft of Ben's whose question is this one. */
  private void waits(Field field) {
    if (!field.path().contains("Draft") && !field.path().startsWith("PrivateText")) {
      return;
    }
    String[] way = field.path().split(", |\\.", -1);
    String question = way[1].equals("text") ? way[2] : way[1];
    circle.core.database().write(tables -> begins(tables, question(question)));
    switch (question) {
      case "LETTER" -> circle.doesPrivately("Ben", new Command.Write(new Addressee.OfRequest(1)));
      case "CARE_CARD" -> circle.doesPrivately("Ben", new Command.ChangeCareCard());
      default -> {}
    }
  }

  private boolean begins(Tables tables, @Nullable DraftField asking) {
    Account ben = ben(tables);
    Instant now = circle.clock.instant();
    tables.talks().heard(ben.personId());
    tables.cards().clear(ben.personId());
    tables.drafts().removeOthers(ben.id(), 0);
    Window when =
        asking == DraftField.PART
            ? Window.day(LocalDate.of(2026, 1, 24), TestCircle.ZONE)
            : Window.anyTime(TestCircle.ZONE);
    Draft complete =
        tables
            .drafts()
            .add(ben.id(), 1L, now)
            .withKind(UsualKind.GROCERIES)
            .withWhat("Bread")
            .withWindow(when)
            .withHelpers(1)
            .withAsking(asking);
    tables.drafts().save(complete, now);
    return true;
  }

  private static @Nullable DraftField question(String name) {
    for (DraftField field : DraftField.values()) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  private static Account ben(Tables tables) {
    return tables.people().find(Platform.BROWSER, "ben").orElseThrow();
  }

  private long draft() {
    return circle
        .core
        .database()
        .read(tables -> tables.drafts().newest(ben(tables).id()).map(Draft::id).orElse(0L));
  }

  private String lasting() {
    String all = Snapshot.of(circle.core.database(), "delivery", "outbox", "due", "writing").text();
    return ASKING.matcher(all).replaceAll("");
  }

  private String others() {
    return circle
        .core
        .database()
        .read(tables ->
            tables.requests().find(others).map(Object::toString).orElse("")
                + tables.claims().on(others)
                + tables.talks().about(others));
  }

  private static boolean readsAll(Tables tables) {
    for (long id : ids(tables, "request")) {
      assertThat(tables.requests().find(id)).isPresent();
      assertThat(tables.claims().on(id)).isNotNull();
      assertThat(tables.thanks().of(id)).isNotNull();
      assertThat(tables.talks().letters(id)).isNotNull();
    }
    ids(tables, "draft").forEach(id -> assertThat(tables.drafts().find(id)).isNotNull());
    ids(tables, "person").forEach(id -> assertThat(tables.wishes().of(id)).isNotNull());
    ids(tables, "circle").forEach(id -> assertThat(tables.circles().find(id)).isPresent());
    return true;
  }

  private static List<Long> ids(Tables tables, String table) {
    return tables.handle().createQuery("select id from " + table).mapTo(Long.class).list();
  }

  private static boolean isClean(Tables tables, List<String> rows) {
    for (String from : rows) {
      tables.handle().createQuery("select * from " + from).mapToMap().forEach(BadScene::isClean);
    }
    return true;
  }

  private static void isClean(Map<String, Object> row) {
    row.forEach((column, value) -> {
      if (value instanceof String text && !OF_MACHINES.contains(column.toLowerCase(Locale.ROOT))) {
        assertThat(text).as(column).isEqualTo(Clean.lines(text));
      }
    });
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    return text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + ")" : text;
  }
}
