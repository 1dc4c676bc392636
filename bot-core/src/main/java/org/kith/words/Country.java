package org.kith.words;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Countries: of a zone, by their names, and what they are called. */
public final class Country {
  private static final List<String> ALL = List.copyOf(Arrays.asList(Locale.getISOCountries()));

  private Country() {}

  /** The country whose clocks show this zone, as CLDR has it; none for UTC and its like. */
  public static Optional<String> of(ZoneId zone) {
    try {
      return Optional.of(TimeZone.getRegion(zone.getId())).filter(ALL::contains);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** The country that somebody names: by its ISO code, or as it is called in their language. */
  public static Optional<String> named(String typed, Locale reader) {
    String wanted = typed.strip();
    return ALL.stream()
        .filter(code ->
            code.equalsIgnoreCase(wanted)
                || name(code, reader).equalsIgnoreCase(wanted)
                || name(code, Locale.ENGLISH).equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** What a country is called in a language. */
  public static String name(String code, Locale reader) {
    return Locale.of("", code).getDisplayCountry(reader);
  }
}
