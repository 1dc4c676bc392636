package org.kith.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.care.Extension;
import org.kith.care.ReportAct;
import org.kith.care.Thanks.Way;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;
import org.kith.circle.Openness;
import org.kith.circle.OwnKind;
import org.kith.circle.UsualKind;

/** What a button carries is short, comes back as the same command, and can be anything. */
class CodeTest {
  private static final List<LongFunction<Command>> WITH_ID =
      List.of(
          id -> new Command.Claim(new Target.Known(id)),
          id -> new Command.Claim(new Target.Listed(id)),
          id -> new Command.Done(new Target.Known(id)),
          id -> new Command.Cancel(new Target.Known(id)),
          id -> new Command.ClaimPart(new Target.Listed(id), null),
          id -> new Command.Edit(new Target.Known(id), ""),
          id -> new Command.Block(new Target.Known(id), ""),
          id -> new Command.Report(new Target.Known(id), ""),
          Command.SendReport::new,
          Command.DropReport::new,
          Command.ReadReport::new,
          Command.ShowDraft::new,
          id -> new Command.AskMe(new Target.Known(id)),
          id -> new Command.NameMe(new Target.Known(id)),
          Command.BothStand::new,
          Command.AskTrust::new,
          id -> new Command.Pause(new Target.Known(id)),
          Command.More::new,
          Command.TakeDown::new,
          Command.ShowDetails::new,
          Command.PostAgain::new,
          Command.StillNeeded::new,
          Command.NextWeek::new,
          Command.SayThanks::new,
          Command.Share::new,
          Command.SomebodyElse::new,
          Command.ShowMyName::new,
          Command.PostDraft::new,
          Command.DropDraft::new);

  static Stream<Command> commands() {
    List<Command> all = new ArrayList<>();
    for (LongFunction<Command> command : WITH_ID) {
      all.add(command.apply(1));
      all.add(command.apply(999_999_999_999_999_999L));
    }
    for (Consenting choice : Consenting.values()) {
      all.add(new Command.ForYou(17, choice));
    }
    all.add(new Command.NeedHelp(new Ask.Free("")));
    all.add(new Command.Board(null));
    for (Kind kind : UsualKind.values()) {
      all.add(new Command.Board(kind.code()));
    }
    String longest = new OwnKind("ف".repeat(Kinds.LONGEST_NAME)).code();
    all.add(new Command.FillDraft(999_999_999_999_999_999L, DraftField.KIND, longest));
    all.add(new Command.Mine());
    all.add(new Command.Help());
    all.add(new Command.Privacy());
    all.add(new Command.Crisis());
    all.add(new Command.CircleShow());
    all.add(new Command.OtherZones());
    all.add(new Command.OwnCircle());
    all.add(new Command.ShowCareCard());
    all.add(new Command.ChangeCareCard());
    all.add(new Command.ClearCareCard());
    all.add(new Command.ClearChat());
    all.add(new Command.ExportMe());
    all.add(new Command.TrustMember(999_999_999_999_999_999L, 999_999_999_999_999_999L));
    all.add(new Command.ForgetMe(false));
    all.add(new Command.ForgetMe(true));
    all.add(new Command.ShowReports());
    for (ReportAct act : ReportAct.values()) {
      all.add(new Command.OnReport(999_999_999_999_999_999L, act));
    }
    for (Openness openness : Openness.values()) {
      all.add(new Command.OpennessIs(openness));
    }
    for (Way way : Way.values()) {
      all.add(new Command.GiveThanks(999_999_999_999_999_999L, way));
    }
    for (Extension by : Extension.values()) {
      all.add(new Command.Extend(999_999_999_999_999_999L, by));
    }
    for (DraftField field : DraftField.values()) {
      all.add(new Command.CorrectDraft(999_999_999_999_999_999L, field));
      all.add(new Command.WriteDraft(999_999_999_999_999_999L, field));
      for (String choice : List.of("-", "appointments", "2026-12-31", "afternoon", "20", "a:b")) {
        all.add(new Command.FillDraft(999_999_999_999_999_999L, field, choice));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_on_a_button_comes_back_as_itself(Command command) {
    String word = Code.of(command);
    assertThat(Code.read(word)).isEqualTo(command);
    assertThat(word.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Code.LONGEST);
  }

  @Test
  void every_zone_fits_on_a_button() {
    for (String zone : ZoneId.getAvailableZoneIds()) {
      Command command = new Command.ZoneIs(zone);
      assertThat(Code.read(Code.of(command))).isEqualTo(command);
    }
  }

  @Test
  void a_payload_of_a_link_comes_back_as_the_same_command() {
    for (LongFunction<Command> command : WITH_ID) {
      String payload = Code.payload(command.apply(17));
      assertThat(payload).matches("[A-Za-z0-9_-]{1,64}");
      assertThat(Code.readPayload(payload)).isEqualTo(command.apply(17));
    }
    Command ask = new Command.NeedHelp(new Ask.Free(""));
    assertThat(Code.readPayload(Code.payload(ask))).isEqualTo(ask);
  }

  @Test
  void two_commands_never_share_a_word() {
    List<String> words = commands().map(Code::of).toList();
    assertThat(words).doesNotHaveDuplicates();
  }

  @Test
  void what_no_button_may_carry_is_refused_where_it_is_built() {
    for (Command command :
        List.of(
            new Command.NeedHelp(new Ask.Free("Bread")),
            new Command.Claim(new Target.Numbered(1)),
            new Command.ClaimPart(new Target.Listed(1), "the milk"),
            new Command.Cancel(new Target.Unsaid("")),
            new Command.Edit(new Target.Known(1), "Saturday"),
            new Command.Edit(new Target.Numbered(1), ""),
            new Command.TypeDraft(1, DraftField.WHAT, "x"),
            new Command.CircleSet(Map.of()),
            new Command.PrivateText("x"),
            new Command.Unknown("x"),
            new Command.FillDraft(1, DraftField.WHAT, "x".repeat(60)),
            new Command.FillDraft(1, DraftField.WHAT, "שלום".repeat(10)))) {
      assertThatThrownBy(() -> Code.of(command)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "claim",
        "claim:",
        "claim:-1",
        "claim:1:2",
        "claim: 1",
        "claim:1e3",
        "claim:99999999999999999999",
        "claim:١٢",
        "CLAIM:1",
        "fill:1",
        "fill:1:kind",
        "fill:x:kind:pets",
        "fill:1:nothing:pets",
        "open:everybody",
        "fix:1",
        "fix:1:nothing",
        "write:x:what",
        "later:1:never",
        "later:week",
        "edit:1:2",
        "drop table:1",
        "\u0000:\u202E"
      })
  void what_is_no_word_of_ours_is_unreadable(String word) {
    assertThat(Code.read(word)).isInstanceOf(Command.Unreadable.class);
  }

  @Test
  void garbage_never_throws() {
    SplittableRandom random = new SplittableRandom(7);
    String letters = "claimdonefill:-:0123456789kind \u0000\u202Eש\uD83D{}'\"";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder word = new StringBuilder();
      int length = random.nextInt(90);
      for (int j = 0; j < length; j++) {
        word.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(Code.read(word.toString())).isNotNull();
      assertThat(Code.readPayload(word.toString())).isNotNull();
    }
    assertThat(Code.read("claim:" + "1".repeat(10_000))).isInstanceOf(Command.Unreadable.class);
  }
}
