package org.kith.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Account;
import org.kith.circle.LinkCode;
import org.kith.command.Actor;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.Note;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * Somebody's accounts on several platforms become one person: a code from one of them, typed on the
 * other. All of their accounts are told, and each can take another one off again.
 */
record OwnAccounts(Turn turn) {
  /** How long a code works; and how long nobody can type one after too many wrong ones. */
  static final Duration WORKS = Duration.ofMinutes(15);

  private static final int MOST_WRONG = 5;

  /** The circles of those who are about to become one, or two again, by their ids. */
  static List<Long> circles(Tables tables, Delivery delivery, Instant now) {
    Actor actor = delivery.actor();
    Stream<Long> own =
        tables.people().find(actor.platform(), actor.externalId()).map(Account::personId).stream();
    Stream<Long> persons =
        switch (delivery.command()) {
          case Command.AccountJoin(String code) ->
              tables
                  .ownCodes()
                  .person(LinkCode.fingerprint(code), now)
                  .map(other -> Stream.concat(own, Stream.of(other)))
                  .orElse(Stream.of());
          case Command.AccountUnlink _, Command.AccountOff _ -> own;
          default -> Stream.of();
        };
    return persons
        .flatMap(person -> tables.erasing().circles(person).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * A code that joins another account to this one.
   *
   * @param chance a random number from 0 to below its argument
   */
  Reply link(IntUnaryOperator chance) {
    LinkCode code = LinkCode.any(chance);
    turn.tables().ownCodes().put(turn.person(), code.fingerprint(), turn.now().plus(WORKS));
    String said = turn.say("own.link.code", "code", code.shown());
    return turn.said(Message.of(Text.of(said)), turn.say("own.link.brief"));
  }

  /** This account joins the one that the code is of: what is set there holds. */
  Reply join(String typed) {
    Tables tables = turn.tables();
    long from = turn.person();
    int wrong = tables.ownCodes().wrongSince(from, turn.now().minus(WORKS));
    if (wrong >= MOST_WRONG) {
      return said("own.link.locked");
    }
    Long into = person(typed);
    if (into != null && into == from) {
      return said("own.link.own");
    }
    if (into == null || !tables.joining().lock(from, into) || !into.equals(person(typed))) {
      tables.ownCodes().wrong(from, wrong + 1, turn.now());
      return said("own.link.wrong");
    }
    tables.ownCodes().remove(into);
    boolean freed = new BecomingOne(turn).take(from, into);
    List<Account> others = others(into);
    for (Account other : others) {
      tables.outbox().tell(Note.ONE_PERSON, null, other, turn.account().id(), turn.now());
    }
    Text.Builder text =
        new Text.Builder().line(turn.say("own.link.done", "accounts", named(others)));
    if (freed) {
      text.line(turn.say("own.link.freed"));
    }
    text.line(turn.say("own.link.undo"));
    return answer(text, buttons(others, turn.words()));
  }

  /** Another account is to be a person of its own again: which? */
  Reply unlink(String typed) {
    List<Account> others = others(turn.person());
    if (others.isEmpty()) {
      return turn.answer("own.unlink.none");
    }
    List<Account> meant = others.stream().filter(one -> isCalled(one, typed)).toList();
    if (meant.size() == 1) {
      return unlink(meant.getFirst().id());
    }
    Text.Builder text =
        new Text.Builder().line(turn.say("own.unlink.which", "accounts", named(others)));
    return answer(text, buttons(others, turn.words()));
  }

  /** Another account of theirs is a person of its own again; the rest is theirs, as before. */
  Reply unlink(long accountId) {
    Account off =
        others(turn.person()).stream()
            .filter(one -> one.id() == accountId)
            .findFirst()
            .orElse(null);
    if (off == null) {
      return turn.answer("own.unlink.gone");
    }
    turn.tables().joining().part(off, turn.account(), turn.now());
    redraw();
    turn.tables().outbox().tell(Note.OWN_PERSON, null, off, turn.account().id(), turn.now());
    return turn.answer("own.unlink.done", "account", named(off, turn.words()));
  }

  /** A card that showed them by the name of the account that went shows the one they have now. */
  private void redraw() {
    for (long request : turn.tables().erasing().requests(turn.person())) {
      if (turn.tables().requests().find(request).filter(one -> !one.isEnded()).isPresent()) {
        turn.saying().changed(request);
      }
    }
  }

  /** With which others this account is one person, in a sentence; nothing where it is alone. */
  List<String> says() {
    List<Account> others = turn.account().others() ? others(turn.person()) : List.of();
    return others.isEmpty()
        ? List.of()
        : List.of(turn.say("own.accounts", "accounts", named(others)));
  }

  /** To an account that another one has joined. */
  static Message joined(Account other, Words words) {
    return Message.of(
        new Text.Builder()
            .line(words.say("own.linked", "account", named(other, words)))
            .line(words.say("own.link.undo"))
            .build(),
        buttons(List.of(other), words),
        2);
  }

  /** To an account that is a person of its own again. */
  static Message apart(Account other, Words words) {
    return Message.of(Text.of(words.say("own.unlinked", "account", named(other, words))));
  }

  private @Nullable Long person(String typed) {
    return turn.tables().ownCodes().person(LinkCode.fingerprint(typed), turn.now()).orElse(null);
  }

  /** All accounts of a person but the one that acts. */
  private List<Account> others(long person) {
    return turn.tables().people().accountsOf(person).stream()
        .filter(one -> one.id() != turn.account().id())
        .toList();
  }

  private boolean isCalled(Account account, String typed) {
    String word = typed.strip();
    return word.equalsIgnoreCase(account.platform().name())
        || word.equalsIgnoreCase(turn.say(platform(account)))
        || word.equalsIgnoreCase(account.name());
  }

  /** An answer for the actor alone; what they typed may have been seen by others. */
  private Reply said(String key) {
    return answer(new Text.Builder().line(turn.say(key)), List.of());
  }

  private Reply answer(Text.Builder text, List<Button> buttons) {
    if (turn.isSeen()) {
      text.line(turn.say("own.link.seen"));
    }
    Message message = Message.of(text.build(), buttons, 2);
    return turn.isSeen()
        ? turn.unseen(message, new Command.SettingsShow())
        : turn.said(message, message.text().lines().getFirst().plain());
  }

  private String named(List<Account> accounts) {
    List<String> names = new ArrayList<>();
    accounts.forEach(one -> names.add(named(one, turn.words())));
    return turn.words().list(names);
  }

  private static String named(Account account, Words words) {
    return words.say(
        "own.account", "name", account.name(), "platform", words.say(platform(account)));
  }

  private static String platform(Account account) {
    return "platform." + account.platform().name().toLowerCase(Locale.ROOT);
  }

  private static List<Button> buttons(List<Account> accounts, Words words) {
    return accounts.stream()
        .limit(Message.MOST_IN_A_ROW)
        .map(one ->
            Button.plain(
                Notices.clip(words.say("button.unlink", "account", named(one, words))),
                new Command.AccountOff(one.id())))
        .toList();
  }
}
