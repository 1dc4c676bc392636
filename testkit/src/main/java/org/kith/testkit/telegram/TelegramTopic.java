package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A topic of a forum. */
public final class TelegramTopic {
  private final TelegramGroup group;
  private final String name;
  private final StoredMessage created;
  private boolean open = true;

  TelegramTopic(TelegramGroup group, String name, StoredMessage created) {
    this.group = group;
    this.name = name;
    this.created = created;
  }

  /** Its {@code message_thread_id}. */
  public int id() {
    return created.id;
  }

  /** The forum it is in. */
  public TelegramGroup group() {
    return group;
  }

  /** Its title. */
  public String name() {
    return name;
  }

  /** An administrator closes it: only administrators may write there then. */
  public void closes() {
    opens(false);
  }

  /** An administrator opens it again. */
  public void reopens() {
    opens(true);
  }

  /** It is deleted with all its messages. */
  public void isDeleted() {
    group.world.change(() -> group.forget(this));
  }

  private void opens(boolean nowOpen) {
    group.world.change(() -> {
      open = nowOpen;
      ObjectNode content = Json.object();
      content.putObject(nowOpen ? "forum_topic_reopened" : "forum_topic_closed");
      group.post(Sender.anonymousAdministrator(group), content, this);
    });
  }

  boolean isOpen() {
    return open;
  }

  StoredMessage created() {
    return created;
  }
}
