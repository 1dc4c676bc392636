package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** How somebody stands to a chat, by the Bot API's names. */
enum Standing {
  CREATOR,
  ADMINISTRATOR,
  MEMBER,
  LEFT,
  KICKED;

  private static final List<String> RIGHTS =
      List.of(
          "can_change_info",
          "can_delete_messages",
          "can_invite_users",
          "can_manage_chat",
          "can_manage_video_chats",
          "can_pin_messages",
          "can_restrict_members");
  private static final List<String> NO_RIGHTS =
      List.of(
          "can_be_edited",
          "can_delete_stories",
          "can_edit_stories",
          "can_post_stories",
          "can_promote_members",
          "can_send_welcome_messages",
          "is_anonymous");

  boolean isIn() {
    return this == CREATOR || this == ADMINISTRATOR || this == MEMBER;
  }

  boolean administers() {
    return this == CREATOR || this == ADMINISTRATOR;
  }

  /** A {@code ChatMember} of that standing. */
  ObjectNode memberJson(ObjectNode user) {
    ObjectNode member = Json.object();
    member.put("status", name().toLowerCase(Locale.ROOT));
    member.set("user", user);
    switch (this) {
      case CREATOR -> member.put("is_anonymous", false);
      case ADMINISTRATOR -> {
        RIGHTS.forEach(right -> member.put(right, true));
        NO_RIGHTS.forEach(right -> member.put(right, false));
      }
      case KICKED -> member.put("until_date", 0);
      case MEMBER, LEFT -> {}
    }
    return member;
  }
}
