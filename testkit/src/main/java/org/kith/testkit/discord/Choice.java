package org.kith.testkit.discord;

/**
 * One line that autocompletion offers.
 *
 * @param name what the person reads
 * @param value what is sent once it is chosen: a text, or a number's digits
 */
public record Choice(String name, String value) {}
