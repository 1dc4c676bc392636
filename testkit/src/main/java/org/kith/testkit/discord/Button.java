package org.kith.testkit.discord;

/**
 * A button as a person sees it.
 *
 * @param label what stands on it, the emoji first if there is one
 * @param customId what comes back to the bot; empty for a link
 * @param url where a link leads; empty for a button proper
 * @param disabled whether it can't be pressed
 */
public record Button(String label, String customId, String url, boolean disabled) {}
