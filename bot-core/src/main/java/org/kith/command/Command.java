package org.kith.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.care.Extension;
import org.kith.care.ReportAct;
import org.kith.care.Thanks.Way;
import org.kith.circle.Openness;

/** Whatever can happen: a command typed, a button pressed, a reaction, news from a platform. */
public sealed interface Command {

  // ---- typed, and on buttons ----

  /** Somebody asks the circle. */
  record NeedHelp(Ask ask) implements Command {}

  /** What is open and what is coming, of one kind or of all. */
  record Board(@Nullable String kind) implements Command {}

  /** I'll help. */
  record Claim(Target target) implements Command {}

  /**
   * I can do part; the rest stays open.
   *
   * @param words what of it, as it was typed, for everybody to read; null if nothing was said
   */
  record ClaimPart(Target target, @Nullable String words) implements Command {}

  /** I can if nobody else does. */
  record Standby(Target target) implements Command {}

  /** It happened. */
  record Done(Target target) implements Command {}

  /** A helper: I can't after all. The asker: I take it back. */
  record Cancel(Target target) implements Command {}

  /**
   * The asker: it is needed still, or once more.
   *
   * @param when what was typed after the number: nothing for "still", or "next week"
   */
  record Again(Target target, @Nullable String when) implements Command {}

  /**
   * The asker says thank you to whoever helped.
   *
   * @param words what was typed after the number; null if nothing
   * @param way how it is to be said; null to be asked, or where the words begin with it
   */
  record Thanks(Target target, @Nullable String words, @Nullable Way way) implements Command {}

  /**
   * The asker changes their request, or whoever looks after the circle one that was handed to them.
   *
   * @param text what it is to be, typed in one go; empty opens it for correction
   */
  record Edit(Target target, String text) implements Command {}

  /** What I promised, what I asked. */
  record Mine() implements Command {}

  /**
   * The asker and whoever helps, or has a question, write to each other through the bot.
   *
   * @param text words for the other, after their name where several may be meant, or what is to
   *     become of the talk ("stop"); empty to be asked for
   * @param wasSeen true if others could read it where it was typed
   */
  record WriteAbout(Target target, String text, boolean wasSeen) implements Command {
    @Override
    public String toString() {
      return "WriteAbout[" + target + ", " + text.length() + " characters]"; // For one reader.
    }
  }

  /** My care card. */
  record ShowCareCard() implements Command {}

  /**
   * My care card is to say this.
   *
   * @param wasSeen true if others could read it where it was typed
   */
  record WriteCareCard(String text, boolean wasSeen) implements Command {
    @Override
    public String toString() {
      return "WriteCareCard[" + text.length() + " characters]"; // It never reaches a log line.
    }
  }

  /** What I can do here. */
  record Help() implements Command {}

  /**
   * The private chat is opened.
   *
   * @param payload what the link carried, see {@link Code}; null if it carried nothing
   */
  record Start(@Nullable String payload) implements Command {}

  /** What is kept, and who sees it. */
  record Privacy() implements Command {}

  /** People to call now. */
  record Crisis() implements Command {}

  /** The digest, at once. */
  record DigestNow() implements Command {}

  /** When the digest comes; with a time, a steward's change of it. */
  record DigestWhen(@Nullable String time) implements Command {}

  /** The circle's settings, and what is missing. */
  record CircleShow() implements Command {}

  /** A steward wants a code by which another group can join this circle. */
  record CircleLink() implements Command {}

  /** A steward's group joins the circle that the code is of. */
  record CircleJoin(String code) implements Command {
    @Override
    public String toString() {
      return "CircleJoin[" + code.length() + " characters]"; // It opens a door.
    }
  }

  /**
   * A steward's group leaves a circle that is in several places.
   *
   * @param along whether what was asked there and is open comes along; null to be told and asked
   */
  record CircleLeave(@Nullable Boolean along) implements Command {}

  /** Who looks after the circle. */
  record Stewards() implements Command {}

  /**
   * A steward names another.
   *
   * @param typed the name that they have in the circle
   */
  record NameSteward(String typed) implements Command {}

  /**
   * A steward takes back that somebody was named.
   *
   * @param typed the name that they have in the circle; "me" to step back oneself
   */
  record UnnameSteward(String typed) implements Command {}

  /** A steward's change of settings, each as it was typed. */
  record CircleSet(Map<Setting, String> changes) implements Command {
    public CircleSet {
      changes = Map.copyOf(changes);
    }
  }

  /**
   * A steward bars a member from giving and asking, or takes that back.
   *
   * @param who by their name in the circle
   */
  record Bar(String who, boolean barred) implements Command {}

  /**
   * A steward trusts a member, with newcomers' first promises and in somebody's home; or no more.
   */
  record Trust(String who, boolean trusted) implements Command {}

  /** The same by the button of whoever asked for it. */
  record TrustMember(long circle, long person) implements Command {}

  /** A member asks the stewards of a circle to be confirmed. */
  record AskTrust(long circle) implements Command {}

  /**
   * I am resting.
   *
   * @param until as it was typed; null until they say so, see {@link Rested} for the end
   */
  record Rest(@Nullable String until) implements Command {}

  /** The rest is over. */
  record Rested() implements Command {}

  /** All that somebody promised goes back on the board. */
  record HandOver() implements Command {}

  /**
   * Somebody's change of their own settings, each as it was typed; nothing typed asks what can be
   * set.
   */
  record SettingsSet(Map<OwnSetting, String> changes) implements Command {
    public SettingsSet {
      changes = Map.copyOf(changes);
    }
  }

  /**
   * Somebody wants to hear nothing more from a person.
   *
   * @param target a request, whose other side it is; {@link Target.Unsaid} if they were named
   * @param who by their name; empty if a request says who
   */
  record Block(Target target, String who) implements Command {
    @Override
    public String toString() {
      return "Block[" + target + ", " + who.length() + " characters]"; // Between the two of us.
    }
  }

  /** Somebody wants a code by which another account of theirs can join this one. */
  record AccountLink() implements Command {}

  /** Somebody's account joins the one that the code is of. */
  record AccountJoin(String code) implements Command {
    @Override
    public String toString() {
      return "AccountJoin[" + code.length() + " characters]"; // It opens a door.
    }
  }

  /**
   * Another account of somebody's is to be a person of its own again.
   *
   * @param typed its platform or its name; empty to be asked
   */
  record AccountUnlink(String typed) implements Command {}

  /**
   * Somebody lets the stewards know about a person, or about a request.
   *
   * @param target the request; {@link Target.Unsaid} if a person is named
   * @param text a name and why; of a request why
   */
  record Report(Target target, String text) implements Command {
    @Override
    public String toString() {
      return "Report[" + target + ", " + text.length() + " characters]"; // For stewards alone.
    }
  }

  /**
   * A report is to be sent as it was shown.
   *
   * @param reportId 0 for the one that waits
   */
  record SendReport(long reportId) implements Command {}

  /**
   * A report is not to be sent.
   *
   * @param reportId 0 for the one that waits
   */
  record DropReport(long reportId) implements Command {}

  /** A steward wants to see the reports, and what was done about them. */
  record ShowReports() implements Command {}

  /** A steward wants to read a report. */
  record ReadReport(long reportId) implements Command {}

  /** A steward does something about a report. */
  record OnReport(long reportId, ReportAct act) implements Command {}

  /**
   * A steward writes to whoever wrote a report, or to whoever it is about.
   *
   * @param text their name, a colon and the words; empty to be asked
   */
  record WriteOnReport(long reportId, String text) implements Command {
    @Override
    public String toString() {
      return "WriteOnReport[" + reportId + ", " + text.length() + " characters]"; // For one reader.
    }
  }

  /** What the bot knows of how somebody wants to be asked. */
  record SettingsShow() implements Command {}

  /** A command this bot does not have. */
  record Unknown(String typed) implements Command {}

  /** Somebody may, or may not, be asked privately when nobody comes. */
  record MayAskMe(boolean may) implements Command {}

  /** A steward pauses a request without a name, without seeing whose it is. */
  record Pause(Target target) implements Command {}

  /** Somebody who looks after the circle takes care of a request that nobody came for. */
  record LookAfter(Target target) implements Command {}

  /**
   * What somebody says to what waits for them: a preview of theirs, or whether a request may be
   * posted for them; or about a request that is for them.
   *
   * @param target the request; none for what waits
   */
  record AboutMe(Target target, String typed) implements Command {}

  /** Whoever a request is for is asked themself from now on. */
  record AskMe(Target target) implements Command {}

  /** The name of whoever a request is for may stand on its card. */
  record NameMe(Target target) implements Command {}

  /** My private chat with the bot is to be empty. */
  record ClearChat() implements Command {}

  /** I want a copy of all that is kept of me. */
  record ExportMe() implements Command {}

  /**
   * I am to be forgotten, in every circle and on every platform.
   *
   * @param sure false to be told first what that means
   */
  record ForgetMe(boolean sure) implements Command {}

  // ---- only on buttons ----

  /** Somebody answers whether a request may be posted for them. */
  record ForYou(long draftId, Consenting choice) implements Command {}

  /** Everything about a request that the presser may see, and what they can do. */
  record More(long requestId) implements Command {}

  /** A steward takes somebody's request down. */
  record TakeDown(long requestId) implements Command {}

  /** The private details, to whoever holds a claim now. */
  record ShowDetails(long requestId) implements Command {}

  /** The asker lets this helper see the details. */
  record Share(long claimId) implements Command {}

  /** The asker wants somebody else, or frees the place: no reason is asked. */
  record SomebodyElse(long claimId) implements Command {}

  /** The helper's name may stand on the card. */
  record ShowMyName(long claimId) implements Command {}

  /** The preview is right: post it. */
  record PostDraft(long draftId) implements Command {}

  /** The preview is right: it is posted by itself, a while from now. */
  record PostDraftLater(long draftId) implements Command {}

  /** The preview is to be posted with the asker's name, or without it. */
  record NameDraft(long draftId, boolean anonymous) implements Command {}

  /** The preview is thrown away. */
  record DropDraft(long draftId) implements Command {}

  /** One choice in the dialogue of buttons; {@code choice} as the button carries it. */
  record FillDraft(long draftId, DraftField field, String choice) implements Command {}

  /** A field of a preview is wrong: its question is asked anew. */
  record CorrectDraft(long draftId, DraftField field) implements Command {}

  /** The same, to be answered in words: a form where the platform has one. */
  record WriteDraft(long draftId, DraftField field) implements Command {}

  /** Back to the preview, as it stands. */
  record ShowDraft(long draftId) implements Command {}

  /** The asker moves the window of their request by one tap. */
  record Extend(long requestId, Extension by) implements Command {}

  /** A request is to stand longer: by how much is asked. */
  record MoreTime(long requestId) implements Command {}

  /** The asker: what somebody else has put in other words is to be as it was. */
  record AsItWas(long requestId) implements Command {}

  /** Two requests alike are two: nothing is taken down. */
  record BothStand(long requestId) implements Command {}

  /** Times are right in this zone (a zone id); before the circle's zone is confirmed, anybody's. */
  record ZoneIs(String zone) implements Command {}

  /** The zone offered is wrong: show others. */
  record OtherZones() implements Command {}

  /** A steward changes how open the circle is, by the button that said the guess aloud. */
  record OpennessIs(Openness openness) implements Command {}

  /** A card that somebody deleted is posted again; the asker's press. */
  record PostAgain(long requestId) implements Command {}

  /** A steward makes this private channel a circle of its own. */
  record OwnCircle() implements Command {}

  /** The same for a space, wherever it is pressed. */
  record LeaveCircle(long spaceId, boolean along) implements Command {}

  /** The asker: it is needed still, whatever was said of it. */
  record StillNeeded(long requestId) implements Command {}

  /** The asker: the same again, a week later. */
  record NextWeek(long requestId) implements Command {}

  /** The asker wants to say thank you. */
  record SayThanks(long requestId) implements Command {}

  /** The asker's thanks are said like this. */
  record GiveThanks(long requestId, Way way) implements Command {}

  /** Somebody wants to write: they are asked for the words, by a form where there is one. */
  record Write(Addressee to) implements Command {}

  /** Nothing more is to be passed on to the presser in this talk. */
  record StopTalk(long talkId) implements Command {}

  /** The other in this talk is to reach the presser never again. */
  record BlockOther(long talkId) implements Command {}

  /** A block is taken back. */
  record Unblock(long blockId) implements Command {}

  /**
   * The other in this talk is to know how the presser can be found.
   *
   * @param sure false to be told first what that says
   */
  record ShareName(long talkId, boolean sure) implements Command {}

  /** This account of the presser's is to be a person of its own again. */
  record AccountOff(long accountId) implements Command {}

  /** My care card is to say something else. */
  record ChangeCareCard() implements Command {}

  /** My care card is to be destroyed. */
  record ClearCareCard() implements Command {}

  /** A button that can't be read: forged, or older than this version. */
  record Unreadable() implements Command {}

  /** Somebody can't help with what they were asked about: nobody hears of it. */
  record CantHelp(long requestId) implements Command {}

  /** The asker: when nobody comes it is taken down quietly, or asked wider. */
  record IfNobodyComes(long requestId, boolean quietly) implements Command {}

  // ---- only from a platform ----

  /** Plain text in the private chat: the answer to a question of the dialogue, or nothing. */
  record PrivateText(String text) implements Command {
    @Override
    public String toString() {
      return "PrivateText[" + text.length() + " characters]"; // It may be private details.
    }
  }

  /** What was written into the form of a preview's field. */
  record TypeDraft(long draftId, DraftField field, String text) implements Command {
    @Override
    public String toString() {
      return "TypeDraft[" + field + ", " + text.length() + " characters]"; // Maybe details.
    }
  }

  /** What was written into the form that {@link Write} opened. */
  record Tell(Addressee to, String text) implements Command {
    @Override
    public String toString() {
      return "Tell[" + to + ", " + text.length() + " characters]"; // For one reader.
    }
  }

  /**
   * A video, a file or a voice in the private chat.
   *
   * @param spoken true for a voice note
   */
  record NotWords(boolean spoken) implements Command {}

  /**
   * A photo, with words or without.
   *
   * @param words a {@link PrivateText}, a {@link Tell} or a {@link WriteAbout}: whom it is for
   * @param ofSeveral true if others came with it, which are left out
   */
  record WithPhoto(Command words, Pictured photo, boolean ofSeveral) implements Command {}

  /** 🤝 was put on a message of the bot. */
  record Reacted(MessageRef message) implements Command {}

  /** ❤ was put on a message of the bot. */
  record Hearted(MessageRef message) implements Command {}

  /** 🤝 was taken back. */
  record Unreacted(MessageRef message) implements Command {}
}
