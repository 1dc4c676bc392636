package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.Space;
import org.kith.circle.UsualKind;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.DraftField;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.Consents.Consent;
import org.kith.store.Draft;
import org.kith.words.Text;
import org.kith.words.WhenText;

/**
 * What a request would be: the end of the dialogue. Each field can be corrected before it is
 * posted, or before the changes of one that is posted are saved.
 */
record Preview(Turn turn, Dialogue dialogue) {
  private static final List<DraftField> IN_CHOICES =
      List.of(DraftField.KIND, DraftField.WHEN, DraftField.HELPERS, DraftField.FOR);

  /** The preview of a complete draft. */
  Reply of(Draft draft) {
    return of(draft, null);
  }

  /**
   * The same.
   *
   * @param why what keeps it from being saved as it is; null for nothing
   */
  Reply of(Draft draft, @Nullable String why) {
    Circle circle = dialogue.circle(draft);
    CareRequest posted = dialogue.posted(draft).orElse(null);
    String head =
        posted == null
            ? turn.say("preview.head")
            : turn.say("edit.head", "number", Notices.number(posted));
    Text.Builder text = new Text.Builder();
    if (why != null) {
      text.line(why).gap();
    }
    text.line(head).gap();
    describe(draft, circle, text);
    if (posted == null) {
      text.gap().line(seen(circle));
    } else if (dialogue.isOthers(draft)) {
      text.gap().line(turn.say("edit.others.head"));
    }
    String asks = behalf(draft, circle, text);
    List<Button> buttons = new ArrayList<>();
    buttons.addAll(yes(draft, asks));
    notes(draft, circle, posted, text);
    buttons.addAll(corrections(draft, circle));
    if (posted == null && !draft.manner().seen()) {
      boolean anonymous = draft.manner().anonymous();
      buttons.add(
          Button.plain(
              turn.say(anonymous ? "button.named" : "button.unnamed"),
              new Command.NameDraft(draft.id(), !anonymous)));
    }
    buttons.addAll(questions(draft, circle, text));
    if (draft.kind() == UsualKind.MONEY) {
      text.line(turn.say("card.money"));
    }
    if (posted == null && draft.kind() == UsualKind.COMPANY) {
      buttons.add(new HardHour(turn.words(), circle.zone()).button());
    }
    buttons.add(Button.plain(turn.say("button.drop"), new Command.DropDraft(draft.id())));
    return dialogue.shown(Message.of(text.build(), buttons, 3), why == null ? head : why, draft);
  }

  /**
   * @param asks the label where somebody is asked first; null if it is posted
   */
  private List<Button> yes(Draft draft, @Nullable String asks) {
    if (asks != null) {
      return List.of(Button.first(asks, new Command.PostDraft(draft.id())));
    }
    boolean waits = GoingOut.mayWait(draft, turn.now());
    String label =
        draft.requestId() != null ? "button.save" : waits ? "button.post.now" : "button.post";
    Button now = Button.first(turn.say(label), new Command.PostDraft(draft.id()));
    return waits
        ? List.of(
            now, Button.plain(turn.say("button.while"), new Command.PostDraftLater(draft.id())))
        : List.of(now);
  }

  private void describe(Draft draft, Circle circle, Text.Builder text) {
    Window window = window(draft, circle);
    String when = WhenText.of(turn.words()).textWithZone(window, turn.now(), circle.zone());
    text.strong(dialogue.kindName(draft))
        .line(String.valueOf(draft.what()))
        .time(
            draft.near() == null
                ? turn.say("card.when", "when", when)
                : turn.say("card.when.near", "when", when, "near", draft.near()),
            WhenText.moment(window))
        .line(turn.say("asked.helpers", "count", draft.helpers() == null ? 1 : draft.helpers()));
  }

  private String seen(Circle circle) {
    int people = turn.tables().circles().people(circle.id());
    return turn.say("preview.seen", "circle", circle.name(), "people", people);
  }

  /** For whom it is; the label of the first button where they are asked first, otherwise null. */
  private @Nullable String behalf(Draft draft, Circle circle, Text.Builder text) {
    Consent consent = turn.tables().consents().of(draft.id()).orElse(null);
    if (consent == null) {
      return null;
    }
    if (draft.manner().seen()) {
      text.line(turn.say("preview.behalf.seen"));
    }
    if (consent.person() == null) {
      text.line(turn.say("preview.outside", "circle", circle.name()));
      return null;
    }
    String name =
        new BehalfNotices(turn.tables(), turn.now()).name(circle, consent.person(), turn.words());
    text.line(turn.say("preview.behalf", "person", name));
    return Notices.clip(turn.say("button.behalf.ask", "person", name));
  }

  private void notes(Draft draft, Circle circle, @Nullable CareRequest posted, Text.Builder text) {
    if (draft.unclearWhen() != null) {
      text.line(turn.say("ask.unclear", "typed", draft.unclearWhen()));
    }
    if (draft.clears()) {
      text.line(turn.say("edit.details.clear"));
    } else if (draft.sealed() != null) {
      boolean afterYes = circle.detailsOpen() == DetailsOpen.AFTER_YES;
      text.line(turn.say(afterYes ? "preview.details.yes" : "preview.details"));
    } else if (posted != null && posted.hasDetails() && !dialogue.isOthers(draft)) {
      text.line(turn.say("edit.details.kept"));
    }
    if (posted == null && draft.kind() == UsualKind.COMPANY) {
      text.gap().lines(new HardHour(turn.words(), circle.zone()).inShort(circle));
    }
    if (draft.manner().anonymous()) {
      text.gap().lines(new Anonymity(turn).warnings(draft, circle));
    }
  }

  private List<Button> corrections(Draft draft, Circle circle) {
    List<Button> buttons = new ArrayList<>();
    for (DraftField field : DraftField.values()) {
      boolean asked =
          switch (field) {
            case CIRCLE, PART -> false;
            case FOR -> draft.requestId() == null;
            case DETAILS -> circle.detailsOpen() != DetailsOpen.OFF && !dialogue.isOthers(draft);
            case KIND, WHAT, WHEN, WHERE, HELPERS -> true;
          };
      if (asked) {
        String label = turn.say("button.fix." + field.name().toLowerCase(Locale.ROOT));
        Command command =
            IN_CHOICES.contains(field)
                ? new Command.CorrectDraft(draft.id(), field)
                : new Command.WriteDraft(draft.id(), field);
        buttons.add(Button.plain(label, command));
      }
    }
    return buttons;
  }

  /** Whether the clock is right, and whether it may go where more people can read it. */
  private List<Button> questions(Draft draft, Circle circle, Text.Builder text) {
    List<Button> buttons = new ArrayList<>();
    if (window(draft, circle).isDated() && !circle.zoneConfirmed()) {
      text.line(dialogue.zoneQuestion(circle));
      buttons.add(Button.plain(turn.say("button.zones"), new Command.OtherZones()));
    }
    if (draft.requestId() == null && dialogue.isElsewhere(circle)) {
      text.line(turn.say("preview.elsewhere", "space", spaceTitle(circle)));
      if (turn.isSteward(circle)) {
        buttons.add(Button.plain(turn.say("button.own"), new Command.OwnCircle()));
      }
    }
    return buttons;
  }

  private static Window window(Draft draft, Circle circle) {
    return draft.window() == null ? Window.anyTime(circle.zone()) : draft.window();
  }

  private String spaceTitle(Circle circle) {
    return turn.tables().circles().spacesOf(circle.id()).stream()
        .findFirst()
        .map(Space::title)
        .orElse(circle.name());
  }
}
