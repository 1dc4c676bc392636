package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in a group, the bot among them. */
final class Members {
  private final TelegramGroup group;
  private final Map<TelegramUser, Standing> people = new LinkedHashMap<>();
  private Standing bot = Standing.LEFT;

  Members(TelegramGroup group) {
    this.group = group;
  }

  /** Takes over everybody from the group that this one was, without telling anybody. */
  void inherit(Members from) {
    people.putAll(from.people);
    bot = from.bot;
  }

  Standing bot() {
    return bot;
  }

  Standing of(TelegramUser user) {
    return people.getOrDefault(user, Standing.LEFT);
  }

  List<TelegramUser> people() {
    return List.copyOf(people.keySet());
  }

  /** Whether the bot has met somebody here. */
  boolean botKnows(TelegramUser user) {
    return bot != Standing.LEFT && people.containsKey(user);
  }

  /** Makes sure that somebody may write: who was never there is a member from now on. */
  void mustHave(TelegramUser user) {
    if (!people.computeIfAbsent(user, _ -> Standing.MEMBER).isIn()) {
      throw new IllegalStateException(user.name() + " is not in " + group.title());
    }
  }

  void become(TelegramUser user, Standing after) {
    Standing before = of(user);
    people.put(user, after);
    group.world.feed().userStanding(group, user, before, after);
  }

  void botBecomes(Standing after, ObjectNode by) {
    Standing before = bot;
    bot = after;
    group.world.feed().botStanding(group, by, before, after);
  }
}
