package org.kith.care;

/**
 * What a helper's calendar shows of a promise, once they have taken it over.
 *
 * @param sequence 0 for the first, one more with each change
 * @param time of a cancelled one: when it was to be
 * @param cancelled true if it is to go
 */
public record CalendarEntry(int sequence, CalendarTime time, boolean cancelled) {
  public CalendarEntry {
    if (sequence < 0) {
      throw new IllegalArgumentException("the first is 0, not " + sequence);
    }
  }
}
