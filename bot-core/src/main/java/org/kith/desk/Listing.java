package org.kith.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.circle.DigestShows;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/**
 * Requests as the lines of a list, each leading to its card where the platform has links.
 *
 * @param own by whose clock times are shown, and named; null: the circle's, which goes unsaid
 */
record Listing(Tables tables, Instant now, @Nullable ZoneId own) {
  /** A list for everybody. */
  Listing(Tables tables, Instant now) {
    this(tables, now, null);
  }

  /** The most requests that one list shows; the rest is counted. */
  static final int MOST = 15;

  private static final int LONGEST_WHAT = 60;

  /**
   * Adds a heading and a line for each request; nothing where there is none.
   *
   * @param shows how much of each
   */
  void add(
      Text.Builder text,
      Words words,
      String heading,
      Circle circle,
      List<CareRequest> requests,
      DigestShows shows) {
    if (requests.isEmpty()) {
      return;
    }
    text.gap().strong(words.say(heading));
    for (CareRequest request : requests.subList(0, Math.min(MOST, requests.size()))) {
      Text.Span card =
          new Text.ToCard(new Saying(tables, now).view(circle, request).title(words), request.id());
      String near = request.near();
      String rest = rest(words, circle, request);
      switch (shows) {
        case LINKS -> text.spans(card);
        case NOPLACES -> text.spans(card, new Text.Plain(rest));
        case ALL -> text.spans(card, new Text.Plain(near == null ? rest : rest + " · " + near));
      }
    }
    if (requests.size() > MOST) {
      text.line(words.say("list.more", "count", requests.size() - MOST));
    }
  }

  /** Adds a heading and a line for each request; nothing where there is none. */
  void add(
      Text.Builder text, Words words, String heading, Circle circle, List<CareRequest> requests) {
    add(text, words, heading, circle, requests, DigestShows.NOPLACES);
  }

  private String rest(Words words, Circle circle, CareRequest request) {
    return words.say(
        "list.rest",
        "what",
        Notices.clip(request.what(), LONGEST_WHAT),
        "when",
        when(request, words, circle));
  }

  private String when(CareRequest request, Words words, Circle circle) {
    WhenText text = WhenText.of(words);
    return own == null || own.equals(circle.zone())
        ? text.text(request.window(), now, circle.zone())
        : text.textWithZone(request.window(), now, own);
  }
}
