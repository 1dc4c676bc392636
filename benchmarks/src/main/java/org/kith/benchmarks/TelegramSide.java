package org.kith.benchmarks;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.benchmarks.bare.BareTelegram;
import org.kith.testkit.telegram.BotRequest;
import org.kith.testkit.telegram.Limits;
import org.kith.testkit.telegram.SeenMessage;
import org.kith.testkit.telegram.TelegramGroup;
import org.kith.testkit.telegram.TelegramStandIn;
import org.kith.testkit.telegram.TelegramUser;

/**
 * Telegram. Commands are typed for all to see and answered in the private chat, as both bots can
 * do; without the limits that Telegram sets, which both bots meet alike.
 */
final class TelegramSide implements Side {
  private static final Pattern WORDS = Pattern.compile("thing (\\d+)");
  private static final Pattern NUMBER = Pattern.compile("· #(\\d+)");

  private final TelegramStandIn telegram =
      TelegramStandIn.start(InstantSource.system()).limits(Limits.off()).validating(false);
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, Queue<Shot>> byAccount = new HashMap<>();
  private final Matching presses = new Matching();
  private final Map<Integer, Asked> byWords = new ConcurrentHashMap<>();
  private int turn;
  private int things;

  /** The people of a group, its cards that nobody has pressed, and those that somebody has. */
  private record Group(
      TelegramGroup chat,
      TelegramUser asker,
      TelegramUser helper,
      TelegramUser reader,
      Queue<Card> open,
      Queue<Card> claimed) {}

  private record Asked(Group group, Shot shot) {}

  /**
   * @param number of the request; 1 where the bot knows no numbers
   */
  private record Card(int message, int number) {}

  TelegramSide() {
    for (int i = 0; i < GROUPS; i++) {
      groups.add(group(i));
    }
    telegram.onRequest(this::seen);
  }

  @Override
  public String name() {
    return "Telegram";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("KITH_TELEGRAM_TOKEN", telegram.token(), "KITH_TELEGRAM_API", address());
  }

  @Override
  public Bare bare() {
    return new Bare(
        BareTelegram.class,
        List.of(telegram.token(), address()),
        List.of(
            "classes",
            "telegrambots-",
            "slf4j-api",
            "logback-",
            "jackson-",
            "okhttp-jvm",
            "okio-jvm",
            "kotlin-stdlib",
            "commons-lang3",
            "commons-io",
            "jspecify"));
  }

  @Override
  public synchronized Shot fire(Kind kind, long due) {
    Group group = groups.get(turn++ % GROUPS);
    return switch (kind) {
      case ASK -> ask(group, due);
      case BOARD -> type(new Shot(kind, due), group, group.reader, "/board");
      case PRESS -> {
        @Nullable Card card = group.open.poll();
        yield card == null ? ask(group, due) : press(group, card, due);
      }
      case DONE -> {
        @Nullable Card card = group.claimed.poll();
        yield card == null
            ? type(new Shot(Kind.BOARD, due), group, group.reader, "/board")
            : type(new Shot(kind, due), group, group.asker, "/done " + card.number);
      }
    };
  }

  @Override
  public boolean isConnected() {
    return telegram.isPolled();
  }

  @Override
  public void close() {
    telegram.close();
  }

  private Group group(int i) {
    TelegramGroup chat = telegram.supergroup("Group " + i);
    TelegramUser owner = telegram.user("Olu " + i);
    chat.makesCreator(owner);
    chat.addsBot(owner);
    List<TelegramUser> people =
        List.of(telegram.user("Ana " + i), telegram.user("Ben " + i), telegram.user("Chi " + i));
    for (TelegramUser one : people) {
      chat.joins(one);
      one.startsBot();
      byAccount.put(Long.toString(one.id()), new ConcurrentLinkedQueue<>());
    }
    return new Group(
        chat,
        people.get(0),
        people.get(1),
        people.get(2),
        new ConcurrentLinkedQueue<>(),
        new ConcurrentLinkedQueue<>());
  }

  private Shot ask(Group group, long due) {
    Shot shot = new Shot(Kind.ASK, due);
    int thing = ++things;
    byWords.put(thing, new Asked(group, shot));
    group.asker.writes(group.chat, "/needhelp thing " + thing);
    return shot;
  }

  private Shot press(Group group, Card card, long due) {
    Shot shot = new Shot(Kind.PRESS, due);
    SeenMessage message = group.chat.message(card.message);
    presses.sent(group.helper.presses(message, "I'll help").id(), shot);
    group.claimed.add(card);
    return shot;
  }

  /** Each account has its questions answered in their order. */
  private Shot type(Shot shot, Group group, TelegramUser who, String text) {
    waiting(who).add(shot);
    who.writes(group.chat, text);
    return shot;
  }

  private Queue<Shot> waiting(TelegramUser who) {
    return byAccount.getOrDefault(Long.toString(who.id()), new ConcurrentLinkedQueue<>());
  }

  private void seen(BotRequest request) {
    if (request.calls("answerCallbackQuery")) {
      presses.answered(request.params().path("callback_query_id").asText(), request.nanos());
    } else if (request.calls("sendMessage")) {
      String text = request.params().path("text").asText();
      Matcher words = WORDS.matcher(text);
      @Nullable Asked asked = words.find() ? byWords.get(Integer.parseInt(words.group(1))) : null;
      if (asked != null && request.chatId().equals(Long.toString(asked.group.chat.id()))) {
        posted(asked, request, text);
      } else {
        told(asked, request, text);
      }
    }
  }

  private static void posted(Asked asked, BotRequest request, String text) {
    asked.shot.cardAt(request.nanos());
    Matcher number = NUMBER.matcher(text);
    asked.group.open.add(
        new Card(
            request.answer().path("result").path("message_id").asInt(),
            number.find() ? Integer.parseInt(number.group(1)) : 1));
  }

  private void told(@Nullable Asked asked, BotRequest request, String text) {
    boolean toAsker =
        asked != null && request.chatId().equals(Long.toString(asked.group.asker.id()));
    if (asked != null && toAsker && !asked.shot.isAnswered()) {
      asked.shot.answeredAt(request.nanos());
      return;
    }
    boolean isBoard = groups.stream().anyMatch(g -> isTo(g.reader, request));
    if (isBoard || (!toAsker && text.contains(" is done."))) {
      @Nullable Queue<Shot> waiting = byAccount.get(request.chatId());
      @Nullable Shot shot = waiting == null ? null : waiting.poll();
      if (shot != null) {
        shot.answeredAt(request.nanos());
      }
    }
  }

  private static boolean isTo(TelegramUser who, BotRequest request) {
    return request.chatId().equals(Long.toString(who.id()));
  }

  private String address() {
    return "http://" + telegram.host() + ":" + telegram.port();
  }
}
