package org.kith.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Consenting;
import org.kith.command.Message;
import org.kith.store.Consents.Consent;
import org.kith.store.Draft;
import org.kith.store.Outbox.Row;
import org.kith.store.Tables;
import org.kith.words.KindNames;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/** What go-betweens, and those whom they ask for, are told; drawn from the state now. */
record BehalfNotices(Tables tables, Instant now) {

  /** What a row says; empty if it is moot. */
  Optional<Told> draw(Row row, Words words) {
    return switch (row.note()) {
      case FOR_YOU -> asked(row.ref(), words);
      case NO_YES -> circle(row).map(circle -> told(words.say("behalf.noyes", "circle", circle)));
      case NOT_REACHED ->
          circle(row).map(circle -> told(words.say("behalf.notreached", "circle", circle)));
      case AGREED -> tables.requests().find(row.ref()).map(request -> agreed(request, words));
      case CHANGED_FOR_YOU ->
          tables
              .requests()
              .find(row.ref())
              .filter(request -> !request.isEnded())
              .map(request -> changed(request, words));
      default ->
          tables
              .requests()
              .find(row.ref())
              .filter(CareRequest::isEnded)
              .map(request -> told(ended(request, words)));
    };
  }

  /** To whoever it is for: may it be posted? */
  Told question(Draft draft, Consent consent, Words words) {
    Circle circle =
        tables.circles().find(Optional.ofNullable(draft.circleId()).orElseThrow()).orElseThrow();
    String head =
        words.say("behalf.question", "asker", maker(circle, draft, words), "circle", circle.name());
    Instant until = consent.until() == null ? now : consent.until();
    Text.Builder text =
        new Text.Builder().line(head).gap().text(described(circle, draft, words)).gap();
    if (draft.sealed() != null) {
      text.line(words.say("behalf.question.details"));
    }
    text.line(
        words.say(
            "behalf.question.how",
            "asker",
            maker(circle, draft, words),
            "time",
            hour(circle, until, words)));
    List<Button> buttons = new ArrayList<>();
    buttons.add(Button.first(words.say("button.behalf.yes"), says(draft, Consenting.YES)));
    buttons.add(Button.plain(words.say("button.behalf.askme"), says(draft, Consenting.ASK_ME)));
    buttons.add(Button.plain(words.say("button.behalf.no"), says(draft, Consenting.NOT_NOW)));
    if (draft.sealed() != null) {
      buttons.add(Button.plain(words.say("button.details"), says(draft, Consenting.DETAILS)));
    }
    return new Told(Message.of(text.build(), buttons, 2), head);
  }

  /** The name by which a circle knows somebody. */
  String name(Circle circle, @Nullable Long person, Words words) {
    return Optional.ofNullable(person)
        .flatMap(one -> Saying.name(tables, circle.id(), one))
        .orElse(words.say("somebody"));
  }

  /** A time as people of this circle read it. */
  String hour(Circle circle, Instant at, Words words) {
    return WhenText.of(words).text(Window.at(at, circle.zone()), now, circle.zone());
  }

  /** Both are read once: an answer may take them away while this is drawn. */
  private Optional<Told> asked(long draftId, Words words) {
    Draft draft = tables.drafts().asked(draftId).orElse(null);
    Consent consent = tables.consents().of(draftId).orElse(null);
    return draft == null || consent == null || consent.declined()
        ? Optional.empty()
        : Optional.of(question(draft, consent, words));
  }

  private Told agreed(CareRequest request, Words words) {
    Circle circle = tables.circles().find(request.circleId()).orElseThrow();
    Behalf behalf = request.behalf();
    String name = name(circle, behalf == null ? null : behalf.person(), words);
    String number = Notices.number(request);
    if (behalf == null || !request.isAskedBy(Optional.ofNullable(behalf.goBetween()).orElse(0L))) {
      return told(words.say("behalf.themself", "person", name, "number", number));
    }
    Told asked = new Notices(tables, now).asked(circle, request, words);
    String yes = words.say("behalf.agreed", "person", name, "number", number);
    Text text = new Text.Builder().line(yes).gap().text(asked.message().text()).build();
    return new Told(new Message(text, asked.message().rows()), yes);
  }

  private Told changed(CareRequest request, Words words) {
    Circle circle = tables.circles().find(request.circleId()).orElseThrow();
    Notices notices = new Notices(tables, now);
    boolean between = tables.rewordings().before(request).isEmpty();
    String head =
        words.say(
            between ? "behalf.changed" : "behalf.changed.others",
            "asker",
            notices.asker(request, words),
            "number",
            Notices.number(request));
    Text text =
        new Text.Builder().line(head).gap().text(notices.described(circle, request, words)).build();
    return new Told(
        Message.of(
            text,
            Button.plain(words.say("button.more"), new Command.More(request.id())),
            notices.takeBack(request, words)),
        head);
  }

  private String ended(CareRequest request, Words words) {
    String how =
        switch (request.state()) {
          case RequestState.Kept _ -> "behalf.ended.kept";
          case RequestState.Unmet _ -> "behalf.ended.unmet";
          case RequestState.Withdrawn _ -> "behalf.ended.withdrawn";
          default -> "behalf.ended.over";
        };
    return words.say(how, "number", Notices.number(request), "what", request.what());
  }

  private Text described(Circle circle, Draft draft, Words words) {
    Window window = draft.window() == null ? Window.anyTime(circle.zone()) : draft.window();
    String when = WhenText.of(words).textWithZone(window, now, circle.zone());
    return new Text.Builder()
        .strong(KindNames.of(words, circle).name(Optional.ofNullable(draft.kind()).orElseThrow()))
        .line(String.valueOf(draft.what()))
        .time(
            draft.near() == null
                ? words.say("card.when", "when", when)
                : words.say("card.when.near", "when", when, "near", draft.near()),
            WhenText.moment(window))
        .line(words.say("asked.helpers", "count", draft.helpers() == null ? 1 : draft.helpers()))
        .build();
  }

  private String maker(Circle circle, Draft draft, Words words) {
    return name(
        circle,
        tables.people().account(draft.accountId()).map(Account::personId).orElse(null),
        words);
  }

  private Optional<String> circle(Row row) {
    return tables.circles().find(row.ref()).map(Circle::name);
  }

  private static Command says(Draft draft, Consenting choice) {
    return new Command.ForYou(draft.id(), choice);
  }

  private static Told told(String sentence) {
    return new Told(Message.of(Text.of(sentence)), sentence);
  }
}
