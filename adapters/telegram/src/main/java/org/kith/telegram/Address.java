package org.kith.telegram;

import java.net.URI;
import org.telegram.telegrambots.meta.TelegramUrl;

/** Where the Bot API is. */
final class Address {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private Address() {}

  /**
   * Scheme, host and port of an address.
   *
   * @throws IllegalArgumentException if it is anything else, saying what is wrong
   */
  static TelegramUrl of(URI api) {
    String scheme = api.getScheme();
    if (api.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
      throw new IllegalArgumentException(
          "the address of Telegram's API is like https://api.telegram.org, not " + api);
    }
    if (api.getPath() != null && !api.getPath().isEmpty() && !"/".equals(api.getPath())) {
      throw new IllegalArgumentException(
          "the address of Telegram's API ends after host and port, not with " + api.getPath());
    }
    int usual = "https".equals(scheme) ? HTTPS : HTTP;
    return TelegramUrl.builder()
        .schema(scheme)
        .host(api.getHost())
        .port(api.getPort() < 0 ? usual : api.getPort())
        .build();
  }
}
