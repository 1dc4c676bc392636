package org.kith.desk;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.circle.Circle;
import org.kith.post.Card;
import org.kith.store.Tables;
import org.kith.store.ThanksTable.Public;
import org.kith.words.Words;

/** Public thanks as a line of the digest: with the names of those who agreed to that, only. */
record DigestThanks(Tables tables, Instant now) {

  /** The line; three days after the end of its request nobody is known any more. */
  String line(Circle circle, Public thanks, Words words) {
    CareRequest request =
        thanks.request() == null ? null : tables.requests().find(thanks.request()).orElse(null);
    Set<String> helpers = request == null ? Set.of() : helpers(circle, request);
    String asker = request == null ? null : asker(request);
    if (asker != null && helpers.isEmpty()) {
      return words.say("digest.thanks.from", "words", thanks.words(), "asker", asker);
    }
    if (helpers.isEmpty()) {
      return words.say("digest.thanks.one", "words", thanks.words());
    }
    String named = words.list(helpers);
    return asker == null
        ? words.say("digest.thanks.to", "words", thanks.words(), "helpers", named)
        : words.say(
            "digest.thanks.both", "words", thanks.words(), "asker", asker, "helpers", named);
  }

  /** Helpers whom the card names, too. */
  private Set<String> helpers(Circle circle, CareRequest request) {
    Card card = new Saying(tables, now).view(circle, request);
    Set<String> named = new LinkedHashSet<>();
    for (Claim claim : Thanking.helpers(tables, request)) {
      if (agrees(claim.helper())) {
        card.shownName(claim).ifPresent(named::add);
      }
    }
    return named;
  }

  private @Nullable String asker(CareRequest request) {
    return request.anonymous() || !agrees(request.asker())
        ? null
        : new AskerName(tables).inPublic(request).orElse(null);
  }

  private boolean agrees(@Nullable Long person) {
    return person != null && tables.wishes().of(person).manner().inDigest();
  }
}
