package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.Window;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.QuietHours;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Consenting;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.Askings;
import org.kith.store.Consents.Consent;
import org.kith.store.Draft;
import org.kith.store.DueTable.What;
import org.kith.store.Requests;
import org.kith.words.Text;

/**
 * A request for somebody else in the circle: they are asked first, once and privately, and nothing
 * is posted before their yes.
 */
record OnBehalf(Turn turn) {
  /** How long somebody has to say yes, if what is asked for them does not begin before. */
  static final Duration TO_ANSWER = Duration.ofDays(1);

  /** Asks whoever the draft is for; the preview again, with the reason, where that can't be. */
  Reply propose(Circle circle, Draft draft, long person) {
    Dialogue dialogue = new Dialogue(turn);
    String name = notices().name(circle, person, turn.words());
    Account account = account(person).orElse(null);
    Instant at = QuietHours.USUAL.next(turn.now(), circle.zone());
    Instant until = until(draft.window(), at);
    String why =
        draft.manner().anonymous()
            ? "behalf.anonymous"
            : !turn.tables().people().isMember(circle.id(), person)
                ? "behalf.notmember"
                : account == null
                    ? "behalf.unreachable"
                    : isAskedToday(person)
                        ? "behalf.today"
                        : until.isAfter(at) ? null : "behalf.short";
    if (why != null || account == null) {
      String reason = why == null ? "behalf.unreachable" : why;
      return dialogue.refused(draft, turn.say(reason, "person", name, "circle", circle.name()));
    }
    turn.tables().consents().ask(draft.id(), until);
    turn.tables().outbox().tell(Note.FOR_YOU, circle.id(), account, draft.id(), at);
    turn.tables().due().schedule(What.CONSENT, circle.id(), draft.id(), until);
    String asked =
        turn.say(
            "behalf.asked", "person", name, "time", notices().hour(circle, until, turn.words()));
    return turn.said(Message.of(Text.of(asked), neverMind(draft)), asked).redrawing();
  }

  /**
   * The same again is a request of its own: whoever it is for is asked anew, so nothing is posted
   * at once. A person who was asked themself asks for themself.
   *
   * @param draft what it would be
   */
  Reply again(CareRequest request, Draft draft) {
    Dialogue dialogue = new Dialogue(turn);
    String details =
        turn.tables()
            .requests()
            .details(request.id())
            .map(sealed -> turn.sealer().unseal(sealed, Requests.sealedRow(request.id())))
            .orElse(null);
    Draft kept = dialogue.keep(draft, details, null);
    Behalf behalf = request.behalf();
    if (behalf != null && !request.isFor(turn.person())) {
      turn.tables().consents().keep(kept.id(), behalf.person());
    }
    return dialogue.next(kept);
  }

  /** What somebody says who is asked whether a request may be posted for them. */
  Reply answer(long draftId, Consenting choice) {
    Consent consent = turn.tables().consents().of(draftId).filter(this::waitsForMe).orElse(null);
    Draft draft = turn.tables().drafts().asked(draftId).orElse(null);
    Circle circle = draft == null ? null : new Dialogue(turn).circle(draft);
    if (consent == null || draft == null || circle == null || !turn.isOurs(circle)) {
      return turn.answer("behalf.gone");
    }
    if (turn.isBarred(circle.id()) || isMakerBarred(circle, draft)) {
      return turn.answer("barred");
    }
    return switch (choice) {
      case YES -> agreed(circle, draft, false);
      case ASK_ME -> agreed(circle, draft, true);
      case NOT_NOW -> declined(circle, draft, consent);
      case DETAILS -> details(draft);
    };
  }

  private boolean isMakerBarred(Circle circle, Draft draft) {
    return turn.tables()
        .people()
        .account(draft.accountId())
        .filter(maker -> turn.tables().people().isBarred(circle.id(), maker.personId()))
        .isPresent();
  }

  /** The question that waits for the actor, typed: there is never more than one. */
  Reply answer(Consenting choice) {
    return turn.tables()
        .consents()
        .waitingFor(turn.person())
        .map(consent -> answer(consent.draft(), choice))
        .orElseGet(() -> turn.answer("behalf.gone"));
  }

  /** The maker does not want it any more; empty if it is none of theirs that waits. */
  Optional<Reply> drop(long draftId) {
    return turn.tables()
        .drafts()
        .asked(draftId)
        .filter(draft -> draft.accountId() == turn.account().id())
        .map(draft -> {
          new Lapsing(turn.tables(), turn.now()).remove(draft.id());
          return turn.answer("dialogue.dropped").redrawing();
        });
  }

  /** The same, typed: whatever waits for somebody's yes is dropped. */
  Reply dropAll() {
    List<Draft> waiting = turn.tables().drafts().askedOf(turn.account().id());
    waiting.forEach(draft -> new Lapsing(turn.tables(), turn.now()).remove(draft.id()));
    return turn.answer(waiting.isEmpty() ? "behalf.gone" : "dialogue.dropped");
  }

  /**
   * What waits, as {@code /mine} shows it: the question to the actor, and what they asked others.
   */
  void mine(Text.Builder text, List<Button> buttons) {
    turn.tables()
        .consents()
        .waitingFor(turn.person())
        .ifPresent(consent -> question(consent, text, buttons));
    for (Draft draft : turn.tables().drafts().askedOf(turn.account().id())) {
      text.gap().strong(turn.say("mine.waiting")).line(String.valueOf(draft.what()));
      buttons.add(neverMind(draft));
    }
  }

  private void question(Consent consent, Text.Builder text, List<Button> buttons) {
    turn.tables()
        .drafts()
        .asked(consent.draft())
        .filter(draft -> turn.isOurs(new Dialogue(turn).circle(draft)))
        .ifPresent(draft -> {
          Message question = notices().question(draft, consent, turn.words()).message();
          text.gap().text(question.text());
          buttons.addAll(question.buttons());
        });
  }

  private Reply agreed(Circle circle, Draft draft, boolean themself) {
    Account maker = turn.tables().people().account(draft.accountId()).orElseThrow();
    Draft taken = circle.detailsOpen() == DetailsOpen.OFF ? draft.withSealed(null) : draft;
    long asker = themself ? turn.person() : maker.personId();
    Behalf behalf = Behalf.of(turn.person(), maker.personId());
    CareRequest request = new Asking(turn).post(circle, taken, asker, behalf);
    new Lapsing(turn.tables(), turn.now()).remove(draft.id());
    turn.tables().outbox().tell(Note.AGREED, circle.id(), maker, request.id(), turn.now());
    return new GoBetween(turn).posted(circle, request);
  }

  private Reply declined(Circle circle, Draft draft, Consent consent) {
    turn.tables().consents().decline(draft.id());
    turn.tables().outbox().removeAbout(Note.FOR_YOU, draft.id());
    Instant until = consent.until() == null ? turn.now() : consent.until();
    return turn.answer("behalf.declined", "time", notices().hour(circle, until, turn.words()));
  }

  /** The private details that would go with it, to whom they are about. */
  private Reply details(Draft draft) {
    String sealed = draft.sealed();
    if (sealed == null) {
      return turn.answer("behalf.nodetails");
    }
    String details = turn.sealer().unseal(sealed, Draft.sealedRow(draft.id()));
    Text.Builder text = new Text.Builder().strong(turn.say("behalf.details"));
    details.lines().forEach(text::line);
    return new Reply.Said(
        Message.of(text.build()),
        Notices.clip(details.replace('\n', ' '), Reply.Said.LONGEST_BRIEF),
        Reply.Audience.ACTOR_PROTECTED,
        OptionalLong.empty(),
        Code.payload(new Command.Mine()),
        false);
  }

  private boolean waitsForMe(Consent consent) {
    Long person = consent.person();
    Instant until = consent.until();
    return person != null
        && person == turn.person()
        && !consent.declined()
        && until != null
        && until.isAfter(turn.now());
  }

  /** A day, but never past the beginning of what is asked; what began already, until it ends. */
  private static Instant until(@Nullable Window window, Instant asked) {
    Instant aDay = asked.plus(TO_ANSWER);
    Instant starts = window == null ? null : window.starts();
    Instant ends = window == null ? null : window.ends();
    Instant last = starts != null && starts.isAfter(asked) ? starts : ends;
    return last == null || last.isAfter(aDay) ? aDay : last;
  }

  /** Nobody is asked unasked twice within a day, whoever wants to know. */
  private boolean isAskedToday(long person) {
    Instant before = turn.now().minus(Askings.BETWEEN);
    return turn.tables().askings().askedAt(person).filter(at -> at.isAfter(before)).isPresent()
        || turn.tables().consents().waitingFor(person).isPresent();
  }

  private Optional<Account> account(long person) {
    return turn.tables().people().accountsOf(person).stream()
        .filter(Account::reachable)
        .findFirst();
  }

  private Button neverMind(Draft draft) {
    return Button.plain(turn.say("button.drop"), new Command.DropDraft(draft.id()));
  }

  private BehalfNotices notices() {
    return new BehalfNotices(turn.tables(), turn.now());
  }
}
