package org.kith.desk;

import java.util.Locale;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.Extension;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.words.Words;

/** What is asked once the time of a request is over, and what may follow. */
record FollowUpNotices(Notices notices) {

  /** To the asker: a helper says that it happened. Where that ended it, the asker may differ. */
  Told helped(CareRequest request, Claim claim, Words words) {
    String sentence = notices.ofHelper("helped", "helped.part", request, claim, words);
    return request.isEnded()
        ? Notices.sentence(
            sentence,
            stillNeeded(request, words),
            nextWeek(request, words),
            sayThanks(request, words))
        : Notices.sentence(sentence);
  }

  /** To the asker, who says that it is done. */
  Told doneByAsker(CareRequest request, Words words) {
    Button week = nextWeek(request, words);
    return Thanking.helpers(notices.tables(), request).isEmpty()
        ? notices.sentence("done.asker", request, words, week)
        : notices.sentence("done.asker", request, words, week, sayThanks(request, words));
  }

  /** To the helper, once the time is over: the answer may be no, and that is all right. */
  Told didItHappen(CareRequest request, Claim claim, Words words) {
    String what = notices.whatOf(request, claim, words);
    return Notices.sentence(
        words.say("followup.helper", "number", Notices.number(request), "what", what),
        Button.first(words.say("button.happened"), new Command.Done(Notices.known(request))),
        Button.plain(words.say("button.didnt"), new Command.Cancel(Notices.known(request))));
  }

  /** To the asker, once the time is over. */
  Told didYouGetIt(CareRequest request, Words words) {
    boolean between = Notices.isBetween(request);
    return notices.sentence(
        between ? "followup.between" : "followup.asker",
        request,
        words,
        Button.first(
            words.say(between ? "button.works" : "button.got"),
            new Command.Done(Notices.known(request))),
        stillNeeded(request, words));
  }

  /** To the asker, once the time is over and nobody has come. */
  Told nobodyCame(CareRequest request, Words words) {
    if (!request.window().isDated()) {
      return notices.sentence(
          "nobody.undated",
          request,
          words,
          stillNeeded(request, words),
          notices.takeBack(request, words));
    }
    return notices.sentence(
        "nobody.dated",
        request,
        words,
        later(request, Extension.TOMORROW, words),
        later(request, Extension.WEEK, words),
        later(request, Extension.ANY_TIME, words),
        stillNeeded(request, words),
        notices.takeBack(request, words));
  }

  private static Button later(CareRequest request, Extension by, Words words) {
    return Button.plain(
        words.say("button.later." + by.name().toLowerCase(Locale.ROOT)),
        new Command.Extend(request.id(), by));
  }

  /** The asker's "it is needed still". */
  static Button stillNeeded(CareRequest request, Words words) {
    return Button.plain(words.say("button.still"), new Command.StillNeeded(request.id()));
  }

  /** The asker's "the same again", a week later. */
  static Button nextWeek(CareRequest request, Words words) {
    return Button.plain(words.say("button.week"), new Command.NextWeek(request.id()));
  }

  /** The asker's "thank you". */
  static Button sayThanks(CareRequest request, Words words) {
    return Button.plain(words.say("button.thanks"), new Command.SayThanks(request.id()));
  }
}
