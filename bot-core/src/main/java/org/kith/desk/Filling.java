package org.kith.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kith.care.Extension;
import org.kith.care.Part;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.Kind;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.desk.ForWhom.Found;
import org.kith.store.Draft;
import org.kith.store.Drafts;
import org.kith.store.DueTable.What;
import org.kith.words.AskReader;
import org.kith.words.Checked;
import org.kith.words.ForReader;
import org.kith.words.KindNames;
import org.kith.words.Reading;
import org.kith.words.Text;
import org.kith.words.WhenReader;

/** The answers to the questions of the {@link Dialogue}, by button or typed, and its end. */
final class Filling {
  /** The last day that a button may offer, in days from today. */
  private static final int FURTHEST_DAY = 365;

  private final Turn turn;
  private final Dialogue dialogue;

  Filling(Turn turn) {
    this.turn = turn;
    this.dialogue = new Dialogue(turn);
  }

  /** A choice was pressed. A choice that fits no question (forged, or old) asks again. */
  Reply press(long id, DraftField field, String choice) {
    Draft draft = mine(id);
    if (draft == null) {
      return turn.answer("dialogue.gone");
    }
    if (draft.asking() != field) {
      return dialogue.next(draft);
    }
    if (field == DraftField.KIND && choice.equals(SmallAsk.MORE)) {
      return dialogue.small(draft);
    }
    Draft filled = choose(draft, field, choice);
    return dialogue.next(filled == null ? draft : dialogue.save(advance(draft, filled)));
  }

  /** The question that the newest draft waits for, or its preview, once more. */
  Reply again() {
    return turn.tables()
        .drafts()
        .newest(turn.account().id())
        .map(dialogue::next)
        .orElseGet(() -> turn.answer("dialogue.gone"));
  }

  /** Something was typed in the private chat: the answer to the newest draft's question. */
  Reply type(String text) {
    Draft draft =
        turn.tables()
            .drafts()
            .newest(turn.account().id())
            .filter(newest -> newest.changedAt().plus(Drafts.KEPT).isAfter(turn.now()))
            .orElse(null);
    if (draft == null || draft.asking() == null) {
      return turn.answer("private.text");
    }
    return type(draft, draft.asking(), text);
  }

  /** Something was typed for a question. */
  Reply type(Draft draft, DraftField field, String text) {
    return switch (read(draft, field, text)) {
      case Read.Filled(Draft filled) -> dialogue.next(dialogue.save(advance(draft, filled)));
      case Read.Over(Window over) -> dialogue.past(draft, over);
      case Read.Refused(String sentence) -> turn.said(Message.of(Text.of(sentence)), sentence);
      case Read.Again() -> dialogue.next(draft);
    };
  }

  /** Throws a draft away. */
  Reply drop(long id) {
    Draft draft = mine(id);
    if (draft == null) {
      Optional<Reply> waiting = new OnBehalf(turn).drop(id);
      if (waiting.isPresent()) {
        return waiting.get();
      }
    } else {
      turn.tables().drafts().remove(id);
    }
    boolean changes = draft != null && draft.requestId() != null;
    return turn.answer(changes ? "edit.dropped" : "dialogue.dropped").redrawing();
  }

  /**
   * The draft with this id, if it is the actor's own. One that would go out by itself is held back
   * by whoever touches it.
   */
  @Nullable Draft mine(long id) {
    Draft draft = turn.tables().drafts().find(id).filter(this::isMine).orElse(null);
    if (draft == null || draft.circleId() == null || draft.manner().postsBy() == null) {
      return draft;
    }
    turn.tables().circles().lock(draft.circleId());
    turn.tables().due().cancel(What.POST, id);
    return turn.tables()
        .drafts()
        .find(id)
        .map(held -> dialogue.save(held.with(held.manner().waiting(null))))
        .orElse(null);
  }

  /** True if a draft is the actor's own. */
  boolean isMine(Draft draft) {
    return draft.accountId() == turn.account().id();
  }

  private @Nullable Draft choose(Draft draft, DraftField field, String choice) {
    boolean skipped = choice.equals(Dialogue.SKIP);
    return switch (field) {
      case CIRCLE ->
          turn.circles().stream()
              .filter(circle -> String.valueOf(circle.id()).equals(choice))
              .findFirst()
              .map(circle -> in(circle, draft.forCircle(circle.id())))
              .orElse(null);
      case KIND ->
          dialogue.kindNames(draft).own().offered().stream()
              .filter(kind -> kind.code().equals(choice))
              .findFirst()
              .map(kind -> draft.withKind(kind))
              .or(() -> SmallAsk.chosen(turn, dialogue.circle(draft), draft, choice))
              .orElse(null);
      case WHAT -> skipped ? draft.withWhat(kindName(draft)) : null;
      case WHEN ->
          skipped
              ? draft.withWindow(Window.anyTime(dialogue.circle(draft).zone()))
              : later(draft, choice).orElseGet(() -> day(draft, choice));
      case PART -> skipped ? draft : part(draft, choice);
      case WHERE -> skipped ? draft.withNear(null) : null;
      case HELPERS -> choice.matches("[1-5]") ? draft.withHelpers(Integer.parseInt(choice)) : null;
      case DETAILS ->
          skipped
              ? draft.withSealed(null)
              : choice.equals(Dialogue.NONE) ? draft.withoutDetails() : null;
      case FOR -> whose(draft, choice);
    };
  }

  /** For oneself, or for somebody outside the circle. */
  private @Nullable Draft whose(Draft draft, String choice) {
    if (!choice.equals(Dialogue.SKIP) && !choice.equals(Dialogue.OUTSIDE)) {
      return null;
    }
    new ForWhom(turn)
        .keep(draft, choice.equals(Dialogue.SKIP) ? new Found.Oneself() : new Found.Outside());
    return draft;
  }

  /**
   * Hours that were typed before the circle was chosen are those of the circle, and its kinds of
   * care those that its words speak of.
   */
  private Draft in(Circle circle, Draft draft) {
    Window window = draft.window();
    Draft there =
        window == null || !window.isDated()
            ? draft
            : draft.withWindow(window.sameLocalTimesIn(circle.zone()));
    String what = draft.what();
    Kind kind = draft.kind();
    if (kind != null) {
      return there.withKind(circle.customs().kinds().asked(kind));
    }
    return what == null ? there : there.withKind(KindNames.of(turn.words(), circle).guess(what));
  }

  /** The time that a request has, tomorrow or in a week. */
  private Optional<Draft> later(Draft draft, String choice) {
    Window window = draft.window();
    return window == null || !window.isDated()
        ? Optional.empty()
        : Arrays.stream(Extension.values())
            .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(choice))
            .map(by -> draft.withWindow(by.of(window, turn.now())))
            .findFirst();
  }

  private @Nullable Draft day(Draft draft, String choice) {
    try {
      ZoneId zone = dialogue.circle(draft).zone();
      LocalDate chosen = LocalDate.parse(choice);
      LocalDate last = turn.now().atZone(zone).toLocalDate().plusDays(FURTHEST_DAY);
      if (chosen.isAfter(last)) {
        return null;
      }
      Window day = Window.day(chosen, zone);
      return day.isOver(turn.now()) ? null : draft.withWindow(day);
    } catch (DateTimeParseException e) {
      return null; // A forged choice: the question is asked again.
    }
  }

  private @Nullable Draft part(Draft draft, String choice) {
    Window day = draft.window();
    LocalDate first = day == null ? null : day.firstDay();
    Optional<Part> part =
        Arrays.stream(Part.values()).filter(one -> one.code().equals(choice)).findFirst();
    return day == null || first == null || part.isEmpty()
        ? null
        : draft.withWindow(Window.part(first, part.get(), day.zone()));
  }

  private Read read(Draft draft, DraftField field, String text) {
    AskReader reader = AskReader.of(turn.words());
    return switch (field) {
      case CIRCLE, PART -> new Read.Again();
      case FOR -> whom(draft, text);
      case KIND ->
          dialogue
              .kindNames(draft)
              .choice(text)
              .<Read>map(kind -> new Read.Filled(draft.withKind(kind)))
              .orElseGet(Read.Again::new);
      case WHAT -> take(AskReader.what(text), what -> draft.withWhat(what));
      case WHEN -> when(draft, text);
      case WHERE -> take(reader.where(text), near -> draft.withNear(near.isEmpty() ? null : near));
      case HELPERS -> take(reader.helpers(text), count -> draft.withHelpers(count));
      case DETAILS ->
          take(
              AskReader.details(text),
              details ->
                  details.isEmpty()
                      ? draft.withoutDetails()
                      : draft.withSealed(turn.sealer().seal(details, Draft.sealedRow(draft.id()))));
    };
  }

  /** A name that no member has is more likely a slip than somebody outside. */
  private Read whom(Draft draft, String text) {
    Circle circle = dialogue.circle(draft);
    ForWhom reader = new ForWhom(turn);
    Found found = reader.read(List.of(circle), text);
    return switch (found) {
      case Found.Several(String name) -> new Read.Refused(turn.say("behalf.several", "name", name));
      case Found.Outside() when !ForReader.of(turn.words()).isSomebody(text) ->
          new Read.Refused(
              turn.say(
                  "behalf.unknown", "name", Notices.clip(text.strip()), "circle", circle.name()));
      case Found.Outside _, Found.Oneself _, Found.Inside _ -> {
        reader.keep(draft, found);
        yield new Read.Filled(draft);
      }
    };
  }

  private Read when(Draft draft, String text) {
    return switch (WhenReader.of(turn.words())
        .read(text, turn.now(), dialogue.circle(draft).zone())) {
      case Reading.Understood(Window window) -> new Read.Filled(draft.withWindow(window));
      case Reading.Past(Window over) -> new Read.Over(over);
      case Reading.Unclear _ -> new Read.Refused(turn.say("dialogue.when.unclear"));
    };
  }

  private <T> Read take(Checked<T> typed, Function<T, Draft> fill) {
    return switch (typed) {
      case Checked.Taken<T>(T found) -> new Read.Filled(fill.apply(found));
      case Checked.Refused<T> refused -> new Read.Refused(refused.say(turn.words()));
    };
  }

  /** The next question that is still open here, or none: then the preview. */
  private Draft advance(Draft before, Draft draft) {
    DraftField asked = draft.asking();
    if (before.isComplete()) { // A correction: of a day, its part is asked, too.
      boolean day = asked == DraftField.WHEN && isDay(draft);
      return asking(draft, day ? DraftField.PART : null);
    }
    for (DraftField field : DraftField.values()) {
      if ((asked == null || field.compareTo(asked) > 0) && isOpen(draft, field)) {
        return asking(draft, field);
      }
    }
    return asking(draft, null);
  }

  private boolean isOpen(Draft draft, DraftField field) {
    Window window = draft.window();
    return switch (field) {
      case CIRCLE -> draft.circleId() == null;
      case KIND -> draft.kind() == null;
      case WHAT -> draft.what() == null && isTyping(draft);
      case WHEN -> window == null;
      case PART -> isDay(draft) && draft.helpers() == null;
      case WHERE -> draft.near() == null && draft.helpers() == null && isTyping(draft);
      case HELPERS -> draft.helpers() == null;
      case DETAILS ->
          draft.sealed() == null
              && turn.takesWords()
              && dialogue.circle(draft).detailsOpen() != DetailsOpen.OFF
              && draft.asking() == DraftField.HELPERS;
      case FOR -> false; // Whoever asks for somebody else says so.
    };
  }

  private static boolean isDay(Draft draft) {
    Window window = draft.window();
    return window != null && window.shape() == Window.Shape.DAY;
  }

  private boolean isTyping(Draft draft) {
    return turn.takesWords() && draft.circleId() != null;
  }

  private Draft asking(Draft draft, @Nullable DraftField field) {
    Draft named = draft.what() == null && field == null ? draft.withWhat(kindName(draft)) : draft;
    return named.withAsking(field);
  }

  private String kindName(Draft draft) {
    return dialogue.kindName(draft);
  }

  /** What became of a typed answer. */
  private sealed interface Read {
    record Filled(Draft draft) implements Read {}

    record Over(Window window) implements Read {}

    record Refused(String sentence) implements Read {}

    record Again() implements Read {}
  }
}
