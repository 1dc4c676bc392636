package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.due.MovableClock;
import org.kith.post.Messenger.Posting;
import org.kith.post.Outcome;
import org.kith.words.Text;

class RoomStateTest {
  private static final MovableClock NOON =
      MovableClock.standing(Instant.parse("2027-01-22T12:00:00Z"));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void the_same_outbox_row_is_one_message_also_after_a_restart() {
    String first = post(open(), 7, "Groceries · #1");
    RoomState again = open();
    String second = post(again, 7, "Groceries · #1");

    assertThat(second).isEqualTo(first);
    assertThat(again.entries(_ -> true)).hasSize(1);
  }

  @Test
  void what_was_posted_edited_reacted_to_and_deleted_is_so_after_a_restart() {
    RoomState room = open();
    String card = post(room, 1, "Groceries · #1");
    String gone = post(room, 2, "Rides · #2");
    messenger(room).edit(ref(card), message("Groceries · #1, Ben will help"));
    room.react(card, "ben", Sign.HANDSHAKE, true);
    room.react(card, "ana", Sign.HEART, true);
    messenger(room).delete(ref(gone));

    RoomState again = open();

    assertThat(again.entries(_ -> true))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.shown().plain()).isEqualTo("Groceries · #1, Ben will help");
          assertThat(entry.reactors()).containsExactly("ben");
          assertThat(entry.hearts()).containsExactly("ana");
        });
    assertThat(messenger(again).edit(ref(gone), message("Rides · #2")))
        .isEqualTo(new Outcome.MessageGone());
    assertThat(post(again, 3, "Meals · #3")).isNotIn(card, gone);
  }

  @Test
  void a_line_torn_off_by_a_crash_is_as_if_it_had_never_been() throws IOException {
    String card = post(open(), 1, "Groceries · #1");
    Files.writeString(
        file(), "{\"happened\":\"deleted\",\"id\":\"" + card, StandardOpenOption.APPEND);

    RoomState again = open();

    assertThat(again.entry(card)).isPresent();
    post(again, 2, "Rides · #2");
    assertThat(open().entries(_ -> true)).hasSize(2);
  }

  @Test
  void a_file_that_is_no_room_stops_the_start_with_its_line() throws IOException {
    Files.writeString(file(), "secret words\n");

    assertThatThrownBy(this::open)
        .hasMessageContaining("room.jsonl line 1")
        .hasMessageContaining("move the file away")
        .hasMessageNotContaining("secret words");
  }

  @Test
  void protected_words_are_told_but_never_written() throws IOException {
    RoomState room = open();
    Message details =
        Message.of(
            Text.of("Door code 4711"), Button.first("Show details", new Command.ShowDetails(5)));
    messenger(room).tell("ben", details, true, posting(4, false, null));

    assertThat(room.entries(entry -> entry.visibleTo("ben")))
        .singleElement()
        .satisfies(entry -> assertThat(entry.shown().plain()).isEqualTo("Door code 4711"));
    assertThat(Files.readString(file())).doesNotContain("4711");
    assertThat(open().entries(entry -> entry.visibleTo("ben")))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.shown().lines()).isEmpty();
          assertThat(entry.shown().rows().getFirst().getFirst().code()).isEqualTo("details:5");
        });
  }

  @Test
  void what_is_told_privately_is_seen_by_nobody_else() {
    RoomState room = open();
    messenger(room).tell("ben", message("You're helping with #1"), false, posting(4, false, null));

    assertThat(room.entries(entry -> entry.visibleTo("ana"))).isEmpty();
    assertThat(room.entries(entry -> entry.visibleTo("ben"))).hasSize(1);
  }

  @Test
  void somebody_who_is_not_here_is_unreachable_and_another_group_is_closed() {
    RoomState room = open();

    assertThat(messenger(room).tell("zoe", message("Hello"), false, posting(1, false, null)))
        .isEqualTo(new Outcome.Unreachable());
    assertThat(
            messenger(room)
                .post(
                    new Place(Platform.BROWSER, "oak-street", ""),
                    message("Hello"),
                    posting(2, false, null)))
        .isInstanceOf(Outcome.PlaceClosed.class);
  }

  @Test
  void a_line_knows_the_card_it_belongs_below() {
    RoomState room = open();
    String card = post(room, 1, "Groceries · #1");
    messenger(room).post(Maple.PLACE, message("Ana, please look"), posting(2, false, ref(card)));

    assertThat(room.entries(entry -> entry.kind() == Entry.Kind.POST))
        .singleElement()
        .satisfies(entry -> assertThat(entry.under()).isEqualTo(card));
  }

  @Test
  void people_may_have_any_name_and_each_gets_an_id_of_their_own() {
    RoomState room = open();

    String kith = room.addPerson("Kith").orElseThrow().id();
    String ana = room.addPerson("ana").orElseThrow().id();
    String noor = room.addPerson("نور").orElseThrow().id();

    assertThat(List.of(kith, ana, noor)).doesNotHaveDuplicates().doesNotContain("kith", "ana");
    assertThat(open().people()).extracting(Person::name).contains("Kith", "ana", "نور");
  }

  @Test
  void a_full_room_takes_nobody_more() {
    RoomState room = open();
    for (int i = room.people().size(); i < RoomState.MOST_PEOPLE; i++) {
      assertThat(room.addPerson("Neighbour " + i)).isPresent();
    }

    assertThat(room.addPerson("One more")).isEmpty();
  }

  @Test
  void the_oldest_messages_make_room_for_new_ones() {
    RoomState room = open();
    String card = post(room, 1, "Groceries · #1");
    for (int i = 0; i < Timeline.MOST_ENTRIES + 20; i++) {
      room.show(chat(i));
    }

    assertThat(room.entries(_ -> true)).hasSize(Timeline.MOST_ENTRIES);
    assertThat(room.entry(card)).as("a card outlives chat").isPresent();
    assertThat(room.entry("t-0")).isEmpty();
  }

  @Test
  void whoever_was_away_is_told_what_changed_or_to_read_anew() throws InterruptedException {
    Changes changes = new Changes();
    changes.add("entry", "one");
    changes.add("entry", "two");

    assertThat(changes.after(1, Duration.ZERO))
        .extracting(Changes.Change::data)
        .containsExactly("two");
    assertThat(changes.after(2, Duration.ZERO)).isEmpty();
    assertThat(changes.after(99, Duration.ZERO)).as("from another opening").isNull();
    for (int i = 0; i < 1000; i++) {
      changes.add("entry", i);
    }
    assertThat(changes.after(1, Duration.ZERO)).as("away too long").isNull();
  }

  private static Entry chat(int i) {
    return new Entry(
        "t-" + i,
        Entry.Kind.CHAT,
        "",
        "ben",
        NOON.millis(),
        Shown.typed("hello " + i),
        0,
        0,
        null,
        List.of(),
        List.of(),
        false,
        false,
        false);
  }

  private static String post(RoomState room, long row, String words) {
    Outcome outcome = messenger(room).post(Maple.PLACE, message(words), posting(row, true, null));
    assertThat(outcome).isInstanceOf(Outcome.Sent.class);
    return ((Outcome.Sent) outcome).messageId();
  }

  private static BrowserMessenger messenger(RoomState room) {
    return new BrowserMessenger(room, NOON);
  }

  private static MessageRef ref(String id) {
    return new MessageRef(Maple.PLACE, id);
  }

  private static Message message(String words) {
    return Message.of(Text.of(words));
  }

  private static Posting posting(long row, boolean card, @Nullable MessageRef under) {
    return new Posting(row, false, card, 1, null, under);
  }

  private RoomState open() {
    return new RoomState(file());
  }

  private Path file() {
    return folder.resolve("room.jsonl");
  }
}
