package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.circle.Account;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.post.Note;
import org.kith.store.DatabaseAddress;
import org.kith.store.Tables;
import org.kith.store.Talks.Awaited;
import org.kith.testing.TestCircle;

/**
 * What becomes of each row of Ana's when her account on the phone joins the one in the room, and
 * when it is taken off again. Ana stays; her phone is the account that comes and goes.
 */
class BecomingOneTest {
  private static final Place OAK = new Place(Platform.TELEGRAM, "oak-hill", "");
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");
  private static final Instant START = TestCircle.START;
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private TestCircle circle;
  private final AtomicInteger deliveries = new AtomicInteger();
  private long ana;
  private long phone;
  private long ben;
  private long chi;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.isManagedBy("Stu");
    circle.types("Stu", "/circle set zone Europe/Berlin");
    onPhone("Stu", "/circle join " + code(circle.types("Stu", "/circle link")), inOak(true));
    for (String name : List.of("Ana", "Ben", "Chi")) {
      circle.types(name, "/board");
    }
    onPhone("Ana", "/board", inOak(false));
    circle.types("Ben", "/needhelp Bread");
    circle.types("Ben", "/needhelp Milk");
    circle.settle();
    ana = account("ana").personId();
    phone = account("ana-t").personId();
    ben = account("ben").personId();
    chi = account("chi").personId();
  }

  /** On which database: on H2, unless a subclass says otherwise. */
  DatabaseAddress address(Path inFolder) {
    return DatabaseAddress.in(inFolder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void who_was_asked_on_both_accounts_was_asked_once_and_a_no_stays_a_no() {
    change(tables -> {
      tables.askings().told(1, ana);
      tables.askings().decline(1, phone);
      tables.askings().told(2, ana);
      tables.askings().told(2, phone);
      tables.askings().decline(1, chi);
      tables.askings().told(2, chi);
    });

    join();

    String rows = "select request_id || ' ' || person_id from asked where ";
    assertThat(read(rows + "declined")).containsExactlyInAnyOrder("1 " + ana, "1 " + chi);
    assertThat(read(rows + "not declined")).containsExactlyInAnyOrder("2 " + ana, "2 " + chi);
  }

  @Test
  void a_block_of_both_accounts_is_one_under_each_name_that_whoever_made_it_knows() {
    change(tables -> {
      tables.blocks().add(ben, ana, "Ana", START);
      tables.blocks().add(ben, phone, "Ana", START);
      tables.blocks().add(ben, phone, "the asker of #7", START);
      tables.blocks().add(ana, chi, "Chi", START);
      tables.blocks().add(phone, chi, "Chi", START);
      tables.blocks().add(phone, chi, "the asker of #8", START);
    });

    join();

    assertThat(read("select person_id || ' ' || blocked_id || ' ' || shown from block"))
        .containsExactlyInAnyOrder(
            ben + " " + ana + " Ana",
            ben + " " + ana + " the asker of #7",
            ana + " " + chi + " Chi",
            ana + " " + chi + " the asker of #8");
    assertThat(text(circle.types("Ben", "/block"))).contains("Ana", "the asker of #7");
  }

  @Test
  void of_two_half_written_messages_the_one_where_the_code_was_made_goes_on() {
    change(tables -> {
      tables.talks().await(new Awaited(ana, 1, ana, START));
      tables.talks().await(new Awaited(phone, 2, phone, START));
      tables.talks().await(new Awaited(chi, 2, chi, START));
    });

    join();

    assertThat(read("select person_id || ' ' || request_id from writing"))
        .as("nobody else's goes either")
        .containsExactlyInAnyOrder(ana + " 1", chi + " 2");
    assertThat(text(circle.writes("Ana", "How heavy?"))).contains("goes to Ben");
    assertThat(text(circle.writes("Chi", "How old?"))).contains("goes to Ben");
  }

  @Test
  void a_half_written_message_comes_along_and_what_others_write_to_that_account() {
    circle.types("Ben", "/cancel 2");
    change(tables -> {
      tables.talks().await(new Awaited(phone, 1, phone, START));
      tables.talks().await(new Awaited(ben, 1, phone, START));
    });

    join();

    assertThat(read("select person_id || ' ' || other_id from writing"))
        .containsExactlyInAnyOrder(ana + " " + ana, ben + " " + ana);
    assertThat(text(circle.writes("Ana", "How heavy?"))).contains("goes to Ben");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_one_was_about_to_write_to_the_other_is_no_more(boolean fromAsker) {
    circle.types("Ana", "/needhelp Soup");
    change(tables -> tables.talks().await(new Awaited(fromAsker ? ana : phone, 3, phone, START)));

    join();

    assertThat(read("select request_id from writing")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"named", "trusted", "trust_asked"})
  void what_one_account_may_do_or_asks_to_do_both_do_and_nothing_else(String right) {
    sql("update member set " + right + " = true where person_id = " + phone);

    join();

    for (String one : List.of("named", "trusted", "trust_asked")) {
      assertThat(read("select person_id from member where " + one))
          .as(one)
          .isEqualTo(one.equals(right) ? List.of(String.valueOf(ana)) : List.of());
    }
  }

  @ParameterizedTest
  @CsvSource({"true, false, false", "false, true, false", "true, true, true"})
  void whose_group_has_left_the_circle_is_in_it_with_the_other(
      boolean one, boolean other, boolean both) {
    sql("update member set apart = " + one + " where person_id = " + ana);
    sql("update member set apart = " + other + " where person_id = " + phone);

    join();

    assertThat(read("select person_id from member where apart"))
        .isEqualTo(both ? List.of(String.valueOf(ana)) : List.of());
  }

  @ParameterizedTest
  @CsvSource({"2, 30", "30, 2", "2,", ", 2"})
  void whoever_was_asked_today_on_either_account_is_not_asked_again(
      @Nullable Long hours, @Nullable Long onPhone) {
    circle.writes("Ana", "/settings set ask yes");
    asked(ana, hours);
    asked(phone, onPhone);

    join();

    Duration rest = Duration.ofHours(22);
    assertThat(willing(rest.minusSeconds(1))).isEmpty();
    assertThat(willing(rest)).containsExactly(ana);
    circle.writes("Ana", "/settings unlink telegram");
    Instant asked = circle.clock.instant().minus(Duration.ofHours(2));
    assertThat(askedAt(ana)).contains(asked);
    assertThat(askedAt(account("ana-t").personId())).isEmpty();
  }

  @Test
  void when_an_account_was_used_is_kept_while_it_is_one_of_several_and_no_longer() {
    circle.forward(HOUR);
    join();
    Instant joined = circle.clock.instant();
    assertThat(used("ana-t")).as("the one that acts").isEqualTo(joined.toString());
    assertThat(used("ana")).as("before").isLessThan(joined.toString());
    circle.forward(HOUR);
    circle.writes("Ana", "/mine");
    assertThat(used("ana")).isEqualTo(circle.clock.instant().toString());

    circle.forward(HOUR);
    join("Theo");
    assertThat(used("ana-t")).as("also when a third one joins").isEqualTo(joined.toString());
    circle.writes("Ana", "/settings unlink Theo");
    assertThat(used("theo-t")).isEmpty();
    assertThat(used("ana-t")).as("of two that stay").isEqualTo(joined.toString());
    circle.writes("Ana", "/settings unlink telegram");
    circle.forward(HOUR);
    circle.writes("Ana", "/mine");
    onPhone("Ana", "/mine", inPrivate());

    assertThat(read("select external_id from account where used_at is not null")).isEmpty();
  }

  @Test
  void what_waits_to_be_said_to_the_account_that_goes_is_said_to_the_one_that_stays() {
    circle.types("Ana-t", "/board");
    join();
    circle.settle();
    Instant later = circle.clock.instant().plus(HOUR);
    Account goes = account("ana-t");
    Account stays = account("ana");
    Account other = account("ben");
    Account namesake = account(Platform.BROWSER, "ana-t");
    change(tables -> {
      for (Account one : List.of(goes, other, namesake)) {
        tables.outbox().tell(Note.WAITS, 1L, one, 1, later);
      }
      tables.outbox().tell(Note.CLEAR, null, goes, goes.personId(), later);
      tables.outbox().tell(Note.ONE_PERSON, null, goes, stays.id(), later);
      tables.outbox().tell(Note.ONE_PERSON, null, stays, goes.id(), later);
      tables.outbox().tell(Note.ONE_PERSON, null, other, namesake.id(), later);
    });

    circle.writes("Ana", "/settings unlink telegram");
    circle.settle();

    assertThat(read("select kind || ' ' || platform || ' ' || account from outbox"))
        .containsExactlyInAnyOrder(
            "WAITS BROWSER ana",
            "WAITS BROWSER ben",
            "WAITS BROWSER ana-t",
            "CLEAR TELEGRAM ana-t",
            "ONE_PERSON BROWSER ben");
  }

  @Test
  void a_bar_and_a_block_hold_for_the_account_that_goes_and_for_the_one_that_stays() {
    join();
    change(tables -> {
      tables.people().bar(1, ana, START);
      tables.blocks().add(ben, ana, "Ana", START);
      tables.blocks().add(ana, chi, "Chi", START);
    });

    circle.writes("Ana", "/settings unlink telegram");

    long gone = account("ana-t").personId();
    assertThat(gone).isNotEqualTo(ana);
    assertThat(read("select person_id from member where barred_at is not null"))
        .containsExactlyInAnyOrder(String.valueOf(ana), String.valueOf(gone));
    assertThat(read("select person_id || ' ' || blocked_id || ' ' || shown from block"))
        .containsExactlyInAnyOrder(
            ben + " " + ana + " Ana", ben + " " + gone + " Ana", ana + " " + chi + " Chi");
  }

  @Test
  void an_account_that_goes_is_no_member_until_it_acts_where_nobody_barred_it() {
    join();

    circle.writes("Ana", "/settings unlink telegram");

    long gone = account("ana-t").personId();
    assertThat(read("select person_id from member where person_id = " + gone)).isEmpty();
  }

  @Test
  void what_whom_one_has_blocked_had_promised_to_the_other_account_is_free_again() {
    onPhone("Ana", "/needhelp Soup", inOak(false));
    circle.types("Ben", "/claim 3");
    circle.types("Ana", "/block Ben");
    assertThat(card(3)).contains("Ben will help");

    join();

    assertThat(card(3)).contains("looking for 1 person");
    assertThat(circle.paper.to("ben").getLast().text().plain()).contains("another way for #3");
  }

  @Test
  void reminders_of_the_account_that_joins_come_when_the_other_wants_them() {
    circle.types("Ben", "/needhelp Cake, in 2 days 18:00");
    onPhone("Ana", "/claim 3", inOak(false));
    circle.writes("Ana", "/settings set reminders 12:00, 3 hours");
    String due = "select what || ' ' || due_at from due where what like '%BEFORE'";
    List<String> before = read(due);
    assertThat(before).hasSize(2);

    join();

    assertThat(read(due)).hasSize(2).doesNotContainAnyElementsOf(before);
  }

  @Test
  void of_several_accounts_a_button_takes_off_the_one_that_it_names() {
    join();
    join("Theo");
    Message which = message(circle.writes("Ana", "/settings unlink"));

    Reply off = circle.pressesPrivately("Ana", which, "Take off Theo (Telegram)");

    assertThat(text(off)).contains("Theo (Telegram) is a person of its own again");
    assertThat(account("theo-t").personId()).isNotEqualTo(ana);
    assertThat(account("ana-t").personId()).isEqualTo(ana);
    assertThat(text(circle.pressesPrivately("Ana", which, "Take off Theo (Telegram)")))
        .doesNotContain("again");
    circle.pressesPrivately("Ana", which, "Take off Ana (Telegram)");
    assertThat(account("ana-t").personId()).isNotEqualTo(ana);
  }

  /** Ana's account on the phone joins the one in the room. */
  private void join() {
    join("Ana");
  }

  private void join(String onThePhone) {
    String code = code(circle.writes("Ana", "/settings link"));
    assertThat(text(onPhone(onThePhone, "/settings link " + code, inPrivate())))
        .contains("one person to me now");
  }

  private void asked(long person, @Nullable Long hoursAgo) {
    if (hoursAgo != null) {
      Instant at = circle.clock.instant().minus(Duration.ofHours(hoursAgo));
      change(tables -> tables.askings().asked(person, at));
    }
  }

  private Optional<Instant> askedAt(long person) {
    return read(tables -> tables.askings().askedAt(person));
  }

  /** Who may be asked about the bread after some time. */
  private List<Long> willing(Duration after) {
    Instant then = circle.clock.instant().plus(after);
    return read(tables -> tables.askings().willing(1, 1, then, 9, false, false));
  }

  private void change(Consumer<Tables> how) {
    circle
        .core
        .database()
        .write(tables -> {
          how.accept(tables);
          return true;
        });
  }

  private void sql(String sql) {
    change(tables -> tables.handle().execute(sql));
  }

  private <T> T read(Function<Tables, T> what) {
    return circle.core.database().read(what);
  }

  private List<String> read(String sql) {
    return read(tables -> tables.handle().createQuery(sql).mapTo(String.class).list());
  }

  /** When an account was used last; empty if that is not kept. */
  private String used(String externalId) {
    return read(tables ->
        tables
            .handle()
            .createQuery(
                "select used_at from account where external_id = :id and used_at is not null")
            .bind("id", externalId)
            .mapTo(Instant.class)
            .findOne()
            .map(Instant::toString)
            .orElse(""));
  }

  /** An account in the room, or on the phone if it is called so. */
  private Account account(String externalId) {
    Platform platform = externalId.endsWith("-t") ? Platform.TELEGRAM : Platform.BROWSER;
    return account(platform, externalId);
  }

  private Account account(Platform platform, String externalId) {
    return read(tables -> tables.people().find(platform, externalId).orElseThrow());
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }

  private static String code(Reply reply) {
    Matcher found = CODE.matcher(text(reply));
    assertThat(found.find()).as(text(reply)).isTrue();
    return found.group();
  }

  private static Whence inOak(boolean manages) {
    Facts facts = new Facts("Oak Hill", "Oak Hill", 5, false, false);
    return new Whence.InPlace(OAK, facts, manages);
  }

  private static Whence inPrivate() {
    return new Whence.InPrivate(Set.of(OAK.house()), Set.of());
  }

  /** Somebody types on Telegram, where they have an account of its own. */
  private Reply onPhone(String name, String line, Whence whence) {
    String[] parts = line.substring(1).split(" ", 2);
    Actor actor =
        new Actor(Platform.TELEGRAM, name.toLowerCase(Locale.ROOT) + "-t", name, "en", whence);
    Reply reply =
        circle
            .core
            .desk()
            .handle(
                new Delivery(
                    "t" + deliveries.incrementAndGet(),
                    actor,
                    Typed.read(parts[0], parts.length > 1 ? parts[1] : ""),
                    true));
    if (reply instanceof Reply.Said said && said.pending().isPresent()) {
      circle.core.desk().answered(said.pending().getAsLong());
    }
    return reply;
  }
}
