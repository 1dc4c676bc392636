package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Circle;
import org.kith.circle.WhoMayClaim;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.desk.ForWhom.Found;
import org.kith.post.Note;
import org.kith.store.People.Named;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/** A steward trusts a member; whoever is not trusted yet can ask for it, once. */
record Trusting(Turn turn) {
  private static final int MOST_SHOWN = 10;

  /** True if only those help with this request whom a steward trusts. */
  static boolean isNeeded(Circle circle, CareRequest request) {
    return circle.open().claim() == WhoMayClaim.CONFIRMED || request.kind().needsTrust(circle);
  }

  /** The answer to whoever can't help with it before a steward has confirmed them; or nothing. */
  Optional<Reply> refused(Circle circle, CareRequest request, boolean byReaction) {
    if (!isNeeded(circle, request)
        || turn.isSteward(circle)
        || turn.tables().trust().isTrusted(circle.id(), turn.person())) {
      return Optional.empty();
    }
    Told told = notYet(turn.tables(), circle, request, turn.person(), turn.words());
    return Optional.of(
        byReaction
            ? turn.sure(told.message(), told.brief(), Note.NOT_CONFIRMED, request.id(), null)
            : turn.said(told.message(), told.brief()));
  }

  /** To whoever can't help with it yet: what they can do. */
  static Told notYet(Tables tables, Circle circle, CareRequest request, long person, Words words) {
    boolean all = circle.open().claim() == WhoMayClaim.CONFIRMED;
    String why = words.say(all ? "trust.needed" : "trust.needed.home", "circle", circle.name());
    boolean asked = tables.trust().asks(circle.id(), person);
    Text text =
        new Text.Builder().line(why).line(words.say(asked ? "trust.waits" : "trust.ask")).build();
    Button ask = Button.first(words.say("button.trust.ask"), new Command.AskTrust(circle.id()));
    return new Told(Message.of(text, asked ? List.of() : List.of(ask), 1), why);
  }

  /** A member asks to be confirmed: the stewards hear of it once. */
  Reply ask(long circleId) {
    return turn.circles().stream()
        .filter(circle -> circle.id() == circleId)
        .findFirst()
        .or(() -> turn.tables().circles().find(circleId).filter(this::isMember))
        .map(this::ask)
        .orElseGet(() -> turn.answer("target.gone"));
  }

  /** A steward trusts whom they named, or does so no more; "me" of anybody else asks for it. */
  Reply typed(String who, boolean trusted) {
    Circle circle = turn.lookedAfter().or(turn::circle).orElse(null);
    if (circle == null) {
      return turn.answer(turn.circles().isEmpty() ? "private.nocircle" : "circle.inthegroup");
    }
    Found found =
        who.isBlank() ? new Found.Outside() : new ForWhom(turn).read(List.of(circle), who);
    if (found instanceof Found.Oneself && trusted) {
      return ask(circle);
    }
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    if (who.isBlank()) {
      return turn.answer("trust.whom");
    }
    return switch (found) {
      case Found.Oneself() -> turn.answer("trust.steward");
      case Found.Several(String name) -> turn.answer("named.several", "name", name);
      case Found.Outside() -> turn.answer("named.unknown", "circle", circle.name());
      case Found.Inside(long person, String name, var _) ->
          trusted ? trust(circle, person, name) : untrust(circle, person, name);
    };
  }

  /** A steward confirms whoever asked for it, by their button. */
  Reply member(long circleId, long person) {
    Circle circle = turn.tables().circles().find(circleId).orElse(null);
    String name =
        circle == null ? null : turn.tables().people().nameIn(circleId, person).orElse(null);
    if (circle == null || name == null || !isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    return trust(circle, person, name);
  }

  /** To those who look after a circle: who asks. Empty if nobody does any more. */
  static Optional<Message> told(Tables tables, Circle circle, Words words) {
    List<Named> asking = tables.trust().asking(circle.id()).stream().limit(MOST_SHOWN).toList();
    if (asking.isEmpty()) {
      return Optional.empty();
    }
    String names = words.list(asking.stream().map(Named::name).toList());
    List<Button> buttons = new ArrayList<>();
    for (Named one : asking) {
      buttons.add(
          Button.plain(
              Notices.clip(words.say("button.trust", "name", one.name())),
              new Command.TrustMember(circle.id(), one.person())));
    }
    Text text = Text.of(words.say("trust.asking", "circle", circle.name(), "names", names));
    return Optional.of(Message.of(text, buttons, 1));
  }

  private Reply ask(Circle circle) {
    if (turn.isSteward(circle) || turn.tables().trust().isTrusted(circle.id(), turn.person())) {
      return turn.answer("trust.already", "circle", circle.name());
    }
    boolean first = turn.tables().trust().ask(circle.id(), turn.person());
    if (first && !turn.isBarred(circle.id())) {
      for (long steward : turn.tables().stewards().people(circle.id())) {
        turn.tables().outbox().removeAbout(Note.TRUST_ASKED, circle.id());
        turn.saying().tell(Note.TRUST_ASKED, circle, steward, circle.id());
      }
    }
    return turn.answer(first ? "trust.asked" : "trust.waits");
  }

  private Reply trust(Circle circle, long person, String name) {
    boolean before = turn.tables().trust().isTrusted(circle.id(), person);
    turn.tables().trust().trust(circle.id(), person, true);
    if (!before) {
      turn.saying().tell(Note.TRUSTED, circle, person, circle.id());
    }
    return turn.answer("trust.done", "name", name);
  }

  /** What they had promised, and may not promise any more, is free again. */
  private Reply untrust(Circle circle, long person, String name) {
    turn.tables().trust().trust(circle.id(), person, false);
    if (turn.tables().trust().isTrusted(circle.id(), person)) {
      return turn.answer("trust.steward");
    }
    for (Claim claim : turn.tables().claims().ahead(circle.id(), person)) {
      CareRequest request = turn.tables().requests().find(claim.requestId()).orElseThrow();
      if (isNeeded(circle, request)) {
        Barring.free(turn, circle, person, claim);
      }
    }
    return turn.answer("trust.undone", "name", name);
  }

  private boolean isSteward(Circle circle) {
    return turn.isSteward(circle)
        || turn.tables().stewards().people(circle.id()).contains(turn.person());
  }

  private boolean isMember(Circle circle) {
    return turn.tables().people().isMember(circle.id(), turn.person());
  }
}
