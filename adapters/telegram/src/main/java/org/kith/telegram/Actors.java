package org.kith.telegram;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import org.kith.circle.Platform;
import org.kith.command.Actor;
import org.kith.command.Facts;
import org.kith.command.News;
import org.kith.command.Whence;
import org.kith.desk.Desk;
import org.kith.telegram.Members.Standing;
import org.kith.words.Words;
import org.telegram.telegrambots.meta.api.objects.User;

/** Tells the core who acts, and what Telegram says of the place: what it vouches for, no more. */
final class Actors {
  private final Members members;
  private final Desk desk;
  private final ExecutorService threads;

  Actors(Members members, Desk desk, ExecutorService threads) {
    this.members = members;
    this.desk = desk;
    this.threads = threads;
  }

  /** Asks Telegram how somebody stands in the group that they act in, so that it is known. */
  void meet(Room room, User user) {
    if (!room.isPrivate()) {
      var _ = members.standing(room.chatId(), user.getId());
    }
  }

  /**
   * True if they are not in the group that they act in: a client can forge a press, and a public
   * group can be read from outside. Where Telegram does not say, the group's door decides. Whoever
   * was there once has left: the core is told.
   */
  boolean isStranger(Room room, User user) {
    if (room.isPrivate()) {
      return false;
    }
    Standing standing = members.standing(room.chatId(), user.getId());
    String account = user.getId().toString();
    if (standing == Standing.OUTSIDE
        && desk.housesOf(Platform.TELEGRAM, account).contains(room.chatId())) {
      notFound(Set.of(room.chatId()), user);
    }
    return standing == Standing.UNKNOWN ? room.isPublic() : !standing.isIn();
  }

  /** Who acts, and from where. */
  Actor actor(Room room, User user) {
    return new Actor(
        Platform.TELEGRAM,
        user.getId().toString(),
        name(user),
        language(user),
        room.isPrivate() ? inPrivate(user) : inPlace(room, user),
        user.getUserName() == null ? null : "t.me/" + user.getUserName());
  }

  /** The language that somebody's client is in; English where Telegram does not tell. */
  static String language(User user) {
    return user.getLanguageCode() == null ? Words.ENGLISH : user.getLanguageCode();
  }

  /** They were there once, and Telegram may never have told that they left. */
  private void notFound(Set<String> chats, User user) {
    desk.hear(null, Platform.TELEGRAM, new News.NotFound(chats, user.getId().toString()));
  }

  private Whence inPlace(Room room, User user) {
    boolean manages = members.standing(room.chatId(), user.getId()) == Standing.MANAGER;
    // A new circle's openness is guessed from it; afterwards nobody waits for it.
    int people = members.headcount(room.chatId(), !desk.knows(room.place()), threads);
    Facts facts = new Facts(room.title(), room.topicTitle(), people, room.isPublic(), false);
    return new Whence.InPlace(room.place(), facts, manages);
  }

  private Whence inPrivate(User user) {
    Set<String> houses = desk.housesOf(Platform.TELEGRAM, user.getId().toString());
    Set<String> present = ConcurrentHashMap.newKeySet();
    Set<String> manages = ConcurrentHashMap.newKeySet();
    Set<String> outside = ConcurrentHashMap.newKeySet();
    CountDownLatch left = new CountDownLatch(houses.size());
    for (String house : houses) {
      threads.execute(() -> {
        try {
          Standing standing = members.standing(house, user.getId());
          if (standing.isIn()) {
            present.add(house);
          }
          if (standing == Standing.MANAGER) {
            manages.add(house);
          }
          if (standing == Standing.OUTSIDE) {
            outside.add(house);
          }
        } finally {
          left.countDown();
        }
      });
    }
    try {
      left.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (present.isEmpty() && !outside.isEmpty()) {
      notFound(outside, user);
    }
    return new Whence.InPrivate(present, manages);
  }

  private static String name(User user) {
    String last = user.getLastName() == null ? "" : " " + user.getLastName();
    return user.getFirstName() + last;
  }
}
