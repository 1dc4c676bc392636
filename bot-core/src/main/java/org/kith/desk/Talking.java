package org.kith.desk;

import java.util.List;
import org.kith.command.Ask;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.words.Text;
import org.kith.words.Words;

/** What is said to anybody who asks: help, hello and privacy. */
final class Talking {
  private final Turn turn;

  Talking(Turn turn) {
    this.turn = turn;
  }

  /** What I can do here. */
  Reply help() {
    String key = turn.isPrivate() ? "help.private" : "help.space";
    return turn.harmless(buttons(welcoming(key)), turn.say("help.brief"));
  }

  /** Hello, in the private chat. */
  Reply hello() {
    String key = turn.circles().isEmpty() ? "hello.stranger" : "hello";
    return turn.harmless(buttons(welcoming(key)), turn.say("hello.brief"));
  }

  /** After the circle's own words, where it has some. */
  private Text welcoming(String key) {
    Text said = Text.of(turn.say(key));
    List<String> own = CustomSettings.welcome(turn);
    return own.isEmpty() ? said : new Text.Builder().lines(own).gap().text(said).build();
  }

  /** What is kept, and who sees it. */
  Reply privacy() {
    Text text = Text.of(turn.say("privacy"));
    return turn.harmless(Message.of(text), turn.say("privacy.brief"));
  }

  private Message buttons(Text text) {
    return door(text, turn.words());
  }

  /** A text with the two buttons of the door. */
  static Message door(Text text, Words words) {
    return Message.of(
        text,
        Button.first(words.say("button.need"), new Command.NeedHelp(new Ask.Free(""))),
        Button.plain(words.say("button.board"), new Command.Board(null)));
  }
}
