package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kith.command.Typed;
import org.kith.telegram.TelegramCheckup.Finding;
import org.kith.testkit.telegram.Failure;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramStandIn;
import org.kith.testkit.telegram.TelegramUser;
import org.kith.words.Words;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;

class MenuTest {
  /** For groups, their administrators and the private chat, each in each language. */
  private static final int MENUS = 3 * Words.languages().size();

  @Test
  void people_are_offered_few_commands_in_a_group_and_all_in_the_private_chat() {
    try (Stage stage = new Stage().started()) {
      TelegramUser ana = stage.telegram.user("Ana");
      TelegramUser ben = stage.telegram.user("Ben");
      TelegramGroup group = stage.telegram.supergroup("Maple Street");
      group.joins(ana);
      group.joins(ben);
      group.makesAdministrator(ana);

      assertThat(ben.menu(group)).containsExactly("needhelp", "board", "mine", "help");
      assertThat(ana.menu(group))
          .containsExactly("needhelp", "board", "mine", "help", "circle", "digest");
      assertThat(ben.privateMenu()).isEqualTo(Typed.NAMES);
    }
  }

  @Test
  void the_menu_is_told_again_only_when_it_has_changed() throws Exception {
    try (Stage stage = new Stage().started()) {
      Menu menu = new Menu(line(stage), stage.desk, stage.telegram.botId());

      menu.register();
      assertThat(stage.telegram.requests("setMyCommands")).hasSize(MENUS);

      stage.remembered.replaceAll((_, _) -> "another menu");
      menu.register();
      assertThat(stage.telegram.requests("setMyCommands")).hasSize(2 * MENUS);
    }
  }

  @Test
  void each_language_has_its_menus_and_english_is_for_all_others() throws Exception {
    try (Stage stage = new Stage().started()) {
      stage.remembered.replaceAll((_, _) -> "another menu");

      new Menu(line(stage), stage.desk, stage.telegram.botId(), List.of("en", "et")).register();

      var sent = stage.telegram.requests("setMyCommands");
      var last = sent.subList(MENUS, sent.size());
      assertThat(last).hasSize(6);
      assertThat(last.subList(0, 3)).noneMatch(one -> one.toString().contains("language_code"));
      assertThat(last.subList(3, 6))
          .allMatch(one -> one.toString().contains("language_code"))
          .allMatch(one -> one.toString().contains("Mida on vaja"));
    }
  }

  @Test
  void the_bot_is_introduced_in_each_language_where_its_host_has_not_done_so() throws Exception {
    try (Stage stage = new Stage().started()) {
      Line line = line(stage);
      stage.telegram.await(
          "the introduction",
          () ->
              stage.telegram.requests("setMyShortDescription").size() == Words.languages().size());
      int before = stage.telegram.requests("setMyDescription").size();
      assertThat(before).isEqualTo(Words.languages().size());
      var _ = line.ask(new SetMyDescription("", null));
      var _ = line.ask(new SetMyDescription("Tere! Meie oma bot.", "et"));

      Introduction introduction =
          new Introduction(line, stage.desk, stage.telegram.botId(), List.of("en", "et"));
      introduction.register();
      introduction.register();

      var last = stage.telegram.requests("setMyDescription");
      assertThat(last).hasSize(before + 3);
      assertThat(last.getLast().toString())
          .contains("Kith helps a group")
          .doesNotContain("language_code");
    }
  }

  @Test
  void a_menu_that_could_not_be_told_is_told_later() {
    try (Stage stage = new Stage()) {
      stage.telegram.failsNext(1, "setMyCommands", Failure.internalError());

      stage.started();

      assertThat(stage.telegram.requests("setMyCommands")).hasSize(MENUS + 1);
    }
  }

  @Test
  void a_good_token_is_found_good() {
    try (TelegramStandIn telegram = TelegramStandIn.start(InstantSource.system())) {
      List<Finding> findings = TelegramCheckup.examine(telegram.token(), Stage.address(telegram));

      assertThat(findings)
          .extracting(Finding::key)
          .contains("doctor.telegram.token")
          .doesNotContain("doctor.telegram.refused", "doctor.telegram.away");
      findings.forEach(MenuTest::hasItsSentence);
    }
  }

  @Test
  void a_wrong_token_an_absent_telegram_and_a_wrong_address_are_told_apart() {
    try (TelegramStandIn telegram = TelegramStandIn.start(InstantSource.system())) {
      URI address = Stage.address(telegram);
      assertThat(only("123:wrong", address).key()).isEqualTo("doctor.telegram.refused");
      telegram.goesAway();
      assertThat(only(telegram.token(), address).key()).isEqualTo("doctor.telegram.away");
      assertThat(only(telegram.token(), URI.create("nonsense")).key())
          .isEqualTo("doctor.telegram.address");
    }
  }

  private static Finding only(String token, URI address) {
    List<Finding> findings = TelegramCheckup.examine(token, address);
    assertThat(findings).hasSize(1);
    hasItsSentence(findings.getFirst());
    return findings.getFirst();
  }

  private static void hasItsSentence(Finding finding) {
    Object[] pairs =
        finding.arguments().entrySet().stream()
            .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
            .toArray();
    assertThat(Words.in("en").say(finding.key(), pairs)).doesNotContain("{", "wrong:");
  }

  private static Line line(Stage stage) {
    return new Line(Address.of(Stage.address(stage.telegram)), stage.telegram.token());
  }
}
