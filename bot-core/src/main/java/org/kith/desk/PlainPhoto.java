package org.kith.desk;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.kith.care.Photo;
import org.kith.command.Pictured;
import org.kith.command.Pictured.Why;

/**
 * Makes a photo plain: it is painted anew, upright, and nothing but its pixels comes along. One at
 * a time, in memory alone: no file of it is ever written.
 */
final class PlainPhoto {
  /** The most pixels of what is read: those of a camera of 25 megapixels. */
  static final long MOST_PIXELS = 25_000_000;

  /** The longest side of what is passed on, in pixels: enough to read a label by. */
  static final int LONGEST_SIDE = 1_600;

  /** What is longer is thinned out while it is read, so that it never fills the memory. */
  private static final int LONGEST_READ = 2_400;

  private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f};

  private PlainPhoto() {}

  /** The photo in these bytes of a JPEG or PNG, made plain; or why it can't be. */
  static synchronized Pictured of(byte[] sent) {
    String format = format(sent);
    if (format == null) {
      return new Pictured.Useless(Why.NO_PHOTO);
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
      reader.setInput(in, true, true); // The packed texts of a PNG are never unpacked.
      long width = reader.getWidth(0);
      long height = reader.getHeight(0);
      if (width * height > MOST_PIXELS) {
        return new Pictured.Useless(Why.TOO_MANY_PIXELS);
      }
      Upright upright = format.equals("jpeg") ? Upright.of(sent) : Upright.ALREADY;
      return new Pictured.Plain(small(read(reader, Math.max(width, height)), upright));
    } catch (IOException | RuntimeException e) {
      return new Pictured.Useless(Why.NO_PHOTO); // What is broken throws whatever it likes.
    } finally {
      reader.dispose();
    }
  }

  /** What the first bytes say it is, whatever its name or the platform says. */
  private static @Nullable String format(byte[] sent) {
    if (begins(sent, 0xFF, 0xD8, 0xFF)) {
      return "jpeg";
    }
    return begins(sent, 0x89, 'P', 'N', 'G') ? "png" : null;
  }

  private static boolean begins(byte[] sent, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (sent.length <= i || (sent[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static BufferedImage read(ImageReader reader, long longest) throws IOException {
    int every = (int) Math.max(1, longest / LONGEST_READ);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(every, every, 0, 0);
    return reader.read(0, param);
  }

  /** Smaller and coarser until it fits; the smallest of these always does. */
  private static Photo small(BufferedImage image, Upright upright) throws IOException {
    for (int side = LONGEST_SIDE; ; side /= 2) {
      BufferedImage painted = painted(image, upright, side);
      for (float quality : QUALITIES) {
        byte[] jpeg = jpeg(painted, quality);
        if (jpeg.length <= Photo.MOST_PLAIN) {
          return new Photo(jpeg);
        }
      }
    }
  }

  private static BufferedImage painted(BufferedImage image, Upright upright, int side) {
    double scale = Math.min(1, (double) side / Math.max(image.getWidth(), image.getHeight()));
    int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
    boolean lying = upright.turns() % 2 == 1;
    int across = lying ? height : width;
    int down = lying ? width : height;
    BufferedImage painted = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
    AffineTransform way = AffineTransform.getTranslateInstance(across / 2.0, down / 2.0);
    way.quadrantRotate(upright.turns());
    way.scale(upright.mirrored() ? -1 : 1, 1);
    way.translate(-width / 2.0, -height / 2.0);
    way.scale((double) width / image.getWidth(), (double) height / image.getHeight());
    Graphics2D brush = painted.createGraphics();
    try {
      brush.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      brush.setColor(Color.WHITE); // What was transparent would be black.
      brush.fillRect(0, 0, across, down);
      brush.drawImage(image, way, null);
    } finally {
      brush.dispose();
    }
    return painted;
  }

  private static byte[] jpeg(BufferedImage painted, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(null, new IIOImage(painted, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
