package org.kith.telegram;

import org.jspecify.annotations.Nullable;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * A chat on Telegram, or one topic of it.
 *
 * @param chat Telegram's id, negative for groups
 * @param topic the id of the forum topic; empty for General and where there are no topics
 * @param title what people call the group; empty in the private chat
 * @param topicTitle what people call the topic, where this message told; the group's otherwise
 * @param isForum true if the group has topics
 * @param isPublic true if the group has a name by which anybody can find and enter it
 */
record Room(
    long chat,
    boolean isPrivate,
    String topic,
    String title,
    String topicTitle,
    boolean isForum,
    boolean isPublic) {

  /** The room of a message, whichever sort. */
  static Room of(MaybeInaccessibleMessage message) {
    if (message instanceof Message full && full.isTopicMessage()) {
      return of(message.getChat(), full.getMessageThreadId(), topicTitle(full));
    }
    return of(message.getChat());
  }

  /** A chat without topics, or its General. */
  static Room of(Chat chat) {
    return of(chat, null, null);
  }

  private static Room of(Chat chat, @Nullable Integer topic, @Nullable String topicTitle) {
    String title = chat.getTitle() == null ? "" : chat.getTitle();
    return new Room(
        chat.getId(),
        chat.isUserChat(),
        topic == null || chat.isUserChat() ? "" : topic.toString(),
        title,
        topicTitle == null ? title : topicTitle,
        Boolean.TRUE.equals(chat.getIsForum()),
        chat.getUserName() != null && !chat.isUserChat());
  }

  // The first message of a topic, to which the others count as answers, carries its name.
  private static @Nullable String topicTitle(Message message) {
    Message first = message.getReplyToMessage();
    return first == null || first.getForumTopicCreated() == null
        ? null
        : first.getForumTopicCreated().getName();
  }

  /** The place that the core knows it by; only for groups. */
  Place place() {
    return new Place(Platform.TELEGRAM, chatId(), topic);
  }

  String chatId() {
    return Long.toString(chat);
  }

  /** The topic for a message sent here; null for none. */
  @Nullable Integer thread() {
    return topic.isEmpty() ? null : Integer.valueOf(topic);
  }
}
