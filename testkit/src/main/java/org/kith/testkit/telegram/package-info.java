/**
 * A stand-in for Telegram's Bot API, in process: the bot's real client connects to it by HTTP, and
 * tests play the people.
 */
@org.jspecify.annotations.NullMarked
package org.kith.testkit.telegram;
