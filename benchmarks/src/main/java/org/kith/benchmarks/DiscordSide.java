package org.kith.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.benchmarks.bare.BareDiscord;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.DiscordStandIn;
import org.kith.testkit.discord.Interaction;
import org.kith.testkit.discord.LoggedRequest;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.Server;
import org.kith.testkit.discord.User;

/** Discord: a server for each group. */
final class DiscordSide implements Side {
  private static final Pattern WORDS = Pattern.compile("thing (\\d+)");
  private static final int THINKING = 5;
  private static final Pattern NUMBER = Pattern.compile("· #(\\d+)");

  private final DiscordStandIn discord = DiscordStandIn.start(InstantSource.system());
  private final List<Group> groups = new ArrayList<>();
  private final Matching answers = new Matching();
  private final Map<Integer, Asked> byWords = new ConcurrentHashMap<>();

  /** Interactions that were put off, by their tokens: "thinking…" is no answer. */
  private final Map<String, String> thinking = new ConcurrentHashMap<>();

  private int turn;
  private int things;

  /** The people of a group, its cards that nobody has pressed, and those that somebody has. */
  private record Group(
      Channel channel, User asker, User helper, Queue<Card> open, Queue<Card> claimed) {}

  private record Asked(Group group, Shot shot) {}

  /**
   * @param number of the request; 1 where the bot knows no numbers
   */
  private record Card(Post post, int number) {}

  DiscordSide() {
    discord.forBenchmarks();
    for (int i = 0; i < GROUPS; i++) {
      Server server = discord.server("Group " + i);
      groups.add(
          new Group(
              server.channel("help"),
              server.member("Ana " + i),
              server.member("Ben " + i),
              new ConcurrentLinkedQueue<>(),
              new ConcurrentLinkedQueue<>()));
    }
    discord.onRequest(this::seen);
  }

  @Override
  public String name() {
    return "Discord";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("KITH_DISCORD_TOKEN", discord.token(), "KITH_DISCORD_API", discord.apiBase());
  }

  @Override
  public Bare bare() {
    return new Bare(
        BareDiscord.class,
        List.of(discord.token(), discord.apiBase(), discord.gatewayUrl()),
        List.of(
            "classes",
            "JDA",
            "slf4j-api",
            "logback-",
            "jackson-",
            "okhttp-jvm",
            "okio-jvm",
            "kotlin-stdlib",
            "nv-websocket",
            "core-3",
            "commons-collections4",
            "jspecify"));
  }

  @Override
  public synchronized Shot fire(Kind kind, long due) {
    Group group = groups.get(turn++ % GROUPS);
    return switch (kind) {
      case ASK -> ask(group, due);
      case BOARD -> type(new Shot(kind, due), group.helper, group.channel, "board", Map.of());
      case PRESS -> {
        @Nullable Card card = group.open.poll();
        yield card == null ? ask(group, due) : press(group, card, due);
      }
      case DONE -> {
        @Nullable Card card = group.claimed.poll();
        yield card == null
            ? type(new Shot(Kind.BOARD, due), group.helper, group.channel, "board", Map.of())
            : type(
                new Shot(kind, due),
                group.asker,
                group.channel,
                "done",
                Map.of("number", card.number));
      }
    };
  }

  @Override
  public boolean isConnected() {
    return discord.gateway().connected() > 0 && !discord.commands().isEmpty();
  }

  @Override
  public void close() {
    discord.close();
  }

  private Shot ask(Group group, long due) {
    Shot shot = new Shot(Kind.ASK, due);
    int thing = ++things;
    byWords.put(thing, new Asked(group, shot));
    return type(shot, group.asker, group.channel, "needhelp", Map.of("what", "thing " + thing));
  }

  private Shot press(Group group, Card card, long due) {
    Shot shot = new Shot(Kind.PRESS, due);
    Interaction press = group.helper.presses(card.post, "I'll help");
    answers.sent(press.id(), shot);
    group.claimed.add(card);
    return shot;
  }

  private Shot type(Shot shot, User who, Channel channel, String command, Map<String, ?> options) {
    Interaction typed = who.types(channel, command, options);
    answers.sent(typed.id(), shot);
    return shot;
  }

  private void seen(LoggedRequest request) {
    String[] path = request.path().split("/", -1);
    switch (request.method() + " " + path[1]) {
      case "POST interactions" -> {
        if (request.body().path("type").asInt() == THINKING) {
          thinking.put(path[3], path[2]);
        } else {
          answers.answered(path[2], request.nanos());
        }
      }
      case "PATCH webhooks" -> {
        @Nullable String interaction = thinking.remove(path[3]);
        if (interaction != null) {
          answers.answered(interaction, request.nanos());
        }
      }
      case "POST channels" -> posted(request.answer(), request.nanos());
      default -> {
        // Edits of cards, reactions, private chats: neither answer nor card.
      }
    }
  }

  private void posted(JsonNode message, long nanos) {
    String text = message.toString();
    Matcher words = WORDS.matcher(text);
    @Nullable Asked asked = words.find() ? byWords.remove(Integer.parseInt(words.group(1))) : null;
    if (asked != null) {
      asked.shot.cardAt(nanos);
      Matcher number = NUMBER.matcher(text);
      asked.group.open.add(
          new Card(post(message), number.find() ? Integer.parseInt(number.group(1)) : 1));
    }
  }

  /** Enough of it to press its buttons. */
  private static Post post(JsonNode message) {
    return new Post(
        message.path("id").asText(),
        message.path("channel_id").asText(),
        "",
        "",
        List.of(),
        Map.of(),
        0,
        false,
        false,
        "",
        List.of(),
        message);
  }
}
