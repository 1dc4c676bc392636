package org.kith.desk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held, as a JPEG says it (EXIF 2.32, tag 0x0112, values 1 to 8): the one thing of
 * its metadata that is read, so that a portrait stays upright when all of it is gone.
 *
 * @param turns by how many quarters the pixels are to be turned clockwise, 0 to 3
 * @param mirrored true if they are mirrored, left for right, before that
 */
record Upright(int turns, boolean mirrored) {
  /** Nothing is to be turned. */
  static final Upright ALREADY = new Upright(0, false);

  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;
  private static final int MOST_ENTRIES = 200;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  /** How this JPEG is to be turned; one that does not say, or nonsense, stays as it is. */
  static Upright of(byte[] jpeg) {
    try {
      return of(ByteBuffer.wrap(jpeg));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return ALREADY; // It ends in the middle of a number.
    }
  }

  /** Goes from segment to segment, up to the pixels. */
  private static Upright of(ByteBuffer jpeg) {
    int at = 2;
    while (at + 4 <= jpeg.capacity() && (jpeg.get(at) & 0xFF) == 0xFF) {
      int marker = jpeg.get(at + 1) & 0xFF;
      if (marker == 0xDA || marker == 0xD9) {
        break;
      }
      int length = jpeg.getShort(at + 2) & 0xFFFF;
      byte[] head = new byte[EXIF.length];
      if (marker == 0xE1 && length > EXIF.length + 2) {
        jpeg.get(at + 4, head);
        if (Arrays.equals(head, EXIF)) {
          return said(jpeg.slice(at + 10, length - 8));
        }
      }
      at += 2 + length;
    }
    return ALREADY;
  }

  /** What the first directory of a TIFF says. */
  private static Upright said(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = Math.min(MOST_ENTRIES, tiff.getShort(directory) & 0xFFFF);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + i * ENTRY;
      if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
        return meant(tiff.getShort(entry + 8));
      }
    }
    return ALREADY;
  }

  private static Upright meant(int orientation) {
    return switch (orientation) {
      case 2 -> new Upright(0, true);
      case 3 -> new Upright(2, false);
      case 4 -> new Upright(2, true);
      case 5 -> new Upright(3, true);
      case 6 -> new Upright(1, false);
      case 7 -> new Upright(1, true);
      case 8 -> new Upright(3, false);
      default -> ALREADY;
    };
  }
}
