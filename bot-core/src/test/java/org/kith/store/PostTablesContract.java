package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.care.CareRequest;
import org.kith.care.RequestState;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.Space;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.store.Posts.Post;

/** Cards and the outbox come back as they were written. */
abstract class PostTablesContract extends TablesContract {
  private static final Set<Platform> ALL = Set.of(Platform.values());
  private static final Place ROOM = place("h", "a");
  private static final Place OTHER = place("h", "b");

  @Test
  void a_card_is_known_by_its_message_and_by_whoever_reacted() {
    Circle circle = circle();
    CareRequest request = request(circle, account("Ana"));
    Space space = write(t -> t.circles().addSpace(circle.id(), ROOM, "A", true, 0));
    change(tables -> {
      Posts posts = tables.posts();
      Post post = posts.of(space.id(), request.id());
      assertThat(post).isEqualTo(new Post(post.id(), space.id(), request.id(), null, 0, false));
      assertThat(posts.of(space.id(), request.id())).isEqualTo(post);
      assertThat(posts.open(Platform.DISCORD)).isEmpty();
      posts.shown(post.id(), "m1", 0);
      posts.doubt(post.id(), true);
      Post shown = new Post(post.id(), space.id(), request.id(), "m1", 0, true);
      assertThat(posts.byMessage(space.id(), "m1")).contains(shown);
      assertThat(posts.byMessage(space.id(), "m2")).isEmpty();
      assertThat(posts.ofRequest(request.id())).containsExactly(shown);
      assertThat(posts.open(Platform.DISCORD)).containsExactly(shown);
      assertThat(posts.behind(space.id())).containsExactly(request.id());
      posts.shown(post.id(), "m1", 1);
      assertThat(posts.behind(space.id())).isEmpty();
      assertThat(posts.addReactor(post.id(), "ben")).isTrue();
      assertThat(posts.addReactor(post.id(), "ben")).isFalse();
      assertThat(posts.addReactor(post.id(), "chi")).isTrue();
      assertThat(posts.removeReactor(post.id(), "ben")).isTrue();
      assertThat(posts.removeReactor(post.id(), "ben")).isFalse();
      assertThat(posts.reactors(post.id())).containsExactly("chi");
      tables.requests().enter(request.id(), new RequestState.Kept(NOW), NOW);
      assertThat(posts.open(Platform.DISCORD)).isEmpty();
      posts.remove(request.id());
      assertThat(posts.ofRequest(request.id())).isEmpty();
    });
  }

  @Test
  void a_card_waits_as_one_row_however_often_it_changes() {
    Circle circle = circle();
    change(tables -> {
      tables.outbox().card(circle.id(), ROOM, 7, 1, "en", NOW);
      tables.outbox().card(circle.id(), OTHER, 7, 1, "en", NOW);
      tables.outbox().card(circle.id(), ROOM, 7, 4, "en", NOW.plusSeconds(9));
    });
    assertThat(due(NOW)).extracting(Row::revision).containsExactly(4, 1);
    Row row = due(NOW).getFirst();
    assertThat(row)
        .isEqualTo(
            new Row(
                row.id(),
                Note.CARD,
                circle.id(),
                Platform.DISCORD,
                ROOM,
                null,
                null,
                7,
                4,
                "en",
                NOW,
                0,
                null));
    change(tables -> {
      tables.outbox().removeShown(row.id(), 3);
      assertThat(tables.outbox().find(row.id())).isPresent();
      tables.outbox().removeShown(row.id(), 4);
      assertThat(tables.outbox().find(row.id())).isEmpty();
    });
  }

  @Test
  void people_come_before_digests_and_the_oldest_first() {
    Circle circle = circle();
    Account ana = account("Ana");
    List<Long> rows =
        write(tables ->
            List.of(
                tables.outbox().post(Note.DIGEST, circle.id(), ROOM, circle.id(), "en", NOW),
                tables.outbox().post(Note.DOOR, null, ROOM, 0, "en", NOW),
                tables.outbox().tell(Note.CLAIMED, circle.id(), ana, 1, NOW),
                tables.outbox().tell(Note.ASKED, circle.id(), ana, 1, NOW.plusSeconds(20))));
    assertThat(due(NOW)).extracting(Row::id).containsExactly(rows.get(1), rows.get(2), rows.get(0));
    assertThat(due(NOW.plusSeconds(20))).hasSize(4);
    check(t -> assertThat(t.outbox().due(NOW, Set.of(Platform.TELEGRAM))).isEmpty());
    check(t -> assertThat(t.outbox().due(NOW, Set.of())).isEmpty());
    check(t -> assertThat(t.outbox().next(ALL)).contains(NOW));
    check(t -> assertThat(t.outbox().size()).isEqualTo(4));
  }

  @Test
  void a_long_queue_in_one_chat_does_not_hide_the_others() {
    Circle circle = circle();
    Account ana = account("Ana");
    long told =
        write(tables -> {
          for (int i = 0; i < 400; i++) {
            tables.outbox().card(circle.id(), ROOM, i, 1, "en", NOW);
          }
          return tables.outbox().tell(Note.CLAIMED, circle.id(), ana, 1, NOW);
        });
    assertThat(due(NOW)).extracting(Row::id).contains(told);
  }

  @Test
  void what_is_tried_later_takes_its_lane_with_it_and_no_other() {
    Circle circle = circle();
    Account ana = account("Ana");
    Account ben = account("Ben");
    change(tables -> {
      Outbox outbox = tables.outbox();
      long first = outbox.post(Note.DOOR, null, ROOM, 0, "en", NOW);
      outbox.card(circle.id(), ROOM, 7, 1, "en", NOW);
      outbox.card(circle.id(), OTHER, 7, 1, "en", NOW);
      long told = outbox.tell(Note.CLAIMED, circle.id(), ana, 1, NOW);
      outbox.tell(Note.RELEASED, circle.id(), ana, 1, NOW);
      outbox.tell(Note.CLAIMED, circle.id(), ben, 2, NOW);
      outbox.later(outbox.find(first).orElseThrow(), NOW.plusSeconds(5));
      outbox.later(outbox.find(told).orElseThrow(), NOW.plusSeconds(5));
      assertThat(outbox.find(first).orElseThrow().tries()).isEqualTo(1);
    });
    assertThat(due(NOW))
        .extracting(Row::lane)
        .containsExactly("DISCORD in h b", "DISCORD to id-Ben");
    assertThat(due(NOW.plusSeconds(5))).hasSize(6);
  }

  @Test
  void a_send_without_an_answer_is_known_from_its_first_moment() {
    long row = write(t -> t.outbox().post(Note.DOOR, null, ROOM, 0, "en", NOW));
    change(tables -> {
      Outbox outbox = tables.outbox();
      outbox.sending(row, NOW.plusSeconds(1));
      outbox.sending(row, NOW.plusSeconds(2));
      assertThat(outbox.find(row).orElseThrow().doubtSince()).isEqualTo(NOW.plusSeconds(1));
      outbox.didNotArrive(row);
      assertThat(outbox.find(row).orElseThrow().doubtSince()).isNull();
      outbox.move(Platform.DISCORD, "h", "new");
      assertThat(outbox.find(row).orElseThrow().place()).isEqualTo(place("new", "a"));
      outbox.stray(OTHER, "m9", 7, "en", NOW);
    });
    assertThat(due(NOW)).extracting(Row::messageId).containsExactly(null, "m9");
  }

  @Test
  void a_row_can_be_hastened_and_made_moot() {
    Account ana = account("Ana");
    change(tables -> {
      Outbox outbox = tables.outbox();
      long row = outbox.tell(Note.ASKED, null, ana, 7, NOW.plusSeconds(20));
      outbox.tell(Note.ASKED, null, ana, 8, NOW);
      outbox.now(row, NOW);
      assertThat(outbox.find(row).orElseThrow().dueAt()).isEqualTo(NOW);
      outbox.now(row, NOW.plusSeconds(1));
      assertThat(outbox.find(row).orElseThrow().dueAt()).isEqualTo(NOW);
      outbox.removeAbout(Note.CLAIMED, 7);
      outbox.removeAbout(Note.ASKED, 7);
    });
    assertThat(due(NOW)).extracting(Row::ref).containsExactly(8L);
  }

  private List<Row> due(Instant now) {
    return read(tables -> tables.outbox().due(now, ALL));
  }
}
