package org.kith.desk;

import java.time.ZoneId;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Circle;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Reply;
import org.kith.command.Target;
import org.kith.command.Whence;
import org.kith.post.Messenger.Missing;

/** Sends each command to those who decide it. */
final class Deciding {
  private final Turn turn;
  private final Set<Missing> missing;
  private final IntUnaryOperator chance;
  private final ZoneId home;

  /**
   * @param chance a random number from 0 to below its argument
   * @param home where this bot is at home
   */
  Deciding(Turn turn, Set<Missing> missing, IntUnaryOperator chance, ZoneId home) {
    this.turn = turn;
    this.missing = missing;
    this.chance = chance;
    this.home = home;
  }

  Reply decide(Command command) {
    adopt(command);
    Barred barred = new Barred(turn);
    return barred.refused(command).or(() -> barred.held(command)).orElseGet(() -> decided(command));
  }

  private Reply decided(Command command) {
    return switch (command) {
      case Command.NeedHelp(var ask) -> new Asking(turn).ask(ask);
      case Command.PostDraft(long id) -> new GoingOut(turn).now(id);
      case Command.PostDraftLater(long id) -> new GoingOut(turn).inAWhile(id, chance);
      case Command.NameDraft(long id, boolean anonymous) -> new Anonymity(turn).name(id, anonymous);
      case Command.DropDraft(long id) -> new Filling(turn).drop(id);
      case Command.FillDraft(long id, var field, String choice) ->
          new Filling(turn).press(id, field, choice);
      case Command.PrivateText(String text) ->
          new Relay(turn)
              .answered(text)
              .or(() -> new CareCard(turn).answered(text))
              .or(() -> new GoingOut(turn).typed(text, chance))
              .or(() -> new PlainWords(turn).answered(text))
              .orElseGet(() -> new Filling(turn).type(text));
      case Command.NotWords(boolean spoken) -> new Relay(turn).notWords(spoken);
      case Command.WithPhoto photo -> new Relay(turn, photo).pictured();

      case Command.CorrectDraft(long id, var field) -> new Correcting(turn).correct(id, field);
      case Command.WriteDraft(long id, var field) -> new Correcting(turn).write(id, field);
      case Command.TypeDraft(long id, var field, String text) ->
          new Correcting(turn).type(id, field, text);
      case Command.ShowDraft(long id) -> new Correcting(turn).show(id);
      case Command.Edit(Target target, String text) -> new Changing(turn).edit(target, text);
      case Command.Extend(long id, var by) -> new Changing(turn).extend(id, by);
      case Command.MoreTime(long id) -> new Changing(turn).moreTime(id);
      case Command.AsItWas(long id) -> new Changing(turn).asItWas(id);
      case Command.BothStand(long id) -> new Changing(turn).bothStand(id);

      case Command.ForYou(long id, var choice) -> new OnBehalf(turn).answer(id, choice);
      case Command.AboutMe(Target target, String typed) ->
          new GoingOut(turn)
              .typed(target, typed, chance)
              .orElseGet(() -> new GoBetween(turn).typed(target, typed));
      case Command.AskMe(Target target) -> new GoBetween(turn).askMe(target);
      case Command.NameMe(Target target) -> new GoBetween(turn).nameMe(target);

      case Command.Claim(Target target) -> new Helping(turn).claim(target);
      case Command.ClaimPart(Target target, var words) -> new Partly(turn).claim(target, words);
      case Command.Standby(Target target) -> new StandingBy(turn).standby(target);
      case Command.Done(Target target) -> new Helping(turn).done(target);
      case Command.Cancel(Target target) -> new Helping(turn).cancel(target);
      case Command.TakeDown(long id) -> new Helping(turn).takeDown(new Target.Known(id));
      case Command.Share(long claim) -> new Helping(turn).share(claim);
      case Command.SomebodyElse(long claim) -> new Helping(turn).somebodyElse(claim);
      case Command.ShowMyName(long claim) -> new Helping(turn).showMyName(claim);
      case Command.Reacted(var message) -> new Reacting(turn).reacted(message);
      case Command.Unreacted(var message) -> new Reacting(turn).unreacted(message);
      case Command.StillNeeded(long request) -> new Again(turn).stillNeeded(request);
      case Command.PostAgain(long request) -> new Again(turn).postAgain(request);
      case Command.NextWeek(long request) -> new Again(turn).nextWeek(request);
      case Command.Again(Target target, var when) -> new Again(turn).typed(target, when);
      case Command.CantHelp(long request) -> new Answering(turn).cantHelp(request);
      case Command.Pause(Target target) -> new Pausing(turn).pause(target);
      case Command.LookAfter(Target target) -> new Answering(turn).lookAfter(target);
      case Command.IfNobodyComes(long request, boolean quietly) ->
          new Answering(turn).ifNobodyComes(request, quietly);
      case Command.SettingsShow() -> new OwnSettings(turn).show();
      case Command.AccountLink() -> new OwnAccounts(turn).link(chance);
      case Command.AccountJoin(String code) -> new OwnAccounts(turn).join(code);
      case Command.AccountUnlink(String typed) -> new OwnAccounts(turn).unlink(typed);
      case Command.AccountOff(long id) -> new OwnAccounts(turn).unlink(id);
      case Command.SettingsSet(var changes) -> new OwnSettings(turn).set(changes);
      case Command.MayAskMe(boolean may) -> new Wishing(turn).mayAskMe(may);
      case Command.Rest(var until) -> new Wishing(turn).rest(until);
      case Command.Rested() -> new Wishing(turn).rested();
      case Command.ClearChat() -> new Clearing(turn).clear();
      case Command.ExportMe() -> new Exporting(turn.tables(), turn.sealer(), turn.now()).ask(turn);
      case Command.ForgetMe(boolean sure) ->
          sure ? new Forgetting(turn).forget() : new Forgetting(turn).ask();
      case Command.HandOver() -> new Wishing(turn).handOver();

      case Command.Thanks(Target target, var words, var way) ->
          new Thanking(turn).typed(target, words, way);
      case Command.SayThanks(long request) -> new Thanking(turn).offered(request);
      case Command.GiveThanks(long request, var way) -> new Thanking(turn).said(request, way);
      case Command.Hearted(var message) -> new Thanking(turn).hearted(message);

      case Command.Board(var kind) -> new Looking(turn).board(kind);
      case Command.Mine() -> new Looking(turn).mine();
      case Command.More(long request) -> new Looking(turn).more(request);
      case Command.ShowDetails(long request) -> new Looking(turn).details(request);

      case Command.CircleShow() -> new CircleSettings(turn).show(missing);
      case Command.CircleSet(var changes) -> new CircleSettings(turn).set(changes);
      case Command.CircleLink() -> new Linking(turn).link(chance);
      case Command.CircleJoin(String code) -> new Linking(turn).join(code);
      case Command.CircleLeave(Boolean along) -> new Leaving(turn).typed(along);
      case Command.LeaveCircle(long space, boolean along) -> new Leaving(turn).leave(space, along);
      case Command.Stewards() -> new Naming(turn).show();
      case Command.NameSteward(String typed) -> new Naming(turn).add(typed);
      case Command.UnnameSteward(String typed) -> new Naming(turn).remove(typed);
      case Command.Trust(String who, boolean trusted) -> new Trusting(turn).typed(who, trusted);
      case Command.TrustMember(long circle, long person) ->
          new Trusting(turn).member(circle, person);
      case Command.AskTrust(long circle) -> new Trusting(turn).ask(circle);
      case Command.Bar(String who, boolean barred) -> new Barring(turn).typed(who, barred);
      case Command.DigestWhen(var time) -> new CircleSettings(turn).digestWhen(time);
      case Command.ZoneIs(String zone) -> new CircleSettings(turn).zoneIs(zone);
      case Command.OtherZones() -> new CircleSettings(turn).otherZones();
      case Command.OpennessIs(var openness) -> new CircleSettings(turn).openness(openness);
      case Command.OwnCircle() -> new CircleSettings(turn).ownCircle();
      case Command.DigestNow() -> digest();

      case Command.WriteAbout(Target target, String text, boolean seen) ->
          new RelayTyped(turn).typed(target, text, seen);
      case Command.Write(var to) -> new Relay(turn).write(to);
      case Command.Tell(var to, String text) -> new Relay(turn).tell(to, text);
      case Command.StopTalk(long id) -> new Addressing(turn).inTalk(id, new Parting(turn)::stop);
      case Command.BlockOther(long id) -> new Addressing(turn).inTalk(id, new Parting(turn)::block);
      case Command.Report(Target target, String text) -> new Reporting(turn).typed(target, text);
      case Command.SendReport(long id) -> new Reporting(turn).send(id);
      case Command.DropReport(long id) -> new Reporting(turn).drop(id);
      case Command.ShowReports() -> new ReportLog(turn).show();
      case Command.ReadReport(long id) -> new ReportLog(turn).read(id);
      case Command.OnReport(long id, var act) -> new ReportLog(turn).act(id, act);
      case Command.WriteOnReport(long id, String text) -> new StewardTalking(turn).typed(id, text);
      case Command.Block(Target target, String who) -> new Blocking(turn).typed(target, who);
      case Command.Unblock(long id) -> new Parting(turn).unblock(id);
      case Command.ShareName(long id, boolean sure) ->
          new Addressing(turn)
              .inTalk(id, sure ? new NameSharing(turn)::shared : new NameSharing(turn)::share);

      case Command.ShowCareCard() -> new CareCard(turn).show();
      case Command.WriteCareCard(String text, boolean seen) -> new CareCard(turn).write(text, seen);
      case Command.ChangeCareCard() -> new CareCard(turn).change();
      case Command.ClearCareCard() -> new CareCard(turn).clear();

      case Command.Help() -> new Talking(turn).help();
      case Command.Start(var payload) -> start(payload);
      case Command.Privacy() -> new Talking(turn).privacy();
      case Command.Crisis() -> new HardHour(turn.words(), home).page(turn.circles());
      case Command.Unknown _ -> turn.answer("unknown.command");
      case Command.Unreadable() -> turn.answer("unknown.button");
    };
  }

  private Reply digest() {
    Circle circle = turn.circle().orElse(null);
    return circle == null
        ? turn.answer(turn.circles().isEmpty() ? "private.nocircle" : "circle.inthegroup")
        : new Digest(turn.tables(), turn.now()).now(turn, circle);
  }

  /** A link into the private chat carries a command of its own; any other is a hello. */
  private Reply start(@Nullable String payload) {
    Command carried = payload == null ? new Command.Start(null) : Code.readPayload(payload);
    return switch (carried) {
      case Command.More _,
          Command.NeedHelp _,
          Command.Edit _,
          Command.ShowDetails _,
          Command.ShowCareCard _,
          Command.SettingsShow _,
          Command.Write _,
          Command.ExportMe _,
          Command.Board _,
          Command.Crisis _,
          Command.Mine _
          when turn.isPrivate() ->
          decide(carried);
      default -> new Talking(turn).hello();
    };
  }

  /**
   * A press on a card's own button while its send is in doubt: that message is the card. Where
   * another one is known already, the pressed one is a second copy and goes.
   */
  private void adopt(Command command) {
    String pressed = turn.delivery().pressed();
    // More stands on lines below a card, too: only the first button says that this is the card.
    long request = command instanceof Command.Claim(Target.Known(long id)) ? id : 0;
    if (pressed == null || request == 0 || turn.space() == null) {
      return;
    }
    if (turn.actor().whence() instanceof Whence.InPlace in
        && in.place().equals(turn.space().place())) {
      turn.tables()
          .posts()
          .find(turn.space().id(), request)
          .filter(post -> post.doubt() && !pressed.equals(post.messageId()))
          .ifPresent(post -> {
            if (post.messageId() == null) {
              turn.tables().posts().shown(post.id(), pressed, 0);
            } else {
              turn.tables().outbox().stray(in.place(), pressed, request, spoken(turn), turn.now());
            }
          });
    }
  }

  /** What stands in a space speaks the circle's language. */
  private static String spoken(Turn turn) {
    return turn.circle().map(Circle::language).orElseGet(() -> turn.account().language());
  }
}
