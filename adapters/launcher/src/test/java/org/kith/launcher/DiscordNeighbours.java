package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.kith.launcher.Attempt.Kept;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.DiscordStandIn;
import org.kith.testkit.discord.Interaction;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.Server;
import org.kith.testkit.discord.User;

/** People in a channel on Discord, where only reactions wait for a bot that is away. */
final class DiscordNeighbours implements Neighbours {
  private static final long DISCORD_EPOCH_MS = 1_420_070_400_000L;

  /** What the first asker needs. */
  static final String SOUP = "soup, please";

  static final String CANDLES = "a box of candles";
  static final String LADDER = "a long ladder";

  private static final String PLUMS = "plums, please";
  private static final String PEARS = "pears, please";

  private static final String SECRET = "The key is under the third stone";

  private final DiscordStandIn discord = DiscordStandIn.start(InstantSource.system());
  private final Server server = discord.server("Maple Street");
  private final Channel channel = server.channel("help");
  private final List<User> askers = new ArrayList<>();
  private final List<User> helpers = new ArrayList<>();

  DiscordNeighbours(int pairs) {
    // What is tried here is what survives; a pace of minutes would only make it slow.
    discord.limits().off();
    for (int i = 0; i < pairs; i++) {
      askers.add(server.member("Ana" + i));
      helpers.add(server.member("Ben" + i));
    }
  }

  DiscordStandIn standIn() {
    return discord;
  }

  @Override
  public String name() {
    return "Discord";
  }

  @Override
  public Attempt asks(int pair, String words) {
    return typed(askers.get(pair), CardState.OPEN, "posted in", "needhelp", Map.of("what", words));
  }

  @Override
  public Attempt claims(int pair, int number, Way way) {
    User helper = helpers.get(pair);
    return switch (way) {
      case TYPED ->
          typed(helper, CardState.CLAIMED, "You're helping", "claim", Map.of("number", number));
      case BUTTON -> {
        Interaction press = helper.presses(post(number), "I'll help");
        yield new Attempt(CardState.CLAIMED, Kept.NO, () -> says(press, "You're helping"));
      }
      case REACTION -> reaction(CardState.CLAIMED, () -> helper.reacts(post(number), "🤝"));
    };
  }

  @Override
  public Attempt releases(int pair, int number, Way way) {
    User helper = helpers.get(pair);
    return way == Way.REACTION
        ? reaction(CardState.OPEN, () -> helper.unreacts(post(number), "🤝"))
        : typed(helper, CardState.OPEN, "no reason", "cancel", Map.of("number", number));
  }

  @Override
  public Attempt done(int pair, int number) {
    return typed(askers.get(pair), CardState.DONE, "is done", "done", Map.of("number", number));
  }

  @Override
  public Attempt withdraws(int pair, int number) {
    return typed(
        askers.get(pair), CardState.WITHDRAWN, "taken back", "cancel", Map.of("number", number));
  }

  @Override
  public Set<Way> keptWhileAway() {
    return Set.of(Way.REACTION);
  }

  @Override
  public List<SeenPost> posts() {
    return channel.messages().stream()
        .filter(post -> post.author().equals(discord.bot().name()))
        .map(post -> new SeenPost(post.text().replace("**", ""), post.id(), at(post)))
        .toList();
  }

  /** The first asker asks with something that only the helper may read; it is answered. */
  void asksWithDetails() {
    User ana = askers.getFirst();
    Map<String, String> soup = Map.of("what", SOUP, "details", SECRET);
    Answer preview = answer(() -> ana.types(channel, "needhelp", soup));
    answer(() -> ana.presses(preview, "Post it"));
  }

  /** The first helper promises it and is shown what only they may read. */
  void showsDetails() {
    User ben = helpers.getFirst();
    Answer thanks = answer(() -> ben.types(channel, "claim", Map.of("number", number(SOUP))));
    assertThat(answer(() -> ben.presses(thanks, "Show details")).text()).contains(SECRET);
  }

  /**
   * Somebody may be asked; somebody needs two things more, and without their name two more in a
   * while, of which they take one back.
   */
  void asksForWhatWillBeDue() {
    answer(() -> helpers.getLast().types(channel, "settings set", Map.of("ask", "yes")));
    for (String what : List.of(CANDLES, LADDER)) {
      answer(() -> askers.getFirst().types(channel, "needhelp", Map.of("what", what)));
    }
    asksInAWhile(PLUMS);
    Answer waiting = asksInAWhile(PEARS);
    answer(() -> askers.getFirst().presses(waiting, "Never mind"));
  }

  private Answer asksInAWhile(String what) {
    User ana = askers.getFirst();
    Map<String, ?> unnamed = Map.of("what", what, "anonymous", true);
    Answer preview = answer(() -> ana.types(channel, "needhelp", unnamed));
    return answer(() -> ana.presses(preview, "In a while"));
  }

  /** One of the two is promised. */
  void promises() {
    answer(() -> helpers.getFirst().types(channel, "claim", Map.of("number", number(LADDER))));
  }

  /** The number on the card that says this. */
  private int number(String what) {
    return cards().stream()
        .filter(card -> card.text().contains(what))
        .map(SeenPost::number)
        .findFirst()
        .orElseThrow();
  }

  /** How often each of what fell due was said. */
  Map<String, Long> fellDue() {
    return Map.of(
        "what goes out in a while", shown(PLUMS),
        "the reminder", said(helpers.getFirst(), "It's nearly time"),
        "the ring", said(helpers.getLast(), "nobody has come yet"),
        "the helper's follow-up", said(helpers.getFirst(), "happen: " + LADDER),
        "the asker's follow-up", said(askers.getFirst(), LADDER + "? If not"));
  }

  /** How often what was taken back in time was posted all the same. */
  long takenBack() {
    return shown(PEARS);
  }

  private long shown(String what) {
    return posts().stream().filter(post -> post.text().contains(what)).count();
  }

  private static long said(User user, String words) {
    return user.inbox().stream().filter(post -> post.text().contains(words)).count();
  }

  void close() {
    discord.close();
  }

  /** A nonce keeps every second message away: there is nothing to forgive. */
  @Override
  public boolean isForgiven(List<SeenPost> same, Lives lives) {
    return false;
  }

  /** On a slow machine a program just started may need longer than Discord's three seconds. */
  private Answer answer(Supplier<Interaction> act) {
    Interaction sent = act.get();
    discord.await("an answer", () -> sent.failed() || !sent.messages().isEmpty());
    return sent.failed() ? answer(act) : sent.answer();
  }

  private Attempt typed(
      User who, CardState leadsTo, String answer, String command, Map<String, ?> options) {
    Interaction sent = who.types(channel, command, options);
    return new Attempt(leadsTo, Kept.NO, () -> says(sent, answer));
  }

  private static Attempt reaction(CardState leadsTo, Runnable act) {
    act.run();
    return Attempt.reaction(leadsTo);
  }

  private static boolean says(Interaction interaction, String words) {
    return interaction.messages().stream().anyMatch(post -> post.text().contains(words));
  }

  private Post post(int number) {
    List<SeenPost> cards = cards();
    String message =
        cards.stream()
            .filter(card -> card.number() == number)
            .map(SeenPost::message)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no card #" + number));
    return channel.messages().stream()
        .filter(p -> p.id().equals(message))
        .findFirst()
        .orElseThrow();
  }

  private static Instant at(Post post) {
    return Instant.ofEpochMilli((Long.parseLong(post.id()) >> 22) + DISCORD_EPOCH_MS);
  }
}
