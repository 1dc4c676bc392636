package org.kith.command;

/** What somebody may say who is asked whether a request may be posted for them. */
public enum Consenting {
  /** It may be posted; whoever asked it is asked whatever there is to ask. */
  YES,
  /** It may be posted; from now on the person is asked themself. */
  ASK_ME,
  /** No, without a reason. */
  NOT_NOW,
  /** First they want to see the private details that would go with it. */
  DETAILS
}
