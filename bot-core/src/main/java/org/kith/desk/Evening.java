package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.circle.Space;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.post.Note;
import org.kith.store.DueTable.What;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/** What is new or near and still open gathers in one line of the evening, which makes no sound. */
record Evening(Tables tables, Instant now) {
  private static final LocalTime SIX = LocalTime.of(18, 0);

  /** Nobody need be told of what they saw this afternoon. */
  private static final Duration SEEN = Duration.ofHours(4);

  private static final Duration NEW = Duration.ofDays(3);
  private static final Duration NEAR = Duration.ofDays(3);

  /** Something was asked: the next evening looks whether it is still open. */
  void watch(Circle circle) {
    if (!tables.due().awaits(What.EVENING, circle.id())) {
      ZonedDateTime local = now.plus(SEEN).atZone(circle.zone());
      ZonedDateTime six = local.toLocalDate().atTime(SIX).atZone(circle.zone());
      Instant next =
          six.isBefore(local)
              ? local.toLocalDate().plusDays(1).atTime(SIX).atZone(circle.zone()).toInstant()
              : six.toInstant();
      tables.due().schedule(What.EVENING, circle.id(), circle.id(), next);
    }
  }

  /** It is six: what waits is said in one line, and looked at again tomorrow. */
  void due(Circle circle) {
    List<CareRequest> open = tables.requests().open(circle.id());
    if (!waiting(circle).isEmpty()) {
      for (Space space : tables.circles().spacesOf(circle.id())) {
        tables
            .outbox()
            .post(Note.EVENING, circle.id(), space.place(), circle.id(), circle.language(), now);
      }
    }
    if (!open.isEmpty()) {
      watch(circle);
    }
  }

  /** The line; nothing that has found somebody meanwhile is in it. */
  Message draw(Circle circle, Words words) {
    Text.Builder text = new Text.Builder();
    new Listing(tables, now).add(text, words, "evening.head", circle, waiting(circle));
    return Message.of(
        text.build(), Button.plain(words.say("button.board"), new Command.Board(null)));
  }

  /** What is open, was not shown today anyway, and is new or near. */
  List<CareRequest> waiting(Circle circle) {
    return tables.requests().open(circle.id()).stream()
        .filter(request -> !request.askedAt().isAfter(now.minus(SEEN)))
        .filter(request -> isNewOrNear(request) && !request.window().isOver(now))
        .filter(request -> new Saying(tables, now).view(circle, request).places() > 0)
        .filter(request ->
            tables
                .askings()
                .postedAgain(request.id())
                .filter(again -> again.isAfter(now.minus(Rings.A_DAY)))
                .isEmpty())
        .toList();
  }

  private boolean isNewOrNear(CareRequest request) {
    Instant ends = request.window().ends();
    boolean isNew = request.askedAt().isAfter(now.minus(NEW));
    return isNew || (ends != null && ends.isBefore(now.plus(NEAR)));
  }
}
