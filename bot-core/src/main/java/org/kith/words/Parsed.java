package org.kith.words;

/**
 * Something understood in a text.
 *
 * @param next the place of the first token after it
 */
record Parsed<T>(T value, int next) {}
