package org.kith.command;

/**
 * To whom somebody writes through the bot, as a button says it. Ids can be forged: they prove
 * nothing.
 */
public sealed interface Addressee {
  /** Whoever asked this request; for them, whoever helps with it or has a question about it. */
  record OfRequest(long requestId) implements Addressee {}

  /** Whoever holds this claim. */
  record OfClaim(long claimId) implements Addressee {}

  /** The other side of this talk. */
  record InTalk(long talkId) implements Addressee {}
}
