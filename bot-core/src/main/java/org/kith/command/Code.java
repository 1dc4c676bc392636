package org.kith.command;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.kith.care.Extension;
import org.kith.care.ReportAct;
import org.kith.care.Thanks.Way;
import org.kith.circle.Openness;

/**
 * What a button carries over the wire: a command as a short word, {@code claim:17}. At most 64
 * bytes, Telegram's limit for {@code callback_data}; Discord's custom_id allows 100. The same form,
 * with {@code -} for {@code :}, is the payload of a link into the private chat. A client can forge
 * either, so nothing is decided by them alone.
 */
public final class Code {
  /** Telegram's limit for what a button carries, in bytes. */
  public static final int LONGEST = 64;

  private Code() {}

  /**
   * The word for a command.
   *
   * @throws IllegalArgumentException for a command that no button may carry
   */
  public static String of(Command command) {
    String word =
        switch (command) {
          case Command.NeedHelp c when c.ask() instanceof Ask.Free(String text) && text.isEmpty() ->
              "ask";
          case Command.Board(var kind) when kind == null -> "board";
          case Command.Board(var kind) -> "board:" + kind;
          case Command.Mine() -> "mine";
          case Command.Help() -> "help";
          case Command.Privacy() -> "privacy";
          case Command.Crisis() -> "crisis";
          case Command.CircleShow() -> "circle";
          case Command.SettingsShow() -> "settings";
          case Command.Rested() -> "rested";
          case Command.HandOver() -> "handover";
          case Command.OtherZones() -> "zones";
          case Command.OwnCircle() -> "own";
          case Command.ShowCareCard() -> "card";
          case Command.ChangeCareCard() -> "recard";
          case Command.ClearCareCard() -> "uncard";
          case Command.Claim(Target.Known(long id)) -> "claim:" + id;
          case Command.Claim(Target.Listed(long id)) -> "help:" + id;
          case Command.ClaimPart(Target.Listed(long id), var words) when words == null ->
              "part:" + id;
          case Command.Standby(Target.Known(long id)) -> "standby:" + id;
          case Command.Done(Target.Known(long id)) -> "done:" + id;
          case Command.Cancel(Target.Known(long id)) -> "cancel:" + id;
          case Command.Edit(Target.Known(long id), String text) when text.isEmpty() -> "edit:" + id;
          case Command.More(long id) -> "more:" + id;
          case Command.TakeDown(long id) -> "down:" + id;
          case Command.ShowDetails(long id) -> "details:" + id;
          case Command.PostAgain(long id) -> "again:" + id;
          case Command.StillNeeded(long id) -> "still:" + id;
          case Command.NextWeek(long id) -> "week:" + id;
          case Command.CantHelp(long id) -> "cant:" + id;
          case Command.Pause(Target.Known(long id)) -> "pause:" + id;
          case Command.LookAfter(Target.Known(long id)) -> "lookafter:" + id;
          case Command.IfNobodyComes(long id, boolean quietly) ->
              (quietly ? "quiet:" : "wider:") + id;
          case Command.SettingsSet(var changes) when changes.size() == 1 -> set(changes);
          case Command.MayAskMe(boolean may) -> may ? "askme" : "askmenot";
          case Command.ClearChat() -> "clear";
          case Command.ExportMe() -> "export";
          case Command.ForgetMe(boolean sure) -> sure ? "forgetmenow" : "forgetme";
          case Command.SayThanks(long id) -> "thanks:" + id;
          case Command.GiveThanks(long id, Way way) ->
              "give:" + id + ":" + way.name().toLowerCase(Locale.ROOT);
          case Command.Share(long id) -> "share:" + id;
          case Command.SomebodyElse(long id) -> "else:" + id;
          case Command.ShowMyName(long id) -> "name:" + id;
          case Command.PostDraft(long id) -> "post:" + id;
          case Command.PostDraftLater(long id) -> "while:" + id;
          case Command.NameDraft(long id, boolean anonymous) ->
              (anonymous ? "unnamed:" : "named:") + id;
          case Command.DropDraft(long id) -> "drop:" + id;
          case Command.FillDraft(long id, DraftField field, String choice) ->
              "fill:" + id + ":" + field.name().toLowerCase(Locale.ROOT) + ":" + choice;
          case Command.CorrectDraft(long id, DraftField field) -> with("fix", id, field);
          case Command.WriteDraft(long id, DraftField field) -> with("write", id, field);
          case Command.ShowDraft(long id) -> "draft:" + id;
          case Command.ForYou(long id, Consenting choice) -> with("foryou", id, choice);
          case Command.AskMe(Target.Known(long id)) -> "askmenow:" + id;
          case Command.NameMe(Target.Known(long id)) -> "nameme:" + id;
          case Command.Write(Addressee.OfRequest(long id)) -> "toasker:" + id;
          case Command.Write(Addressee.OfClaim(long id)) -> "tohelper:" + id;
          case Command.Write(Addressee.InTalk(long id)) -> "answer:" + id;
          case Command.Write(Addressee.Reporter(long id)) -> "toreporter:" + id;
          case Command.Write(Addressee.Reported(long id)) -> "toreported:" + id;
          case Command.Write(Addressee.WithSteward(long id)) -> "steward:" + id;
          case Command.StopTalk(long id) -> "stop:" + id;
          case Command.BlockOther(long id) -> "block:" + id;
          case Command.Report(Target.Known(long id), String text) when text.isEmpty() ->
              "reportof:" + id;
          case Command.SendReport(long id) -> "sendreport:" + id;
          case Command.DropReport(long id) -> "dropreport:" + id;
          case Command.ShowReports() -> "reports";
          case Command.ReadReport(long id) -> "report:" + id;
          case Command.OnReport(long id, ReportAct act) -> with("onreport", id, act);
          case Command.Block(Target.Known(long id), String who) when who.isEmpty() ->
              "blockof:" + id;
          case Command.AccountOff(long id) -> "off:" + id;
          case Command.AccountLink() -> "link";
          case Command.Unblock(long id) -> "unblock:" + id;
          case Command.LeaveCircle(long id, boolean along) ->
              (along ? "leave:" : "leavestay:") + id;
          case Command.ShareName(long id, boolean sure) -> (sure ? "givename:" : "myname:") + id;
          case Command.Extend(long id, Extension by) -> with("later", id, by);
          case Command.MoreTime(long id) -> "moretime:" + id;
          case Command.AsItWas(long id) -> "asitwas:" + id;
          case Command.BothStand(long id) -> "both:" + id;
          case Command.AskTrust(long circle) -> "asktrust:" + circle;
          case Command.TrustMember(long circle, long person) -> "trust:" + circle + ":" + person;
          case Command.ZoneIs(String zone) -> "zone:" + zone;
          case Command.OpennessIs(Openness openness) ->
              "open:" + openness.name().toLowerCase(Locale.ROOT);
          default -> throw new IllegalArgumentException("no button carries " + command.getClass());
        };
    if (word.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new IllegalArgumentException("a button carries at most 64 bytes: " + word);
    }
    return word;
  }

  /** The command that a button's word means, {@link Command.Unreadable} for any other text. */
  public static Command read(String word) {
    if (word.length() > LONGEST) {
      return new Command.Unreadable();
    }
    String[] parts = word.split(":", 2);
    Optional<Command> found =
        parts.length == 1 ? readPlain(parts[0]) : readWith(parts[0], parts[1]);
    return found.orElseGet(Command.Unreadable::new);
  }

  /** The payload of a link into the private chat; letters, digits, {@code _} and {@code -}. */
  public static String payload(Command command) {
    String payload = of(command).replace(':', '-');
    if (!payload.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("no link carries " + payload);
    }
    return payload;
  }

  /** The command that a link's payload means. */
  public static Command readPayload(String payload) {
    return read(payload.replaceFirst("-", ":"));
  }

  private static String with(String word, long id, Enum<?> choice) {
    return word + ":" + id + ":" + choice.name().toLowerCase(Locale.ROOT);
  }

  private static String set(Map<OwnSetting, String> changes) {
    Map.Entry<OwnSetting, String> one = changes.entrySet().iterator().next();
    return "set:" + one.getKey().typed() + ":" + one.getValue();
  }

  private static Optional<Command> readPlain(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "ask" -> new Command.NeedHelp(new Ask.Free(""));
          case "board" -> new Command.Board(null);
          case "mine" -> new Command.Mine();
          case "help" -> new Command.Help();
          case "privacy" -> new Command.Privacy();
          case "crisis" -> new Command.Crisis();
          case "circle" -> new Command.CircleShow();
          case "rested" -> new Command.Rested();
          case "handover" -> new Command.HandOver();
          case "settings" -> new Command.SettingsShow();
          case "link" -> new Command.AccountLink();
          case "reports" -> new Command.ShowReports();
          case "zones" -> new Command.OtherZones();
          case "askme" -> new Command.MayAskMe(true);
          case "askmenot" -> new Command.MayAskMe(false);
          case "clear" -> new Command.ClearChat();
          case "export" -> new Command.ExportMe();
          case "forgetme" -> new Command.ForgetMe(false);
          case "forgetmenow" -> new Command.ForgetMe(true);
          case "own" -> new Command.OwnCircle();
          case "card" -> new Command.ShowCareCard();
          case "recard" -> new Command.ChangeCareCard();
          case "uncard" -> new Command.ClearCareCard();
          default -> null;
        });
  }

  private static Optional<Command> readWith(String word, String rest) {
    return switch (word) {
      case "board" -> Optional.of(new Command.Board(rest));
      case "zone" -> Optional.of(new Command.ZoneIs(rest));
      case "open" -> enumNamed(Openness.class, rest).map(Command.OpennessIs::new);
      case "fill" -> readFill(rest);
      case "set" -> readSet(rest);
      case "give" -> readChoice(Way.class, rest, Command.GiveThanks::new);
      case "fix" -> readChoice(DraftField.class, rest, Command.CorrectDraft::new);
      case "write" -> readChoice(DraftField.class, rest, Command.WriteDraft::new);
      case "onreport" -> readChoice(ReportAct.class, rest, Command.OnReport::new);
      case "foryou" -> readChoice(Consenting.class, rest, Command.ForYou::new);
      case "trust" -> readTwo(rest, Command.TrustMember::new);
      case "later" -> readChoice(Extension.class, rest, Command.Extend::new);
      default -> readId(rest).flatMap(id -> readWithId(word, id));
    };
  }

  private static Optional<Command> readWithId(String word, long id) {
    return Optional.ofNullable(
        switch (word) {
          case "claim" -> new Command.Claim(new Target.Known(id));
          case "help" -> new Command.Claim(new Target.Listed(id));
          case "part" -> new Command.ClaimPart(new Target.Listed(id), null);
          case "standby" -> new Command.Standby(new Target.Known(id));
          case "done" -> new Command.Done(new Target.Known(id));
          case "cancel" -> new Command.Cancel(new Target.Known(id));
          case "edit" -> new Command.Edit(new Target.Known(id), "");
          case "draft" -> new Command.ShowDraft(id);
          case "askmenow" -> new Command.AskMe(new Target.Known(id));
          case "nameme" -> new Command.NameMe(new Target.Known(id));
          case "moretime" -> new Command.MoreTime(id);
          case "asitwas" -> new Command.AsItWas(id);
          case "both" -> new Command.BothStand(id);
          case "more" -> new Command.More(id);
          case "down" -> new Command.TakeDown(id);
          case "details" -> new Command.ShowDetails(id);
          case "again" -> new Command.PostAgain(id);
          case "still" -> new Command.StillNeeded(id);
          case "week" -> new Command.NextWeek(id);
          case "cant" -> new Command.CantHelp(id);
          case "pause" -> new Command.Pause(new Target.Known(id));
          case "lookafter" -> new Command.LookAfter(new Target.Known(id));
          case "quiet" -> new Command.IfNobodyComes(id, true);
          case "wider" -> new Command.IfNobodyComes(id, false);
          case "thanks" -> new Command.SayThanks(id);
          case "share" -> new Command.Share(id);
          case "else" -> new Command.SomebodyElse(id);
          case "name" -> new Command.ShowMyName(id);
          case "toasker" -> new Command.Write(new Addressee.OfRequest(id));
          case "tohelper" -> new Command.Write(new Addressee.OfClaim(id));
          case "answer" -> new Command.Write(new Addressee.InTalk(id));
          case "toreporter" -> new Command.Write(new Addressee.Reporter(id));
          case "toreported" -> new Command.Write(new Addressee.Reported(id));
          case "steward" -> new Command.Write(new Addressee.WithSteward(id));
          case "stop" -> new Command.StopTalk(id);
          case "block" -> new Command.BlockOther(id);
          case "reportof" -> new Command.Report(new Target.Known(id), "");
          case "sendreport" -> new Command.SendReport(id);
          case "dropreport" -> new Command.DropReport(id);
          case "report" -> new Command.ReadReport(id);
          case "blockof" -> new Command.Block(new Target.Known(id), "");
          case "off" -> new Command.AccountOff(id);
          case "unblock" -> new Command.Unblock(id);
          case "leave" -> new Command.LeaveCircle(id, true);
          case "leavestay" -> new Command.LeaveCircle(id, false);
          case "myname" -> new Command.ShareName(id, false);
          case "givename" -> new Command.ShareName(id, true);
          case "post" -> new Command.PostDraft(id);
          case "while" -> new Command.PostDraftLater(id);
          case "unnamed" -> new Command.NameDraft(id, true);
          case "named" -> new Command.NameDraft(id, false);
          case "drop" -> new Command.DropDraft(id);
          case "asktrust" -> new Command.AskTrust(id);
          default -> null;
        });
  }

  private static Optional<Command> readFill(String rest) {
    String[] parts = rest.split(":", 3);
    if (parts.length < 3) {
      return Optional.empty();
    }
    return readId(parts[0])
        .flatMap(id ->
            enumNamed(DraftField.class, parts[1])
                .map(field -> new Command.FillDraft(id, field, parts[2])));
  }

  private static Optional<Command> readSet(String rest) {
    String[] parts = rest.split(":", 2);
    return parts.length < 2
        ? Optional.empty()
        : OwnSetting.typed(parts[0])
            .map(setting -> new Command.SettingsSet(Map.of(setting, parts[1])));
  }

  private static <E extends Enum<E>> Optional<Command> readChoice(
      Class<E> type, String rest, BiFunction<Long, E, Command> make) {
    String[] parts = rest.split(":", 2);
    return parts.length < 2
        ? Optional.empty()
        : readId(parts[0])
            .flatMap(id -> enumNamed(type, parts[1]).map(choice -> make.apply(id, choice)));
  }

  private static Optional<Command> readTwo(String rest, BiFunction<Long, Long, Command> make) {
    String[] parts = rest.split(":", 2);
    return parts.length < 2
        ? Optional.empty()
        : readId(parts[0]).flatMap(one -> readId(parts[1]).map(two -> make.apply(one, two)));
  }

  private static <E extends Enum<E>> Optional<E> enumNamed(Class<E> type, String name) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equalsIgnoreCase(name)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> readId(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
