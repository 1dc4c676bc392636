package org.kith.command;

import java.io.IOException;
import org.kith.care.Photo;

/** The photo that came with somebody's words, as far as it has come. */
public sealed interface Pictured {

  /**
   * It is with the platform still: fetched only where the circle passes photos on.
   *
   * @param bytes how large the platform says it is; 0 if it does not say
   */
  record Offered(long bytes, Source source) implements Pictured {
    @Override
    public String toString() {
      return "Offered[" + bytes + " bytes]"; // An address would lead to it.
    }
  }

  /** It is here, made plain. */
  record Plain(Photo photo) implements Pictured {}

  /** It can't be passed on. */
  record Useless(Why why) implements Pictured {}

  /** Why a photo can't be passed on. */
  enum Why {
    /** Larger than {@link Photo#MOST_BYTES}. */
    TOO_LARGE,
    /** More pixels than are taken apart here: it would fill the memory. */
    TOO_MANY_PIXELS,
    /** No JPEG and no PNG, or broken. */
    NO_PHOTO,
    /** The platform did not hand it out. */
    NOT_FETCHED
  }

  /** Where a photo is fetched from. */
  interface Source {
    /**
     * Fetches it; blocks, at most ten seconds or so.
     *
     * @param most so many bytes at most are read: of a larger one the beginning
     */
    byte[] fetch(int most) throws IOException;
  }
}
