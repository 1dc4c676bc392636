package org.kith.desk;

import java.time.Duration;
import org.kith.circle.Platform;

/**
 * Told of each command once it is decided, for figures: it learns what kind, never who or where.
 */
@FunctionalInterface
public interface Onlooker {
  /**
   * A command was decided.
   *
   * @param kind the name of the command, such as {@code NeedHelp}
   * @param outcome the name of the reply, such as {@code Said}; {@code Repeated} for an event that
   *     was delivered before, {@code Failed} if it could not be decided
   * @param took from its arrival at the desk to its answer
   */
  void decided(Platform platform, String kind, String outcome, Duration took);
}
