package org.kith.launcher;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kith.launcher.Attempt.Kept;
import org.kith.testkit.telegram.BotRequest;
import org.kith.testkit.telegram.Limits;
import org.kith.testkit.telegram.Press;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramStandIn;
import org.kith.testkit.telegram.TelegramUser;

/** People in a group on Telegram, which keeps for a bot that is away all that they do. */
final class TelegramNeighbours implements Neighbours {
  private final TelegramStandIn telegram =
      TelegramStandIn.start(InstantSource.system()).limits(Limits.off());
  private final TelegramGroup group = telegram.supergroup("Oak Street");
  private final List<TelegramUser> askers = new ArrayList<>();
  private final List<TelegramUser> helpers = new ArrayList<>();

  TelegramNeighbours(int pairs) {
    for (int i = 0; i < pairs; i++) {
      askers.add(telegram.user("Ana" + i));
      helpers.add(telegram.user("Ben" + i));
      group.joins(askers.get(i));
      group.joins(helpers.get(i));
      askers.get(i).startsBot();
      helpers.get(i).startsBot();
    }
  }

  /** The bot comes into the group, as an administrator, so that it is told of reactions. */
  void letTheBotIn() {
    TelegramUser owner = telegram.user("Olu");
    group.makesCreator(owner);
    group.addsBot(owner);
    group.promotesBot(owner);
  }

  void close() {
    telegram.close();
  }

  TelegramStandIn standIn() {
    return telegram;
  }

  @Override
  public String name() {
    return "Telegram";
  }

  @Override
  public Attempt asks(int pair, String words) {
    TelegramUser asker = askers.get(pair);
    asker.writesEphemerally(group, "/needhelp " + words);
    return new Attempt(CardState.OPEN, Kept.YES, () -> isTold(asker, "posted in", words));
  }

  @Override
  public Attempt claims(int pair, int number, Way way) {
    TelegramUser helper = helpers.get(pair);
    return switch (way) {
      case TYPED -> typed(helper, CardState.CLAIMED, "You're helping", "/claim " + number);
      case BUTTON -> {
        Press press = helper.presses(message(number), "I'll help");
        yield new Attempt(CardState.CLAIMED, Kept.YES, press::isAnswered);
      }
      case REACTION -> reaction(CardState.CLAIMED, () -> helper.reacts(message(number), "🤝"));
    };
  }

  @Override
  public Attempt releases(int pair, int number, Way way) {
    TelegramUser helper = helpers.get(pair);
    return way == Way.REACTION
        ? reaction(CardState.OPEN, () -> helper.unreacts(message(number)))
        : typed(helper, CardState.OPEN, "no reason", "/cancel " + number);
  }

  @Override
  public Attempt done(int pair, int number) {
    return typed(askers.get(pair), CardState.DONE, "is done", "/done " + number);
  }

  @Override
  public Attempt withdraws(int pair, int number) {
    return typed(askers.get(pair), CardState.WITHDRAWN, "taken back", "/cancel " + number);
  }

  @Override
  public Set<Way> keptWhileAway() {
    return Set.of(Way.values());
  }

  @Override
  public List<SeenPost> posts() {
    return group.botMessages().stream()
        .map(message -> new SeenPost(message.text(), Integer.toString(message.id()), message.at()))
        .toList();
  }

  /**
   * Each but the last was the last thing that its life of the bot sent to the group: it died before
   * it could write down that the message is there.
   */
  @Override
  public boolean isForgiven(List<SeenPost> same, Lives lives) {
    return same.subList(0, same.size() - 1).stream()
        .allMatch(post -> post.message().equals(lastSentIn(lives.of(post.at()), lives)));
  }

  private String lastSentIn(int life, Lives lives) {
    return telegram.requests().stream()
        .filter(call -> lives.of(call.at()) == life && isForAll(call))
        .max(Comparator.comparing(BotRequest::at))
        .map(call -> call.answer().path("result").path("message_id").asText())
        .orElse("");
  }

  /** What the courier sends to the group, one after the other; answers to one person go besides. */
  private boolean isForAll(BotRequest call) {
    return (call.calls("sendMessage") || call.calls("editMessageText"))
        && call.chatId().equals(Long.toString(group.id()))
        && !call.params().has("ephemeral_message_parameters");
  }

  private Attempt typed(TelegramUser who, CardState leadsTo, String answer, String text) {
    String number = "#" + text.substring(text.indexOf(' ') + 1);
    long before = told(who, answer, number);
    who.writesEphemerally(group, text);
    return new Attempt(leadsTo, Kept.YES, () -> told(who, answer, number) > before);
  }

  private static Attempt reaction(CardState leadsTo, Runnable act) {
    act.run();
    return Attempt.reaction(leadsTo);
  }

  private boolean isTold(TelegramUser who, String answer, String about) {
    return told(who, answer, about) > 0;
  }

  private long told(TelegramUser who, String answer, String about) {
    List<SeenMessage> all = new ArrayList<>(who.seesAlone(group));
    all.addAll(who.inbox());
    return all.stream()
        .map(SeenMessage::text)
        .filter(text -> text.contains(answer) && text.contains(about))
        .count();
  }

  private SeenMessage message(int number) {
    String message =
        cards().stream()
            .filter(card -> card.number() == number)
            .map(SeenPost::message)
            .reduce((_, last) -> last)
            .orElseThrow(() -> new AssertionError("no card #" + number));
    return group.botMessages().stream()
        .filter(one -> Objects.equals(Integer.toString(one.id()), message))
        .findFirst()
        .orElseThrow();
  }
}
