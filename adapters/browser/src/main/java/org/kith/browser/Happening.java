package org.kith.browser;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the room's file: something that must be known again after a restart. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "happened")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Happening.BelongsTo.class, name = "belongs"),
  @JsonSubTypes.Type(value = Happening.PersonCame.class, name = "person"),
  @JsonSubTypes.Type(value = Happening.BotCame.class, name = "bot"),
  @JsonSubTypes.Type(value = Happening.ClockMoved.class, name = "clock"),
  @JsonSubTypes.Type(value = Happening.Posted.class, name = "posted"),
  @JsonSubTypes.Type(value = Happening.Edited.class, name = "edited"),
  @JsonSubTypes.Type(value = Happening.Deleted.class, name = "deleted"),
  @JsonSubTypes.Type(value = Happening.Reacted.class, name = "reacted")
})
sealed interface Happening {
  /** The database that this room was filled from, by a name that stands in both. */
  record BelongsTo(String database) implements Happening {}

  /** Somebody is in the room from now on. */
  record PersonCame(Person person) implements Happening {}

  /** The bot was added to the group, and knows it. */
  record BotCame(long at) implements Happening {}

  /**
   * The clock was moved.
   *
   * @param ahead of the host's clock, in milliseconds
   */
  record ClockMoved(long ahead) implements Happening {}

  /** A message came to be, in the group or in a private chat. */
  record Posted(Entry entry) implements Happening {}

  /** A message shows something else. */
  record Edited(String id, Shown shown) implements Happening {}

  /** A message was taken away. */
  record Deleted(String id) implements Happening {}

  /** A sign was put on a message or taken back. */
  record Reacted(String id, String person, Sign sign, boolean on) implements Happening {}
}
