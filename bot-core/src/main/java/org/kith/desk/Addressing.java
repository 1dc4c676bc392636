package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Talk;
import org.kith.command.Addressee;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.Talks.Awaited;
import org.kith.words.Text;

/** To whom somebody may write, and whom they mean. What buttons carry can be forged. */
record Addressing(Turn turn) {
  private static final int MOST_BUTTONS = 10;

  /** Decides about the way to whom a button means; says so where there is none for the actor. */
  Reply one(Addressee.AboutRequest to, Function<Way, Reply> decide) {
    return switch (to) {
      case Addressee.OfRequest(long id) -> {
        CareRequest request = turn.locked(id);
        yield request == null ? gone() : about(request, decide);
      }
      case Addressee.OfClaim(long id) ->
          turn.tables().claims().find(id).flatMap(this::toHelper).map(decide).orElseGet(this::gone);
      case Addressee.InTalk(long id) -> inTalk(id, decide);
    };
  }

  /** The same within a talk, if the actor is on one of its sides. */
  Reply inTalk(long id, Function<Way, Reply> decide) {
    Talk talk = turn.tables().talks().find(id).orElse(null);
    CareRequest request = talk == null ? null : turn.locked(talk.requestId());
    if (talk == null || request == null) {
      return gone();
    }
    boolean asker = isAskersSide(request);
    return asker || talk.other() == turn.person()
        ? decide.apply(way(request, talk.other(), asker))
        : gone();
  }

  /** The same about a request: its asker is asked whom they mean, if there are several. */
  Reply about(CareRequest request, Function<Way, Reply> decide) {
    if (!isAskersSide(request)) {
      return toAsker(request).map(decide).orElseGet(this::gone);
    }
    List<Way> ways = toOthers(request);
    return switch (ways.size()) {
      case 0 -> turn.answer("relay.nobody", "number", Notices.number(request));
      case 1 -> decide.apply(ways.getFirst());
      default -> which(ways);
    };
  }

  /** The way that somebody was asked for words for; empty if it is not theirs any more. */
  Optional<Way> awaited(Awaited awaited) {
    CareRequest request = turn.locked(awaited.request());
    if (request == null) {
      return Optional.empty();
    }
    return isAskersSide(request)
        ? Optional.of(way(request, awaited.other(), true))
        : toAsker(request);
  }

  /** All to whom the asker's side of a request can write; nobody for anybody else. */
  List<Way> toOthers(CareRequest request) {
    if (!isAskersSide(request)) {
      return List.of();
    }
    List<Long> others = new ArrayList<>();
    turn.tables().claims().on(request.id()).stream()
        .filter(Claim::helps)
        .map(Claim::helper)
        .filter(Objects::nonNull)
        .forEach(others::add);
    turn.tables().talks().about(request.id()).stream()
        .map(Talk::other)
        .filter(other -> !others.contains(other))
        .forEach(others::add);
    return others.stream().map(other -> way(request, other, true)).toList();
  }

  /** Whoever is not on the asker's side is in the circle, or holds a claim. */
  private Optional<Way> toAsker(CareRequest request) {
    boolean helps =
        turn.tables().claims().on(request.id()).stream()
            .anyMatch(claim -> claim.helps() && claim.isBy(turn.person()));
    return helps || turn.circleOf(request).isPresent()
        ? Optional.of(way(request, turn.person(), false))
        : Optional.empty();
  }

  private Optional<Way> toHelper(Claim claim) {
    CareRequest request = turn.locked(claim.requestId());
    Long helper = claim.helper();
    return request == null || helper == null || !isAskersSide(request)
        ? Optional.empty()
        : Optional.of(way(request, helper, true));
  }

  private Way way(CareRequest request, long other, boolean fromAsker) {
    return new Way(
        turn.tables(), turn.now(), turn.circleBehind(request), request, other, fromAsker);
  }

  private Reply which(List<Way> ways) {
    String number = Notices.number(ways.getFirst().request());
    String question = turn.say("relay.which", "number", number);
    List<Button> buttons =
        ways.stream().limit(MOST_BUTTONS).flatMap(way -> button(way).stream()).toList();
    return turn.said(Message.of(Text.of(question), buttons, 2), question);
  }

  private Optional<Button> button(Way way) {
    String label = Notices.clip(turn.say("button.write.to", "name", way.readerName(turn.words())));
    Optional<Addressee> helper =
        turn.tables().claims().on(way.request().id()).stream()
            .filter(claim -> claim.helps() && claim.isBy(way.other()))
            .findFirst()
            .map(claim -> new Addressee.OfClaim(claim.id()));
    return helper
        .or(() ->
            turn.tables()
                .talks()
                .of(way.request().id(), way.other())
                .map(talk -> new Addressee.InTalk(talk.id())))
        .map(to -> Button.plain(label, new Command.Write(to)));
  }

  private boolean isAskersSide(CareRequest request) {
    return new Parties(turn.tables()).isAskersSide(request, turn.person());
  }

  private Reply gone() {
    return turn.answer("target.gone");
  }
}
