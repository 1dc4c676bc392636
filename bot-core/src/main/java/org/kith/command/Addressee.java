package org.kith.command;

/**
 * To whom somebody writes through the bot, as a button says it. Ids can be forged: they prove
 * nothing.
 */
public sealed interface Addressee {
  /** Asker and helper write to each other. */
  sealed interface AboutRequest extends Addressee {}

  /** Whoever asked this request; for them, whoever helps with it or has a question about it. */
  record OfRequest(long requestId) implements AboutRequest {}

  /** Whoever holds this claim. */
  record OfClaim(long claimId) implements AboutRequest {}

  /** The other side of this talk. */
  record InTalk(long talkId) implements AboutRequest {}

  /** A steward and one of those whom a report concerns write to each other. */
  sealed interface OverReport extends Addressee {}

  /** Whoever wrote this report. */
  record Reporter(long reportId) implements OverReport {}

  /** Whoever this report is about. */
  record Reported(long reportId) implements OverReport {}

  /** The other side of this talk with a steward. */
  record WithSteward(long talkId) implements OverReport {}
}
