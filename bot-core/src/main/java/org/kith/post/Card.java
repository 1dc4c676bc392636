package org.kith.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.RequestState;
import org.kith.circle.Circle;
import org.kith.circle.NamesOnCards;
import org.kith.circle.RelayOpen;
import org.kith.circle.UsualKind;
import org.kith.command.Addressee;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Target;
import org.kith.words.KindNames;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/**
 * The card of a request: a view of the state now, for everybody in its space. Words before signs,
 * no meaning by sign alone.
 *
 * @param claims all claims on the request
 * @param names display names of the asker and of the helpers, by person; who is missing is somebody
 */
public record Card(
    Circle circle, CareRequest request, List<Claim> claims, Map<Long, String> names) {
  public Card {
    claims = claims.stream().filter(Claim::helps).toList();
    names = Map.copyOf(names);
  }

  /** The card as a message, in the circle's language and zone. */
  public Message draw(Instant now) {
    Words words = Words.in(circle.language());
    String title = title(words);
    return switch (request.state()) {
      case RequestState.Open _ -> {
        Text text = new Text.Builder().strong(title).text(body(words, now)).build();
        Button more = Button.plain(words.say("button.more"), new Command.More(request.id()));
        Button standby =
            Button.plain(
                words.say("button.standby"), new Command.Standby(new Target.Known(request.id())));
        yield places() > 0
            ? new Message(text, List.of(List.of(help(words), standby, more), question(words)))
            : Message.of(text, standby, more);
      }
      case RequestState.LookedAfter _ -> {
        Text text = new Text.Builder().strong(title).text(body(words, now)).build();
        yield Message.of(
            text, Button.plain(words.say("button.more"), new Command.More(request.id())));
      }
      case RequestState.Paused _ -> Message.of(Text.of(words.say("card.paused", "title", title)));
      case RequestState.Kept _ -> Message.of(Text.of(words.say("card.kept", "title", title)));
      case RequestState.Unconfirmed _, RequestState.Unmet _ ->
          Message.of(Text.of(words.say("card.over", "title", title)));
      case RequestState.Withdrawn _ ->
          Message.of(Text.of(words.say("card.withdrawn", "title", title)));
    };
  }

  /** {@code Groceries · #12}. */
  public String title(Words words) {
    return words.say(
        "card.title",
        "kind",
        KindNames.of(words, circle).name(request.kind()),
        "number",
        String.valueOf(request.number()));
  }

  /** What is asked, when, where, and who helps: all of the card but its title. */
  public Text body(Words words, Instant now) {
    Text.Builder text = new Text.Builder();
    text.line(request.what());
    text.time(whenAndNear(words, now), WhenText.moment(request.window()));
    if (request.hasDetails()) {
      text.line(words.say("card.details"));
    }
    if (request.kind() == UsualKind.MONEY) {
      text.line(words.say("card.money"));
    }
    text.line(who(words)).lines(parts(words, 0));
    return text.build();
  }

  /** When and where, in one line. */
  public String whenAndNear(Words words, Instant now) {
    String when = WhenText.of(words).text(request.window(), now, circle.zone());
    return request.near() == null
        ? words.say("card.when", "when", when)
        : words.say("card.when.near", "when", when, "near", request.near());
  }

  /** How many helpers are still looked for. */
  public int places() {
    return Math.max(0, request.helpers() - whole().size());
  }

  /** True if somebody does a part of it. */
  public boolean isInParts() {
    return claims.stream().anyMatch(Claim::isPart);
  }

  /**
   * Who does which part, a line each: {@code Ben will do part: the milk}.
   *
   * @param without the id of a claim that is left out; 0 for none
   */
  public List<String> parts(Words words, long without) {
    return claims.stream()
        .filter(claim -> claim.isPart() && claim.id() != without)
        .map(claim -> {
          String name = shownName(claim).orElse(words.say("somebody"));
          return PartText.of(words, "card.part", claim, "name", name);
        })
        .toList();
  }

  private List<Claim> whole() {
    return claims.stream().filter(Claim::takesAPlace).toList();
  }

  /** The name of a helper, where this circle's cards show it. */
  public Optional<String> shownName(Claim claim) {
    return claim.helper() == null || !mayShow(claim)
        ? Optional.empty()
        : Optional.ofNullable(names.get(claim.helper()));
  }

  private Button help(Words words) {
    return Button.first(
        words.say("button.help"), new Command.Claim(new Target.Known(request.id())));
  }

  /** Where questions go before a claim. */
  private List<Button> question(Words words) {
    return circle.open().questions() == RelayOpen.AT_ONCE
        ? List.of(
            Button.plain(
                words.say("button.question"),
                new Command.Write(new Addressee.OfRequest(request.id()))))
        : List.of();
  }

  private String who(Words words) {
    String name = whose(words);
    if (request.state() instanceof RequestState.LookedAfter) {
      return words.say("card.lookedafter", "asker", name);
    }
    boolean nobody = whole().isEmpty();
    Behalf behalf = request.behalf();
    if (nobody && behalf != null) {
      String between = name(behalf.goBetween()).orElse(words.say("somebody"));
      return words.say("card.behalf", "asker", between, "person", name, "count", request.helpers());
    }
    if (nobody) {
      String first = name(request.asker()).orElse(words.say("somebody"));
      return words.say("card.looking", "asker", first, "count", request.helpers());
    }
    String helping = helping(words);
    return places() == 0
        ? words.say("card.for", "asker", name, "helping", helping)
        : words.say("card.more", "asker", name, "helping", helping, "count", places());
  }

  /** Whose need it is, by name: on behalf of somebody only if they agreed to that. */
  private String whose(Words words) {
    Behalf behalf = request.behalf();
    Long person = behalf == null ? request.asker() : behalf.named() ? behalf.person() : null;
    return name(person).orElse(words.say("somebody.within"));
  }

  private Optional<String> name(@Nullable Long person) {
    return person == null ? Optional.empty() : Optional.ofNullable(names.get(person));
  }

  /** "Ben will help", "Ben and one other will help", "2 people are helping". */
  private String helping(Words words) {
    List<String> shown = new ArrayList<>();
    List<Claim> whole = whole();
    for (Claim claim : whole) {
      shownName(claim).ifPresent(shown::add);
    }
    int others = whole.size() - shown.size();
    if (shown.isEmpty()) {
      return words.say("card.helping.unnamed", "count", others);
    }
    String list = words.list(shown);
    return others == 0
        ? words.say("card.helping", "names", list)
        : words.say("card.helping.others", "names", list, "count", others);
  }

  private boolean mayShow(Claim claim) {
    return switch (circle.names()) {
      case NamesOnCards.YES -> true;
      case NamesOnCards.IF_AGREED -> claim.nameAgreed();
      case NamesOnCards.NO -> false;
    };
  }
}
