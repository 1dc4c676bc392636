package org.kith.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Letter;
import org.kith.care.Photo;
import org.kith.care.RequestState;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Manner;
import org.kith.circle.Place;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.MessageRef;
import org.kith.command.Target;
import org.kith.post.Note;
import org.kith.store.Draft;
import org.kith.store.Outbox.Row;
import org.kith.store.Posts.Post;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * What an outbox row says, drawn from the state at the moment of sending; who may see it is looked
 * at again. A row that has nothing to say any more is moot.
 */
public record Drawing(Tables tables, Sealer sealer, Instant now) {

  /**
   * Something ready to be sent.
   *
   * @param shows for a card: the message that shows it already; null if it is to be posted
   * @param revision for a card: the revision that was drawn
   * @param under the card that a line belongs to
   * @param requestId the request that it is about, 0 for none
   * @param enclosed the file that goes with it; null for none
   * @param photo the photo that goes with it; null for none
   */
  public record Drawn(
      Message message,
      @Nullable MessageRef shows,
      int revision,
      @Nullable MessageRef under,
      long requestId,
      boolean isProtected,
      @Nullable Enclosed enclosed,
      @Nullable Photo photo) {

    Drawn(
        Message message,
        @Nullable MessageRef shows,
        int revision,
        @Nullable MessageRef under,
        long requestId,
        boolean isProtected) {
      this(message, shows, revision, under, requestId, isProtected, null, null);
    }

    /** The same without layout and emoji; a file or a photo stays as it is. */
    Drawn plainly(Words words) {
      Message simple = Plainly.of(message, words);
      return new Drawn(
          simple,
          shows,
          revision,
          under,
          requestId,
          isProtected,
          enclosed == null ? null : new Enclosed(simple, enclosed.file(), enclosed.entry()),
          photo);
    }
  }

  /** Draws a row; empty if it is moot. */
  public Optional<Drawn> draw(Row row) {
    Words words = Words.in(row.language());
    if (row.note().isInSpace()) {
      return inSpace(row, words);
    }
    Optional<Drawn> drawn = toPerson(row, words);
    return row.plain() ? drawn.map(one -> one.plainly(words)) : drawn;
  }

  private Optional<Drawn> inSpace(Row row, Words words) {
    return switch (row.note()) {
      case CARD -> card(row);
      case DIGEST ->
          tables
              .circles()
              .find(row.ref())
              .map(circle -> plain(new Digest(tables, now).draw(circle, words)));
      case EVENING ->
          tables
              .circles()
              .find(row.ref())
              .filter(circle -> !new Evening(tables, now).waiting(circle).isEmpty())
              .map(circle -> plain(new Evening(tables, now).draw(circle, words)));
      case FOUNDED ->
          tables
              .circles()
              .find(row.ref())
              .map(circle -> plain(CircleSettings.guessed(circle, words)));
      case UNITED ->
          tables
              .circles()
              .find(row.ref())
              .map(circle -> plain(Linking.united(tables, circle, words)));
      case PARTED ->
          tables
              .circles()
              .find(row.ref())
              .map(circle -> plain(Leaving.parted(tables, circle, words)));
      case DOOR -> Optional.of(plain(Talking.door(Text.of(words.say("door")), words)));
      case UNINVITED -> Optional.of(plain(Message.of(Text.of(words.say("admit.needed")))));
      case THANKS_LINE ->
          request(row.ref())
              .flatMap(r ->
                  new ThanksTold(tables, now)
                      .inSpace(circle(r), r, words)
                      .flatMap(message -> line(row, r, message)));
      case LINE_FOR_ASKER -> request(row.ref()).flatMap(r -> line(row, r, lineForAsker(r, words)));
      case LINE_FOR_HELPER ->
          inFlight(row.ref())
              .flatMap(c -> request(c.requestId()))
              .flatMap(r -> line(row, r, lineForHelper(r, words)));
      default -> Optional.empty(); // A stray message shows nothing: it goes.
    };
  }

  /** True if the request that a row is about has a card in the row's place, or will have one. */
  public boolean isShownIn(Row row) {
    return Optional.ofNullable(row.place())
        .flatMap(tables.circles()::spaceAt)
        .flatMap(space -> tables.posts().find(space.id(), row.ref()))
        .isPresent();
  }

  /** When a row may be sent: now, or when its reader's night is over. */
  public Instant moment(Row row) {
    return new Moment(tables, now).of(row);
  }

  /** True if a row that is moot would have said something, had it been sent in time. */
  public boolean isTooLate(Row row) {
    return row.note().isReminder() && reminders().isTooLate(row);
  }

  private Optional<Drawn> toPerson(Row row, Words words) {
    if (row.note().isReminder()) {
      return reminder(row, words);
    }
    if (row.note().isOnBehalf()) {
      return new BehalfNotices(tables, now).draw(row, words).map(told -> plain(told.message()));
    }
    if (row.note() == Note.CALENDAR || row.note() == Note.EXPORT) {
      return (row.note() == Note.CALENDAR
              ? new Calendars(tables, now).draw(row, words)
              : new Exporting(tables, sealer, now).draw(row, words))
          .map(one -> new Drawn(one.message(), null, 0, null, 0, false, one, null));
    }
    if (row.note() == Note.CLEAR) {
      return Optional.empty(); // It says nothing.
    }
    if (row.note() == Note.CLEARED || row.note() == Note.FORGOTTEN) {
      return Optional.of(
          plain(
              row.note() == Note.CLEARED
                  ? Clearing.done(row.platform(), words)
                  : Forgetting.lastWord(tables, row, words)));
    }
    return switch (row.note().about()) {
      case REQUEST -> request(row.ref()).flatMap(r -> aboutRequest(row, r, words));
      case PROMISE -> inFlight(row.ref()).flatMap(claim -> aboutClaim(row, claim, words));
      case CLAIM -> tables.claims().find(row.ref()).flatMap(c -> aboutClaim(row, c, words));
      case LETTER -> letter(row, words);
      case CIRCLE ->
          tables.circles().find(row.ref()).flatMap(circle -> toSteward(row, circle, words));
      case DRAFT -> tables.drafts().find(row.ref()).map(draft -> plain(notPosted(draft, words)));
      case ACCOUNT ->
          tables
              .people()
              .account(row.ref())
              .map(account ->
                  plain(
                      row.note() == Note.ONE_PERSON
                          ? OwnAccounts.joined(account, words)
                          : OwnAccounts.apart(account, words)));
      case REPORT ->
          tables
              .reports()
              .find(row.ref())
              .flatMap(one ->
                  new ReportTold(tables, sealer, now).draw(row.note(), one, person(row), words))
              .map(Drawing::plain);
      case STEWARD_LETTER ->
          new StewardTold(tables, sealer).draw(row.note(), row.ref(), words).map(Drawing::plain);
      case PERSON, NOTHING -> throw new IllegalStateException(row.note() + " goes to no person");
    };
  }

  private Optional<Drawn> letter(Row row, Words words) {
    LetterTold told = new LetterTold(tables, sealer, now);
    Letter letter = tables.talks().letter(row.ref()).orElse(null);
    if (letter == null) {
      return Optional.empty();
    }
    if (row.note() != Note.LETTER) {
      return told.lost(letter, words).map(Drawing::plain);
    }
    Photo photo = told.photo(letter).orElse(null);
    return told.toReader(letter, words)
        .map(one -> new Drawn(one, null, 0, null, 0, photo != null, null, photo));
  }

  private Optional<Drawn> card(Row row) {
    CareRequest request = request(row.ref()).orElse(null);
    var space = row.place() == null ? null : tables.circles().spaceAt(row.place()).orElse(null);
    if (request == null || space == null) {
      return Optional.empty();
    }
    Post post = tables.posts().find(space.id(), request.id()).orElse(null);
    String shown = post == null ? null : post.messageId();
    // Where an earlier send is in doubt, people may see it as open: that it ended is said.
    boolean current = request.isOpen() || request.state() instanceof RequestState.LookedAfter;
    if (shown == null && !current && row.doubtSince() == null) {
      return Optional.empty(); // It ended, or rests, before anybody saw it here.
    }
    Circle circle = tables.circles().find(request.circleId()).orElseThrow();
    return Optional.of(
        new Drawn(
            new Saying(tables, now).view(circle, request).draw(now),
            shown == null ? null : new MessageRef(space.place(), shown),
            request.revision(),
            null,
            request.id(),
            false));
  }

  private static Message notPosted(Draft draft, Words words) {
    return Message.of(
        Text.of(words.say("notposted", "what", String.valueOf(draft.what()))),
        Button.first(words.say("button.showme"), new Command.ShowDraft(draft.id())),
        Button.plain(words.say("button.drop"), new Command.DropDraft(draft.id())));
  }

  private Optional<Drawn> toSteward(Row row, Circle circle, Words words) {
    return new Stewards(tables).told(row.note(), circle, person(row), words).map(Drawing::plain);
  }

  private Optional<Drawn> aboutRequest(Row row, CareRequest request, Words words) {
    Circle circle = circle(request);
    Notices notices = notices();
    if (row.note() == Note.REWORDED) {
      return new RewordedTold(notices, circle, request)
          .draw(words)
          .map(told -> told(told, request));
    }
    Told told =
        switch (row.note()) {
          case ASKED -> notices.asked(circle, request, words);
          case NOT_CONFIRMED -> Trusting.notYet(tables, circle, request, person(row), words);
          case WAITS -> notices.waiting(circle, request, null, words);
          case TOO_LATE -> notices.tooLate(circle, request, person(row), words);
          case CARD_GONE, PAUSED_UNSEEN ->
              notices.sentence(
                  row.note() == Note.PAUSED_UNSEEN ? "paused" : "cardgone",
                  request,
                  words,
                  Button.first(words.say("button.again"), new Command.PostAgain(request.id())),
                  notices.takeBack(request, words));
          case DID_YOU_GET_IT -> new FollowUpNotices(notices).didYouGetIt(request, words);
          case NOBODY_CAME -> new FollowUpNotices(notices).nobodyCame(request, words);
          case COULD_YOU -> new RingNotices(notices).couldYou(circle, request, words);
          case NOBODY_FOR -> new RingNotices(notices).nobodyFor(request, words);
          case LOOKED_AFTER -> notices.sentence("lookedafter", request, words);
          case RENUMBERED -> notices.sentence("renumbered", request, words);
          case PAUSED -> new ReportTold(tables, sealer, now).paused(circle, request, words);
          case AN_HOUR_LEFT ->
              notices.sentence(
                  notices.view(circle, request).isInParts() ? "anhour.part" : "anhour",
                  request,
                  words,
                  notices.takeBack(request, words));
          case TAKEN_DOWN_QUIETLY ->
              notices.sentence(
                  "quietlydown", request, words, FollowUpNotices.stillNeeded(request, words));
          case UNMET ->
              notices.sentence(
                  "unmet", request, words, FollowUpNotices.stillNeeded(request, words));
          default -> notices.sentence("takendown", request, words);
        };
    boolean moot =
        switch (row.note()) {
          case TAKEN_DOWN, TAKEN_DOWN_QUIETLY -> false;
          case LOOKED_AFTER -> !(request.state() instanceof RequestState.LookedAfter);
          case COULD_YOU, NOBODY_FOR, AN_HOUR_LEFT ->
              !request.isOpen()
                  || notices.view(circle, request).places() == 0
                  || !isStillFor(row, circle);
          case UNMET -> !(request.state() instanceof RequestState.Unmet);
          default -> request.isEnded();
        };
    return moot ? Optional.empty() : Optional.of(told(told, request));
  }

  /** False once its reader is barred, or not of the circle, or not its steward any more. */
  private boolean isStillFor(Row row, Circle circle) {
    long person = person(row);
    if (tables.people().isBarred(circle.id(), person)) {
      return false;
    }
    return switch (row.note()) {
      case COULD_YOU -> tables.people().isMember(circle.id(), person);
      case NOBODY_FOR -> tables.stewards().people(circle.id()).contains(person);
      default -> true;
    };
  }

  private Optional<Drawn> aboutClaim(Row row, Claim claim, Words words) {
    CareRequest request = request(claim.requestId()).orElse(null);
    boolean onlyOpen = row.note() == Note.RELEASED || row.note() == Note.STILL_NEEDED;
    if (request == null || (onlyOpen && !request.isOpen())) {
      return Optional.empty();
    }
    if (row.note() == Note.THANKS) {
      return new ThanksTold(tables, now)
          .toHelper(request, claim, words)
          .map(told -> plain(told.message())); // It leads nobody to a request.
    }
    Circle circle = circle(request);
    Notices notices = notices();
    boolean lateForStandby =
        row.note() == Note.COULD_YOU_NOW
            && (!claim.isStandby()
                || !request.isOpen()
                || notices.view(circle, request).places() == 0);
    if (lateForStandby) {
      return Optional.empty();
    }
    Told told =
        switch (row.note()) {
          case HELPING -> notices.helping(circle, request, claim, words);
          case CLAIMED -> notices.claimed(circle, request, claim, words);
          case COULD_YOU_NOW -> new RingNotices(notices).couldYouNow(request, words);
          case CHANGED -> new ChangeNotices(notices, circle, request, claim).changed(words);
          case MOVED -> new ChangeNotices(notices, circle, request, claim).moved(words);
          case DETAILS_CHANGED -> new ChangeNotices(notices, circle, request, claim).details(words);
          case SHARED ->
              notices.sentence(
                  "shared",
                  request,
                  claim,
                  words,
                  Button.first(words.say("button.details"), new Command.ShowDetails(request.id())));
          case RELEASED -> notices.released(request, claim, words);
          case HELPED -> new FollowUpNotices(notices).helped(request, claim, words);
          case DID_IT_HAPPEN -> new FollowUpNotices(notices).didItHappen(request, claim, words);
          case STILL_NEEDED ->
              notices.sentence(
                  "still.helper",
                  request,
                  claim,
                  words,
                  Button.plain(
                      words.say("button.help.with", "number", Notices.number(request)),
                      new Command.Claim(new Target.Listed(request.id()))));
          case FREED -> notices.sentence("freed", request, claim, words);
          default ->
              notices.sentence(
                  request.state() instanceof RequestState.Kept ? "ended.kept" : "ended.withdrawn",
                  request,
                  claim,
                  words);
        };
    return Optional.of(told(told, request));
  }

  private Optional<Drawn> reminder(Row row, Words words) {
    List<ReminderText.Promise> promises =
        reminders().promises(row).stream()
            .flatMap(claim ->
                request(claim.requestId()).stream()
                    .map(one -> new ReminderText.Promise(circle(one), one, claim)))
            .toList();
    return promises.isEmpty()
        ? Optional.empty()
        : Optional.of(
            plain(new ReminderText(notices(), words, zone(row)).of(row.note(), promises)));
  }

  private Optional<Drawn> line(Row row, CareRequest request, Message message) {
    Place place = row.place();
    MessageRef card = place == null ? null : card(place, request.id());
    return Optional.of(new Drawn(message, null, 0, card, request.id(), false));
  }

  private @Nullable MessageRef card(Place place, long request) {
    return tables
        .circles()
        .spaceAt(place)
        .flatMap(space -> tables.posts().find(space.id(), request))
        .map(Post::messageId)
        .map(message -> new MessageRef(place, message))
        .orElse(null);
  }

  private Message lineForAsker(CareRequest request, Words words) {
    Button show = Button.plain(words.say("button.showme"), new Command.More(request.id()));
    return Message.of(
        Text.of(
            words.say(
                request.anonymous() ? "line.asker.unnamed" : "line.asker",
                "asker",
                notices().publicAsker(request, words),
                "number",
                Notices.number(request))),
        show);
  }

  private Message lineForHelper(CareRequest request, Words words) {
    return Message.of(
        Text.of(words.say("line.helper", "number", Notices.number(request))),
        Button.first(words.say("button.showme"), new Command.More(request.id())));
  }

  private Optional<CareRequest> request(long id) {
    return tables.requests().find(id);
  }

  private Optional<Claim> inFlight(long id) {
    return tables.claims().find(id).filter(Claim::isInFlight);
  }

  private Circle circle(CareRequest request) {
    return tables.circles().find(request.circleId()).orElseThrow();
  }

  private long person(Row row) {
    return reader(row).map(Account::personId).orElse(0L);
  }

  private @Nullable ZoneId zone(Row row) {
    return reader(row).map(Account::manner).map(Manner::zone).orElse(null);
  }

  private Optional<Account> reader(Row row) {
    String account = row.account();
    return account == null ? Optional.empty() : tables.people().find(row.platform(), account);
  }

  private Reminders reminders() {
    return new Reminders(tables, now);
  }

  private Notices notices() {
    return new Notices(tables, now);
  }

  private static Drawn plain(Message message) {
    return new Drawn(message, null, 0, null, 0, false);
  }

  private static Drawn told(Told told, CareRequest request) {
    return new Drawn(told.message(), null, 0, null, request.id(), told.isProtected());
  }
}
