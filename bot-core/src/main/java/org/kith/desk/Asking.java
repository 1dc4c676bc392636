package org.kith.desk;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.Kind;
import org.kith.command.Ask;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.desk.ForWhom.Found;
import org.kith.post.Note;
import org.kith.store.Draft;
import org.kith.words.AskReader;
import org.kith.words.Asked;
import org.kith.words.Checked;
import org.kith.words.ForReader;
import org.kith.words.KindNames;
import org.kith.words.Reading;
import org.kith.words.Text;
import org.kith.words.WhenReader;

/**
 * {@code /needhelp}: reads what was typed and posts it at once, or ends in a preview or a dialogue.
 */
final class Asking {
  private static final int LONGEST_UNCLEAR = 100;

  private final Turn turn;
  private final Dialogue dialogue;
  private final Anonymity anonymity;

  Asking(Turn turn) {
    this.turn = turn;
    this.anonymity = new Anonymity(turn);
    this.dialogue = new Dialogue(turn);
  }

  /**
   * Reads and posts, or asks back. Nothing that is not wholly clear and public is posted unseen.
   */
  Reply ask(Ask ask) {
    if (turn.circles().isEmpty()) {
      return turn.answer("private.nocircle");
    }
    return switch (ask) {
      case Ask.Free(String text) when text.isBlank() -> dialogue.begin(false);
      case Ask.Free(String text) when AskReader.of(turn.words()).isNameless(text) ->
          turn.isSeen() ? anonymity.refused() : dialogue.begin(true);
      case Ask.Free(String text) -> {
        ForReader.Cut cut = new ForWhom(turn).cut(text).orElse(null);
        String asks = cut == null ? text : cut.rest();
        Checked<Asked> read = AskReader.of(turn.words()).read(asks, turn.now(), zone());
        yield switch (read) {
          case Checked.Refused<Asked> refused -> refused(refused);
          case Checked.Taken<Asked>(Asked asked) ->
              settle(
                  new Fields(
                      null,
                      asked.what(),
                      asked.when(),
                      asked.near(),
                      asked.helpers(),
                      null,
                      asked.anonymous(),
                      cut == null ? null : cut.whom()),
                  AskReader.of(turn.words()).speaksOfNamelessness(asked.what()));
        };
      }
      case Ask.Options options -> readOptions(options);
    };
  }

  /** Posts a request whose fields are complete. */
  CareRequest post(Circle circle, Draft draft) {
    return post(circle, draft, turn.person(), null);
  }

  /**
   * The same.
   *
   * @param asker whoever is answered to
   * @param behalf for whom it is; null if for the asker
   */
  CareRequest post(Circle circle, Draft draft, long asker, @Nullable Behalf behalf) {
    CareRequest request =
        new Posting(turn.tables(), turn.sealer(), turn.now()).post(circle, draft, asker, behalf);
    String delivery = turn.delivery().id();
    if (delivery != null && asker == turn.person() && behalf == null) {
      turn.tables().deliveries().ledTo(turn.actor().platform(), delivery, request.id());
    }
    return request;
  }

  /** The answer to a request that was just posted. */
  Reply posted(Circle circle, CareRequest request, @Nullable String unclearWhen) {
    Told told = new Notices(turn.tables(), turn.now()).asked(circle, request, turn.words());
    var message =
        unclearWhen == null
            ? told.message()
            : told.withLine(turn.say("ask.unclear", "typed", unclearWhen)).message();
    return turn.sure(message, told.brief(), Note.ASKED, request.id(), null);
  }

  private Reply readOptions(Ask.Options options) {
    AskReader reader = AskReader.of(turn.words());
    Checked<String> what = AskReader.what(options.what());
    Checked<String> near = reader.where(options.where() == null ? "" : options.where());
    Checked<Integer> helpers = AskReader.helpers(options.helpers() == null ? 1 : options.helpers());
    Checked<String> details = AskReader.details(options.details() == null ? "" : options.details());
    for (Checked<?> one : new Checked<?>[] {what, near, helpers, details}) {
      if (one instanceof Checked.Refused<?> refused) {
        return refused(refused);
      }
    }
    String clean = taken(what);
    String whom = options.whom() == null ? "" : options.whom().strip();
    String when = options.when() == null ? "" : options.when().strip();
    Reading reading =
        when.isEmpty()
            ? new Reading.Understood(Window.anyTime(zone()))
            : WhenReader.of(turn.words()).read(when, turn.now(), zone());
    return settle(
        new Fields(
            options.kind(),
            clean,
            reading,
            taken(near).isEmpty() ? null : taken(near),
            taken(helpers),
            taken(details).isEmpty() ? null : taken(details),
            options.anonymous(),
            whom.isEmpty() ? null : whom),
        options.form());
  }

  /**
   * @param unsure true if it is shown before it is posted, whatever it says
   */
  private Reply settle(Fields fields, boolean unsure) {
    if (fields.anonymous && turn.isSeen()) {
      return anonymity.refused();
    }
    Found whom =
        fields.whom == null
            ? new Found.Oneself()
            : new ForWhom(turn).read(turn.circles(), fields.whom);
    Circle circle = circle(whom);
    String details = fields.details;
    if (details != null && circle != null && circle.detailsOpen() == DetailsOpen.OFF) {
      return turn.answer("ask.refused.details.off");
    }
    if (circle != null && new LinkOff(turn, circle).in(fields.what, fields.near, details)) {
      return turn.answer("links.refused");
    }
    if (whom instanceof Found.Several(String name)) {
      return turn.answer("behalf.several", "name", name);
    }
    Draft draft = draft(fields, circle);
    if (circle == null) {
      return dialogue.next(keep(draft, details, DraftField.CIRCLE, whom));
    }
    if (draft.kind() == null) {
      return dialogue.noSuchKind(keep(draft, details, DraftField.KIND, whom));
    }
    if (fields.when instanceof Reading.Past(Window over)) {
      return dialogue.past(keep(draft, details, DraftField.WHEN, whom), over);
    }
    Window window = draft.window();
    boolean zoneOpen = !circle.zoneConfirmed() && window != null && window.isDated();
    boolean own = whom instanceof Found.Oneself;
    boolean shown =
        draft.kind().isOff(circle) || unsure || details != null || fields.anonymous || !own;
    if (shown || zoneOpen || dialogue.isElsewhere(circle)) {
      return dialogue.next(keep(draft, details, null, whom));
    }
    return posted(circle, post(circle, draft), draft.unclearWhen());
  }

  /** The circle, if there is no doubt which: whoever it is for may be in one of them alone. */
  private @Nullable Circle circle(Found whom) {
    return whom instanceof Found.Inside inside && inside.circles().size() == 1
        ? inside.circles().getFirst()
        : turn.circle().orElse(null);
  }

  private Draft keep(
      Draft draft, @Nullable String details, @Nullable DraftField asking, Found whom) {
    Draft kept = dialogue.keep(draft, details, asking);
    new ForWhom(turn).keep(kept, whom);
    return kept;
  }

  private Draft draft(Fields fields, @Nullable Circle circle) {
    Window window =
        switch (fields.when) {
          case Reading.Understood(Window understood) -> understood;
          case Reading.Past _ -> null;
          case Reading.Unclear _ -> Window.toBeAgreed(zone());
        };
    return new Draft(
        0,
        turn.account().id(),
        circle == null ? null : circle.id(),
        null,
        kind(fields, circle),
        fields.what,
        window,
        fields.when instanceof Reading.Unclear(String typed)
            ? Notices.clip(typed, LONGEST_UNCLEAR)
            : null,
        fields.near,
        fields.helpers,
        null,
        null,
        new Draft.Manner(fields.anonymous, turn.isSeen(), null),
        turn.now());
  }

  /**
   * The kind that was chosen, or that the words speak of; null for one that there is not, and until
   * it is known in which circle the words are to be read.
   */
  private @Nullable Kind kind(Fields fields, @Nullable Circle circle) {
    String typed = fields.kind == null ? "" : fields.kind.strip();
    if (typed.isEmpty()) {
      return circle == null ? null : KindNames.of(turn.words(), circle).guess(fields.what);
    }
    return (circle == null ? turn.circles() : List.of(circle))
        .stream()
            .flatMap(one ->
                KindNames.of(turn.words(), one)
                    .known(typed)
                    .map(one.customs().kinds()::asked)
                    .stream())
            .findFirst()
            .orElse(null);
  }

  private ZoneId zone() {
    return turn.circles().getFirst().zone();
  }

  private Reply refused(Checked.Refused<?> refused) {
    String sentence = refused.say(turn.words());
    return turn.said(Message.of(Text.of(sentence)), sentence);
  }

  private static <T> T taken(Checked<T> typed) {
    return switch (typed) {
      case Checked.Taken<T>(T found) -> found;
      case Checked.Refused<T> refused -> throw new IllegalStateException(refused.reason());
    };
  }

  private record Fields(
      @Nullable String kind,
      String what,
      Reading when,
      @Nullable String near,
      int helpers,
      @Nullable String details,
      boolean anonymous,
      @Nullable String whom) {}
}
