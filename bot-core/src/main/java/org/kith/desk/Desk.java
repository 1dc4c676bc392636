package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.Space;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.DraftField;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Pictured;
import org.kith.command.Reply;
import org.kith.command.Whence;
import org.kith.post.Messenger.Missing;
import org.kith.post.Messengers;
import org.kith.store.Circles.Meant;
import org.kith.store.Database;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door: whatever happens is decided here, in one transaction, and is on disk when the
 * answer comes back.
 */
public final class Desk {
  /** How long a reaction waits for the card that it may be on, and how often it looks. */
  private static final Duration CARD_KNOWN = Duration.ofSeconds(2);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Database database;
  private final Sealer sealer;
  private final InstantSource clock;
  private final ZoneId firstZone;
  private final Messengers messengers;
  private final IntUnaryOperator chance;
  private final List<Runnable> afterCommit = new CopyOnWriteArrayList<>();
  private volatile Runnable afterDeparture = () -> {};

  private final Upkeep upkeep;
  private volatile boolean invitedOnly;
  private volatile @Nullable Slowing slowing;
  private volatile Onlooker onlooker = (platform, kind, outcome, took) -> {};

  /**
   * A desk.
   *
   * @param firstZone the zone of a new circle, until somebody says which is right
   * @param messengers asked what is missing, for {@code /circle show}
   * @param chance a random number from 0 to below its argument
   */
  public Desk(
      Database database,
      Sealer sealer,
      InstantSource clock,
      ZoneId firstZone,
      Messengers messengers,
      IntUnaryOperator chance) {
    this.database = database;
    this.sealer = sealer;
    this.clock = clock;
    this.firstZone = firstZone;
    this.messengers = messengers;
    this.chance = chance;
    this.upkeep = new Upkeep(database, sealer, clock, this::committed);
  }

  /** From now on a new circle works only once a code of the host's was typed in its group. */
  public void admitOnlyInvited() {
    invitedOnly = true;
  }

  /** From now on whoever does too much within a minute is slowed, see {@link Slowing}. */
  public void slows() {
    slowing = new Slowing();
  }

  /** What is done without anybody asking, at its time or by night. */
  public Upkeep upkeep() {
    return upkeep;
  }

  /** Runs something after each commit: what waits for new work is woken by it. */
  public void afterCommit(Runnable wake) {
    afterCommit.add(wake);
  }

  /** Runs something after somebody has left a house, in place of what ran before. */
  public void afterDeparture(Runnable wake) {
    afterDeparture = wake;
  }

  /** Tells of each command that is decided, in place of whom it told before. */
  public void watchedBy(Onlooker watcher) {
    onlooker = watcher;
  }

  /**
   * Decides a command. Returns after the commit is on disk. Never throws for anything that a person
   * did: a refusal is an answer. Blocks for some milliseconds; call it from a virtual thread.
   */
  public Reply handle(Delivery came) {
    Delivery delivery = withPhoto(came);
    long arrived = System.nanoTime();
    String outcome = "Failed";
    try {
      switch (delivery.command()) {
        case Command.Reacted(MessageRef message) -> awaitCard(message);
        case Command.Unreacted(MessageRef message) -> awaitCard(message);
        case Command.Hearted(MessageRef message) -> awaitCard(message);
        default -> {}
      }
      Set<Missing> missing = missing(delivery);
      Reply reply = database.write(tables -> decideOnce(tables, delivery, missing));
      outcome = reply.getClass().getSimpleName();
      if (Forgetting.leavesTraces(delivery.command())) {
        upkeep.leftTraces();
      }
      committed();
      return reply;
    } catch (Repeated repeated) {
      outcome = "Repeated";
      return database.pretend(tables -> present(tables, delivery));
    } catch (RuntimeException e) {
      if (delivery.command() instanceof Command.Crisis) {
        LOG.error("/crisis is answered without the database", e);
        return new HardHour(Words.in(delivery.actor().language()), firstZone)
            .page(circles(delivery));
      }
      throw e;
    } finally {
      onlooker.decided(
          delivery.actor().platform(),
          delivery.command().getClass().getSimpleName(),
          outcome,
          Duration.ofNanos(System.nanoTime() - arrived));
    }
  }

  /**
   * Decides what a platform told.
   *
   * @param id the platform's id of the event, null where it gives none
   */
  public void hear(@Nullable String id, Platform platform, News news) {
    database.write(tables -> {
      if (id == null || tables.deliveries().isFirst(platform, id, now())) {
        new Hearing(
                tables,
                platform,
                now(),
                invitedOnly,
                (actor, command) ->
                    decide(tables, new Delivery(null, actor, command, false), Set.of(), false))
            .hear(news);
      }
      return true;
    });
    committed();
    if (news instanceof News.Left) {
      afterDeparture.run();
    }
  }

  private void committed() {
    afterCommit.forEach(Runnable::run);
  }

  private void awaitCard(MessageRef message) {
    if (database.read(tables -> Reacting.post(tables, message).isEmpty())) {
      awaitCards(message.place().platform(), message.place().house());
    }
  }

  /**
   * Waits until the messages of all cards of a house are known, two seconds at most: people may
   * react to a card before the platform has told the courier under which id it was posted.
   */
  public void awaitCards(Platform platform, String house) {
    long end = System.nanoTime() + CARD_KNOWN.toNanos();
    while (System.nanoTime() < end
        && database.read(tables -> tables.outbox().isCardUnderWay(platform, house))) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  /** The answer that carried this outbox row has reached the actor. */
  public void answered(long row) {
    database.writeLightly(tables -> {
      tables.outbox().find(row).ifPresent(new Arrival(tables, now())::answered);
      return true;
    });
    committed();
  }

  /** The answer that carried this outbox row can't be shown: let it go by private message now. */
  public void unanswered(long row) {
    database.write(tables -> {
      tables.outbox().now(row, now());
      return true;
    });
    committed();
  }

  /** True if there is a circle for this place, so that the platform need not be asked for facts. */
  public boolean knows(Place place) {
    return database.read(tables -> tables.circles().spaceFor(place).isPresent());
  }

  /** The houses in which this account was seen: where to ask the platform if they are still in. */
  public Set<String> housesOf(Platform platform, String account) {
    return database.read(tables -> tables.people().housesOf(platform, account));
  }

  /** The cards of open requests, newest first: whose reactions are settled after a lost session. */
  public List<MessageRef> openCards(Platform platform) {
    return database.read(tables ->
        tables.posts().open(platform).stream()
            .flatMap(post ->
                tables.circles().space(post.spaceId()).stream()
                    .map(space -> new MessageRef(space.place(), String.valueOf(post.messageId()))))
            .toList());
  }

  /** The card that a message is, in whichever space of its house; of an ended request, too. */
  public Optional<MessageRef> card(MessageRef message) {
    Place place = message.place();
    return database.read(tables ->
        tables.circles().spacesIn(place.platform(), place.house()).stream()
            .map(space -> new MessageRef(space.place(), message.messageId()))
            .filter(one -> Reacting.post(tables, one).isPresent())
            .findFirst());
  }

  /**
   * The platform's id of the message that shows this request's card in this place, null if none.
   */
  public @Nullable String cardMessage(Place place, long requestId) {
    return database.read(tables ->
        tables
            .circles()
            .spaceAt(place)
            .flatMap(space -> tables.posts().find(space.id(), requestId))
            .map(post -> post.messageId())
            .orElse(null));
  }

  /**
   * The requests that this actor may mean by a number, for autocomplete: at most 25.
   *
   * @param typed what has been typed of the number or the words so far
   */
  public List<Suggestion> suggestNumbers(Actor actor, String command, String typed) {
    return database.read(tables ->
        turn(tables, new Delivery(null, actor, new Command.Mine(), true))
            .map(turn -> new Suggesting(turn).numbers(command, typed))
            .orElse(List.of()));
  }

  /** Times that this actor may mean, for autocomplete: at most 25, as they can be typed. */
  public List<String> suggestTimes(Actor actor, String typed) {
    return database.read(tables ->
        turn(tables, new Delivery(null, actor, new Command.Mine(), true))
            .map(turn -> new Suggesting(turn).times(typed))
            .orElse(List.of()));
  }

  /** Kinds of care of this actor's circle, for autocomplete: at most 25, as they can be typed. */
  public List<Choice> suggestKinds(Actor actor, String command, String typed) {
    return database.read(tables ->
        turn(tables, new Delivery(null, actor, new Command.Mine(), true))
            .map(turn -> new Suggesting(turn).kinds(command, typed))
            .orElseGet(() -> Suggesting.usualKinds(Words.in(actor.language()), typed)));
  }

  /** People for whom this actor may ask, for autocomplete: at most 25. */
  public List<Choice> suggestPeople(Actor actor, String typed) {
    return database.read(tables ->
        turn(tables, new Delivery(null, actor, new Command.Mine(), true))
            .map(turn -> new Suggesting(turn).people(typed))
            .orElse(List.of()));
  }

  /**
   * What a field of this actor's own preview says now, for a form to open with; maybe private
   * details. Nothing is stored.
   */
  public Optional<String> known(Actor actor, long draftId, DraftField field) {
    return database.read(tables ->
        turn(tables, new Delivery(null, actor, new Command.Mine(), true))
            .flatMap(turn -> new Known(turn).of(draftId, field)));
  }

  /** What was remembered under a name by {@link #remember}, null if nothing. */
  public @Nullable String recall(String name) {
    return database.read(tables -> tables.remembered().fact(name).orElse(null));
  }

  /** Remembers a small fact of an adapter over restarts, such as the hash of what it registered. */
  public void remember(String name, String fact) {
    database.write(tables -> {
      tables.remembered().write(name, fact);
      return true;
    });
  }

  /** People to call now, for when nothing can be decided: no database is asked. */
  public Reply inAHardHour(String language) {
    return new HardHour(Words.in(language), firstZone).page(List.of());
  }

  /** The circles with their own words for a hard hour, where at least they can be read. */
  private List<Circle> circles(Delivery delivery) {
    try {
      return database.read(tables -> turn(tables, delivery).map(Turn::circles).orElse(List.of()));
    } catch (RuntimeException e) {
      LOG.error("Not even the circle's own words can be read", e);
      return List.of();
    }
  }

  private Reply decideOnce(Tables tables, Delivery delivery, Set<Missing> missing) {
    Platform platform = delivery.actor().platform();
    if (delivery.id() != null && !tables.deliveries().isFirst(platform, delivery.id(), now())) {
      throw new Repeated();
    }
    return decide(tables, delivery, missing, false);
  }

  /** The answer to an event that was decided before: from the present, changing nothing. */
  private Reply present(Tables tables, Delivery delivery) {
    String id = delivery.id();
    Optional<CareRequest> led =
        id == null
            ? Optional.empty()
            : tables
                .deliveries()
                .requestOf(delivery.actor().platform(), id)
                .flatMap(tables.requests()::find);
    if (led.isEmpty()) {
      return decide(tables, delivery, Set.of(), true);
    }
    Circle circle = tables.circles().find(led.get().circleId()).orElseThrow();
    Actor actor = delivery.actor();
    Words words =
        Words.in(
            tables
                .people()
                .find(actor.platform(), actor.externalId())
                .map(Account::language)
                .orElse(actor.language()));
    Told told = new Notices(tables, now()).asked(circle, led.get(), words);
    return new Reply.Said(
        told.message(), told.brief(), Reply.Audience.ACTOR, OptionalLong.empty(), null, false);
  }

  private Reply decide(Tables tables, Delivery delivery, Set<Missing> missing, boolean repeated) {
    if (isNotForUs(tables, delivery)) {
      return new Reply.Silent();
    }
    Admitting.Answer admitted =
        invitedOnly ? new Admitting(tables, now()).to(delivery) : Admitting.Answer.AS_EVER;
    if (admitted == Admitting.Answer.HOW) {
      return Admitting.how(delivery);
    }
    Meeting meeting = new Meeting(tables, now(), firstZone);
    Turn turn = meeting.turn(delivery, meeting.locked(delivery), sealer);
    if (admitted == Admitting.Answer.WELCOME) {
      return Admitting.welcome(turn);
    }
    if (!repeated && isTooMuch(turn)) {
      return turn.answer("slow");
    }
    boolean fills =
        delivery.command() instanceof Command.NeedHelp
            || delivery.command() instanceof Command.PrivateText
            || delivery.command() instanceof Command.TypeDraft;
    if (repeated && fills) {
      return Plainly.of(
          turn, new Filling(turn).again()); // It was an answer to the question before this one.
    }
    return Plainly.of(
        turn, new Deciding(turn, missing, chance, firstZone).decide(delivery.command()));
  }

  private boolean isTooMuch(Turn turn) {
    Slowing known = slowing;
    return known != null
        && known.isTooMuch(turn.delivery(), turn.now())
        && turn.circles().stream().noneMatch(turn::isSteward);
  }

  /** A reaction to something that is no card: nobody is met, nothing stored. */
  private static boolean isNotForUs(Tables tables, Delivery delivery) {
    return switch (delivery.command()) {
      case Command.Reacted(MessageRef message) -> Reacting.post(tables, message).isEmpty();
      case Command.Unreacted(MessageRef message) -> Reacting.post(tables, message).isEmpty();
      case Command.Hearted(MessageRef message) ->
          !Thanking.isTheirs(tables, delivery.actor(), message);
      default -> false;
    };
  }

  /** A turn for looking only: nobody is met, no circle made. */
  private Optional<Turn> turn(Tables tables, Delivery delivery) {
    Actor actor = delivery.actor();
    Optional<Account> account = tables.people().find(actor.platform(), actor.externalId());
    Space space =
        actor.whence() instanceof Whence.InPlace in
            ? tables.circles().spaceFor(in.place()).orElse(null)
            : null;
    Account known =
        account.orElseGet(() ->
            new Account(0, 0, actor.platform(), actor.externalId(), "", actor.language(), false));
    List<Circle> circles = new ArrayList<>();
    List<Circle> apart = new ArrayList<>();
    if (space != null) {
      tables.circles().find(space.circleId()).ifPresent(circles::add);
    } else if (actor.whence() instanceof Whence.InPrivate in) {
      Meant meant = tables.circles().of(known.personId(), actor.platform(), in.presentIn());
      circles.addAll(meant.here());
      apart.addAll(meant.apart());
    }
    return circles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Turn(tables, sealer, now(), delivery, known, circles, apart, space, false));
  }

  /** The same with the photo that came along, fetched where it may be passed on. */
  private Delivery withPhoto(Delivery delivery) {
    if (delivery.command()
            instanceof Command.WithPhoto(Command words, Pictured.Offered photo, boolean ofSeveral)
        && database.read(tables ->
            turn(tables, delivery).filter(turn -> PhotoFetch.isWanted(turn, words)).isPresent())) {
      return delivery.with(new Command.WithPhoto(words, PhotoFetch.of(photo), ofSeveral));
    }
    return delivery;
  }

  /** Asked before the transaction begins: a platform may take its time to answer. */
  private Set<Missing> missing(Delivery delivery) {
    if (!(delivery.command() instanceof Command.CircleShow)
        || !(delivery.actor().whence() instanceof Whence.InPlace in)) {
      return Set.of();
    }
    Place place =
        database.read(
            tables -> tables.circles().spaceFor(in.place()).map(Space::place).orElse(in.place()));
    return messengers
        .of(place.platform())
        .map(messenger -> Set.copyOf(messenger.missing(place)))
        .orElse(Set.of());
  }

  private Instant now() {
    return clock.instant();
  }

  /** One choice of an autocomplete: its label, and what it stands for as it can be typed. */
  public record Choice(String label, String typed) {}

  /** One choice of an autocomplete: the number and its label, at most 100 characters. */
  public record Suggestion(int number, String label) {}

  /** The event has been seen before: the transaction is taken back. */
  private static final class Repeated extends RuntimeException {
    Repeated() {
      super("seen before", null, false, false);
    }
  }
}
