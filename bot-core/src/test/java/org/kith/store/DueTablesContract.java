package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kith.circle.Circle;
import org.kith.circle.Platform;
import org.kith.store.DueTable.Due;
import org.kith.store.DueTable.What;

/** What is due, what was seen and what is remembered come back as they were written. */
abstract class DueTablesContract extends TablesContract {
  @Test
  void a_subject_is_due_once_and_the_earliest_comes_first() {
    Circle circle = circle();
    change(tables -> {
      DueTable due = tables.due();
      due.schedule(What.HOLD, circle.id(), 1, NOW);
      due.schedule(What.HOLD, circle.id(), 1, NOW.plusSeconds(3));
      due.schedule(What.FORGET, circle.id(), 1, NOW.plusSeconds(2));
      due.schedule(What.RETIRE, circle.id(), 1, NOW.plusSeconds(9));
      due.cancel(What.RETIRE, 1);
      assertThat(due.next()).contains(NOW.plusSeconds(2));
      assertThat(due.upTo(NOW.plusSeconds(1))).isEmpty();
      assertThat(due.upTo(NOW.plusSeconds(9)))
          .extracting(Due::what)
          .containsExactly(What.FORGET, What.HOLD);
      for (int i = 0; i < 120; i++) {
        due.schedule(What.HOLD, circle.id(), i, NOW);
      }
      assertThat(due.upTo(NOW)).hasSize(100);
    });
  }

  @Test
  void what_is_due_is_taken_once_and_not_before_its_time() {
    Due due = scheduled();
    change(t -> assertThat(t.due().take(due, NOW.minusNanos(1000))).isEmpty());
    change(t -> assertThat(t.due().take(due, NOW)).contains(due));
    change(t -> assertThat(t.due().take(due, NOW)).isEmpty());
  }

  @Test
  void what_another_process_is_doing_is_left_to_it() {
    Due due = scheduled();
    // A read has a connection outside the writers' queue: two of them are two processes.
    Optional<Due> second =
        read(one -> {
          one.handle().begin();
          assertThat(one.due().take(due, NOW)).contains(due);
          Optional<Due> other =
              read(two -> two.handle().inTransaction(h -> new Tables(h).due().take(due, NOW)));
          one.handle().rollback();
          return other;
        });
    assertThat(second).isEmpty();
    change(t -> assertThat(t.due().take(due, NOW)).contains(due));
  }

  @Test
  void a_delivery_is_first_once_and_forgotten_after_a_while() {
    change(tables -> {
      Deliveries deliveries = tables.deliveries();
      assertThat(deliveries.isFirst(Platform.DISCORD, "d1", NOW)).isTrue();
      assertThat(deliveries.isFirst(Platform.DISCORD, "d1", NOW)).isFalse();
      assertThat(deliveries.isFirst(Platform.TELEGRAM, "d1", NOW)).isTrue();
      assertThat(deliveries.requestOf(Platform.DISCORD, "d1")).isEmpty();
      deliveries.ledTo(Platform.DISCORD, "d1", 7);
      assertThat(deliveries.requestOf(Platform.DISCORD, "d1")).contains(7L);
      deliveries.removeBefore(NOW);
      assertThat(deliveries.isFirst(Platform.DISCORD, "d1", NOW)).isFalse();
      deliveries.removeBefore(NOW.plusNanos(1000));
      assertThat(deliveries.isFirst(Platform.DISCORD, "d1", NOW)).isTrue();
    });
  }

  @Test
  void facts_are_replaced_and_counts_added_up() {
    Circle circle = circle();
    LocalDate week = LocalDate.of(2026, 10, 19);
    change(tables -> {
      Remembered remembered = tables.remembered();
      assertThat(remembered.fact("menu")).isEmpty();
      remembered.write("menu", "1");
      remembered.write("menu", "2");
      assertThat(remembered.fact("menu")).contains("2");
      remembered.count(circle.id(), "PETS", week, 2);
      remembered.count(circle.id(), "PETS", week, 0);
      remembered.count(circle.id(), "MEALS", week, 1);
    });
    assertThat(counts()).containsExactly("MEALS 1 1", "PETS 2 2");
  }

  private List<String> counts() {
    return read(tables ->
        tables
            .handle()
            .createQuery("select kind, requests, kept from care_count order by kind")
            .map((row, context) -> row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3))
            .list());
  }

  private Due scheduled() {
    Circle circle = circle();
    return write(tables -> {
      tables.due().schedule(What.HOLD, circle.id(), 1, NOW);
      return tables.due().upTo(NOW).getFirst();
    });
  }
}
