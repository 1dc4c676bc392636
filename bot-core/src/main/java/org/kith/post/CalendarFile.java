package org.kith.post;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.UUID;
import org.kith.care.CalendarEntry;
import org.kith.care.CalendarTime;
import org.kith.care.CareRequest;
import org.kith.care.Claim;

/**
 * A calendar entry as a file (RFC 5545): a number and a time in UTC. It holds no name, no kind of
 * care and no place, for calendars are shared, and shown on lock screens.
 */
public record CalendarFile(CareRequest request, Claim claim) {
  private static final String PRODUCT = "-//Kith//Kith//EN";
  private static final String ENDING = "@kith";

  /**
   * The file.
   *
   * @param summary what the calendar shows
   */
  public Attachment of(CalendarEntry entry, String summary, Instant now) {
    VEvent event = new VEvent();
    event.setUid(uid());
    event.setSequence(entry.sequence());
    event.setDateTimeStamp(Date.from(now));
    event.setSummary(summary);
    event.setStatus(entry.cancelled() ? Status.cancelled() : Status.confirmed());
    switch (entry.time()) {
      case CalendarTime.Hours(Instant from, Instant until) -> {
        event.setDateStart(Date.from(from));
        if (until.isAfter(from)) {
          event.setDateEnd(Date.from(until));
        }
      }
      case CalendarTime.Days(LocalDate first, LocalDate after) -> {
        event.setDateStart(date(first), false);
        event.setDateEnd(date(after), false);
      }
    }
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setMethod(entry.cancelled() ? Method.cancel() : Method.publish());
    calendar.addEvent(event);
    String name = "request-" + request.number() + ".ics";
    return new Attachment(name, "text/calendar", Biweekly.write(calendar).go());
  }

  /**
   * The same for each entry about this promise, and for no other anywhere: it mixes in the moment
   * of the claim, since the ids of two installations are alike.
   */
  private String uid() {
    String of =
        String.join(
            " ",
            String.valueOf(request.circleId()),
            String.valueOf(request.id()),
            String.valueOf(claim.id()),
            claim.claimedAt().toString());
    return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)) + ENDING;
  }

  /** Dates are written by the machine's own zone, so they are made by it. */
  private static Date date(LocalDate day) {
    return new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()).toDate();
  }
}
