package org.kith.desk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Circle;
import org.kith.circle.DigestShows;
import org.kith.circle.HowOpen;
import org.kith.circle.KindsOff;
import org.kith.circle.Nameless;
import org.kith.circle.RelayOpen;
import org.kith.circle.WhoMayClaim;
import org.kith.command.Setting;
import org.kith.words.Words;

/** The rows of how open a circle is: how they are read, and how they are said. */
final class OpenRows {
  private OpenRows() {}

  /**
   * The circle with one row changed.
   *
   * @param word what was typed, in small letters
   * @return null if the row has no such value
   */
  static @Nullable Circle changed(Circle circle, Setting setting, String word) {
    HowOpen rows = circle.open();
    HowOpen changed =
        switch (setting) {
          case CLAIM -> {
            WhoMayClaim who = named(WhoMayClaim.values(), word);
            yield who == null ? null : rows.withClaim(who);
          }
          case KINDSOFF -> {
            KindsOff kinds = named(KindsOff.values(), word);
            yield kinds == null ? null : rows.withOff(kinds);
          }
          case QUESTIONS -> {
            RelayOpen then = questions(word);
            yield then == null ? null : rows.withQuestions(then);
          }
          case NAMELESS -> {
            Nameless so = named(Nameless.values(), word);
            yield so == null ? null : rows.withNameless(so);
          }
          case DIGESTSHOWS -> {
            DigestShows shows = named(DigestShows.values(), word);
            yield shows == null ? null : rows.withDigest(shows);
          }
          default -> throw new IllegalArgumentException(setting + " is no row of it");
        };
    return changed == null ? null : circle.withOpen(changed);
  }

  /** A line for each row. */
  static List<String> lines(Circle circle, Words words) {
    HowOpen rows = circle.open();
    return List.of(
        words.say("open.claim." + lower(rows.claim())),
        words.say("open.off." + lower(rows.off())),
        words.say("open.questions." + lower(rows.questions())),
        words.say("open.nameless." + lower(rows.nameless())),
        words.say("open.digest." + lower(rows.digest())));
  }

  private static @Nullable RelayOpen questions(String word) {
    return switch (word) {
      case "on" -> RelayOpen.AT_ONCE;
      case "yes" -> RelayOpen.AFTER_YES;
      case "off" -> RelayOpen.OFF;
      default -> null;
    };
  }

  private static <E extends Enum<E>> @Nullable E named(E[] all, String word) {
    for (E one : all) {
      if (lower(one).equals(word)) {
        return one;
      }
    }
    return null;
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
