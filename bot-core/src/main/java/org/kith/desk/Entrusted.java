package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.care.CareRequest;
import org.kith.care.Extension;
import org.kith.care.RequestState;
import org.kith.care.Ring;
import org.kith.circle.Circle;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/**
 * What nobody came for and was handed to those who look after the circle: they may put it in other
 * words and give it more time. They read no more of it than its card says.
 */
record Entrusted(Turn turn) {

  /** Why the actor can't change a request; null if they can. */
  @Nullable Reply refused(CareRequest request) {
    String number = Notices.number(request);
    boolean asks = request.isAskedBy(turn.person());
    Circle circle = turn.circleOf(request).orElse(null);
    boolean looksAfter =
        circle != null && turn.isSteward(circle) && !request.isOwnOf(turn.person());
    if (!asks && !looksAfter) {
      return turn.answer("edit.notyours", "number", number);
    }
    if (request.isEnded()) {
      return turn.answer("edit.ended", "number", number);
    }
    return asks || isHanded(circle, request)
        ? null
        : turn.answer("edit.nothanded", "number", number);
  }

  /** What can be done with it, as buttons. */
  static List<Button> buttons(CareRequest request, Words words) {
    List<Button> buttons = new ArrayList<>();
    buttons.add(
        Button.plain(words.say("button.reword"), new Command.Edit(Notices.known(request), "")));
    buttons.add(Button.plain(words.say("button.moretime"), new Command.MoreTime(request.id())));
    return buttons;
  }

  /** The same where the actor may do it, and otherwise none. */
  List<Button> buttons(CareRequest request) {
    return request.isAskedBy(turn.person()) || refused(request) != null
        ? List.of()
        : buttons(request, turn.words());
  }

  /** How much longer is it to stand? Each choice is one tap. */
  Reply moreTime(CareRequest request) {
    WhenText text = WhenText.of(turn.words());
    String when = text.textWithZone(request.window(), turn.now(), request.window().zone());
    String question =
        turn.say("moretime.question", "number", Notices.number(request), "when", when);
    List<Button> buttons =
        Stream.concat(
                Stream.of(Extension.values()).map(by -> later(request, by)),
                Stream.of(new Notices(turn.tables(), turn.now()).change(request, turn.words())))
            .toList();
    return turn.said(Message.of(Text.of(question), buttons, 2), question);
  }

  private Button later(CareRequest request, Extension by) {
    String name = by.name().toLowerCase(Locale.ROOT);
    return Button.plain(turn.say("button.later." + name), new Command.Extend(request.id(), by));
  }

  private boolean isHanded(@Nullable Circle circle, CareRequest request) {
    if (circle == null || request.state() instanceof RequestState.LookedAfter) {
      return circle != null;
    }
    Tables tables = turn.tables();
    return request.isOpen()
        && tables.askings().reached(request.id()) == Ring.STEWARDS
        && new Saying(tables, turn.now()).view(circle, request).places() > 0;
  }
}
