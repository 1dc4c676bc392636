package org.kith.post;

/**
 * A file that goes with a message.
 *
 * @param name as the platform shows it, with its ending
 * @param mediaType such as {@code text/calendar}
 * @param text what is in it, sent in UTF-8
 */
public record Attachment(String name, String mediaType, String text) {
  public Attachment {
    if (!name.matches("[a-z0-9-]{1,40}\\.[a-z]{2,4}")) {
      throw new IllegalArgumentException("no name that every platform takes: " + name);
    }
  }
}
