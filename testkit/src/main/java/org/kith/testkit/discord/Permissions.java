package org.kith.testkit.discord;

/** Discord's permission bits, as far as a bot without a voice meets them. */
final class Permissions {
  static final long ADD_REACTIONS = 1L << 6;
  static final long ADMINISTRATOR = 1L << 3;
  static final long MANAGE_SERVER = 1L << 5;
  static final long VIEW = 1L << 10;
  static final long SEND = 1L << 11;
  static final long MANAGE_MESSAGES = 1L << 13;
  static final long EMBED_LINKS = 1L << 14;
  static final long ATTACH_FILES = 1L << 15;
  static final long READ_HISTORY = 1L << 16;
  static final long USE_COMMANDS = 1L << 31;
  static final long SEND_IN_THREADS = 1L << 38;
  static final long PIN_MESSAGES = 1L << 51;

  /** What everybody may in a fresh server. */
  static final long EVERYBODY =
      ADD_REACTIONS
          | VIEW
          | SEND
          | EMBED_LINKS
          | ATTACH_FILES
          | READ_HISTORY
          | USE_COMMANDS
          | SEND_IN_THREADS;

  /** What those may who manage a server. */
  static final long MANAGERS = EVERYBODY | MANAGE_SERVER | MANAGE_MESSAGES;

  static final long ALL =
      EVERYBODY | MANAGE_SERVER | MANAGE_MESSAGES | PIN_MESSAGES | ADMINISTRATOR;

  private Permissions() {}

  /** What somebody may in a channel, computed as the platform's documentation says. */
  static long of(User user, Server server, Channel channel) {
    long base = ofServer(user, server);
    if ((base & ADMINISTRATOR) != 0) {
      return base;
    }
    if (channel.isHidden()) {
      base &= ~VIEW;
      if (channel.admitted().contains(user.id())) {
        base |= VIEW;
      }
    }
    if (user.isBot()) {
      base &= ~channel.takenFromBot();
    }
    return (base & VIEW) == 0 ? 0 : base;
  }

  static long ofServer(User user, Server server) {
    if (server.ownerId().equals(user.id())) {
      return ALL;
    }
    if (user.isBot()) {
      return EVERYBODY | server.botPermissions();
    }
    return server.isManager(user) ? MANAGERS : EVERYBODY;
  }
}
