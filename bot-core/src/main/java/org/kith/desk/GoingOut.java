package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.store.Consents.Consent;
import org.kith.store.Draft;
import org.kith.store.DueTable.What;
import org.kith.words.Clean;
import org.kith.words.Text;
import org.kith.words.WhenText;

/** A preview got its yes: it is posted now, or by itself in a while. */
final class GoingOut {
  /** What goes out in a while goes out after this at the earliest … */
  static final Duration SOONEST = Duration.ofMinutes(5);

  /** … and after this at the latest: nobody who saw somebody at their phone can tell. */
  static final Duration LATEST = Duration.ofMinutes(30);

  private static final int SPREAD = (int) LATEST.minus(SOONEST).toSeconds() + 1;

  private final Turn turn;
  private final Filling filling;
  private final Dialogue dialogue;

  GoingOut(Turn turn) {
    this.turn = turn;
    this.filling = new Filling(turn);
    this.dialogue = new Dialogue(turn);
  }

  /** Posts, or saves, what the preview showed. */
  Reply now(long id) {
    Draft draft = filling.mine(id);
    if (draft == null) {
      return turn.answer("dialogue.gone");
    }
    Reply first = before(draft);
    if (first != null) {
      return first;
    }
    if (draft.requestId() != null) {
      return new Changing(turn).save(draft);
    }
    Asking asking = new Asking(turn);
    boolean outside = turn.tables().consents().of(id).isPresent();
    Behalf behalf = outside ? Behalf.outside(turn.person()) : null;
    CareRequest request = asking.post(dialogue.circle(draft), draft, turn.person(), behalf);
    turn.tables().drafts().remove(draft.id());
    // The preview is gone with its answer: nobody presses an old "Post it".
    return asking.posted(dialogue.circle(draft), request, null) instanceof Reply.Said said
        ? said.redrawing()
        : new Reply.Silent();
  }

  /**
   * Posts it a random while from now; only what is anonymous has a reason to wait.
   *
   * @param chance a random number from 0 to below its argument
   */
  Reply inAWhile(long id, IntUnaryOperator chance) {
    Draft waiting = turn.tables().drafts().find(id).filter(filling::isMine).orElse(null);
    if (waiting != null && waiting.manner().postsBy() != null) {
      return said(waiting);
    }
    Draft draft = filling.mine(id);
    if (draft == null) {
      return turn.answer("dialogue.gone");
    }
    Reply first = before(draft);
    if (first != null) {
      return first;
    }
    if (!mayWait(draft, turn.now())) {
      return dialogue.next(draft);
    }
    Instant latest = turn.now().plus(LATEST);
    Instant at = turn.now().plus(SOONEST).plusSeconds(chance.applyAsInt(SPREAD));
    Circle circle = dialogue.circle(draft);
    turn.tables().due().schedule(What.POST, circle.id(), draft.id(), at);
    return said(dialogue.save(draft.with(draft.manner().waiting(latest))));
  }

  /** True if it may be posted later than now: it hides who asks, and its time is not so near. */
  static boolean mayWait(Draft draft, Instant now) {
    Window window = draft.window();
    return draft.manner().anonymous()
        && draft.requestId() == null
        && (window == null || !window.isOver(now.plus(LATEST)));
  }

  /** The buttons below what goes out by itself. */
  static List<Button> buttons(Turn turn, Draft draft) {
    return List.of(
        Button.first(turn.say("button.post.now"), new Command.PostDraft(draft.id())),
        Button.plain(turn.say("button.change"), new Command.ShowDraft(draft.id())),
        Button.plain(turn.say("button.drop"), new Command.DropDraft(draft.id())));
  }

  /** When it goes out, at the latest. */
  static String latest(Turn turn, Draft draft, Circle circle) {
    Instant latest = draft.manner().postsBy();
    return latest == null
        ? ""
        : WhenText.of(turn.words())
            .text(Window.at(latest, circle.zone()), turn.now(), circle.zone());
  }

  /** Plain words below a preview: what its buttons do. Empty if they are no such words. */
  Optional<Reply> typed(String text, IntUnaryOperator chance) {
    Draft draft = turn.tables().drafts().newest(turn.account().id()).orElse(null);
    String words = small(text);
    if (draft == null || draft.asking() != null) {
      return Optional.empty();
    }
    if (says("preview.read.post", words)) {
      return Optional.of(now(draft.id()));
    }
    if (says("preview.read.while", words)) {
      return Optional.of(inAWhile(draft.id(), chance));
    }
    if (says("preview.read.drop", words)) {
      return Optional.of(filling.drop(draft.id()));
    }
    boolean without = says("ask.read.anonymous", words);
    return without || says("preview.read.named", words)
        ? Optional.of(new Anonymity(turn).name(draft.id(), without))
        : Optional.empty();
  }

  /**
   * The same after {@code /mine}, where plain words don't reach the bot. What could answer a
   * question that waits, on behalf of somebody, answers that.
   */
  Optional<Reply> typed(Target target, String text, IntUnaryOperator chance) {
    if (!(target instanceof Target.Unsaid) || answersAnother(text)) {
      return Optional.empty();
    }
    boolean nameless =
        turn.tables()
            .drafts()
            .newest(turn.account().id())
            .filter(draft -> draft.manner().anonymous() || says("ask.read.anonymous", small(text)))
            .isPresent();
    return nameless && turn.isSeen()
        ? Optional.of(new Anonymity(turn).heldBack())
        : typed(text, chance);
  }

  private boolean answersAnother(String text) {
    boolean waits =
        turn.tables().consents().waitingFor(turn.person()).isPresent()
            || !turn.tables().drafts().askedOf(turn.account().id()).isEmpty();
    return waits
        && Stream.of("behalf.read.yes", "behalf.read.no", "behalf.read.drop")
            .anyMatch(key -> says(key, small(text)));
  }

  private String small(String text) {
    return Clean.line(text).toLowerCase(turn.words().locale());
  }

  /** What must be asked or said first; null if it can go out. */
  private @Nullable Reply before(Draft draft) {
    if (draft.asking() != null) {
      return dialogue.next(draft);
    }
    Circle circle = dialogue.circle(draft);
    if (!turn.isOurs(circle)) {
      return turn.answer("private.nocircle");
    }
    if (turn.isBarred(circle.id())) {
      return turn.answer("barred");
    }
    if (new KindOff(turn, dialogue).of(draft)) {
      return dialogue.next(draft);
    }
    LinkOff links = new LinkOff(turn, circle);
    if (links.in(draft)) {
      return dialogue.refused(draft, links.why());
    }
    if (draft.requestId() != null) {
      return null;
    }
    Window window = draft.window();
    if (window != null && window.isOver(turn.now())) {
      return dialogue.past(dialogue.save(draft.withAsking(DraftField.WHEN)), window);
    }
    if (window != null && window.isDated() && !circle.zoneConfirmed()) {
      turn.tables().circles().save(circle.in(circle.zone()));
    }
    if (circle.detailsOpen() == DetailsOpen.OFF && draft.sealed() != null) {
      return turn.answer("ask.refused.details.off");
    }
    return turn.tables()
        .consents()
        .of(draft.id())
        .map(Consent::person)
        .map(person -> new OnBehalf(turn).propose(circle, draft, person))
        .orElse(null);
  }

  private Reply said(Draft draft) {
    String sentence =
        turn.say("anonymous.while", "time", latest(turn, draft, dialogue.circle(draft)));
    return dialogue.shown(Message.of(Text.of(sentence), buttons(turn, draft), 3), sentence, draft);
  }

  private boolean says(String key, String words) {
    return turn.words().alternatives(key).contains(words);
  }
}
