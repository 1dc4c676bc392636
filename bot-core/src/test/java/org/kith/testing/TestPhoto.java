package org.kith.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as cameras make them, with what cameras write into them, and as nobody should. */
public final class TestPhoto {
  /** What stands in the metadata of each photo from here. */
  public static final String PLANTED = "52.5163N 13.3777E on Monday";

  private TestPhoto() {}

  /**
   * A JPEG whose top left quarter is red and whose top right one is blue, below all white; with
   * EXIF and a comment.
   *
   * @param orientation as EXIF has it, 1 for upright
   */
  public static byte[] jpeg(int width, int height, int orientation) {
    byte[] plain = written(painted(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    byte[] exif = exif(orientation);
    byte[] comment = PLANTED.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(plain.length + exif.length + comment.length + 8)
        .put(plain, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (exif.length + 2))
        .put(exif)
        .putShort((short) 0xFFFE)
        .putShort((short) (comment.length + 2))
        .put(comment)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  /** The same as a PNG, transparent where the JPEG is white, without metadata. */
  public static byte[] png(int width, int height) {
    return written(painted(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  /** A small PNG that says that it has 900 million pixels. */
  public static byte[] bomb() {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(30_000)
            .putInt(30_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 check = new CRC32();
    check.update(header);
    return ByteBuffer.allocate(33)
        .putLong(0x89504E470D0A1A0AL)
        .putInt(13)
        .put(header)
        .putInt((int) check.getValue())
        .array();
  }

  /** A photo as it came through. */
  public static BufferedImage read(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The colour of a quarter: {@code red}, {@code blue}, {@code white}, or as a number. */
  public static String quarter(BufferedImage image, boolean right, boolean below) {
    int x = image.getWidth() / 4 + (right ? image.getWidth() / 2 : 0);
    int y = image.getHeight() / 4 + (below ? image.getHeight() / 2 : 0);
    Color found = new Color(image.getRGB(x, y));
    if (found.getRed() > 200 && found.getGreen() < 60 && found.getBlue() < 60) {
      return "red";
    }
    if (found.getBlue() > 200 && found.getRed() < 60 && found.getGreen() < 60) {
      return "blue";
    }
    boolean white = found.getRed() > 200 && found.getGreen() > 200 && found.getBlue() > 200;
    return white ? "white" : found.toString();
  }

  private static BufferedImage painted(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D brush = image.createGraphics();
    if (type == BufferedImage.TYPE_INT_RGB) {
      brush.setColor(Color.WHITE);
      brush.fillRect(0, 0, width, height);
    }
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, width / 2, height / 2);
    brush.setColor(Color.BLUE);
    brush.fillRect(width / 2, 0, width - width / 2, height / 2);
    brush.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A directory of a TIFF with two entries: a description (0x010E), and the orientation. */
  private static byte[] exif(int orientation) {
    byte[] words = (PLANTED + "\0").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(44 + words.length)
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put("MM".getBytes(StandardCharsets.US_ASCII))
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 2)
        .putShort((short) 0x010E)
        .putShort((short) 2)
        .putInt(words.length)
        .putInt(38)
        .putShort((short) 0x0112)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .put(words)
        .array();
  }
}
