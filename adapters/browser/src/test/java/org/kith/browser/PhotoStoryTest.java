package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.Photo;
import org.kith.testing.TestPhoto;

/** In the browser room asker and helper send each other photos, where a steward has allowed it. */
class PhotoStoryTest {
  private static final byte[] PHOTO = TestPhoto.jpeg(80, 60, 6);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void open() {
    room = Room.in(data);
    room.types("Ana", "/needhelp Two bags").allSee("#1");
    room.presses("Ben", "I'll help").allSee("Ben will help");
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void a_photo_is_seen_by_whom_it_is_for_upright_and_is_not_in_the_rooms_file() throws IOException {
    room.types("Ana", "/circle set photos on").isAnswered("they can send photos now");
    room.writesToKith("Ben", "/write 1").isAnswered("one photo if you like");
    room.sendsPhoto("Ben", "The blue one?", PHOTO).isAnswered("It goes to Ana now");

    room.isTold("Ana", "Ben writes about #1:", "The blue one?", "[Answer]");
    List<String> photos = photos("Ana");
    assertThat(photos).hasSize(1);
    byte[] seen = Base64.getDecoder().decode(photos.getFirst());
    assertThat(TestPhoto.read(seen).getHeight()).isEqualTo(80);
    assertThat(new String(seen, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    assertThat(photos("Ben")).isEmpty();
    assertThat(photos("Chi")).isEmpty();
    String piece = photos.getFirst().substring(100, 140);
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(piece);
      }
    }
    room.presses("Ana", "Answer").isAnswered("what Ben is to read");
    room.sendsPhoto("Ana", "", PHOTO).isTold("Ben", "Ana sends a photo about #1.");
  }

  @Test
  void where_it_is_not_allowed_too_large_or_no_photo_it_is_refused() {
    room.sendsPhoto("Ben", "/write 1 This?", PHOTO).isAnswered("no photos in this circle");
    room.types("Ana", "/circle set photos on");
    byte[] large = new byte[Photo.MOST_BYTES + 1];
    room.sendsPhoto("Ben", "/write 1", large).isAnswered("5 megabytes at most");
    room.sendsPhoto("Ben", "/write 1", new byte[] {1}).isAnswered("JPEG and PNG");
    assertThat(room.post("photo", "{\"as\":\"ben\",\"text\":\"\",\"photo\":\"%\"}").statusCode())
        .isEqualTo(400);
    room.doesNotSee("Ana", "This?");
  }

  private List<String> photos(String who) {
    return room.entries(who).stream()
        .map(entry -> entry.path("shown").path("photo"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .toList();
  }
}
