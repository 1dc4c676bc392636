package org.kith.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Platform;
import org.kith.circle.Space;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Whence;
import org.kith.store.Circles.Meant;
import org.kith.store.Roll;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.words.Clean;
import org.kith.words.Words;

/** Who acts, and for which circle: both are made at their first act. */
record Meeting(Tables tables, Instant now, ZoneId firstZone) {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_LANGUAGE = 20;

  /** A space and its circle, which is locked. */
  record Met(Space space, Circle circle) {}

  /** The space for what was typed in a place, its circle locked; null in private. */
  @Nullable Met locked(Delivery delivery) {
    Space space = space(delivery);
    if (space == null) {
      of(delivery).sorted().forEach(tables.circles()::lock);
    }
    Met met = space == null ? null : lock(space, delivery);
    while (space != null && met == null) {
      space = space(delivery);
      met = space == null ? null : lock(space, delivery);
    }
    return met;
  }

  /**
   * Where several circles are locked everybody takes them in the same order; null if the space's
   * own is gone, or the space is in another one by now.
   */
  private @Nullable Met lock(Space space, Delivery delivery) {
    Stream<Long> others =
        Stream.concat(Linking.joined(tables, delivery, now).stream(), of(delivery));
    List<Circle> locked =
        Stream.concat(Stream.of(space.circleId()), others)
            .distinct()
            .sorted()
            .flatMap(id -> tables.circles().locked(id).stream())
            .toList();
    Space fresh = tables.circles().space(space.id()).orElse(null);
    return fresh == null
        ? null
        : locked.stream()
            .filter(circle -> circle.id() == fresh.circleId())
            .findFirst()
            .map(circle -> new Met(fresh, circle))
            .orElse(null);
  }

  /** All circles of whoever acts, where the command is about all that they are. */
  private Stream<Long> of(Delivery delivery) {
    return Stream.of(
            Forgetting.circles(tables, delivery),
            OwnAccounts.circles(tables, delivery, now),
            Reminding.circles(tables, delivery))
        .flatMap(List::stream);
  }

  /** The space for what was typed in a place, its circle made if need be; null in private. */
  private @Nullable Space space(Delivery delivery) {
    if (!(delivery.actor().whence() instanceof Whence.InPlace in)) {
      return null;
    }
    Space known = tables.circles().spaceFor(in.place()).orElse(null);
    if (known != null) {
      count(known, in);
      return known;
    }
    if (!founds(delivery.command())) {
      return null;
    }
    return new Founding(tables, now)
        .found(
            in.place(),
            in.facts(),
            language(delivery.actor().language()),
            firstZone,
            !in.facts().hidden());
  }

  /** A platform tells anew how many are there, or tells nothing. */
  private void count(Space known, Whence.InPlace in) {
    int people = in.facts().people();
    boolean tells = people > 0 && !in.facts().hidden() && in.place().equals(known.place());
    if (tells && people != known.people()) {
      tables.circles().counted(known.id(), people);
    }
  }

  /** The turn: the account with its present name, a member of the circle of its place. */
  Turn turn(Delivery delivery, @Nullable Met met, Sealer sealer) {
    Actor actor = delivery.actor();
    boolean inPrivate = actor.whence() instanceof Whence.InPrivate;
    boolean reachable = inPrivate || actor.platform() != Platform.TELEGRAM;
    Account account =
        tables
            .people()
            .meet(
                actor.platform(),
                actor.externalId(),
                name(actor.name()),
                language(actor.language()),
                // With a reaction a platform tells at most its server's language.
                delivery.answerable(),
                reachable,
                now);
    if (inPrivate && delivery.answerable()) {
      tables.people().reachable(account.id(), true);
    }
    if (met != null) {
      // With a reaction a platform doesn't tell what somebody may do.
      Boolean manages =
          (actor.whence() instanceof Whence.InPlace in && delivery.answerable())
              ? in.mayManage()
              : null;
      long circle = met.circle().id();
      boolean barred =
          tables.people().join(circle, account, manages, joined(actor), met.space().id(), now);
      List<Circle> one = List.of(met.circle());
      return new Turn(tables, sealer, now, delivery, account, one, List.of(), met.space(), barred);
    }
    Meant meant =
        actor.whence() instanceof Whence.InPrivate in ? inPrivate(account, in) : Meant.NONE;
    return new Turn(
        tables, sealer, now, delivery, account, meant.here(), meant.apart(), null, false);
  }

  private static @Nullable Instant joined(Actor actor) {
    return actor.whence() instanceof Whence.InPlace in ? in.joined() : null;
  }

  /** All circles that are meant from the private chat, locked like the one of a place. */
  private Meant inPrivate(Account account, Whence.InPrivate in) {
    Meant before;
    Meant after = tables.circles().of(account.personId(), account.platform(), in.presentIn());
    do {
      before = after;
      before.ids().forEach(tables.circles()::lock);
      // Read once more: whoever was waited for may have changed them.
      after = tables.circles().of(account.personId(), account.platform(), in.presentIn());
    } while (!after.ids().equals(before.ids()));
    after
        .back()
        .forEach(circle -> tables.roll().left(new Roll.Member(circle, account.personId()), null));
    return after;
  }

  /** What only asks what this bot is, or comes from the platform, makes no circle. */
  private static boolean founds(Command command) {
    return switch (command) {
      case Command.Help _,
          Command.Privacy _,
          Command.Crisis _,
          Command.Start _,
          Command.Unknown _,
          Command.Unreadable _,
          Command.PrivateText _,
          Command.NotWords _,
          Command.StopTalk _,
          Command.BlockOther _,
          Command.Unblock _,
          Command.Block _,
          Command.Report _,
          Command.SendReport _,
          Command.DropReport _,
          Command.ShareName _,
          Command.ShowCareCard _,
          Command.WriteCareCard _,
          Command.AccountLink _,
          Command.AccountJoin _,
          Command.AccountUnlink _,
          Command.AccountOff _,
          Command.ChangeCareCard _,
          Command.ClearCareCard _,
          Command.ForgetMe _,
          Command.ExportMe _,
          Command.ClearChat _,
          Command.Reacted _,
          Command.Unreacted _ ->
          false;
      default -> true;
    };
  }

  /** A tag that is short enough to be one; English for anything else. */
  static String language(String tag) {
    return tag.length() <= LONGEST_LANGUAGE ? tag : Words.ENGLISH;
  }

  private static String name(String typed) {
    String name = Clean.line(typed);
    return name.isEmpty() ? "…" : Notices.clip(name, LONGEST_NAME);
  }
}
