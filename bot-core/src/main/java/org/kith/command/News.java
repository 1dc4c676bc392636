package org.kith.command;

import java.util.List;
import java.util.Set;
import org.kith.circle.Place;

/** What a platform tells that nobody asked for: it becomes a decision like any command. */
public sealed interface News {
  /**
   * The bot was added to a house: it says at this place what it is. By whom is not told: on
   * Telegram it may have been somebody anonymous.
   *
   * @param language BCP 47 tag of the house, or of whoever added the bot
   */
  record Added(Place place, String language) implements News {}

  /**
   * Somebody has left a house, or was removed from it.
   *
   * @param account the platform's id of the account
   */
  record Left(String house, String account) implements News {}

  /**
   * Somebody wrote or pressed who is in none of these houses, as the platform surely says. They may
   * never have been there.
   *
   * @param account the platform's id of the account
   */
  record NotFound(Set<String> houses, String account) implements News {
    public NotFound {
      houses = Set.copyOf(houses);
    }
  }

  /** The bot was removed from a house, or a room was taken away (then the place has a room). */
  record Removed(Place place) implements News {}

  /** A house got a new id (a Telegram group became a supergroup). */
  record Moved(String from, String to) implements News {}

  /** Somebody deleted a message of the bot. */
  record MessageDeleted(MessageRef message) implements News {}

  /**
   * Who has put 🤝 on a card, read anew because the events of some time were lost. The bot itself
   * is not among them.
   */
  record Reactors(MessageRef message, List<Actor> actors) implements News {
    public Reactors {
      actors = List.copyOf(actors);
    }
  }

  /** Somebody closed the private chat with the bot, or blocked it. */
  record PrivateClosed(String account) implements News {}
}
