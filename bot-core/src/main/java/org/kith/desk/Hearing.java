package org.kith.desk;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.Space;
import org.kith.command.Actor;
import org.kith.command.Command;
import org.kith.command.MessageRef;
import org.kith.command.News;
import org.kith.command.Whence;
import org.kith.post.Note;
import org.kith.store.Posts.Post;
import org.kith.store.Tables;

/** What a platform tells that nobody asked for. */
final class Hearing {
  private final Tables tables;
  private final Platform platform;
  private final Instant now;
  private final boolean invitedOnly;
  private final Act act;

  /** Decides a command of one of the actors, within the same transaction. */
  interface Act {
    /** Decides it; there is nobody to answer to. */
    void as(Actor actor, Command command);
  }

  /**
   * @param invitedOnly true if the host lets in only groups that they have invited
   */
  Hearing(Tables tables, Platform platform, Instant now, boolean invitedOnly, Act act) {
    this.invitedOnly = invitedOnly;
    this.tables = tables;
    this.platform = platform;
    this.now = now;
    this.act = act;
  }

  void hear(News news) {
    switch (news) {
      case News.Added(Place place, String language) -> added(place, language);
      case News.Left(String house, String account) ->
          new Departed(tables, now).left(platform, house, account);
      case News.NotFound(Set<String> houses, String account) ->
          new Departed(tables, now).notFound(platform, houses, account);
      case News.Removed(var place) ->
          tables.circles().spacesIn(platform, place.house()).stream()
              .filter(space -> place.room().isEmpty() || space.place().room().equals(place.room()))
              .forEach(new Deserted(tables, now)::removed);
      case News.Moved(String from, String to) -> new Arrival(tables, now).moved(platform, from, to);
      case News.MessageDeleted(MessageRef message) -> deleted(message);
      case News.Reactors reactors -> settle(reactors);
      case News.PrivateClosed(String account) ->
          tables
              .people()
              .find(platform, account)
              .ifPresent(found -> tables.people().reachable(found.id(), false));
    }
  }

  private void added(Place place, String language) {
    tables.circles().spacesIn(platform, place.house()).forEach(new Saying(tables, now)::back);
    boolean uninvited = invitedOnly && !new Admitting(tables, now).isKnown(place);
    Note note = uninvited ? Note.UNINVITED : Note.DOOR;
    tables.outbox().post(note, null, place, 0, Meeting.language(language), now);
  }

  private void deleted(MessageRef message) {
    Space space = tables.circles().spaceAt(message.place()).orElse(null);
    Post post =
        space == null
            ? null
            : tables.posts().byMessage(space.id(), message.messageId()).orElse(null);
    if (post != null) {
      new Arrival(tables, now).gone(post);
    }
  }

  private void settle(News.Reactors reactors) {
    Set<String> before = Reacting.lastSeen(tables, reactors.message());
    Set<String> present = new HashSet<>();
    for (Actor actor : reactors.actors()) {
      present.add(actor.externalId());
      if (!before.contains(actor.externalId())) {
        act.as(actor, new Command.Reacted(reactors.message()));
      }
    }
    for (String gone : before) {
      if (!present.contains(gone)) {
        tables
            .people()
            .find(platform, gone)
            .ifPresent(account ->
                act.as(
                    new Actor(
                        platform,
                        gone,
                        account.name(),
                        account.language(),
                        new Whence.InPrivate(Set.of(reactors.message().place().house()), Set.of())),
                    new Command.Unreacted(reactors.message())));
      }
    }
  }
}
