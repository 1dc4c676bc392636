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

class MenuTest {
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
      assertThat(stage.telegram.requests("setMyCommands")).hasSize(3);

      stage.remembered.replaceAll((_, _) -> "another menu");
      menu.register();
      assertThat(stage.telegram.requests("setMyCommands")).hasSize(6);
    }
  }

  @Test
  void a_menu_that_could_not_be_told_is_told_later() {
    try (Stage stage = new Stage()) {
      stage.telegram.failsNext(1, "setMyCommands", Failure.internalError());

      stage.started();

      assertThat(stage.telegram.requests("setMyCommands")).hasSize(4);
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
