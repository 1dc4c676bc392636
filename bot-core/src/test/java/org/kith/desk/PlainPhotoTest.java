package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestPhoto.quarter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kith.care.Photo;
import org.kith.command.Pictured;
import org.kith.command.Pictured.Why;
import org.kith.testing.TestPhoto;

/** Of a photo nothing is passed on but what can be seen on it. */
class PlainPhotoTest {

  @Test
  void what_a_camera_wrote_into_it_is_gone() {
    byte[] sent = TestPhoto.jpeg(80, 60, 1);
    assertThat(text(sent)).contains(TestPhoto.PLANTED, "Exif");

    assertThat(text(plain(sent).jpeg()))
        .doesNotContain("Exif")
        .doesNotContain(TestPhoto.PLANTED.substring(0, 8));
  }

  @ParameterizedTest
  @CsvSource({
    "1, red, blue, white, white",
    "2, blue, red, white, white",
    "3, white, white, blue, red",
    "4, white, white, red, blue",
    "5, red, white, blue, white",
    "6, white, red, white, blue",
    "7, white, blue, white, red",
    "8, blue, white, red, white",
    "9, red, blue, white, white",
  })
  void however_the_camera_was_held_it_stays_upright(
      int orientation, String first, String second, String third, String fourth) {
    BufferedImage seen = TestPhoto.read(plain(TestPhoto.jpeg(80, 60, orientation)).jpeg());

    assertThat(List.of(at(seen, 0), at(seen, 1), at(seen, 2), at(seen, 3)))
        .containsExactly(first, second, third, fourth);
    boolean lying = orientation >= 5 && orientation <= 8;
    assertThat(seen.getWidth()).isEqualTo(lying ? 60 : 80);
  }

  @Test
  void what_was_transparent_is_white_and_not_black() {
    BufferedImage seen = TestPhoto.read(plain(TestPhoto.png(80, 60)).jpeg());

    assertThat(at(seen, 0)).isEqualTo("red");
    assertThat(at(seen, 2)).isEqualTo("white");
  }

  @Test
  void a_large_one_becomes_smaller_and_keeps_its_shape() {
    BufferedImage seen = TestPhoto.read(plain(TestPhoto.jpeg(5_000, 2_500, 6)).jpeg());

    assertThat(seen.getHeight()).isEqualTo(PlainPhoto.LONGEST_SIDE);
    assertThat(seen.getWidth()).isEqualTo(PlainPhoto.LONGEST_SIDE / 2);
    assertThat(at(seen, 1)).isEqualTo("red");
  }

  @Test
  void one_that_can_not_be_packed_well_still_fits() throws IOException {
    BufferedImage noise = new BufferedImage(1_500, 1_500, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < noise.getHeight(); y++) {
      for (int x = 0; x < noise.getWidth(); x++) {
        noise.setRGB(x, y, random.nextInt());
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(noise, "png", png);

    assertThat(plain(png.toByteArray()).jpeg().length).isLessThanOrEqualTo(Photo.MOST_PLAIN);
  }

  @Test
  void one_that_would_fill_the_memory_is_not_taken_apart() {
    assertThat(PlainPhoto.of(TestPhoto.bomb()))
        .isEqualTo(new Pictured.Useless(Why.TOO_MANY_PIXELS));
  }

  @Test
  void what_is_no_photo_is_refused_whatever_it_pretends_to_be() {
    byte[] jpeg = TestPhoto.jpeg(80, 60, 1);
    for (byte[] sent :
        List.of(
            new byte[0],
            new byte[] {(byte) 0xFF},
            "GIF89a and more".getBytes(StandardCharsets.US_ASCII),
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
            "PK\3\4 a file".getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOf(jpeg, 20),
            Arrays.copyOf(TestPhoto.png(80, 60), 40))) {
      assertThat(PlainPhoto.of(sent)).isEqualTo(new Pictured.Useless(Why.NO_PHOTO));
    }
  }

  @Test
  void nonsense_about_how_it_was_held_turns_nothing() {
    byte[] sent = TestPhoto.jpeg(80, 60, 6);
    for (int at = 2; at < 60; at++) {
      byte[] broken = sent.clone();
      broken[at] = (byte) 0xFF;
      assertThat(Upright.of(broken).turns()).as("broken at %d", at).isBetween(0, 3);
      assertThat(Upright.of(Arrays.copyOf(sent, at)).turns()).isBetween(0, 3);
    }
  }

  private static Photo plain(byte[] sent) {
    return ((Pictured.Plain) PlainPhoto.of(sent)).photo();
  }

  private static String at(BufferedImage image, int quarter) {
    return quarter(image, quarter % 2 == 1, quarter > 1);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
