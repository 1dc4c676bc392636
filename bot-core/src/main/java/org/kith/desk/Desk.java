package org.kith.desk;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Delivery;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Reply;

/**
 * The one door: whatever happens is decided here, in one transaction, and is on disk when the
 * answer comes back.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Desk {

  /**
   * Decides a command. Returns after the commit is on disk. Never throws for anything that a person
   * did: a refusal is an answer. Blocks for some milliseconds; call it from a virtual thread.
   */
  public Reply handle(Delivery delivery) {
    throw new UnsupportedOperationException();
  }

  /**
   * Decides what a platform told.
   *
   * @param id the platform's id of the event, null where it gives none
   */
  public void hear(@Nullable String id, Platform platform, News news) {
    throw new UnsupportedOperationException();
  }

  /** The answer that carried this outbox row has reached the actor. */
  public void answered(long row) {
    throw new UnsupportedOperationException();
  }

  /** The answer that carried this outbox row can't be shown: let it go by private message now. */
  public void unanswered(long row) {
    throw new UnsupportedOperationException();
  }

  /** True if there is a circle for this place, so that the platform need not be asked for facts. */
  public boolean knows(Place place) {
    throw new UnsupportedOperationException();
  }

  /** The houses in which this account was seen: where to ask the platform if they are still in. */
  public Set<String> housesOf(Platform platform, String account) {
    throw new UnsupportedOperationException();
  }

  /** The cards of open requests, newest first: whose reactions are settled after a lost session. */
  public List<MessageRef> openCards(Platform platform) {
    throw new UnsupportedOperationException();
  }

  /**
   * The platform's id of the message that shows this request's card in this place, null if none.
   */
  public @Nullable String cardMessage(Place place, long requestId) {
    throw new UnsupportedOperationException();
  }

  /**
   * The requests that this actor may mean by a number, for autocomplete: at most 25.
   *
   * @param typed what has been typed of the number or the words so far
   */
  public List<Suggestion> suggestNumbers(Actor actor, String command, String typed) {
    throw new UnsupportedOperationException();
  }

  /** Times that this actor may mean, for autocomplete: at most 25, as they can be typed. */
  public List<String> suggestTimes(Actor actor, String typed) {
    throw new UnsupportedOperationException();
  }

  /** What was remembered under a name by {@link #remember}, null if nothing. */
  public @Nullable String recall(String name) {
    throw new UnsupportedOperationException();
  }

  /** Remembers a small fact of an adapter over restarts, such as the hash of what it registered. */
  public void remember(String name, String fact) {
    throw new UnsupportedOperationException();
  }

  /** One choice of an autocomplete: the number and its label, at most 100 characters. */
  public record Suggestion(int number, String label) {}
}
