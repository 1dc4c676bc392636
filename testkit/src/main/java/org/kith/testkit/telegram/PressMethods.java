package org.kith.testkit.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers to presses, and the bot's own reactions. */
final class PressMethods {
  private static final int LONGEST_ANSWER = 200;

  /** What anybody may react with, by the published Bot API; compared without variation signs. */
  private static final Set<String> REACTIONS =
      Set.of(
          ("❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣"
               + " ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅"
               + " 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡")
              .split(" ", -1));

  private final World world;
  private final Chats chats;
  private final Pattern ownLink;

  PressMethods(World world, Chats chats) {
    this.world = world;
    this.chats = chats;
    this.ownLink =
        Pattern.compile(
            "(?i)(?:https?://)?t\\.me/"
                + Pattern.quote(world.botUsername())
                + "\\?start=[A-Za-z0-9_-]{1,64}");
  }

  JsonNode answer(Params params) {
    String text = params.text("text");
    String url = params.text("url");
    if (text.length() > LONGEST_ANSWER) {
      throw Refusal.broken("MESSAGE_TOO_LONG");
    }
    if (!url.isEmpty() && !ownLink.matcher(url).matches()) {
      throw Refusal.broken("URL_INVALID");
    }
    Press press = world.presses().get(params.text("callback_query_id"));
    if (press == null) {
      throw Press.tooOld();
    }
    press.answered(shown(text, url, params.flag("show_alert")));
    return BooleanNode.TRUE;
  }

  private static PressAnswer shown(String text, String url, boolean alert) {
    if (!url.isEmpty()) {
      return new PressAnswer.Opened(url);
    }
    if (text.isEmpty()) {
      return new PressAnswer.Nothing();
    }
    return alert ? new PressAnswer.Alert(text) : new PressAnswer.Toast(text);
  }

  JsonNode react(Params params) {
    List<String> emojis = new ArrayList<>();
    params
        .json("reaction")
        .ifPresent(all -> all.forEach(one -> emojis.add(one.path("emoji").asText())));
    if (emojis.size() > 1) {
      throw Refusal.broken("REACTIONS_TOO_MANY");
    }
    if (!REACTIONS.containsAll(emojis)) {
      throw Refusal.broken("REACTION_INVALID");
    }
    Chat chat = chats.writable(params);
    StoredMessage message = chat.find(params.number("message_id", 0));
    if (message == null) {
      throw Refusal.bad("message to react not found");
    }
    chat.react(message, world.bot(), emojis);
    return BooleanNode.TRUE;
  }
}
