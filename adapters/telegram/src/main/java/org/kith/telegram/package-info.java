/** Kith on Telegram: what comes in becomes a command, what the core has to say goes out. */
@org.jspecify.annotations.NullMarked
package org.kith.telegram;
