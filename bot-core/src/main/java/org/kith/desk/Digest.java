package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kith.care.CareRequest;
import org.kith.circle.Circle;
import org.kith.circle.DigestShows;
import org.kith.circle.Space;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.Tables;
import org.kith.store.ThanksTable.Public;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * The weekly post: what is open, what is coming, what was done, public thanks. No names but of
 * those who agreed.
 */
record Digest(Tables tables, Instant now) {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration NOT_TWICE_WITHIN = Duration.ofHours(1);

  /** Its time has come: every space gets it once, and the next is due in a week. */
  void due(Circle circle) {
    new Founding(tables, now).scheduleDigest(circle);
    boolean nothing = isEmpty(circle);
    if (!nothing || !circle.digestSilent()) {
      post(circle);
    }
    if (nothing != circle.digestSilent()) {
      tables.circles().save(circle.withDigestSilent(nothing));
    }
  }

  /**
   * Somebody wants it now: posted, unless it was within the hour or they are in a private channel;
   * then shown to them alone.
   */
  Reply now(Turn turn, Circle circle) {
    boolean fresh =
        tables
            .circles()
            .digestPostedAt(circle.id())
            .map(last -> last.plus(NOT_TWICE_WITHIN).isAfter(now))
            .orElse(false);
    if (fresh || turn.isPrivate() || turn.isElsewhere()) {
      List<Public> thanks = tables.thanks().said(circle.id(), false);
      return turn.said(draw(circle, thanks, turn.words()), turn.say("digest.brief"));
    }
    post(circle);
    return turn.answer("digest.posted");
  }

  /** The digest as it is posted, with the thanks that it carries. */
  Message draw(Circle circle, Words words) {
    return draw(circle, tables.thanks().said(circle.id(), true), words);
  }

  private Message draw(Circle circle, List<Public> thanks, Words words) {
    List<CareRequest> needed = new ArrayList<>();
    List<CareRequest> coming = new ArrayList<>();
    Saying saying = new Saying(tables, now);
    for (CareRequest request : tables.requests().open(circle.id())) {
      (saying.view(circle, request).places() > 0 ? needed : coming).add(request);
    }
    int kept = kept(circle);
    Text.Builder text = new Text.Builder().strong(words.say("digest.head"));
    if (needed.isEmpty() && coming.isEmpty() && kept == 0 && thanks.isEmpty()) {
      text.line(words.say("digest.nothing"));
    }
    DigestShows shows = circle.open().digest();
    Listing listing = new Listing(tables, now);
    listing.add(text, words, "digest.needed", circle, needed, shows);
    if (shows == DigestShows.ALL) {
      listing.add(text, words, "digest.coming", circle, coming, shows);
    }
    if (kept > 0) {
      text.gap().line(words.say("digest.kept", "count", kept));
    }
    if (!thanks.isEmpty()) {
      text.gap().strong(words.say("digest.thanks"));
      DigestThanks named = new DigestThanks(tables, now);
      thanks.forEach(one -> text.line(named.line(circle, one, words)));
    }
    return Message.of(
        text.build(),
        Button.first(words.say("button.need"), new Command.NeedHelp(new Ask.Free(""))));
  }

  private void post(Circle circle) {
    tables.circles().digestPosted(circle.id(), now);
    tables.thanks().carry(circle.id());
    for (Space space : tables.circles().spacesOf(circle.id())) {
      tables
          .outbox()
          .post(Note.DIGEST, circle.id(), space.place(), circle.id(), circle.language(), now);
    }
  }

  private boolean isEmpty(Circle circle) {
    return tables.requests().open(circle.id()).isEmpty()
        && kept(circle) == 0
        && tables.thanks().said(circle.id(), false).isEmpty();
  }

  private int kept(Circle circle) {
    return tables.claims().keptBetween(circle.id(), now.minus(WEEK), now);
  }
}
