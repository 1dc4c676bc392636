package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.circle.Space;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Whence;
import org.kith.post.Note;
import org.kith.store.Posts.Post;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * One space leaves a circle that is in several places, and is a circle of its own with the same
 * settings. What was asked there and is open comes along or stays, as its steward says.
 */
record Leaving(Turn turn) {

  /** The space of this turn; what is open is asked about before anything is done. */
  Reply typed(@Nullable Boolean along) {
    Space space = turn.space();
    if (space == null) {
      return inTheGroup();
    }
    return along == null
        ? steward(space).map(circle -> asks(space, circle)).orElseGet(this::notASteward)
        : leave(space.id(), along);
  }

  /** A space leaves its circle; it may be pressed in private, too. */
  Reply leave(long spaceId, boolean along) {
    Space space =
        turn.tables()
            .circles()
            .space(spaceId)
            .filter(one -> turn.circles().stream().anyMatch(own -> own.id() == one.circleId()))
            .orElse(null);
    if (space == null) {
      return inTheGroup();
    }
    Circle circle = steward(space).orElse(null);
    if (circle == null) {
      return notASteward();
    }
    if (isOnly(circle)) {
      return turn.answer("circle.leave.only", "circle", circle.name());
    }
    Circle own = new Founding(turn.tables(), turn.now()).apart(circle.withName(name(space)));
    List<CareRequest> moved =
        turn
            .tables()
            .departure()
            .take(space.id(), space.place(), circle.id(), own.id(), along)
            .stream()
            .flatMap(id -> turn.tables().requests().find(id).stream())
            .toList();
    cards(space, circle, own, moved);
    List<CareRequest> open = moved.stream().filter(request -> !request.isEnded()).toList();
    if (!open.isEmpty()) {
      new Evening(turn.tables(), turn.now()).watch(own);
    }
    for (CareRequest request : open) {
      turn.saying().changed(request.id());
      Linking.concerned(turn.tables(), request)
          .forEach(person -> turn.saying().tell(Note.RENUMBERED, own, person, request.id()));
    }
    new Deserted(turn.tables(), turn.now()).left(circle.id());
    say(circle);
    say(own);
    return turn.answer("circle.leave.done", "space", space.title(), "circle", circle.name());
  }

  /** To all in a circle that a group has left, or that it has become: where it is now. */
  static Message parted(Tables tables, Circle circle, Words words) {
    List<String> spaces =
        tables.circles().spacesOf(circle.id()).stream().map(Space::title).distinct().toList();
    return Message.of(
        Text.of(words.say("parted", "circle", circle.name(), "spaces", words.list(spaces))));
  }

  private Reply asks(Space space, Circle circle) {
    if (isOnly(circle)) {
      return turn.answer("circle.leave.only", "circle", circle.name());
    }
    int open = turn.tables().departure().open(circle.id(), space.id());
    String question =
        turn.say("circle.leave.question", "space", space.title(), "circle", circle.name());
    Text.Builder text = new Text.Builder().line(question);
    List<Button> buttons = new ArrayList<>();
    if (open == 0) {
      text.line(turn.say("circle.leave.how"));
      buttons.add(button("button.leave", space, true));
    } else {
      text.line(turn.say("circle.leave.open", "count", open, "circle", circle.name()))
          .line(turn.say("circle.leave.how.open"));
      buttons.add(button("button.leave.along", space, true));
      buttons.add(button("button.leave.stay", space, false));
    }
    return turn.said(Message.of(text.build(), buttons, 1), question);
  }

  private Button button(String key, Space space, boolean along) {
    return Button.plain(turn.say(key), new Command.LeaveCircle(space.id(), along));
  }

  /** What has come along is seen in this space alone, what stays is not seen in it any more. */
  private void cards(Space space, Circle circle, Circle own, List<CareRequest> moved) {
    for (Post post : turn.tables().posts().in(space.id())) {
      if (moved.stream().noneMatch(request -> request.id() == post.requestId())) {
        away(space, circle, post);
      }
    }
    for (CareRequest request : moved) {
      for (Post post : turn.tables().posts().ofRequest(request.id())) {
        if (post.spaceId() != space.id()) {
          turn.tables().circles().space(post.spaceId()).ifPresent(other -> away(other, own, post));
        }
      }
    }
  }

  /** A card that has ended may stand: it says no more than that. */
  private void away(Space space, Circle circle, Post post) {
    CareRequest request = turn.tables().requests().find(post.requestId()).orElseThrow();
    if (post.messageId() != null && !request.isEnded()) {
      turn.tables()
          .outbox()
          .stray(space.place(), post.messageId(), request.id(), circle.language(), turn.now());
    }
    turn.tables().posts().removeOne(post.id());
  }

  private void say(Circle circle) {
    for (Space space : turn.tables().circles().spacesOf(circle.id())) {
      turn.tables()
          .outbox()
          .post(
              Note.PARTED, circle.id(), space.place(), circle.id(), circle.language(), turn.now());
    }
  }

  private Optional<Circle> steward(Space space) {
    return turn.circles().stream()
        .filter(circle -> circle.id() == space.circleId() && turn.isSteward(circle))
        .findFirst();
  }

  private boolean isOnly(Circle circle) {
    return turn.tables().circles().spacesOf(circle.id()).size() < 2;
  }

  /** As it would be called had it begun there; in private nobody tells what a server is called. */
  private String name(Space space) {
    return turn.actor().whence() instanceof Whence.InPlace in
        ? Founding.title(space.wholeHouse() ? in.facts().houseTitle() : in.facts().roomTitle())
        : space.title();
  }

  private Reply notASteward() {
    return turn.answer("circle.stewards");
  }

  private Reply inTheGroup() {
    return turn.answer(turn.circles().isEmpty() ? "private.nocircle" : "circle.inthegroup");
  }
}
