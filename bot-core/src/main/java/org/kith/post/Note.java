package org.kith.post;

/** What an outbox row is about: the text is drawn from the state when it is about to be sent. */
public enum Note {
  /** In a space: the card of a request shows the newest state. */
  CARD(About.REQUEST),
  /** In a space: a message that is a second copy of a card, or of nothing any more, goes. */
  STRAY(About.REQUEST),
  /** In a space: the digest of a circle. */
  DIGEST(About.CIRCLE),
  /** In a space: what is still open, in one line of the evening. */
  EVENING(About.CIRCLE),
  /** In a space: the bot was added, and says what it is. */
  DOOR(About.NOTHING),
  /** In a space: the bot was added, and the host has not invited this group yet. */
  UNINVITED(About.NOTHING),
  /** In a space: a circle was made, and how open it was guessed to be. */
  FOUNDED(About.CIRCLE),
  /** In a space: another group has joined the circle. */
  UNITED(About.CIRCLE),
  /** In a space: a group has left the circle. */
  PARTED(About.CIRCLE),
  /** In a space, below the card: the asker can't be written to; there is news of the request. */
  LINE_FOR_ASKER(About.REQUEST),
  /**
   * In a space, below the card: the helper can't be written to; a button shows what is for them.
   */
  LINE_FOR_HELPER(About.PROMISE),
  /** In a space, below the card: the asker thanks whoever helped. */
  THANKS_LINE(About.REQUEST),

  /** To the asker: what was understood and posted. */
  ASKED(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To the helper: you're helping. */
  HELPING(About.PROMISE, Unreached.HELPER_BY_A_LINE),
  /** To the asker: what was to go out by itself can't any more, as it is. */
  NOT_POSTED(About.DRAFT, Unreached.LOSES_A_COURTESY),
  /** To somebody who came a moment late. */
  TOO_LATE(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To the asker: somebody helps. */
  CLAIMED(About.PROMISE, Unreached.ASKER_BY_A_LINE),
  /** To the asker: a helper can't after all. */
  RELEASED(About.CLAIM, Unreached.ASKER_BY_A_LINE),
  /** To the asker: a helper says that it happened. */
  HELPED(About.CLAIM, Unreached.ASKER_BY_A_LINE),
  /** To the helper: did it happen? */
  DID_IT_HAPPEN(About.PROMISE, Unreached.LOSES_A_COURTESY),
  /** To the helper: a file for their calendar. */
  CALENDAR(About.CLAIM, Unreached.LOSES_A_COURTESY),
  /** To whoever asked for it: a file with all that is kept of them. */
  EXPORT(About.PERSON, Unreached.LOSES_A_COURTESY),
  /** To nobody: what was said to somebody privately is taken away. */
  CLEAR(About.PERSON, Unreached.LOSES_A_COURTESY),
  /** To whoever wanted that: what could not be taken away. */
  CLEARED(About.PERSON, Unreached.LOSES_A_COURTESY),
  /** To each account of somebody who is forgotten, by now: the last word in an emptied chat. */
  FORGOTTEN(About.PERSON, Unreached.LOSES_A_COURTESY),
  /** To the helper, on the evening before: what they promised. */
  EVENING_BEFORE(About.CLAIM, Unreached.LOSES_A_COURTESY),
  /** To the helper, an hour before: what they promised. */
  HOUR_BEFORE(About.CLAIM, Unreached.LOSES_A_COURTESY),
  /** To the helper: it is needed still. */
  STILL_NEEDED(About.CLAIM, Unreached.LOSES_A_COURTESY),
  /** To the asker: did you get what you needed? */
  DID_YOU_GET_IT(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To the asker: the time has passed, and nobody came. */
  NOBODY_CAME(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To the asker: it ends without anybody having come. */
  UNMET(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To somebody who stands by: nobody else has come, could you? */
  COULD_YOU_NOW(About.CLAIM, Unreached.LOSES_A_COURTESY),
  /** To somebody who may be asked privately: nobody has come, could you? */
  COULD_YOU(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To somebody who looks after the circle: nobody has come. */
  NOBODY_FOR(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To somebody who looks after the circle: what lies ahead rests on few. */
  ONUS(About.CIRCLE, Unreached.LOSES_A_COURTESY),
  /** To somebody whom a steward has named: they look after the circle, too. */
  NAMED(About.CIRCLE, Unreached.LOSES_A_COURTESY),
  /** To somebody who was named: they don't look after the circle any more. */
  UNNAMED(About.CIRCLE, Unreached.LOSES_A_COURTESY),
  /** To the asker: somebody who looks after the circle takes care of it. */
  LOOKED_AFTER(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To the asker: somebody who looks after the circle has put it in other words. */
  REWORDED(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To the asker: an hour is left, and nobody has come yet. */
  AN_HOUR_LEFT(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To the asker: nobody came, and it was taken down quietly as they wanted. */
  TAKEN_DOWN_QUIETLY(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To the helper: what they promised says something else now. */
  CHANGED(About.PROMISE, Unreached.HELPER_BY_A_LINE),
  /** To the helper: it is needed at another time. Does that still work? */
  MOVED(About.PROMISE, Unreached.HELPER_BY_A_LINE),
  /** To the helper: the private details are others now, or gone. */
  DETAILS_CHANGED(About.PROMISE, Unreached.HELPER_BY_A_LINE),
  /** To the helper: the asker shares the details. */
  SHARED(About.PROMISE, Unreached.HELPER_BY_A_LINE),
  /** To the helper: the asker found another way. */
  FREED(About.CLAIM, Unreached.LOSES_A_COURTESY),
  /** To the helper: the request ended. */
  ENDED(About.CLAIM, Unreached.LOSES_A_COURTESY),
  /** To the helper: the asker, or somebody, says thank you. */
  THANKS(About.CLAIM, Unreached.LOSES_A_COURTESY),
  /** To whoever it is for: may this be posted for you? */
  FOR_YOU(About.DRAFT, Unreached.MAKER_IS_TOLD),
  /** To whoever asked for somebody: there was no yes in time. */
  NO_YES(About.CIRCLE, Unreached.LOSES_A_COURTESY),
  /** To whoever asked for somebody: that person can't be written to. */
  NOT_REACHED(About.CIRCLE, Unreached.LOSES_A_COURTESY),
  /** To the go-between: there was a yes, and who is asked from now on. */
  AGREED(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To whoever it is for: the go-between has changed it. */
  CHANGED_FOR_YOU(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To the go-between, who was not asked any more: how it ended. */
  HOW_IT_ENDED(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To the asker or the helper: what the other wrote. */
  LETTER(About.LETTER, Unreached.WRITER_IS_TOLD),
  /** To whoever wrote: it can't reach the other. */
  LETTER_LOST(About.LETTER, Unreached.LOSES_A_COURTESY),
  /** To whom the asker has blocked: what everybody is told where details open after a yes. */
  WAITS(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To somebody who looks after the circle: who asks to be confirmed. */
  TRUST_ASKED(About.CIRCLE, Unreached.LOSES_A_COURTESY),
  /** To a member: a steward has confirmed them. */
  TRUSTED(About.CIRCLE, Unreached.LOSES_A_COURTESY),
  /** To somebody who reacted to a card: whom a steward has confirmed can help with it. */
  NOT_CONFIRMED(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To a steward: what a member lets them know. */
  REPORT(About.REPORT, Unreached.LOSES_A_COURTESY),
  /** To whoever wrote a report: a steward wants to talk with them. */
  REPORT_TAKEN(About.REPORT, Unreached.LOSES_A_COURTESY),
  /** To one side of a steward's talk over a report: what the other wrote. */
  STEWARD_LETTER(About.STEWARD_LETTER, Unreached.WRITER_IS_TOLD),
  /** To whoever wrote it: it can't reach the other. */
  STEWARD_LETTER_LOST(About.STEWARD_LETTER, Unreached.LOSES_A_COURTESY),
  /** To the asker: a steward has paused the request, or the pause is over. */
  PAUSED(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To the asker: a steward has paused it, without seeing whose it is. */
  PAUSED_UNSEEN(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To the asker: somebody deleted the card. */
  CARD_GONE(About.REQUEST, Unreached.ASKER_BY_A_LINE),
  /** To the asker and to helpers: it is in another circle now, and its number new. */
  RENUMBERED(About.REQUEST, Unreached.LOSES_A_COURTESY),
  /** To an account: another one has joined it, and they are one person. */
  ONE_PERSON(About.ACCOUNT, Unreached.LOSES_A_COURTESY),
  /** To an account: it is a person of its own again. */
  OWN_PERSON(About.ACCOUNT, Unreached.LOSES_A_COURTESY),
  /** To the asker: an administrator took the request down. */
  TAKEN_DOWN(About.REQUEST, Unreached.LOSES_A_COURTESY);

  /** What the row's reference is the id of. */
  public enum About {
    REQUEST,
    /** A claim, whatever became of it. */
    CLAIM,
    /** A claim, and only as long as it is a promise that lies ahead: after that it is moot. */
    PROMISE,
    /** What asker or helper wrote to the other. */
    LETTER,
    CIRCLE,
    /** What a member lets stewards know. */
    REPORT,
    /** What a steward writes over a report, or is answered. */
    STEWARD_LETTER,
    /** A request that is still being made. */
    DRAFT,
    /** Whoever it goes to. */
    PERSON,
    /** Another account of somebody's. */
    ACCOUNT,
    NOTHING
  }

  /** What becomes of it if the person can't be written to. */
  public enum Unreached {
    /** The card itself says it, or nothing is lost but a courtesy. */
    LOSES_A_COURTESY,
    /** A line below the card says to the asker that there is news. */
    ASKER_BY_A_LINE,
    /** A line below the card says to the helper that there is something for them. */
    HELPER_BY_A_LINE,
    /** Whoever wanted it said is told that it could not be. */
    MAKER_IS_TOLD,
    /** Whoever wrote it is told that it could not be passed on. */
    WRITER_IS_TOLD,
    /** It goes to no person. */
    NOBODY_TO_REACH
  }

  private final About about;
  private final Unreached unreached;

  /** In a space. */
  Note(About about) {
    this(about, Unreached.NOBODY_TO_REACH);
  }

  /** To one person. */
  Note(About about, Unreached unreached) {
    this.about = about;
    this.unreached = unreached;
  }

  /** What its reference is the id of. */
  public About about() {
    return about;
  }

  /** What becomes of it if the person can't be written to. */
  public Unreached ifUnreached() {
    return unreached;
  }

  /** True if it is posted in a space, false if it goes to one person. */
  public boolean isInSpace() {
    return unreached == Unreached.NOBODY_TO_REACH;
  }

  /** True if it reminds of promises: it waits for the morning, and is of no use too late. */
  public boolean isReminder() {
    return this == EVENING_BEFORE || this == HOUR_BEFORE;
  }

  /** True if the person has neither asked for it nor promised anything: one a day, at most. */
  public boolean isUnasked() {
    return this == COULD_YOU
        || this == NOBODY_FOR
        || this == ONUS
        || this == FOR_YOU
        || this == TRUST_ASKED;
  }

  /** True if it asks somebody only because they are in the circle: not who has left it. */
  public boolean isForMembers() {
    return this == COULD_YOU
        || this == COULD_YOU_NOW
        || this == NOBODY_FOR
        || this == ONUS
        || this == TRUST_ASKED;
  }

  /** True if it is said because time has passed, and not because somebody did something. */
  public boolean isByTheClock() {
    return switch (this) {
      case COULD_YOU,
          COULD_YOU_NOW,
          NOBODY_FOR,
          ONUS,
          DID_IT_HAPPEN,
          DID_YOU_GET_IT,
          NOBODY_CAME,
          UNMET,
          FOR_YOU ->
          true;
      default -> isReminder();
    };
  }

  /** True if it speaks of, or to, somebody for whom another asks. */
  public boolean isOnBehalf() {
    return switch (this) {
      case FOR_YOU, NO_YES, NOT_REACHED, AGREED, CHANGED_FOR_YOU, HOW_IT_ENDED -> true;
      default -> false;
    };
  }

  /** True if it is about a claim, in flight or not. */
  public boolean isAboutClaim() {
    return about == About.CLAIM || about == About.PROMISE;
  }
}
