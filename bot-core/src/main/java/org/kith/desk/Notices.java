package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.NamesOnCards;
import org.kith.circle.RelayOpen;
import org.kith.circle.UsualKind;
import org.kith.circle.WhoMayClaim;
import org.kith.command.Addressee;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Target;
import org.kith.post.Card;
import org.kith.post.PartText;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/** What askers and helpers are told of a request, drawn from the state now. */
record Notices(Tables tables, Instant now) {
  private static final Duration NEW = Duration.ofDays(7);

  /** To the asker: what was understood, and who sees it. */
  Told asked(Circle circle, CareRequest request, Words words) {
    Text.Builder text =
        new Text.Builder()
            .line(
                words.say(
                    "asked.posted",
                    "circle",
                    circle.name(),
                    "people",
                    tables.circles().people(circle.id())))
            .gap()
            .text(described(circle, request, words))
            .lines(nextStep(circle, request, words));
    List<Button> buttons = new ArrayList<>();
    new Twins(tables)
        .of(request)
        .ifPresent(twin -> {
          text.gap().line(words.say("twin.question", "number", number(twin)));
          buttons.add(Button.first(words.say("twin.one"), new Command.Cancel(known(request))));
          buttons.add(Button.plain(words.say("twin.two"), new Command.BothStand(request.id())));
        });
    buttons.add(change(request, words));
    if (buttons.size() == 1) {
      buttons.add(takeBack(request, words));
      buttons.add(ifNobodyComes(request, words));
    }
    if (request.kind() == UsualKind.COMPANY) {
      HardHour hour = new HardHour(words, circle.zone());
      text.gap().lines(hour.inShort(circle));
      buttons.add(hour.button());
    }
    return new Told(
        Message.of(text.build(), buttons, 3), words.say("asked.brief", "number", number(request)));
  }

  /** What its asker and its helpers read of a request, with the zone of its time. */
  Text described(Circle circle, CareRequest request, Words words) {
    return new Text.Builder()
        .strong(view(circle, request).title(words))
        .line(request.what())
        .time(whenAndNear(request, words), WhenText.moment(request.window()))
        .line(words.say("asked.helpers", "count", request.helpers()))
        .build();
  }

  /** The asker's "it is something else". */
  Button change(CareRequest request, Words words) {
    return Button.plain(words.say("button.change"), new Command.Edit(known(request), ""));
  }

  /** What is done next when nobody comes, and when; nothing where nothing is due. */
  List<String> nextStep(Circle circle, CareRequest request, Words words) {
    return new NextStep(tables, now).of(circle, request, words).stream().toList();
  }

  /** The asker's other choice for when nobody comes. */
  Button ifNobodyComes(CareRequest request, Words words) {
    boolean quiet = tables.askings().isQuiet(request.id());
    return Button.plain(
        words.say(quiet ? "button.wider" : "button.quiet"),
        new Command.IfNobodyComes(request.id(), !quiet));
  }

  /** To the helper: you're helping, and what to do next. */
  Told helping(Circle circle, CareRequest request, Claim claim, Words words) {
    String details =
        !hasPrivate(circle, request)
            ? null
            : opens(circle, claim) ? "helping.details" : "helping.details.later";
    List<Button> buttons = helperButtons(circle, request, claim, words);
    return helping(circle, request, claim.part(), claim.id(), details, buttons, words);
  }

  /** To whom the asker has blocked: what a helper reads while the asker has not said yes. */
  Told waiting(Circle circle, CareRequest request, @Nullable String part, Words words) {
    List<Button> buttons = helperButtons(circle, request, 0, false, words);
    return helping(circle, request, part, 0, "helping.details.later", buttons, words);
  }

  private Told helping(
      Circle circle,
      CareRequest request,
      @Nullable String part,
      long claimId,
      @Nullable String details,
      List<Button> buttons,
      Words words) {
    Card card = view(circle, request);
    Text.Builder text =
        new Text.Builder()
            .line(words.say("helping.thanks", "number", number(request)))
            .gap()
            .strong(card.title(words))
            .line(request.what())
            .time(whenAndNear(request, words), WhenText.moment(request.window()))
            .lines(card.parts(words, claimId));
    if (part != null) {
      text.line(
          part.isEmpty()
              ? words.say("helping.part.unsaid", "number", number(request))
              : words.say("helping.part", "part", part));
    }
    text.gap().line(words.say(toHelper(circle, request), "asker", asker(request, words)));
    if (details != null) {
      text.line(words.say(details, "asker", asker(request, words)));
    }
    return new Told(
        Message.of(text.build(), buttons, 2),
        words.say("helping.brief", "number", number(request)));
  }

  /** Where the circle passes words on: the button for them. */
  static List<Button> write(Circle circle, Addressee to, Words words) {
    return passes(circle)
        ? List.of(Button.plain(words.say("button.message"), new Command.Write(to)))
        : List.of();
  }

  private static boolean passes(Circle circle) {
    return circle.open().questions() != RelayOpen.OFF;
  }

  /** The buttons of a helper who holds a claim now. */
  List<Button> helperButtons(Circle circle, CareRequest request, Claim claim, Words words) {
    List<Button> buttons = new ArrayList<>();
    if (hasPrivate(circle, request) && opens(circle, claim)) {
      buttons.add(Button.first(words.say("button.details"), new Command.ShowDetails(request.id())));
    }
    buttons.addAll(helperButtons(circle, request, claim.id(), claim.nameAgreed(), words));
    return buttons;
  }

  /** Those that there are before the details are open, too. */
  private static List<Button> helperButtons(
      Circle circle, CareRequest request, long claim, boolean named, Words words) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(Button.plain(words.say("button.done"), new Command.Done(known(request))));
    buttons.add(Button.plain(words.say("button.cant"), new Command.Cancel(known(request))));
    buttons.addAll(write(circle, new Addressee.OfRequest(request.id()), words));
    if (circle.names() == NamesOnCards.IF_AGREED && !named) {
      buttons.add(Button.plain(words.say("button.name"), new Command.ShowMyName(claim)));
    }
    return buttons;
  }

  /** The asker's buttons about one helper: the yes that the details wait for, and the no. */
  List<Button> askerButtons(Circle circle, CareRequest request, Claim claim, Words words) {
    String helper = helper(request, claim, words);
    Button another =
        Button.plain(
            clip(words.say("button.else.than", "helper", helper)),
            new Command.SomebodyElse(claim.id()));
    List<Button> buttons = new ArrayList<>();
    if (hasPrivate(circle, request) && !opens(circle, claim)) {
      buttons.add(share(helper, claim, words));
    }
    buttons.add(another);
    if (passes(circle)) {
      buttons.add(
          Button.plain(
              clip(words.say("button.write.to", "name", helper)),
              new Command.Write(new Addressee.OfClaim(claim.id()))));
    }
    return buttons;
  }

  /** To the asker: somebody helps; where the details wait for a yes, the question. */
  Told claimed(Circle circle, CareRequest request, Claim claim, Words words) {
    String helper = helper(request, claim, words);
    boolean asks = hasPrivate(circle, request) && !opens(circle, claim);
    String card = isBetween(request) ? "claimed.share.card.behalf" : "claimed.share.card";
    String share = request.hasDetails() ? "claimed.share" : card;
    Text text =
        new Text.Builder()
            .line(ofHelper("claimed.helps", "claimed.part", request, claim, words))
            .lines(newHere(circle, claim, helper, words))
            .line(words.say(asks ? share : toAsker(circle, request), "helper", helper))
            .build();
    List<Button> buttons = new ArrayList<>();
    if (asks) {
      buttons.add(share(helper, claim, words));
    }
    buttons.addAll(write(circle, new Addressee.OfClaim(claim.id()), words));
    buttons.add(Button.plain(words.say("button.else"), new Command.SomebodyElse(claim.id())));
    return new Told(Message.of(text, buttons, 3), text.lines().getFirst().plain());
  }

  /** Where newcomers are named, whoever joined within a week is. */
  private List<String> newHere(Circle circle, Claim claim, String helper, Words words) {
    Long person = claim.helper();
    return person != null
            && circle.open().claim() == WhoMayClaim.NEWCOMERS
            && tables.trust().joinedAfter(circle.id(), person, now.minus(NEW))
        ? List.of(words.say("claimed.new", "helper", helper))
        : List.of();
  }

  /** To the helper: how the two find each other. */
  private static String toHelper(Circle circle, CareRequest request) {
    if (!request.anonymous()) {
      return "helping.write";
    }
    if (passes(circle)) {
      return "helping.write.unnamed.relay";
    }
    return circle.detailsOpen() == DetailsOpen.OFF
        ? "helping.write.unnamed.nodetails"
        : "helping.write.unnamed";
  }

  /** The same, to the asker. */
  private static String toAsker(Circle circle, CareRequest request) {
    if (!request.anonymous()) {
      return "claimed.write";
    }
    if (passes(circle)) {
      return "claimed.write.unnamed.relay";
    }
    return circle.detailsOpen() == DetailsOpen.OFF
        ? "claimed.write.unnamed.nodetails"
        : "claimed.write.unnamed";
  }

  /** To the asker: a helper can't after all. */
  Told released(CareRequest request, Claim claim, Words words) {
    return sentence(ofHelper("released", "released.part", request, claim, words));
  }

  /** What a helper does, or not: one sentence for all of a place, another for a part. */
  String ofHelper(String key, String ofPart, CareRequest request, Claim claim, Words words) {
    Object[] pairs = {
      "helper", helper(request, claim, words), "number", number(request), "what", request.what()
    };
    return claim.isPart() ? PartText.of(words, ofPart, claim, pairs) : words.say(key, pairs);
  }

  /** What is asked; of a part, that it is one, and which. */
  String whatOf(CareRequest request, Claim claim, Words words) {
    return claim.isPart()
        ? PartText.of(words, "part.of", claim, "what", request.what())
        : request.what();
  }

  /** One sentence about a request and a claim, with buttons. */
  Told sentence(String key, CareRequest request, Claim claim, Words words, Button... buttons) {
    return sentence(
        words.say(
            key,
            "number",
            number(request),
            "what",
            request.what(),
            "helper",
            helper(request, claim, words),
            "asker",
            asker(request, words)),
        buttons);
  }

  /** One sentence about a request, with buttons. */
  Told sentence(String key, CareRequest request, Words words, Button... buttons) {
    return sentence(
        words.say(
            key,
            "number",
            number(request),
            "what",
            request.what(),
            "asker",
            publicAsker(request, words)),
        buttons);
  }

  /** To somebody who came a moment late: standby, and the next open need that is not their own. */
  Told tooLate(Circle circle, CareRequest request, long person, Words words) {
    Button next =
        tables.requests().open(circle.id()).stream()
            .filter(open -> open.id() != request.id() && !open.isOwnOf(person))
            .filter(open -> {
              List<Claim> claims = tables.claims().on(open.id());
              return view(circle, open).places() > 0
                  && claims.stream().noneMatch(c -> c.helps() && c.isBy(person));
            })
            .findFirst()
            .map(open ->
                Button.plain(
                    clip(words.say("button.next", "number", number(open), "what", open.what())),
                    new Command.Claim(new Target.Listed(open.id()))))
            .orElse(null);
    Button standby = Button.plain(words.say("button.standby"), new Command.Standby(known(request)));
    return next == null
        ? sentence("late", request, words, standby)
        : sentence("late.next", request, words, next, standby);
  }

  /** The asker's "I take it back". */
  Button takeBack(CareRequest request, Words words) {
    return Button.plain(words.say("button.takeback"), new Command.Cancel(known(request)));
  }

  /** True if a helper is shown something private: details of the request, or the care card. */
  boolean hasPrivate(Circle circle, CareRequest request) {
    return request.hasDetails() || CareCard.goesWith(tables, circle, request);
  }

  /** True if this helper may see the details now. */
  static boolean opens(Circle circle, Claim claim) {
    return claim.isInFlight() && (claim.shared() || circle.detailsOpen() == DetailsOpen.AT_CLAIM);
  }

  /** A request as its card shows it. */
  Card view(Circle circle, CareRequest request) {
    return new Saying(tables, now).view(circle, request);
  }

  /** The asker as others read them, at the beginning of a sentence. */
  String asker(CareRequest request, Words words) {
    return new AskerName(tables).of(request).orElse(words.say("somebody"));
  }

  /** True if whoever is asked is asked in somebody's place. */
  static boolean isBetween(CareRequest request) {
    return request.behalf() != null
        && (request.asker() == null || !request.isNeedOf(request.asker()));
  }

  /** The same where everybody reads it. */
  String publicAsker(CareRequest request, Words words) {
    return new AskerName(tables).inPublic(request).orElse(words.say("somebody"));
  }

  String helper(CareRequest request, Claim claim, Words words) {
    Long helper = claim.helper();
    String somebody = words.say("somebody");
    return helper == null
        ? somebody
        : Saying.name(tables, request.circleId(), helper).orElse(somebody);
  }

  static String number(CareRequest request) {
    return String.valueOf(request.number());
  }

  static Target known(CareRequest request) {
    return new Target.Known(request.id());
  }

  /** A label that fits on a button; no character is cut in two. */
  static String clip(String label) {
    return clip(label, Button.LONGEST_LABEL);
  }

  /** One sentence as it is, with buttons. */
  static Told sentence(String sentence, Button... buttons) {
    return new Told(Message.of(Text.of(sentence), buttons), sentence);
  }

  String whenAndNear(CareRequest request, Words words) {
    String when = WhenText.of(words).textWithZone(request.window(), now, request.window().zone());
    return request.near() == null
        ? words.say("card.when", "when", when)
        : words.say("card.when.near", "when", when, "near", request.near());
  }

  private static Button share(String helper, Claim claim, Words words) {
    return Button.first(
        words.say("button.share", "helper", clip(helper, 40)), new Command.Share(claim.id()));
  }

  /** At most this many characters, none cut in two. */
  static String clip(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = limit - 1;
    boolean inside = Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, inside ? end - 1 : end).stripTrailing() + "…";
  }
}
