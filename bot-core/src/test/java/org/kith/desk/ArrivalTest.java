package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.CareRequest;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.store.Posts.Post;
import org.kith.store.Tables;
import org.kith.testing.TestCircle;

/** A card is posted anew at the very moment in which an edit of the old message is on its way. */
class ArrivalTest {
  private static final int REVISION = 7;

  @TempDir Path folder;
  private TestCircle circle;

  @BeforeEach
  void open() {
    circle = TestCircle.in(folder);
    circle.types("Ana", "/needhelp Bread");
    circle.settle();
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void an_edit_that_comes_too_late_does_not_bring_the_old_message_back() {
    givenUpWhileEdited((arrival, edit) -> arrival.arrived(edit.row, REVISION, edit.old, edit.old));

    assertThat(circle.core.database().read(ArrivalTest::post).messageId()).isNull();
  }

  @Test
  void that_the_old_message_is_gone_is_no_reason_to_rest_and_the_new_one_is_still_posted() {
    givenUpWhileEdited((arrival, edit) -> arrival.messageGone(edit.row, REVISION, edit.old));

    assertThat(circle.core.database().read(ArrivalTest::request).isOpen()).isTrue();
    circle
        .core
        .database()
        .write(tables -> {
          new Saying(tables, circle.clock.instant()).changed(request(tables).id());
          return true;
        });
    circle.core.clockMoved();
    assertThat(circle.card(1).message().text().plain()).contains("Bread");
    assertThat(circle.core.database().read(ArrivalTest::post).messageId()).isNotNull();
  }

  /** An edit on its way, and the message that it is of. */
  private record Edit(Row row, String old) {}

  private void givenUpWhileEdited(BiConsumer<Arrival, Edit> then) {
    circle
        .core
        .database()
        .write(tables -> {
          Post post = post(tables);
          Row row =
              new Row(
                  0,
                  Note.CARD,
                  null,
                  TestCircle.PLACE.platform(),
                  TestCircle.PLACE,
                  null,
                  null,
                  post.requestId(),
                  REVISION,
                  "en",
                  circle.clock.instant(),
                  0,
                  null);
          String old = String.valueOf(post.messageId());
          tables.posts().lost(post.id());
          then.accept(new Arrival(tables, circle.clock.instant()), new Edit(row, old));
          return true;
        });
  }

  private static CareRequest request(Tables tables) {
    return tables.requests().find(1).orElseThrow();
  }

  private static Post post(Tables tables) {
    return tables.posts().ofRequest(1).getFirst();
  }
}
