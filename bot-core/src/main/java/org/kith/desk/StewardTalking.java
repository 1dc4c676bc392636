package org.kith.desk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.kith.care.Letter;
import org.kith.circle.Platform;
import org.kith.command.Addressee;
import org.kith.command.Button;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.StewardTalks;
import org.kith.words.Clean;
import org.kith.words.Text;

/**
 * A steward who has taken a report and one of those whom it concerns write to each other through
 * the bot, neither with the other's handle; of the stewards that one alone reads the answers. It
 * ends when the report is closed, after thirty days at most.
 */
record StewardTalking(Turn turn) {

  /** Somebody wants to write: who will read it, and the question for the words. */
  Reply write(Addressee.OverReport to) {
    return new StewardWays(turn).one(to).map(this::asksForWords).orElseGet(this::over);
  }

  /** The words came in a form, or as an answer to a message. */
  Reply tell(Addressee.OverReport to, String words) {
    return new StewardWays(turn).one(to).map(way -> pass(way, words)).orElseGet(this::over);
  }

  /** Plain words in the private chat, where they were asked for. */
  Reply answered(StewardTalks.Awaited awaited, String words) {
    return tell(new Addressee.WithSteward(awaited.talk()), words);
  }

  /** {@code /circle report 3 write Ben: May I call you?}: the steward's typed form. */
  Reply typed(long report, String text) {
    List<StewardWay> ways = new StewardWays(turn).ofReport(report);
    if (ways.isEmpty()) {
      return turn.answer("report.gone");
    }
    return new Discreet(turn)
        .of(
            among(ways, text)
                .orElseGet(() -> {
                  String question = whom("steward.whom", report, ways);
                  return turn.said(Message.of(Text.of(question), buttons(ways), 2), question);
                }));
  }

  /**
   * {@code /write Stu: Yes}: the same for whoever a steward talks with; empty if it is not that.
   */
  Optional<Reply> typed(String text) {
    return among(StewardWay.toStewards(turn.tables(), turn.person()), text)
        .map(new Discreet(turn)::of);
  }

  /** To a steward who has taken a report: whom they can write to now, and how. */
  Reply taken(long report) {
    List<StewardWay> ways = new StewardWays(turn).ofReport(report);
    if (ways.isEmpty()) {
      return turn.answer("report.talk.alone");
    }
    String answer = whom("report.talk.done", report, ways);
    return turn.said(Message.of(Text.of(answer), buttons(ways), 2), answer);
  }

  private String whom(String key, long report, List<StewardWay> ways) {
    List<String> names = StewardWay.typed(ways, turn.words());
    return turn.say(key, "id", String.valueOf(report), "name", names.getFirst());
  }

  private List<Button> buttons(List<StewardWay> ways) {
    return ways.stream()
        .map(way -> {
          String label = turn.say("button.write.to", "name", way.readerName(turn.words()));
          return Button.plain(Notices.clip(label), new Command.Write(addressee(way)));
        })
        .toList();
  }

  /** A steward's button leads to one side of a report, also where two have one name. */
  private static Addressee addressee(StewardWay way) {
    long report = way.report().id();
    return way.talk().withReporter()
        ? new Addressee.Reporter(report)
        : new Addressee.Reported(report);
  }

  /** The way whose name stands before the colon. */
  private Optional<Reply> among(List<StewardWay> ways, String text) {
    List<String> names = StewardWay.typed(ways, turn.words());
    for (int i = 0; i < ways.size(); i++) {
      String name = names.get(i);
      String rest = text.substring(Math.min(text.length(), name.length())).strip();
      boolean named = text.regionMatches(true, 0, name, 0, name.length());
      if (named && rest.isEmpty()) {
        return Optional.of(asksForWords(ways.get(i)));
      }
      if (named && rest.startsWith(":")) {
        return new StewardWays(turn)
            .inTalk(ways.get(i).talk().id())
            .map(way -> pass(way, rest.substring(1).strip()));
      }
    }
    return Optional.empty();
  }

  /** Passes words on, or says why not. */
  private Reply pass(StewardWay way, String typed) {
    turn.tables().talks().heard(turn.person());
    if (isBlockedByName(way)) {
      return turn.answer("relay.unblock", "name", way.readerName(turn.words()));
    }
    String words = Clean.lines(typed);
    if (words.isEmpty()) {
      return turn.answer("relay.empty");
    }
    if (words.length() > Letter.LONGEST) {
      return turn.answer("relay.long", "limit", Letter.LONGEST);
    }
    if (way.fromSteward()) {
      new ReportLog(turn).talks(way.report());
    }
    letter(way, words);
    return turn.answer("relay.sent", "name", way.readerName(turn.words()));
  }

  /** To whoever has blocked its writer it goes nowhere, and is not kept. */
  private void letter(StewardWay way, String words) {
    Long reader = way.reader();
    if (reader != null && !way.isBlocked()) {
      long talk = way.talk().id();
      turn.tables().stewardTalks().begin(talk);
      String sealed = turn.sealer().seal(words, StewardTalks.sealedRow(talk));
      long letter = turn.tables().stewardTalks().write(talk, way.fromSteward(), sealed, turn.now());
      turn.saying().tell(Note.STEWARD_LETTER, way.circle(), reader, letter);
    }
  }

  /** Who will read it, and who else could, is said before it is typed. */
  private Reply asksForWords(StewardWay way) {
    if (isBlockedByName(way)) {
      return turn.answer("relay.unblock", "name", way.readerName(turn.words()));
    }
    boolean form = turn.actor().platform() == Platform.DISCORD;
    String name = way.readerName(turn.words());
    String head = turn.say(form ? "steward.write.form" : "steward.write", "name", name);
    Text text =
        new Text.Builder()
            .line(head)
            .line(turn.say(told(way), "name", name))
            .line(turn.say("relay.host", "limit", Letter.LONGEST))
            .build();
    Command write = new Command.Write(new Addressee.WithSteward(way.talk().id()));
    if (form) {
      return turn.said(Message.of(text, Button.first(turn.say("button.write.it"), write)), head);
    }
    turn.tables().stewardTalks().await(turn.person(), way.talk().id(), turn.now());
    return new Reply.Said(
        Message.of(text),
        Notices.clip(head, Reply.Said.LONGEST_BRIEF),
        Reply.Audience.ACTOR,
        OptionalLong.empty(),
        Code.payload(write),
        false);
  }

  private static String told(StewardWay way) {
    if (!way.fromSteward()) {
      return way.isWithUnnamed() ? "steward.told.unnamed" : "steward.told";
    }
    return way.talk().withReporter() ? "steward.told.reporter" : "steward.told.reported";
  }

  /** Blocked under another name, they are not given away by it. */
  private boolean isBlockedByName(StewardWay way) {
    Long reader = way.reader();
    String name = way.readerName(turn.words());
    return reader != null
        && turn.tables().blocks().of(turn.person()).stream()
            .anyMatch(block -> block.blocked() == reader && block.shown().equals(name));
  }

  private Reply over() {
    return turn.answer("steward.over");
  }
}
