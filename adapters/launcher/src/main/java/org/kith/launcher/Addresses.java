package org.kith.launcher;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads addresses as a host writes them; what is wrong is told through a function. */
final class Addresses {
  private static final Pattern HOST_PORT =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\s/]+):(\\d{1,5})");
  private static final int LARGEST_PORT = 65_535;

  private Addresses() {}

  static InetSocketAddress hostAndPort(String written, Function<String, Refusal> wrong) {
    Matcher parts = HOST_PORT.matcher(written);
    if (!parts.matches()) {
      throw wrong.apply("is not host:port");
    }
    int port = Integer.parseInt(parts.group(2));
    if (port > LARGEST_PORT) {
      throw wrong.apply("has a port above 65535");
    }
    try {
      return new InetSocketAddress(InetAddress.getByName(parts.group(1)), port);
    } catch (UnknownHostException e) {
      throw wrong.apply("names a host that is not known here");
    }
  }

  /** The base of Discord's REST API; a slash at its end is added where it is missing. */
  static URI discord(@Nullable String written, Function<String, Refusal> wrong) {
    if (written == null) {
      return Settings.DISCORD;
    }
    URI uri = web(written, wrong);
    return written.endsWith("/") ? uri : URI.create(written + "/");
  }

  /** Scheme, host and port of the Bot API; the port is the scheme's own where none is written. */
  static URI telegram(@Nullable String written, Function<String, Refusal> wrong) {
    if (written == null) {
      return Settings.TELEGRAM;
    }
    URI uri = web(written, wrong);
    if (!uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
      throw wrong.apply("has a path");
    }
    int usual = uri.getScheme().equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port);
  }

  /** The zone that somebody who wrote this most likely meant. */
  static String nearestZone(String written) {
    String lower = written.toLowerCase(Locale.ROOT).replace(' ', '_');
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("System"))
        .min(
            Comparator.<String>comparingInt(id -> zoneDistance(lower, id))
                .thenComparing(Comparator.naturalOrder()))
        .orElse("Europe/Berlin");
  }

  private static int zoneDistance(String written, String id) {
    String known = id.toLowerCase(Locale.ROOT);
    String city = known.substring(known.lastIndexOf('/') + 1);
    String writtenCity = written.substring(written.lastIndexOf('/') + 1);
    return Math.min(
        Spelling.distance(written, known), 1 + 2 * Spelling.distance(writtenCity, city));
  }

  private static URI web(String written, Function<String, Refusal> wrong) {
    URI uri;
    try {
      uri = new URI(written);
    } catch (URISyntaxException e) {
      throw wrong.apply("is not a URL");
    }
    if (uri.getHost() == null
        || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
      throw wrong.apply("is not an http or https URL");
    }
    if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
      throw wrong.apply("has more than scheme, host, port and path");
    }
    return uri;
  }
}
