package org.kith.desk;

import java.util.Optional;
import java.util.Set;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Circle;
import org.kith.command.MessageRef;
import org.kith.command.Reply;
import org.kith.store.Posts.Post;
import org.kith.store.Tables;

/**
 * Reactions to cards, settled against the reactors last seen and not against claims: what was
 * claimed or released by button stays so.
 */
final class Reacting {
  private final Turn turn;

  Reacting(Turn turn) {
    this.turn = turn;
  }

  /** 🤝 was put on a message: on a card it is a claim. */
  Reply reacted(MessageRef message) {
    Post post = post(turn.tables(), message).orElse(null);
    if (post == null) {
      return new Reply.Silent();
    }
    CareRequest request = turn.tables().requests().find(post.requestId()).orElseThrow();
    // What has ended takes no new names: three days later nobody would forget this one.
    boolean moot = request.isEnded() || turn.circleOf(request).isEmpty();
    if (moot || !turn.tables().posts().addReactor(post.id(), id())) {
      return new Reply.Silent();
    }
    return request.isOwnOf(turn.person())
        ? new Reply.Silent()
        : new Helping(turn).claim(request, true, null);
  }

  /** 🤝 was taken back: a claim made by it is released, any other stays. */
  Reply unreacted(MessageRef message) {
    Post post = post(turn.tables(), message).orElse(null);
    if (post == null || !turn.tables().posts().removeReactor(post.id(), id())) {
      return new Reply.Silent();
    }
    CareRequest request = turn.tables().requests().find(post.requestId()).orElseThrow();
    for (Claim claim : turn.tables().claims().on(request.id())) {
      if (claim.isInFlight() && claim.byReaction() && claim.isBy(turn.person())) {
        new Helping(turn).release(request, claim);
      }
    }
    return new Reply.Silent();
  }

  /** The accounts whose reactions on a card were seen last. */
  static Set<String> lastSeen(Tables tables, MessageRef message) {
    return post(tables, message).map(post -> tables.posts().reactors(post.id())).orElse(Set.of());
  }

  /** The card that a message is. */
  static Optional<Post> post(Tables tables, MessageRef message) {
    return tables
        .circles()
        .spaceAt(message.place())
        .flatMap(space -> tables.posts().byMessage(space.id(), message.messageId()));
  }

  /** The circle of the card that a message is. */
  static Optional<Circle> circle(Tables tables, MessageRef message) {
    return tables
        .circles()
        .spaceAt(message.place())
        .flatMap(space -> tables.circles().find(space.circleId()));
  }

  private String id() {
    return turn.actor().externalId();
  }
}
