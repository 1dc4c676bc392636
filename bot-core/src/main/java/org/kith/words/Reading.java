package org.kith.words;

import org.kith.care.Window;

/** What became of a text that should say when. */
public sealed interface Reading {

  /** The whole text was understood, and its end lies ahead. */
  record Understood(Window window) implements Reading {}

  /** The whole text was understood, but that is over already. Never moved into the future. */
  record Past(Window window) implements Reading {}

  /** Not wholly understood, or in more than one way, or too far ahead. */
  record Unclear(String text) implements Reading {}
}
