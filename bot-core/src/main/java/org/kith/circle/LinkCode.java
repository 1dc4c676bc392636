package org.kith.circle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * What one space shows to another to become one circle with it: eight letters and digits, 39 bits,
 * said aloud as {@code K7QD-4MXR}. It works once, for fifteen minutes.
 *
 * @param letters eight of {@link #ALPHABET}, without the dash
 */
public record LinkCode(String letters) {
  /** Without what is mistaken for something else when it is read aloud or copied by hand. */
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

  private static final int LENGTH = 8;
  private static final int HALF = LENGTH / 2;

  public LinkCode {
    if (letters.length() != LENGTH) {
      throw new IllegalArgumentException("a code has " + LENGTH + " letters");
    }
  }

  /**
   * A new one.
   *
   * @param chance a random number from 0 to below its argument, which nobody can foresee
   */
  public static LinkCode any(IntUnaryOperator chance) {
    StringBuilder letters = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      letters.append(ALPHABET.charAt(chance.applyAsInt(ALPHABET.length())));
    }
    return new LinkCode(letters.toString());
  }

  /**
   * By what a code that somebody typed is known: of any case, with or without the dash. Only this
   * is stored, so that a copy of the database opens nothing.
   */
  public static String fingerprint(String typed) {
    String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** By what this one is known. */
  public String fingerprint() {
    return fingerprint(letters);
  }

  /** As people read and type it. */
  public String shown() {
    return letters.substring(0, HALF) + "-" + letters.substring(HALF);
  }

  @Override
  public String toString() {
    return "LinkCode"; // It opens a door: it never reaches a log line.
  }
}
