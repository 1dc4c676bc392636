package org.kith.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.care.Letter;
import org.kith.care.Report;
import org.kith.care.Thanks;
import org.kith.circle.Customs;
import org.kith.command.OwnSetting;
import org.kith.words.AskReader;

/** What each field takes: one row for each, as {@link Fields} finds them. */
final class FieldTable {
  /** The rows, by the way to the field. */
  static final Map<String, Row> ROWS = new LinkedHashMap<>();

  private static final int SHORT = 100;
  private static final int CARE_CARD = 1_000;
  private static final int CRISIS = 1_000;

  /**
   * What becomes of the clearest of bad values.
   *
   * @param longest the most characters; of a field with a grammar of its own, more than it reads
   * @param blank true if nothing is changed where nothing is in it
   * @param tooLong true if nothing is changed by what is longer
   */
  record Row(int longest, boolean blank, boolean tooLong) {}

  static {
    refuses("NeedHelp.ask.Options.what", AskReader.WHAT_LIMIT);
    blankBegins("NeedHelp.ask.Free.text", AskReader.WHAT_LIMIT);
    blankMeansNone("NeedHelp.ask.Options.where", AskReader.NEAR_LIMIT);
    blankMeansNone("NeedHelp.ask.Options.details", AskReader.DETAILS_LIMIT);
    takesAnything("NeedHelp.ask.Options.kind"); // Which one is asked.
    takesAnything("NeedHelp.ask.Options.when"); // It is posted with its time to be agreed.
    takesAnything("NeedHelp.ask.Options.whom"); // It ends in a preview.
    refuses("Board.kind", SHORT);
    blankBegins("ClaimPart.words", AskReader.WHAT_LIMIT); // Some part of it.
    refuses("Again.when", SHORT);
    blankBegins("Thanks.words", Thanks.LONGEST); // Asks how.
    blankBegins("Edit.text", AskReader.WHAT_LIMIT);
    blankBegins("WriteAbout.text", Letter.LONGEST);
    refuses("Tell.text", Letter.LONGEST);
    refuses("WriteCareCard.text", CARE_CARD);
    refuses("Start.payload", SHORT);
    refuses("DigestWhen.time", SHORT);
    for (String setting :
        new String[] {
          "ZONE",
          "DIGEST",
          "OPENNESS",
          "DETAILS",
          "NAMES",
          "LINKS",
          "PHOTOS",
          "COUNTRY",
          "LANGUAGE",
          "RETENTION",
          "PACE",
          "KINDS",
          "CLAIM",
          "KINDSOFF",
          "QUESTIONS",
          "NAMELESS",
          "DIGESTSHOWS"
        }) {
      refuses("CircleSet.changes." + setting, SHORT);
    }
    refuses("CircleSet.changes.CRISIS", CRISIS);
    refuses("CircleSet.changes.WELCOME", Customs.LONGEST_WELCOME);
    refuses("CircleJoin.code", SHORT);
    takesAnything("AccountJoin.code"); // Each wrong one is counted.
    refuses("AccountUnlink.typed", SHORT);
    refuses("NameSteward.typed", SHORT);
    refuses("UnnameSteward.typed", SHORT);
    refuses("Bar.who", SHORT);
    refuses("Block.who", SHORT);
    refuses("Trust.who", SHORT);
    refuses("Report.text", Report.LONGEST);
    blankBegins("WriteOnReport.text", Letter.LONGEST);
    refuses("Rest.until", SHORT);
    for (OwnSetting setting : OwnSetting.values()) {
      refuses("SettingsSet.changes." + setting, SHORT);
    }
    refuses("Unknown.typed", SHORT);
    refuses("AboutMe.typed", SHORT);
    refuses("ZoneIs.zone", SHORT);
    for (String field :
        new String[] {
          "CIRCLE", "KIND", "WHEN", "PART", "HELPERS", "FOR", "WHAT", "WHERE", "DETAILS"
        }) {
      refuses("FillDraft." + field + ".choice", SHORT);
    }
    for (String typed : new String[] {"TypeDraft.%s.text", "PrivateText.text, %s"}) {
      for (String field : new String[] {"CIRCLE", "KIND", "WHEN", "PART", "HELPERS", "FOR"}) {
        refuses(typed.formatted(field), SHORT);
      }
      refuses(typed.formatted("WHAT"), AskReader.WHAT_LIMIT);
      blankMeansNone(typed.formatted("WHERE"), AskReader.NEAR_LIMIT);
      blankMeansNone(typed.formatted("DETAILS"), AskReader.DETAILS_LIMIT);
    }
    refuses("PrivateText.text, LETTER", Letter.LONGEST);
    refuses("PrivateText.text, CARE_CARD", CARE_CARD);
    refuses("PrivateText.text, NOTHING", SHORT);
    for (String about :
        new String[] {
          "Claim",
          "ClaimPart",
          "Standby",
          "Done",
          "Cancel",
          "Again",
          "Thanks",
          "Edit",
          "WriteAbout",
          "LookAfter",
          "Pause",
          "AboutMe",
          "AskMe",
          "NameMe",
          "Block",
          "Report"
        }) {
      refuses(about + ".target.Unsaid.typed", SHORT);
    }
  }

  private FieldTable() {}

  private static void refuses(String path, int longest) {
    ROWS.put(path, new Row(longest, true, true));
  }

  /** Nothing begins a dialogue, or shows what there is. */
  private static void blankBegins(String path, int longest) {
    ROWS.put(path, new Row(longest, false, true));
  }

  private static void blankMeansNone(String path, int longest) {
    ROWS.put(path, new Row(longest, false, true));
  }

  private static void takesAnything(String path) {
    ROWS.put(path, new Row(SHORT, false, false));
  }
}
