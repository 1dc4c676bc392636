package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kith.care.CareRequest;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.Place;
import org.kith.command.Command;
import org.kith.command.Consenting;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Whence;
import org.kith.store.CareCards;
import org.kith.store.Consents.Consent;
import org.kith.store.Draft;
import org.kith.store.Requests;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.testing.TestCircle;

/** Rule 4: private details, each of its own kind, and who is shown them. */
final class Secrets {
  private final TestCircle circle;
  private final String mark;
  private final Tally tally;
  private final Sealer sealer;
  private final Set<String> planted = new HashSet<>();
  private final Set<String> sealed = new HashSet<>();

  /** What is typed publicly, and what privately. */
  record Planted(String what, String secret) {}

  /** Somebody's request. */
  record AskedBy(long id, String name, Place place) {}

  Secrets(TestCircle circle, long seed, Tally tally) {
    this.tally = tally;
    this.circle = circle;
    this.sealer = Sealer.open(circle.core.keyFile(), null);
    this.mark = "zebra-" + seed + "-";
  }

  /** A new secret, and the public line by which its request is known again. */
  Planted plant() {
    int number = planted.size() + 1;
    Planted one = new Planted("Bread k" + number + "k", mark + number + "-floor");
    planted.add(one.secret());
    return one;
  }

  /** What somebody's care card says, as long as they have one. */
  String card(String account) {
    return mark + "card-" + account.toLowerCase(Locale.ROOT);
  }

  /** Decides, and looks that details are answered to whoever may see them, and to nobody else. */
  Reply watch(Delivery delivery, Function<Delivery, Reply> decide) {
    List<String> due = due(delivery);
    Reply reply = decide.apply(delivery);
    collectSealed();
    String said = reply instanceof Reply.Said answer ? text(answer.message()) + answer.brief() : "";
    for (String secret : due) {
      tally.add(secret.contains("-card-") ? "care cards shown" : "details shown");
      assertThat(said).as("private parts to whoever may see them").contains(secret);
      assertThat(((Reply.Said) reply).audience()).isEqualTo(Reply.Audience.ACTOR_PROTECTED);
      said = said.replace(secret, "");
    }
    assertThat(said).as("the answer to %s", delivery).doesNotContain(mark);
    return reply;
  }

  /** Nobody was told, nothing stored, nothing logged. */
  void nowhere(List<String> logged) {
    assertThat(circle.paper.everShown()).isNotEmpty();
    for (Message message : circle.paper.everShown()) {
      assertThat(text(message)).doesNotContain(mark);
    }
    circle
        .paper
        .told()
        .values()
        .forEach(all -> all.forEach(message -> assertThat(text(message)).doesNotContain(mark)));
    assertThat(Snapshot.of(circle.core.database()).text()).doesNotContain(mark);
    assertThat(logged).noneMatch(line -> line.contains(mark));
  }

  /** What must not be found in the file once all is forgotten: details, plain and sealed. */
  Set<String> neverAgain() {
    Set<String> all = new HashSet<>(sealed);
    all.addAll(planted);
    all.add(mark + "card-");
    return all;
  }

  int lastRequest() {
    return count("select coalesce(max(id), 0) from request");
  }

  /** The requests that are open now. */
  List<Long> open() {
    return circle.core.database().read(Secrets::open);
  }

  private static List<Long> open(Tables tables) {
    return tables
        .handle()
        .createQuery("select id from request where state = 'OPEN' order by id")
        .mapTo(Long.class)
        .list();
  }

  int drafts() {
    return count("select count(*) from draft");
  }

  /** Whoever asked a request that has not ended. */
  Optional<AskedBy> askerOf(long id) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .requests()
                .find(id)
                .filter(request -> !request.isEnded())
                .map(request -> askedBy(tables, request)));
  }

  /** Those of the requests that this human asked, by whichever account. */
  List<Long> askedBy(List<Long> requests, String human) {
    return circle
        .core
        .database()
        .read(tables ->
            requests.stream()
                .filter(id ->
                    tables
                        .requests()
                        .find(id)
                        .map(CareRequest::asker)
                        .map(asker -> tables.people().accountsOf(asker).getFirst().externalId())
                        .filter(account -> Cast.human(account).equals(human))
                        .isPresent())
                .toList());
  }

  /** Whoever was helped, and is known still. */
  List<AskedBy> helped() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(
                    """
                    select distinct r.id from request r join claim c on c.request_id = r.id
                    where r.asker_id is not null and c.helper_id is not null and c.state = 'KEPT'
                    order by r.id
                    """)
                .mapTo(Long.class)
                .list()
                .stream()
                .map(id -> askedBy(tables, tables.requests().find(id).orElseThrow()))
                .toList());
  }

  private static AskedBy askedBy(Tables tables, CareRequest request) {
    Long asker = Objects.requireNonNull(request.asker());
    return new AskedBy(
        request.id(),
        tables.people().accountsOf(asker).getFirst().name(),
        tables.circles().spacesOf(request.circleId()).getFirst().place());
  }

  /** The private parts that the actor may be shown now by this very command. */
  private List<String> due(Delivery delivery) {
    return switch (delivery.command()) {
      case Command.ShowDetails(long id) ->
          circle.core.database().read(tables -> due(tables, delivery, id));
      case Command.ForYou(long id, Consenting choice) when choice == Consenting.DETAILS ->
          circle.core.database().read(tables -> offered(tables, delivery, id));
      case Command.ShowCareCard() -> circle.core.database().read(tables -> own(tables, delivery));
      default -> List.of();
    };
  }

  private List<String> own(Tables tables, Delivery delivery) {
    return account(tables, delivery).stream()
        .flatMap(account -> card(tables, account.personId()).stream())
        .toList();
  }

  /** The care card of a person, which one of their accounts wrote. */
  private Optional<String> card(Tables tables, long person) {
    Optional<String> words =
        tables
            .cards()
            .sealed(person)
            .map(sealed -> sealer.unseal(sealed, CareCards.sealedRow(person)));
    words.ifPresent(card ->
        assertThat(Cast.human(card.replace(mark + "card-", "")))
            .as("who wrote the care card of %s", person)
            .isEqualTo(Cast.human(tables.people().accountsOf(person).getFirst().externalId())));
    return words;
  }

  /** What would go with a request for the actor, as long as they are asked. */
  private List<String> offered(Tables tables, Delivery delivery, long id) {
    Account account = account(tables, delivery).orElse(null);
    Draft draft = tables.drafts().asked(id).orElse(null);
    Consent consent = tables.consents().of(id).filter(one -> !one.declined()).orElse(null);
    String details = draft == null ? null : draft.sealed();
    if (account == null || draft == null || consent == null || details == null) {
      return List.of();
    }
    Circle its = tables.circles().find(Objects.requireNonNull(draft.circleId())).orElseThrow();
    boolean asked =
        Objects.equals(consent.person(), account.personId())
            && Objects.requireNonNull(consent.until()).isAfter(circle.clock.instant());
    return asked && isThere(tables, delivery, its)
        ? List.of(sealer.unseal(details, Draft.sealedRow(id)))
        : List.of();
  }

  private List<String> due(Tables tables, Delivery delivery, long id) {
    CareRequest request = tables.requests().find(id).orElse(null);
    Account account = account(tables, delivery).orElse(null);
    if (request == null || account == null) {
      return List.of();
    }
    Circle its = tables.circles().find(request.circleId()).orElseThrow();
    boolean open = its.detailsOpen() == DetailsOpen.AT_CLAIM;
    boolean holds =
        tables.claims().on(id).stream()
            .anyMatch(c -> c.isInFlight() && c.isBy(account.personId()) && (c.shared() || open));
    boolean may = holds || request.isOwnOf(account.personId());
    List<String> due = new ArrayList<>();
    if (may && isThere(tables, delivery, its)) {
      // Others may have replaced them since: what is there now is shown.
      tables
          .requests()
          .details(id)
          .map(details -> sealer.unseal(details, Requests.sealedRow(id)))
          .filter(planted::contains)
          .ifPresent(due::add);
      Long person = request.person();
      boolean goes = its.detailsOpen() != DetailsOpen.OFF && !request.anonymous();
      boolean mayCard = holds || request.isNeedOf(account.personId());
      if (person != null && mayCard && goes) {
        card(tables, person).ifPresent(due::add);
      }
    }
    return due;
  }

  private static Optional<Account> account(Tables tables, Delivery delivery) {
    return tables.people().find(delivery.actor().platform(), delivery.actor().externalId());
  }

  private static boolean isThere(Tables tables, Delivery delivery, Circle its) {
    return tables.circles().spacesOf(its.id()).stream()
        .anyMatch(space ->
            switch (delivery.actor().whence()) {
              case Whence.InPlace in -> space.place().equals(in.place());
              case Whence.InPrivate in -> in.presentIn().contains(space.place().house());
            });
  }

  private void collectSealed() {
    sealed.addAll(
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery(
                        "select sealed from detail union"
                            + " select sealed from care_card where sealed is not null union"
                            + " select sealed from letter where sealed is not null union"
                            + " select sealed from photo union"
                            + " select sealed from steward_letter union"
                            + " select sealed from report where sealed is not null union"
                            + " select sealed from draft where sealed <> ''")
                    .mapTo(String.class)
                    .list()));
  }

  int count(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(int.class).one());
  }

  private static String text(Message message) {
    return message.text().plain() + message.buttons();
  }
}
