package org.kith.post;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.kith.circle.Platform;

/** The platforms that are connected now. */
public final class Messengers {
  private final Map<Platform, Messenger> connected = new EnumMap<>(Platform.class);

  /** Connects a platform, in place of an earlier messenger for it. */
  public synchronized void connect(Messenger messenger) {
    connected.put(messenger.platform(), messenger);
  }

  /** The messenger of a platform, empty if it is not connected. */
  public synchronized Optional<Messenger> of(Platform platform) {
    return Optional.ofNullable(connected.get(platform));
  }

  /** The platforms on which something can be said now. */
  public synchronized Collection<Platform> platforms() {
    return connected.values().stream()
        .filter(Messenger::isReachable)
        .map(Messenger::platform)
        .toList();
  }
}
