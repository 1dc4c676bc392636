package org.kith.care;

import java.util.Arrays;

/**
 * A photo of which nothing is left but its pixels: a JPEG that says neither where, when nor with
 * what it was taken.
 */
public final class Photo {
  /** The most bytes of a photo as it is sent, before it is made plain: five megabytes. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  /** The most bytes of one that was made plain: sealed, it fits into its column. */
  public static final int MOST_PLAIN = 700_000;

  private final byte[] jpeg;

  /** The bytes of a JPEG, at most {@link #MOST_PLAIN}. */
  public Photo(byte[] jpeg) {
    if (jpeg.length > MOST_PLAIN) {
      throw new IllegalArgumentException("a photo has at most " + MOST_PLAIN + " bytes");
    }
    this.jpeg = jpeg.clone();
  }

  /** The JPEG, a copy. */
  public byte[] jpeg() {
    return jpeg.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Photo photo && Arrays.equals(jpeg, photo.jpeg);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(jpeg);
  }

  @Override
  public String toString() {
    return "Photo[" + jpeg.length + " bytes]"; // It is for one reader.
  }
}
