package org.kith.testkit.telegram;

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
    group.world.change(() -> open = false);
  }

  /** An administrator opens it again. */
  public void reopens() {
    group.world.change(() -> open = true);
  }

  /** It is deleted with all its messages. */
  public void isDeleted() {
    group.world.change(() -> group.forget(this));
  }

  boolean isOpen() {
    return open;
  }

  StoredMessage created() {
    return created;
  }
}
