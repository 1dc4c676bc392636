package org.kith.words;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import java.time.DayOfWeek;
import java.time.ZoneId;

/** The two days of a weekend, by the country of a time zone: a language is spoken in many. */
final class Weekend {
  private Weekend() {}

  /** Friday where the country's weekend begins on it, as CLDR has it; Saturday everywhere else. */
  static DayOfWeek begins(ZoneId zone) {
    try {
      String country = TimeZone.getRegion(zone.getId());
      boolean friday = Calendar.getWeekDataForRegion(country).weekendOnset == Calendar.FRIDAY;
      return friday ? DayOfWeek.FRIDAY : DayOfWeek.SATURDAY;
    } catch (IllegalArgumentException noCountry) {
      return DayOfWeek.SATURDAY;
    }
  }
}
