package org.kith.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Openness;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Setting;
import org.kith.command.Target;
import org.kith.command.Typed;

/** Whatever people may type, and what a forger may press. */
record Wilds(SplittableRandom random) {
  private static final List<String> NEEDS =
      List.of("Walk the dog", "Two bags of shopping", "A ride to the clinic", "Carry a sofa");
  private static final List<String> WHENS =
      List.of("tomorrow 18:00", "Saturday 10-12", "in 2 days", "by Friday", "whenever", "soonish");
  private static final List<String> LINES =
      List.of(
          "claim", "claim", "claim", "claim", "claim", "done", "done", "cancel", "again", "thanks");
  private static final List<String> OTHERS =
      List.of(
          "settings card",
          "board",
          "mine",
          "help",
          "digest now",
          "digest",
          "circle show",
          "privacy",
          "crisis");
  private static final List<String> THANKS =
      List.of("public: What a day!", "private: Phew", "anonymous: So kind", "You saved my week");
  private static final List<String> WORDS =
      List.of(
          "claim", "done", "cancel", "more", "details", "again", "share", "else", "name", "part");
  private static final List<String> MORE_WORDS =
      List.of(
          "post",
          "drop",
          "down",
          "help",
          "nothing",
          "claim:",
          "fill",
          "still",
          "week",
          "standby",
          "cant",
          "lookafter",
          "quiet",
          "wider",
          "thanks",
          "edit",
          "draft",
          "both",
          "while",
          "named",
          "unnamed",
          "toasker",
          "tohelper",
          "answer",
          "stop",
          "block",
          "unblock",
          "myname",
          "givename",
          "moretime",
          "asitwas");
  private static final List<String> OWN =
      List.of(
          "set ask yes",
          "set ask yes",
          "set ask no",
          "set cap 1",
          "set quiet 20:00-10:00",
          "set quiet usual",
          "set zone Asia/Tokyo",
          "set zone circle",
          "show");
  private static final List<String> FIELDS =
      List.of("circle", "kind", "what", "when", "part", "where", "helpers", "details", "else");
  private static final List<String> CHOICES =
      List.of("-", "1", "2", "9", "pets", "morning", "2026-02-01", "+999999999-12-31", "", "x:y");
  private static final int IDS = 14;

  String ask() {
    String what = random.nextInt(4) == 0 ? one(Hostile.TEXTS) : one(NEEDS);
    String when = random.nextBoolean() ? ", " + when() : "";
    String nameless = random.nextInt(8) == 0 ? ", anonymous" : "";
    return what
        + when
        + nameless
        + (random.nextBoolean() ? ", " + (1 + random.nextInt(3)) + " people" : "");
  }

  String when() {
    return one(WHENS);
  }

  /** A command as it is typed. */
  Command typed() {
    return switch (random.nextInt(16)) {
      case 0 -> Typed.read(one(LINES), one(Hostile.TEXTS));
      case 1 -> Typed.read(one(LINES), "");
      case 2, 3 -> line(one(OTHERS));
      case 4 -> Typed.read("needhelp", "");
      case 9, 10 -> Typed.read("edit", (1 + random.nextInt(9)) + " " + change());
      case 5 -> Typed.read("again", (1 + random.nextInt(9)) + " next week");
      case 11 -> Typed.read("rest", one(List.of("", "Sunday", "off", "handover")));
      case 12 -> Typed.read("write", (1 + random.nextInt(9)) + " " + one(Hostile.TEXTS));
      case 13 -> Typed.read("claim", (1 + random.nextInt(9)) + " part " + one(Hostile.TEXTS));
      case 6 -> Typed.read("standby", String.valueOf(1 + random.nextInt(9)));
      case 7 -> Typed.read("settings", one(OWN));
      case 8 -> Typed.read("thanks", (1 + random.nextInt(9)) + " " + one(THANKS));
      default -> Typed.read(one(LINES), String.valueOf(1 + random.nextInt(9)));
    };
  }

  /** What a request is to be: another time, other people, another place, or anything. */
  String change() {
    return switch (random.nextInt(8)) {
      case 0 -> "";
      case 6 -> "no details";
      case 7 -> one(List.of("more time", "as it was"));
      case 1, 2 -> when();
      case 3 -> (1 + random.nextInt(3)) + " people";
      case 4 -> "near Elm Square, " + when();
      default -> one(random.nextBoolean() ? NEEDS : Hostile.TEXTS);
    };
  }

  /** Plain words in the private chat: an answer to a question, or nothing. */
  Command plain() {
    return new Command.PrivateText(
        switch (random.nextInt(4)) {
          case 0 -> one(Hostile.TEXTS);
          case 1 -> when();
          case 2 -> String.valueOf(random.nextInt(4));
          default -> one(NEEDS);
        });
  }

  /** Whatever a client can send as a button. */
  Command forged() {
    long id = 1L + random.nextInt(IDS);
    return switch (random.nextInt(9)) {
      case 0 -> Code.read(one(Hostile.TEXTS));
      case 1 -> Code.read("fill:" + id + ":" + one(FIELDS) + ":" + one(CHOICES));
      case 2 -> Code.read("zone:" + one(List.of("Asia/Tokyo", "Nowhere", "Europe/Berlin")));
      case 3 ->
          Code.read(
              switch (random.nextInt(4)) {
                case 0 -> one(List.of("fix:", "write:")) + id + ":" + one(FIELDS);
                case 1 -> "later:" + id + ":" + one(List.of("tomorrow", "week", "any_time", "x"));
                default -> one(MORE_WORDS) + ":" + id;
              });
      case 4 -> new Command.ShowDetails(id);
      case 5 -> Code.read("give:" + id + ":" + thanks());
      default -> Code.read(one(WORDS) + ":" + id);
    };
  }

  /** What part of it somebody does; null where they say nothing. */
  @Nullable String part() {
    return random.nextInt(3) == 0 ? null : one(random.nextBoolean() ? NEEDS : Hostile.TEXTS);
  }

  /** How thanks are said. */
  String thanks() {
    return one(List.of("public", "private", "anonymous"));
  }

  Command setting() {
    return switch (random.nextInt(5)) {
      case 0 -> new Command.OpennessIs(one(List.of(Openness.values())));
      case 1 -> set(Setting.DETAILS, one(List.of("claim", "yes", "off")));
      case 2 -> set(Setting.NAMES, one(List.of("yes", "agreed", "no")));
      case 3 -> set(Setting.DIGEST, one(List.of("Monday 09:00", "Thursday 18:30", "off")));
      default -> set(one(List.of(Setting.values())), one(Hostile.TEXTS));
    };
  }

  Duration aWhile() {
    return switch (random.nextInt(10)) {
      case 0 -> Duration.ofDays(7L + random.nextInt(15));
      case 1 -> Duration.ofDays(1L + random.nextInt(4));
      case 2, 3, 4 -> Duration.ofHours(1L + random.nextInt(20));
      default -> Duration.ofMinutes(1L + random.nextInt(50));
    };
  }

  Target known(long id) {
    return new Target.Known(id);
  }

  private static Command set(Setting setting, String typed) {
    return new Command.CircleSet(Map.of(setting, typed));
  }

  private static Command line(String line) {
    String[] parts = line.split(" ", 2);
    return Typed.read(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
