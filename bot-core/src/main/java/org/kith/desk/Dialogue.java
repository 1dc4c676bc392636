package org.kith.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Extension;
import org.kith.care.Part;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.UsualKind;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.store.Draft;
import org.kith.words.KindNames;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/**
 * A request made by buttons, one question at a time, until the {@link Preview} ends it. Where
 * something can be typed (the private chat) each question also takes words.
 */
final class Dialogue {
  private static final int DAYS_OFFERED = 7;
  private static final int MOST_CIRCLES_OFFERED = 9;
  private static final int MOST_HELPERS_OFFERED = 5;

  /** The choice that skips a question. */
  static final String SKIP = "-";

  /** The choice that takes private details away. */
  static final String NONE = "none";

  /** The choice of somebody outside the circle, who gets no name. */
  static final String OUTSIDE = "somebody";

  private final Turn turn;
  private final Words words;

  Dialogue(Turn turn) {
    this.turn = turn;
    this.words = turn.words();
  }

  /** Starts with the first question. */
  Reply begin(boolean anonymous) {
    Circle circle = turn.circle().orElse(null);
    Draft draft =
        Draft.empty(turn.account().id(), turn.now())
            .forCircle(circle == null ? null : circle.id())
            .with(new Draft.Manner(anonymous, turn.isSeen(), null));
    return ask(keep(draft, null, circle == null ? DraftField.CIRCLE : DraftField.KIND));
  }

  /** Stores a new draft, its details sealed, in place of any other of this account. */
  Draft keep(Draft draft, @Nullable String details, @Nullable DraftField asking) {
    long id = turn.tables().drafts().add(draft.accountId(), draft.circleId(), turn.now()).id();
    turn.tables().drafts().removeOthers(draft.accountId(), id);
    String sealed = details == null ? null : turn.sealer().seal(details, Draft.sealedRow(id));
    return save(draft.stored(id, turn.now()).withAsking(asking).withSealed(sealed));
  }

  /** Writes a draft as it is. */
  Draft save(Draft draft) {
    turn.tables().drafts().save(draft, turn.now());
    return draft;
  }

  /** Asks the question that the draft waits for, or shows the preview. */
  Reply next(Draft draft) {
    return ask(draft);
  }

  /** Asks the question that the draft waits for, to be answered in words. */
  Reply inWords(Draft draft) {
    Reply asked = ask(draft);
    return turn.takesWords() || !(asked instanceof Reply.Said said)
        ? asked
        : shown(
            new Message(
                new Text.Builder()
                    .text(said.message().text())
                    .line(words.say("dialogue.write"))
                    .build(),
                said.message().rows()),
            said.brief(),
            draft);
  }

  /** What was said to be over is never guessed into the future: when, then? */
  Reply past(Draft draft, Window over) {
    String when = WhenText.of(words).text(over, turn.now());
    String key = draft.requestId() == null ? "dialogue.past" : "edit.past";
    return question(draft, words.say(key, "when", when), days(draft), 3);
  }

  /** Of no kind that there is here: of which, then? */
  Reply noSuchKind(Draft draft) {
    return question(draft, words.say("dialogue.kind.unknown"), kinds(draft), 3);
  }

  /** The preview of a draft, below a sentence that says why it can't be saved so. */
  Reply refused(Draft draft, String why) {
    return new Preview(turn, this).of(draft, why);
  }

  /** The circle a draft is for. */
  Circle circle(Draft draft) {
    Long id = Objects.requireNonNull(draft.circleId());
    return turn.tables().circles().find(id).orElseThrow();
  }

  /** True for the change of a request that is somebody else's. */
  boolean isOthers(Draft draft) {
    return draft.requestId() != null
        && posted(draft).filter(request -> request.isAskedBy(turn.person())).isEmpty();
  }

  /** The posted request that a draft changes; empty for a new one. */
  Optional<CareRequest> posted(Draft draft) {
    return draft.requestId() == null
        ? Optional.empty()
        : turn.tables().requests().find(draft.requestId());
  }

  /** A private channel, whose circle's cards are posted where more people can read them. */
  boolean isElsewhere(Circle circle) {
    return turn.isElsewhere() && turn.isOurs(circle);
  }

  private Reply ask(Draft draft) {
    DraftField asking = draft.asking();
    KindOff off = new KindOff(turn, this);
    if (asking != DraftField.CIRCLE && asking != DraftField.KIND && off.of(draft)) {
      Draft again = save(draft.withAsking(DraftField.KIND));
      String why = off.why(circle(draft), draft.kind() == null ? UsualKind.OTHER : draft.kind());
      return question(again, why, kinds(again), 3);
    }
    if (asking == null) {
      return new Preview(turn, this).of(draft);
    }
    return switch (asking) {
      case CIRCLE -> question(draft, words.say("dialogue.circle"), circles(draft), 2);
      case KIND -> kind(draft);
      case WHAT ->
          question(
              draft,
              words.say("dialogue.what"),
              List.of(
                  fill(
                      draft,
                      DraftField.WHAT,
                      SKIP,
                      words.say("dialogue.what.skip", "kind", kindName(draft)))),
              1);
      case WHEN -> question(draft, words.say("dialogue.when" + typed()), times(draft), 3);
      case PART -> question(draft, words.say("dialogue.part"), parts(draft), 3);
      case WHERE -> question(draft, words.say("dialogue.where"), skip(draft, "where"), 1);
      case HELPERS -> question(draft, words.say("dialogue.helpers"), counts(draft), 5);
      case DETAILS ->
          question(
              draft,
              words.say(
                  "dialogue.details."
                      + circle(draft).detailsOpen().name().toLowerCase(Locale.ROOT)),
              details(draft),
              1);
      case FOR ->
          question(
              draft,
              words.say(turn.takesWords() ? "dialogue.for.typed" : "dialogue.for"),
              whose(draft),
              2);
    };
  }

  /** Whether the clock is right, by what it shows. */
  String zoneQuestion(Circle circle) {
    return words.say(
        "zone.question",
        "zone",
        WhenText.of(words).zoneName(circle.zone()),
        "time",
        turn.now().atZone(circle.zone()).toLocalTime().withSecond(0).withNano(0).toString());
  }

  private List<Button> circles(Draft draft) {
    return turn.circles().stream()
        .limit(MOST_CIRCLES_OFFERED)
        .map(circle -> fill(draft, DraftField.CIRCLE, String.valueOf(circle.id()), circle.name()))
        .toList();
  }

  /** Something small, for whoever asks for the first time. */
  Reply small(Draft draft) {
    return question(draft, words.say("dialogue.small.which"), SmallAsk.offered(turn, draft), 1);
  }

  private Reply kind(Draft draft) {
    List<Button> all = new ArrayList<>(kinds(draft));
    boolean first = SmallAsk.isFor(turn, draft);
    if (first) {
      all.add(SmallAsk.more(turn, draft));
    }
    return question(draft, words.say(first ? "dialogue.kind.first" : "dialogue.kind"), all, 3);
  }

  private List<Button> kinds(Draft draft) {
    KindNames names = kindNames(draft);
    KindOff off = new KindOff(turn, this);
    return names.own().offered().stream()
        .filter(kind -> !off.of(draft.withKind(kind)))
        .map(kind -> fill(draft, DraftField.KIND, kind.code(), names.name(kind)))
        .toList();
  }

  /** Days; for a request that has a date, first its own time later; at the end, any in words. */
  private List<Button> times(Draft draft) {
    List<Button> buttons = new ArrayList<>();
    Window window = draft.window();
    if (draft.requestId() != null && window != null && window.isDated()) {
      for (Extension by : List.of(Extension.TOMORROW, Extension.WEEK)) {
        String name = by.name().toLowerCase(Locale.ROOT);
        buttons.add(fill(draft, DraftField.WHEN, name, words.say("button.later." + name)));
      }
    }
    buttons.addAll(days(draft));
    if (draft.isComplete() && !turn.takesWords()) {
      buttons.add(
          Button.plain(
              words.say("button.write"), new Command.WriteDraft(draft.id(), DraftField.WHEN)));
    }
    return buttons;
  }

  private List<Button> days(Draft draft) {
    ZoneId zone = circle(draft).zone();
    LocalDate today = turn.now().atZone(zone).toLocalDate();
    List<Button> buttons = new ArrayList<>();
    buttons.add(fill(draft, DraftField.WHEN, SKIP, words.say("when.show.any")));
    for (int i = 0; i < DAYS_OFFERED; i++) {
      LocalDate day = today.plusDays(i);
      String label =
          switch (i) {
            case 0 -> words.say("dialogue.today");
            case 1 -> words.say("dialogue.tomorrow");
            default -> WhenText.of(words).text(Window.day(day, zone), turn.now());
          };
      buttons.add(fill(draft, DraftField.WHEN, day.toString(), label));
    }
    return buttons;
  }

  private List<Button> parts(Draft draft) {
    List<Button> buttons = new ArrayList<>();
    Window day = Objects.requireNonNull(draft.window());
    for (Part part : Part.values()) {
      LocalDate first = Objects.requireNonNull(day.firstDay());
      if (!Window.part(first, part, day.zone()).isOver(turn.now())) {
        buttons.add(
            fill(draft, DraftField.PART, part.code(), words.say("when.show.part." + part.code())));
      }
    }
    buttons.add(fill(draft, DraftField.PART, SKIP, words.say("dialogue.part.any")));
    return buttons;
  }

  private List<Button> counts(Draft draft) {
    List<Button> buttons = new ArrayList<>();
    for (int i = 1; i <= MOST_HELPERS_OFFERED; i++) {
      buttons.add(fill(draft, DraftField.HELPERS, String.valueOf(i), String.valueOf(i)));
    }
    return buttons;
  }

  private List<Button> whose(Draft draft) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(fill(draft, DraftField.FOR, SKIP, words.say("dialogue.for.skip")));
    buttons.add(fill(draft, DraftField.FOR, OUTSIDE, words.say("dialogue.for.outside")));
    if (!turn.takesWords()) {
      buttons.add(
          Button.plain(
              words.say("dialogue.for.member"),
              new Command.WriteDraft(draft.id(), DraftField.FOR)));
    }
    return buttons;
  }

  private List<Button> details(Draft draft) {
    List<Button> buttons =
        new ArrayList<>(skip(draft, draft.requestId() == null ? "details" : "details.edit"));
    boolean has = posted(draft).map(CareRequest::hasDetails).orElse(false);
    if (has) {
      buttons.add(fill(draft, DraftField.DETAILS, NONE, words.say("dialogue.details.edit.none")));
    }
    return buttons;
  }

  private List<Button> skip(Draft draft, String what) {
    DraftField field = Objects.requireNonNull(draft.asking());
    return List.of(fill(draft, field, SKIP, words.say("dialogue." + what + ".skip")));
  }

  private Button fill(Draft draft, DraftField field, String choice, String label) {
    return Button.plain(Notices.clip(label), new Command.FillDraft(draft.id(), field, choice));
  }

  private Reply question(Draft draft, String question, List<Button> buttons, int width) {
    List<Button> all = new ArrayList<>(buttons);
    all.add(
        draft.isComplete()
            ? Button.plain(words.say("button.preview"), new Command.ShowDraft(draft.id()))
            : Button.plain(words.say("button.drop"), new Command.DropDraft(draft.id())));
    int least = (all.size() + Message.MOST_IN_A_ROW - 1) / Message.MOST_IN_A_ROW;
    return shown(Message.of(Text.of(question), all, Math.max(width, least)), question, draft);
  }

  /** A step of the dialogue, in the place of the one before. */
  Reply shown(Message message, String brief, Draft draft) {
    Command again =
        draft.requestId() == null
            ? new Command.NeedHelp(new Ask.Free(""))
            : new Command.Edit(new Target.Known(draft.requestId()), "");
    return turn.said(message, brief).linkedBy(Code.payload(again)).redrawing();
  }

  private String typed() {
    return turn.takesWords() ? ".typed" : "";
  }

  String kindName(Draft draft) {
    return kindNames(draft).name(draft.kind() == null ? UsualKind.OTHER : draft.kind());
  }

  /** The kinds of care of the circle that a draft is for. */
  KindNames kindNames(Draft draft) {
    return KindNames.of(
        words, Optional.ofNullable(draft.circleId()).flatMap(turn.tables().circles()::find));
  }
}
