package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestPhoto.quarter;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.Photo;
import org.kith.testing.TestPhoto;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Attachment;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.User;

/** On Discord a photo goes with {@code /write}, where a steward has allowed it. */
class PhotoStoryTest {
  private static final Attachment PHOTO = new Attachment("IMG_2041.jpg", TestPhoto.jpeg(80, 60, 6));

  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void move() {
    street = Street.in(folder);
    street.asks(street.ana, "Two bags");
    street.ben.presses(street.card(1), "I'll help").answer();
    street.circle.settle();
  }

  @AfterEach
  void leave() {
    street.close();
  }

  @Test
  void a_photo_comes_covered_upright_and_without_name_or_place() {
    allow();
    Answer prompt = street.ben.types(street.help, "write", Map.of("number", 1)).answer();
    assertThat(prompt.text()).contains("one photo if you like", "/write 1 and its option");

    Answer sent = sends(street.ben, "The **blue** one?", PHOTO);

    assertThat(sent.ephemeral()).isTrue();
    assertThat(sent.text()).contains("It goes to Ana now", "without where and when it was taken");
    Post came = street.ana.privateChat().awaitMessage("Ben writes about #1:");
    assertThat(came.text()).contains("The \\*\\*blue\\*\\* one?");
    assertThat(came.labels()).containsExactly("Answer", "Share my name", "Stop", "Block");
    Attachment file = came.files().getFirst();
    assertThat(file.name()).isEqualTo("SPOILER_photo.jpg");
    BufferedImage seen = TestPhoto.read(file.bytes());
    assertThat(seen.getWidth()).isEqualTo(60);
    assertThat(quarter(seen, true, false)).isEqualTo("red");
    assertThat(new String(file.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    assertThat(street.help.messages()).noneMatch(post -> !post.files().isEmpty());
  }

  @Test
  void the_asker_sends_one_without_words() {
    allow();
    street.ana.typesInPrivate("write", Map.of("number", 1, "photo", PHOTO)).answer();
    Post came = street.ben.privateChat().awaitMessage("Ana sends a photo about #1.");
    assertThat(TestPhoto.read(came.files().getFirst().bytes()).getHeight()).isEqualTo(80);
  }

  @Test
  void where_no_steward_has_allowed_it_no_photo_is_even_fetched() {
    assertThat(sends(street.ben, "This?", PHOTO).text())
        .contains("no photos in this circle", "/circle set photos on");
    street.circle.settle();
    assertThat(street.discord.filesFetched()).isZero();
    assertThat(street.ana.inbox()).noneMatch(post -> post.text().contains("This?"));
  }

  @Test
  void what_is_no_photo_too_large_or_gone_is_refused_with_the_reason() {
    allow();
    assertThat(sends(street.ben, "", new Attachment("list.txt", new byte[] {65})).text())
        .contains("JPEG and PNG");
    Attachment large = new Attachment("large.jpg", new byte[Photo.MOST_BYTES + 1]);
    assertThat(sends(street.ben, "", large).text()).contains("5 megabytes at most");
    assertThat(street.discord.filesFetched()).isZero();
    assertThat(sends(street.ben, "", new Attachment("bomb.png", TestPhoto.bomb())).text())
        .contains("25 million at most");
    assertThat(sends(street.ben, "", new Attachment("gone.jpg", new byte[0])).text())
        .contains("could not fetch that photo");
    street.circle.settle();
    assertThat(street.ana.inbox()).noneMatch(post -> !post.files().isEmpty());
  }

  private void allow() {
    Answer saved =
        street.server.owner().types(street.help, "circle set", Map.of("photos", "on")).answer();
    assertThat(saved.text()).contains("they can send photos now");
  }

  private Answer sends(User who, String words, Attachment photo) {
    Map<String, Object> options =
        words.isEmpty()
            ? Map.of("number", 1, "photo", photo)
            : Map.of("number", 1, "words", words, "photo", photo);
    return who.types(street.help, "write", options).answer();
  }
}
