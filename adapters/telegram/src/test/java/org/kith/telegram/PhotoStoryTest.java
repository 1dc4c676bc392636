package org.kith.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestPhoto.quarter;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.TestPhoto;
import org.kith.testkit.telegram.BotRequest;
import org.kith.testkit.telegram.Failure;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramUser;

/** On Telegram asker and helper send each other photos, where a steward has allowed it. */
class PhotoStoryTest {
  static final byte[] PHOTO = TestPhoto.jpeg(80, 60, 6);

  @TempDir Path folder;
  private Neighbours all;
  private TelegramUser ana;
  private TelegramUser ben;
  private TelegramGroup group;

  @BeforeEach
  void meet() {
    all = new Neighbours(folder);
    ana = all.ana;
    ben = all.ben;
    group = all.meetIn(all.telegram.supergroup("Maple Street"));
    ana.startsBot();
    ben.startsBot();
    ana.writesEphemerally(group, "/circle set photos on");
    ana.writesEphemerally(group, "/needhelp Two bags");
    ben.presses(all.card(group, 1), "I'll help").answer();
    all.letter(ana, "Ben");
  }

  @AfterEach
  void part() throws InterruptedException {
    all.part();
  }

  @Test
  void a_photo_comes_covered_and_protected_upright_and_without_where_it_was_taken() {
    ben.writesPrivately("/write 1");
    all.letter(ben, "one photo if you like");
    ben.sendsPhotoPrivately(PHOTO, "The blue one, @everybody?");
    all.letter(ben, "without where and when it was taken");

    SeenMessage came = all.letter(ana, "The blue one");
    assertThat(came.text()).startsWith("Ben writes about #1:").doesNotContain("@every");
    assertThat(came.isCovered()).isTrue();
    assertThat(came.isProtected()).isTrue();
    assertThat(came.labels()).containsExactly("Answer", "Share my name", "Stop", "Block");
    BufferedImage seen = TestPhoto.read(came.fileContent());
    assertThat(seen.getWidth()).isEqualTo(60);
    assertThat(quarter(seen, true, false)).isEqualTo("red");
    assertThat(new String(came.fileContent(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    assertThat(group.botMessages()).noneMatch(one -> one.text().contains("blue"));
  }

  @Test
  void a_photo_is_answered_with_one_by_replying_to_it() {
    ben.sendsPhotoPrivately(PHOTO, "/write 1 Which?");
    SeenMessage came = all.letter(ana, "Which?");

    ana.repliesTo(came, PHOTO);

    SeenMessage answered = all.letter(ben, "Ana sends a photo about #1.");
    assertThat(TestPhoto.read(answered.fileContent()).getHeight()).isEqualTo(80);
  }

  @Test
  void the_longest_words_fit_below_it() {
    String longest = "ä&<".repeat(266) + "ab";
    ben.sendsPhotoPrivately(PHOTO, "/write 1 " + longest);
    assertThat(all.letter(ana, "Ben writes about #1:").text()).contains(longest);
  }

  @Test
  void of_an_album_one_goes() {
    ben.writesPrivately("/write 1");
    all.letter(ben, "one photo if you like");
    ben.sendsAlbumPrivately(List.of(PHOTO, TestPhoto.png(40, 40), PHOTO), "The first");
    all.letter(ben, "I pass on one photo in a message");
    ben.writesPrivately("/write 1 Done");

    all.letter(ana, "Done");
    assertThat(ana.inbox()).filteredOn(SeenMessage::isCovered).hasSize(1);
    assertThat(ben.inbox()).filteredOn(one -> one.text().contains("one photo in")).hasSize(1);
  }

  @Test
  void sent_where_everybody_sees_it_it_is_taken_away_and_the_sender_is_told() {
    all.telegram.privacyMode(false);
    ben.sendsPhoto(group, PHOTO, "/write 1 Between us");

    all.letter(ben, "you typed it where everybody in the group could read it");
    assertThat(all.letter(ana, "Between us").isCovered()).isTrue();
    assertThat(all.telegram.requests("deleteMessage")).isNotEmpty();
    ben.sendsPhoto(group, PHOTO, "/needhelp Not this way");
    ben.sendsPhoto(group, PHOTO, "My holiday");
    ben.writesPrivately("/write 1 Later");
    all.letter(ana, "Later");
    assertThat(all.telegram.requests("getFile")).hasSize(1);
  }

  @Test
  void nothing_is_fetched_that_is_not_for_the_other_and_no_photo_is_named_in_the_log() {
    try (Log log = new Log()) {
      ben.sendsPhotoPrivately(PHOTO, "My holiday");
      ben.writesPrivately("/write 1");
      all.letter(ben, "one photo if you like");
      ben.sendsPhotoPrivately(new byte[] {1, 2, 3}, "");
      all.letter(ben, "I can't read that as a photo");
      all.telegram.failsNext(1, "getFile", Failure.of(400, "Bad Request: file is too big"));
      ben.sendsPhotoPrivately(PHOTO, "");
      all.letter(ben, "I could not fetch that photo just now");

      assertThat(all.telegram.requests("getFile")).hasSize(2);
      assertThat(log.lines()).noneMatch(line -> line.contains("file-"));
    }
  }

  @Test
  void the_other_never_gets_the_id_under_which_telegram_keeps_it() {
    ben.sendsPhotoPrivately(PHOTO, "/write 1 Which?");
    all.letter(ana, "Which?");
    BotRequest sent =
        all.telegram.awaitFound(
            "the photo to be sent", () -> all.telegram.requests("sendPhoto").stream().findFirst());
    assertThat(sent.params().path("photo").asText()).startsWith("attach://");
    assertThat(sent.params().path("has_spoiler").asBoolean()).isTrue();
    assertThat(sent.params().path("protect_content").asBoolean()).isTrue();
  }
}
