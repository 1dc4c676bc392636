package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group: basic (id -…), a supergroup (id -100…, beyond 32 bits) or a forum with topics. The bot
 * is not in it until somebody adds it.
 */
public final class TelegramGroup extends Chat {
  /** What a group can be. */
  enum Kind {
    BASIC,
    SUPERGROUP,
    FORUM
  }

  private final long id;
  private final String title;
  private final Kind kind;
  private final Map<Integer, TelegramTopic> topics = new HashMap<>();
  private final Members members = new Members(this);
  private boolean botSilenced;
  private boolean anotherBotSpokeLast;
  private @Nullable TelegramGroup upgradedTo;
  private int lastMessage = 1;

  TelegramGroup(World world, long id, String title, Kind kind) {
    super(world);
    this.id = id;
    this.title = title;
    this.kind = kind;
  }

  /** Its chat id. */
  public long id() {
    return id;
  }

  /** Its title. */
  public String title() {
    return title;
  }

  /** Somebody adds the bot: it is told, and everybody sees it join. */
  public void addsBot(TelegramUser by) {
    world.change(() -> {
      members.mustHave(by);
      ObjectNode content = Json.object();
      content.putArray("new_chat_members").add(world.botJson());
      members.botBecomes(Standing.MEMBER, by.json());
      post(by.sender(), content, null);
    });
  }

  /** Somebody makes the bot an administrator who may delete and pin: it sees everything now. */
  public void promotesBot(TelegramUser by) {
    world.change(() -> members.botBecomes(Standing.ADMINISTRATOR, by.json()));
  }

  /** Somebody takes the bot's administrator rights away. */
  public void demotesBot(TelegramUser by) {
    world.change(() -> members.botBecomes(Standing.MEMBER, by.json()));
  }

  /** Somebody throws the bot out. */
  public void removesBot(TelegramUser by) {
    world.change(() -> members.botBecomes(Standing.KICKED, by.json()));
  }

  /** An administrator takes the right to write away from all members, the bot among them. */
  public void silences(boolean silenced) {
    world.change(() -> botSilenced = silenced);
  }

  /** Somebody joins. */
  public void joins(TelegramUser user) {
    world.change(() -> {
      ObjectNode content = Json.object();
      content.putArray("new_chat_members").add(user.json());
      members.become(user, Standing.MEMBER);
      post(user.sender(), content, null);
    });
  }

  /** Somebody leaves. */
  public void leaves(TelegramUser user) {
    world.change(() -> {
      members.become(user, Standing.LEFT);
      ObjectNode content = Json.object();
      content.set("left_chat_member", user.json());
      post(user.sender(), content, null);
    });
  }

  /** Somebody leaves a group that is too large for Telegram to say so in it. */
  public void losesUnsaid(TelegramUser user) {
    world.change(() -> members.become(user, Standing.LEFT));
  }

  /** Somebody becomes an administrator. */
  public void makesAdministrator(TelegramUser user) {
    world.change(() -> members.become(user, Standing.ADMINISTRATOR));
  }

  /** Somebody is its creator. */
  public void makesCreator(TelegramUser user) {
    world.change(() -> members.become(user, Standing.CREATOR));
  }

  /** Opens a topic of a forum. */
  public TelegramTopic topic(String name) {
    if (kind != Kind.FORUM) {
      throw new IllegalStateException(title + " is no forum: it has no topics");
    }
    return world.change(() -> {
      ObjectNode content = Json.object();
      content.putObject("forum_topic_created").put("name", name).put("icon_color", 7322096);
      StoredMessage created = add(Sender.anonymousAdministrator(this));
      created.content = content;
      created.thread = created.id;
      created.inTopic = true;
      TelegramTopic topic = new TelegramTopic(this, name, created);
      topics.put(topic.id(), topic);
      world.feed().message(created);
      return topic;
    });
  }

  /**
   * The basic group becomes a supergroup: a new id, the same people, no messages. Both chats tell
   * it; whatever the bot sends to the old one is refused from now on.
   *
   * @return the supergroup, to go on with
   */
  public TelegramGroup migrates() {
    return world.change(() -> {
      TelegramGroup heir =
          new TelegramGroup(world, -1_000_000_000_000L + id * 3, title, Kind.SUPERGROUP);
      heir.members.inherit(members);
      world.groups().put(heir.id, heir);
      Sender somebody = Sender.anonymousAdministrator(this);
      post(somebody, Json.object().put("migrate_to_chat_id", heir.id), null);
      heir.post(
          Sender.anonymousAdministrator(heir), Json.object().put("migrate_from_chat_id", id), null);
      upgradedTo = heir;
      return heir;
    });
  }

  /** An administrator who hides behind the group's name writes. */
  public SeenMessage anonymousAdministratorWrites(String text) {
    return world.change(
        () -> SeenMessage.of(say(Sender.anonymousAdministrator(this), text, null, null)));
  }

  /** An administrator who hides behind the group's name reacts. */
  public void anonymousAdministratorReacts(SeenMessage message, String emoji) {
    world.change(
        () -> react(message.stored().message, Sender.anonymousAdministrator(this), List.of(emoji)));
  }

  /** Another bot of the group writes: a bare command goes to it then, not to ours. */
  public SeenMessage anotherBotWrites(String text) {
    return world.change(() -> {
      StoredMessage message = add(Sender.anotherBot("other_bot"));
      message.content = FormattedText.typed(text).content();
      anotherBotSpokeLast = true;
      return SeenMessage.of(message);
    });
  }

  /** What everybody sees there now, oldest first; without ephemeral messages. */
  public List<SeenMessage> messages() {
    return world.look(() -> seen(null));
  }

  /**
   * One message as it is now.
   *
   * @throws IllegalArgumentException if there is none with this id
   */
  public SeenMessage message(int messageId) {
    return world.look(() -> {
      StoredMessage found = find(messageId);
      if (found == null) {
        throw new IllegalArgumentException("No message " + messageId + " in " + title);
      }
      return SeenMessage.of(found);
    });
  }

  /** What the bot said there that everybody sees now, oldest first. */
  public List<SeenMessage> botMessages() {
    return messages().stream().filter(SeenMessage::byBot).toList();
  }

  @Override
  long chatId() {
    return id;
  }

  @Override
  int nextMessageId() {
    return kind == Kind.BASIC ? world.nextAccountMessageId() : ++lastMessage;
  }

  @Override
  ObjectNode json() {
    ObjectNode json = Json.object().put("id", id);
    json.put("type", kind == Kind.BASIC ? "group" : "supergroup").put("title", title);
    return kind == Kind.FORUM ? json.put("is_forum", true) : json;
  }

  /** In a supergroup an answer belongs to the thread of what it answers; a forum has topics. */
  @Override
  void place(StoredMessage message, @Nullable TelegramTopic topic) {
    if (topic != null) {
      message.thread = topic.id();
      message.inTopic = true;
      if (message.replyTo == null) {
        message.replyTo = topic.created();
      }
    } else if (kind == Kind.SUPERGROUP && message.replyTo != null) {
      message.thread = message.replyTo.thread == 0 ? message.replyTo.id : message.replyTo.thread;
    }
    if (message.sender.isOurBot()) {
      anotherBotSpokeLast = false;
    }
  }

  void mustHave(TelegramUser user) {
    if (upgradedTo != null) {
      throw new IllegalStateException(title + " has become a supergroup: go on with that one");
    }
    members.mustHave(user);
  }

  Members members() {
    return members;
  }

  Standing botStanding() {
    return members.bot();
  }

  Kind kind() {
    return kind;
  }

  boolean isBotSilenced() {
    return botSilenced && !botStanding().administers();
  }

  boolean hasAnotherBotSpokenLast() {
    return anotherBotSpokeLast;
  }

  @Nullable TelegramGroup upgradedTo() {
    return upgradedTo;
  }

  @Nullable TelegramTopic findTopic(long thread) {
    return topics.get((int) thread);
  }

  void forget(TelegramTopic topic) {
    topics.remove(topic.id());
    all.stream().filter(m -> m.inTopic && m.thread == topic.id()).forEach(m -> m.deleted = true);
  }
}
