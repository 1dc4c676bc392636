package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.Core;

/** The real program, started as a process. */
class MainTest {
  private static final Map<String, String> NONE = Map.of();

  @TempDir Path folder;

  @Test
  void without_tokens_it_opens_the_room_and_ends_when_told() throws Exception {
    try (KithProcess kith = KithProcess.start(folder, NONE)) {
      URI address = kith.ready();

      assertThat(kith.said()).contains("Kith is ready. Open http://127.0.0.1:");
      assertThat(KithProcess.get(address.resolve("/health")).statusCode()).isEqualTo(200);
      assertThat(KithProcess.get(address.resolve("/")).body()).contains("<html");
      assertThat(KithProcess.get(address.resolve("/metrics")).body())
          .contains("kith_outbox_rows", "kith_due_lateness_seconds", "jvm_memory_used_bytes");
      assertThat(KithProcess.get(address.resolve("/backup")).statusCode()).isEqualTo(404);

      kith.terminate();

      assertThat(kith.ended()).isIn(0, 143);
      assertThat(folder.resolve("data/kith.mv.db")).exists();
      assertThat(folder.resolve("data/running")).doesNotExist();
      assertThat(folder.resolve("data/kith.open")).doesNotExist();
      assertThat(kith.complained()).isEmpty();
    }
  }

  @Test
  void metrics_count_commands_and_sends_without_anybodys_name() throws Exception {
    try (KithProcess kith = KithProcess.start(folder, NONE)) {
      URI address = kith.ready();
      TrainingStory.play(address);

      String metrics = KithProcess.get(address.resolve("/metrics")).body();

      assertThat(metrics)
          .contains(
              "kith_commands_total{kind=\"need_help\",outcome=\"said\",platform=\"browser\"} 1")
          .contains("kith_answer_seconds_bucket{le=\"0.05\"}")
          .contains("kith_sends_total{outcome=\"sent\",platform=\"browser\"}")
          .doesNotContainIgnoringCase("ana\"")
          .doesNotContainIgnoringCase("maple");
    }
  }

  @Test
  void a_second_process_on_the_same_data_is_refused_in_one_line() throws Exception {
    try (KithProcess first = KithProcess.start(folder, NONE)) {
      first.ready();
      try (KithProcess second = KithProcess.start(folder, NONE)) {
        assertThat(second.ended()).isEqualTo(1);
        assertThat(second.complained()).startsWith("KITH_DATA: another process holds");
        assertThat(second.complained().lines()).hasSize(1);
      }
    }
  }

  @Test
  void a_port_that_is_taken_is_refused_in_one_line() throws Exception {
    try (KithProcess first = KithProcess.start(folder, NONE)) {
      String taken = first.ready().getAuthority();
      Map<String, String> settings =
          Map.of("KITH_HTTP", taken, "KITH_DATA", folder.resolve("other").toString());
      try (KithProcess second = KithProcess.start(folder, settings)) {
        assertThat(second.ended()).isEqualTo(1);
        assertThat(second.complained()).startsWith("KITH_HTTP: " + taken + " can't be taken");
        assertThat(second.complained().lines()).hasSize(1);
      }
    }
  }

  @Test
  void a_wrong_setting_is_refused_in_one_line_and_touches_nothing() throws Exception {
    try (KithProcess kith = KithProcess.start(folder, Map.of("KITH_ZONE", "Berlin"))) {
      assertThat(kith.ended()).isEqualTo(1);
      assertThat(kith.complained()).startsWith("KITH_ZONE").contains("Europe/Berlin");
      assertThat(kith.complained().lines()).hasSize(1);
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }

  @Test
  void a_code_for_a_new_group_is_made_while_it_runs_and_while_it_does_not() throws Exception {
    Map<String, String> invited = Map.of("KITH_ADMIT", "invited");
    try (KithProcess running = KithProcess.start(folder, invited)) {
      running.ready();
      try (KithProcess invite = KithProcess.start(folder, invited, "invite")) {
        assertThat(invite.ended()).as(invite.complained()).isZero();
        assertThat(invite.said()).containsPattern("(?m)^[A-Z2-9]{4}-[A-Z2-9]{4}$");
      }
      running.terminate();
      running.ended();
    }
    try (KithProcess invite = KithProcess.start(folder, NONE, "invite")) {
      assertThat(invite.ended()).as(invite.complained()).isZero();
      assertThat(invite.said()).contains("/circle join", "KITH_ADMIT is open");
    }
  }

  @Test
  void a_backup_is_made_while_it_runs_and_restored_when_it_has_ended() throws Exception {
    Path copy = folder.resolve("copy.zip");
    try (KithProcess kith = KithProcess.start(folder, NONE)) {
      kith.ready();
      try (KithProcess backup = KithProcess.start(folder, NONE, "backup", "copy.zip")) {
        assertThat(backup.ended()).as(backup.complained()).isZero();
        assertThat(backup.said()).contains(copy.getFileName().toString(), Core.KEY_FILE);
      }
      assertThat(DataFolder.othersMayRead(copy)).isFalse();

      try (KithProcess restore = KithProcess.start(folder, NONE, "restore", "copy.zip")) {
        assertThat(restore.ended()).isEqualTo(1);
        assertThat(restore.complained()).contains("stop Kith first");
      }
      try (KithProcess health = KithProcess.start(folder, NONE, "health")) {
        assertThat(health.ended()).isZero();
      }
      kith.terminate();
      kith.ended();
    }
    try (KithProcess restore = KithProcess.start(folder, NONE, "restore", "copy.zip")) {
      assertThat(restore.ended()).isEqualTo(1);
      assertThat(restore.complained()).contains("--replace");
    }
    try (KithProcess restore =
        KithProcess.start(folder, NONE, "restore", "--replace", "copy.zip")) {
      assertThat(restore.ended()).as(restore.complained()).isZero();
      assertThat(folder.resolve("data/kith.replaced.mv.db")).exists();
    }
    try (KithProcess again = KithProcess.start(folder, NONE)) {
      assertThat(KithProcess.get(again.ready().resolve("/health")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void the_doctor_says_what_is_fine_and_what_must_be_mended() throws Exception {
    try (KithProcess doctor = KithProcess.start(folder, NONE, "doctor")) {
      assertThat(doctor.ended()).isZero();
      assertThat(doctor.said()).contains("ok      The settings can be used.", "MB are free");
    }
    Files.writeString(folder.resolve("file"), "");
    try (KithProcess doctor =
        KithProcess.start(folder, Map.of("KITH_DATA", "file/data"), "doctor")) {
      assertThat(doctor.ended()).isEqualTo(1);
      assertThat(doctor.said()).contains("MEND    KITH_DATA:");
    }
  }

  @Test
  void help_shows_the_commands_and_not_the_one_that_only_the_script_uses() throws IOException {
    try (KithProcess help = KithProcess.start(folder, NONE, "--help")) {
      assertThat(help.ended()).isZero();
      assertThat(help.said())
          .contains("backup", "restore", "invite", "doctor", "health")
          .doesNotContain("train");
    }
  }

  @Test
  void the_training_for_the_cache_plays_the_whole_story() throws IOException {
    try (KithProcess training = KithProcess.start(folder, NONE, "train")) {
      assertThat(training.ended()).as(training.complained()).isZero();
      assertThat(folder.resolve("data")).doesNotExist();
    }
  }
}
