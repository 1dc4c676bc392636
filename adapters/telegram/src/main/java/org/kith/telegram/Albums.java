package org.kith.telegram;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Photos that were sent together come in messages of their own: the first of each album counts.
 * Remembered for a while and not over a restart, which an album seldom meets.
 */
final class Albums {
  private static final int MOST_REMEMBERED = 1_000;

  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  /** True the first time that a photo of this album comes. */
  synchronized boolean isFirst(String album) {
    return seen.put(album, true) == null;
  }
}
