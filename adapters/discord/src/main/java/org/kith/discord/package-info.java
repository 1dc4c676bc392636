/**
 * Discord, on JDA: {@link org.kith.discord.DiscordAdapter} is the door. Nothing of JDA is seen
 * outside.
 */
@org.jspecify.annotations.NullMarked
package org.kith.discord;
