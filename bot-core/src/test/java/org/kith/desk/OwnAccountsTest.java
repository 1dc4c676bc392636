package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.message;
import static org.kith.testing.TestCircle.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Facts;
import org.kith.command.Message;
import org.kith.command.News;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.command.Whence;
import org.kith.store.DatabaseAddress;
import org.kith.store.Joining;
import org.kith.testing.TestCircle;

/** Somebody's accounts on two platforms become one person; who has two is called Ben and Ben-t. */
class OwnAccountsTest {
  private static final Place OAK = new Place(Platform.TELEGRAM, "oak-hill", "");
  private static final Place ELM = new Place(Platform.BROWSER, "elm-square", "");
  private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}-[A-Z2-9]{4}");

  @TempDir Path folder;
  private TestCircle circle;
  private final AtomicInteger deliveries = new AtomicInteger();

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/board");
    String joins = code(circle.types("Ana", "/circle link"));
    onPhone("Stu", "/circle join " + joins);
    circle.types("Ben", "/board");
    onPhone("Ben", "/board");
    circle.settle();
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
  void the_same_claim_from_two_platforms_by_one_person_is_one_claim() {
    joinBen();
    circle.types("Ana", "/needhelp Carry, 2 people");
    assertThat(text(circle.types("Ben", "/claim 1"))).contains("You're helping with #1");

    assertThat(text(onPhone("Ben", "/claim 1"))).doesNotContain("looking for 2");

    assertThat(card(1)).contains("Ben will help", "1 more person is wanted");
    assertThat(text(onPhone("Ben", "/mine"))).contains("#1");
    assertThat(text(onPhone("Ben", "/cancel 1"))).contains("#1");
    assertThat(card(1)).contains("looking for 2 people");
  }

  @Test
  void a_promise_made_before_on_the_one_is_kept_on_the_other() {
    circle.types("Ana", "/needhelp Bread");
    onPhone("Ben", "/claim 1");

    joinBen();

    assertThat(text(circle.types("Ben", "/done 1"))).contains("#1 is done");
  }

  @Test
  void nobody_helps_with_what_they_asked_themself() {
    circle.types("Ben", "/needhelp Bread");
    onPhone("Ben", "/claim 1");
    circle.settle();

    assertThat(joinBen()).contains("is open again");

    assertThat(card(1)).contains("Ben is looking for 1 person");
    assertThat(text(onPhone("Ben", "/claim 1"))).doesNotContain("You're helping");
  }

  @Test
  void of_two_promises_on_one_request_one_stays_and_the_asker_is_told() {
    circle.types("Ana", "/needhelp Carry, 2 people");
    circle.types("Ben", "/claim 1");
    onPhone("Ben", "/claim 1");
    circle.settle();

    assertThat(joinBen()).contains("is open again");

    assertThat(card(1)).contains("1 more person is wanted");
    assertThat(circle.paper.to("ana").getLast().text().plain()).contains("can't help");
  }

  @Test
  void a_softer_promise_gives_way_to_a_promise() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/standby 1");
    onPhone("Ben", "/claim 1");

    assertThat(joinBen()).doesNotContain("is open again");

    assertThat(card(1)).contains("Ben will help");
    assertThat(text(circle.types("Ben", "/cancel 1"))).contains("#1");
    assertThat(card(1)).contains("looking for 1 person");
  }

  @Test
  void what_is_set_where_the_code_was_made_holds_and_whoever_rests_on_one_rests() {
    circle.writes("Ben", "/settings set cap 2");
    circle.writes("Ben", "/settings card Text first");
    onPhone("Ben", "/settings set cap 5");
    onPhone("Ben", "/settings card No stairs");
    onPhone("Ben", "/rest");

    joinBen();

    assertThat(text(onPhone("Ben", "/settings show")))
        .contains("With 2 promises", "Rest well", "one person with Ben (the browser room)");
    assertThat(text(onPhone("Ben", "/settings card"))).contains("Text first");
  }

  @Test
  void a_care_card_that_only_the_other_account_has_comes_along() {
    onPhone("Ben", "/settings card No stairs");

    joinBen();

    assertThat(text(circle.writes("Ben", "/settings card"))).contains("No stairs");
  }

  @Test
  void whom_somebody_has_blocked_can_not_help_through_an_account_that_they_join() {
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");
    circle.settle();
    Reply blocked = circle.types("Ana", "/write 1 block");
    assertThat(text(blocked)).contains("can't reach you");
    circle.types("Ana", "/needhelp Soup");
    onPhone("Ben", "/claim 2");
    circle.settle();
    assertThat(card(2)).contains("Ben will help");

    joinBen();

    assertThat(card(2)).contains("looking for 1 person");
  }

  @Test
  void whoever_is_barred_on_one_account_is_barred_on_all() {
    circle.types("Ana", "/needhelp Soup");
    circle
        .core
        .database()
        .write(tables -> {
          long ben = tables.people().find(OAK.platform(), "ben-t").orElseThrow().personId();
          tables.people().bar(1, ben, circle.clock.instant());
          return true;
        });
    circle.types("Ben", "/claim 1");
    assertThat(card(1)).contains("Ben will help");

    joinBen();

    long barred =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery("select count(*) from member where barred_at is not null")
                    .mapTo(long.class)
                    .one());
    assertThat(barred).isEqualTo(1);
    assertThat(card(1)).contains("looking for 1 person");
    circle.types("Ben", "/claim 1");
    assertThat(card(1)).contains("looking for 1 person");
  }

  @Test
  void all_accounts_are_told_and_any_can_take_another_off_again() {
    joinBen();
    circle.settle();
    Message told = circle.paper.to("ben").getLast();
    assertThat(told.text().plain()).contains("Ben (Telegram) and this account are one person");
    circle.types("Ana", "/needhelp Bread");
    onPhone("Ben", "/claim 1");

    Reply off = circle.pressesPrivately("Ben", told, "Take off Ben (Telegram)");

    assertThat(text(off)).contains("a person of its own again");
    circle.settle();
    assertThat(circle.paper.to("ben-t").getLast().text().plain()).contains("begins anew");
    assertThat(text(onPhone("Ben", "/mine"))).doesNotContain("#1");
    assertThat(text(circle.types("Ben", "/mine"))).contains("#1");
    assertThat(text(circle.types("Ben", "/settings unlink"))).contains("joined with no other");
  }

  @Test
  void an_account_is_taken_off_by_typing_its_platform() {
    joinBen();

    assertThat(text(circle.types("Ben", "/settings unlink"))).contains("Ben (Telegram)");
    assertThat(text(circle.types("Ben", "/settings unlink discord"))).contains("Which one");
    assertThat(text(circle.types("Ben", "/settings unlink telegram"))).contains("of its own again");
    assertThat(rows("person")).isEqualTo(4);
  }

  @Test
  void a_code_works_once_and_for_fifteen_minutes_and_a_new_one_replaces_it() {
    String old = code(circle.writes("Ben", "/settings link"));
    String late = code(circle.writes("Ben", "/settings link"));
    assertThat(text(onPhone("Ben", "/settings link " + old))).contains("doesn't work");
    circle.forward(Duration.ofMinutes(15));
    assertThat(text(onPhone("Ben", "/settings link " + late))).contains("doesn't work");
    String good = code(circle.writes("Ben", "/settings link"));
    assertThat(text(onPhone("Ben", "/settings link " + good.toLowerCase(Locale.ROOT))))
        .contains("one person to me now");

    assertThat(text(onPhone("Cem", "/settings link " + good))).contains("doesn't work");
  }

  @Test
  void a_code_of_ones_own_joins_nothing() {
    String own = code(circle.writes("Ben", "/settings link"));

    assertThat(text(circle.writes("Ben", "/settings link " + own))).contains("from this account");
    assertThat(text(onPhone("Ben", "/settings link " + own))).contains("one person to me now");
  }

  @Test
  void after_five_wrong_codes_even_a_right_one_has_to_wait() {
    String good = code(circle.writes("Ben", "/settings link"));
    for (int i = 0; i < 5; i++) {
      assertThat(text(onPhone("Cem", "/settings link AAAA-AAA" + (i + 2))))
          .contains("doesn't work");
    }

    assertThat(text(onPhone("Cem", "/settings link " + good))).contains("Too many codes");
    assertThat(text(onPhone("Ben", "/settings link " + good))).contains("one person to me now");
    circle.forward(Duration.ofMinutes(15));
    String later = code(circle.writes("Ben", "/settings link"));
    assertThat(text(onPhone("Cem", "/settings link " + later))).contains("one person to me now");
  }

  @Test
  void a_code_is_in_no_row_and_in_no_log() {
    String good = code(circle.writes("Ben", "/settings link"));

    assertThat(new Command.AccountJoin(good).toString()).doesNotContain(good);
    String rows =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery("select code from person where code is not null")
                    .mapTo(String.class)
                    .one());
    assertThat(rows).hasSize(64).doesNotContainIgnoringCase(good.substring(0, 4));
  }

  @Test
  void a_code_that_others_could_read_is_taken_away_and_said_to_open_nothing() {
    String good = code(circle.writes("Cem", "/settings link"));

    Reply.Said said = (Reply.Said) circle.typesVisibly("Ben", "/settings link " + good);

    assertThat(said.audience()).isEqualTo(Reply.Audience.ACTOR_UNSEEN);
    assertThat(text(said)).contains("opens nothing any more");
  }

  @Test
  void private_messages_go_to_the_account_that_was_used_last() {
    startsPhone("Ben");
    joinBen();
    circle.types("Ana", "/needhelp Bread");
    circle.forward(Duration.ofMinutes(2));
    circle.types("Ben", "/claim 1");
    circle.forward(Duration.ofMinutes(2));
    circle.types("Ana", "/edit 1 Rye bread");
    circle.settle();
    assertThat(circle.paper.to("ben").getLast().text().plain()).contains("Rye bread");
    onPhone("Ben", "/board");
    circle.types("Ana", "/edit 1 Black bread");
    circle.settle();

    assertThat(circle.paper.to("ben-t").getLast().text().plain()).contains("Black bread");
  }

  @Test
  void what_one_account_does_not_take_comes_to_the_other() {
    startsPhone("Ben");
    joinBen();
    circle.types("Ana", "/needhelp Bread");
    circle.forward(Duration.ofMinutes(2));
    onPhone("Ben", "/claim 1");
    circle.settle();
    circle.paper.closes("ben-t", true);

    circle.types("Ana", "/edit 1 Rye bread");
    circle.settle();

    assertThat(circle.paper.to("ben").getLast().text().plain()).contains("Rye bread");
  }

  @Test
  void what_one_account_asked_for_the_other_is_their_own_request() {
    startsPhone("Cem");
    onPhone("Cem", "/board");
    Message preview = message(circle.types("Ben", "/needhelp Soup, for Cem"));
    circle.presses("Ben", preview, "Ask Cem first");
    circle.settle();
    onPhone("Cem", "/mine yes");
    circle.settle();
    assertThat(card(1)).contains("Ben is asking for");
    circle.types("Ana", "/claim 1");

    join("Ben", "Cem");

    assertThat(card(1)).contains("For Ben: Ana will help");
    assertThat(text(onPhone("Cem", "/done 1"))).contains("#1");
    circle.forward(Duration.ofDays(4));
    assertThat(card(1)).doesNotContain("Ana");
  }

  @Test
  void what_waits_for_ones_own_yes_is_dropped() {
    startsPhone("Cem");
    onPhone("Cem", "/board");
    Message preview = message(circle.types("Ben", "/needhelp Soup, for Cem"));
    circle.presses("Ben", preview, "Ask Cem first");
    circle.settle();

    join("Ben", "Cem");

    assertThat(text(onPhone("Cem", "/mine yes"))).doesNotContain("It stands");
    circle.forward(Duration.ofDays(2));
    assertThat(rows("consent")).isZero();
    assertThat(rows("draft")).isZero();
  }

  @Test
  void of_two_talks_about_one_request_the_one_where_the_code_was_made_goes_on() {
    circle.types("Ana", "/needhelp Carry, 2 people");
    circle.types("Ben", "/claim 1");
    onPhone("Cem", "/claim 1");
    circle.types("Ben", "/write 1 Which door?");
    onPhone("Cem", "/write 1 Which floor?");
    circle.settle();

    join("Ben", "Cem");

    assertThat(rows("talk")).isEqualTo(1);
    assertThat(text(circle.types("Ben", "/write 1 I am here"))).contains("It goes to Ana");
    circle.settle();
    assertThat(circle.paper.to("ana").getLast().text().plain()).contains("I am here");
  }

  @Test
  void a_talk_with_oneself_ends() {
    circle.types("Ben", "/needhelp Carry");
    onPhone("Cem", "/claim 1");
    onPhone("Cem", "/write 1 Which door?");
    circle.settle();

    join("Ben", "Cem");

    assertThat(rows("talk")).isZero();
    assertThat(rows("letter")).isZero();
  }

  @Test
  void whom_both_had_blocked_is_blocked_once_and_nobody_blocks_themself() {
    circle.types("Ana", "/needhelp Carry, 2 people");
    circle.types("Ben", "/claim 1");
    onPhone("Cem", "/claim 1");
    circle.types("Ben", "/write 1 block");
    onPhone("Cem", "/write 1 block");
    circle.types("Ben", "/needhelp Soup");
    onPhone("Cem", "/claim 2");
    circle.types("Ben", "/write 2 block");
    assertThat(rows("block")).isEqualTo(3);

    join("Ben", "Cem");

    assertThat(rows("block")).isEqualTo(1);
    assertThat(text(onPhone("Cem", "/settings set unblock Ana"))).contains("Ana");
    assertThat(rows("block")).isZero();
  }

  @Test
  void who_is_forgotten_finds_the_private_chats_of_all_their_accounts_emptied_but_for_one_word() {
    joinBen();
    circle.settle();
    assertThat(circle.paper.to("ben")).isNotEmpty();
    startsPhone("Ben");

    onPhone("Ben", "/settings forget yes");
    circle.forward(Duration.ofSeconds(5));

    assertThat(circle.paper.to("ben"))
        .singleElement()
        .asString()
        .contains("You are forgotten", "said to you privately");
    assertThat(circle.paper.to("ben-t"))
        .singleElement()
        .asString()
        .contains("You are forgotten", "as far as Telegram lets me");
    assertThat(rows("outbox")).isZero();
  }

  @Test
  void whoever_may_manage_one_of_two_groups_looks_after_the_circle_wherever_they_act() {
    onPhone("Eva", "/board", false);
    circle.isManagedBy("Ana");
    circle.types("Eva", "/board");
    circle.isManagedBy("Eva");
    circle.types("Eva", "/circle set zone Europe/Berlin");
    circle.isManagedBy("Ana");
    join("Eva", "Eva");

    onPhone("Eva", "/board", false);

    assertThat(text(circle.types("Ben", "/circle stewards"))).contains("Ana", "Eva", "Stu");
    circle.types("Eva", "/board");
    assertThat(text(circle.types("Ben", "/circle stewards")))
        .as("what the group itself says now")
        .contains("Ana", "Stu")
        .doesNotContain("Eva");
  }

  @Test
  void what_a_platform_lets_an_account_manage_goes_with_that_account() {
    circle.isManagedBy("Ana");
    circle.types("Ben", "/board");
    joinBen();
    assertThat(text(circle.types("Ana", "/circle stewards"))).contains("Ben");

    circle.types("Ben", "/settings unlink telegram");

    assertThat(text(circle.types("Ana", "/circle stewards"))).doesNotContain("Ben");
  }

  @Test
  void whoever_leaves_the_group_that_they_manage_looks_after_the_circle_no_more() {
    circle.isManagedBy("Ana");
    circle.types("Ben", "/board");
    joinBen();

    circle.core.desk().hear("left", OAK.platform(), new News.Left(OAK.house(), "ben-t"));

    assertThat(text(circle.types("Ana", "/circle stewards"))).doesNotContain("Ben");
    assertThat(text(circle.types("Ben", "/mine"))).isNotEmpty();
  }

  @Test
  void a_circle_knows_a_person_by_one_name_whichever_account_they_use() {
    onPhone("Theo", "/board");
    circle.types("Ana", "/needhelp Bread");
    circle.types("Ben", "/claim 1");
    join("Ben", "Theo");
    onPhone("Theo", "/mine");
    circle.types("Ana", "/edit 1 Rye bread");
    assertThat(card(1)).contains("Ben will help");

    onPhone("Theo", "/settings unlink Ben");

    assertThat(card(1)).contains("Theo will help");
    assertThat(text(circle.types("Ana", "/circle stewards add Ben"))).contains("Ben");
  }

  @Test
  void of_an_account_that_was_taken_off_and_is_forgotten_no_block_says_the_name() {
    circle.types("Cem", "/board");
    onPhone("Theo", "/board");
    circle.types("Ana", "/block Cem");
    join("Cem", "Theo");
    onPhone("Theo", "/settings unlink Cem");

    circle.writes("Cem", "/settings forget yes");

    List<String> shown =
        circle
            .core
            .database()
            .read(tables ->
                tables.handle().createQuery("select shown from block").mapTo(String.class).list());
    assertThat(shown).containsExactly("…");
  }

  @Test
  void reminders_move_in_every_circle_wherever_another_time_is_set() {
    circle.types("Ana", "/circle set zone Europe/Berlin");
    circle.types("Ana", "/needhelp Bread, in 2 days 18:00");
    circle.types("Elm", "/circle set zone Europe/Berlin", ELM);
    circle.types("Ben", "/board", ELM);
    circle.types("Elm", "/needhelp Soup, in 3 days 18:00", ELM);
    joinBen();
    circle.types("Ben", "/claim 1");
    circle.types("Ben", "/claim 1", ELM);
    Set<String> before = reminders();
    assertThat(before).hasSize(4);

    onPhone("Ben", "/settings set reminders 12:00, 3 hours", inPrivate());
    Set<String> moved = reminders();
    onPhone("Ben", "/settings set zone Asia/Tokyo", inPrivate());

    assertThat(moved).hasSize(4).doesNotContainAnyElementsOf(before);
    // Three hours before is the same instant by any clock, noon of the day before is not.
    assertThat(reminders()).hasSize(4);
    Set<String> both = new TreeSet<>(reminders());
    both.removeAll(moved);
    assertThat(both).hasSize(2);
  }

  @Test
  void every_column_that_leads_to_a_person_is_one_in_which_they_are_joined() {
    Set<String> leading =
        circle
            .core
            .database()
            .read(tables ->
                new TreeSet<>(
                    tables
                        .handle()
                        .createQuery(
                            """
                            select lower(k.table_name) || '.' || lower(k.column_name)
                            from information_schema.referential_constraints r
                            join information_schema.key_column_usage k
                              on k.constraint_name = r.constraint_name
                            join information_schema.key_column_usage u
                              on u.constraint_name = r.unique_constraint_name
                            where lower(u.table_name) = 'person'
                            """)
                        .mapTo(String.class)
                        .list()));

    assertThat(leading)
        .as("Columns with a person in them; store/Joining knows others: add each there")
        .containsExactlyInAnyOrderElementsOf(Joining.columns());
  }

  /** Ben's account on the other platform joins the one in the room; what that answers. */
  private String joinBen() {
    return join("Ben", "Ben");
  }

  private String join(String inTheRoom, String onThePhone) {
    String code = code(circle.writes(inTheRoom, "/settings link"));
    String said = text(onPhone(onThePhone, "/settings link " + code));
    assertThat(said).contains("one person to me now");
    return said;
  }

  private long rows(String table) {
    return circle
        .core
        .database()
        .read(tables ->
            tables.handle().createQuery("select count(*) from " + table).mapTo(long.class).one());
  }

  private String card(int number) {
    return circle.card(number).message().text().plain();
  }

  private static String code(Reply reply) {
    Matcher found = CODE.matcher(text(reply));
    assertThat(found.find()).as(text(reply)).isTrue();
    return found.group();
  }

  /** When which reminders are due. */
  private Set<String> reminders() {
    return circle
        .core
        .database()
        .read(tables ->
            new TreeSet<>(
                tables
                    .handle()
                    .createQuery(
                        """
                        select what || ' ' || ref_id || ' ' || due_at from due
                        where what in ('EVENING_BEFORE', 'HOUR_BEFORE')
                        """)
                    .mapTo(String.class)
                    .list()));
  }

  /** Somebody opens the private chat on Telegram. */
  private void startsPhone(String name) {
    onPhone(name, "/start", inPrivate());
  }

  private static Whence inPrivate() {
    return new Whence.InPrivate(Set.of(OAK.house()), Set.of());
  }

  /** Somebody types in the group on Telegram, where they have an account of its own. */
  private Reply onPhone(String name, String line) {
    return onPhone(name, line, true);
  }

  private Reply onPhone(String name, String line, boolean manages) {
    Facts facts = new Facts("Oak Hill", "Oak Hill", 5, false, false);
    return onPhone(name, line, new Whence.InPlace(OAK, facts, manages));
  }

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
