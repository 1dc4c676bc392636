package org.kith.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments while people on both platforms use the bot: after each restart
 * all that they were told is true, and each card is there, once. {@code -Dkith.kills=50} kills more
 * often than the usual ten times; {@code -Dkith.seed=…} repeats the choices of a run.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("kith.kills", 10);
  private static final long SEED = Long.getLong("kith.seed", System.nanoTime());
  private static final int PAIRS = 2;

  /** Between the start of the program and its being ready, and somewhat later. */
  private static final int WHILE_STARTING_MS = 1_500;

  private static final int WHILE_WORKING_MS = 800;

  /** So many of each pair's requests are told of when something goes wrong. */
  private static final int LATELY = 5;

  @TempDir Path folder;

  private final Random chance = new Random(SEED);
  private final Lives lives = new Lives();
  private final DiscordNeighbours discord = new DiscordNeighbours(PAIRS);
  private final TelegramNeighbours telegram = new TelegramNeighbours(PAIRS);
  private final List<Pair> onDiscord = pairs(discord, SEED);
  private final List<Pair> onTelegram = pairs(telegram, SEED + PAIRS);
  private int kills;

  @AfterEach
  void close() {
    discord.close();
    telegram.close();
  }

  @Test
  void what_was_answered_is_there_after_every_kill_and_nothing_is_posted_twice() throws Exception {
    try (Mortal kith = new Mortal(folder, discord, telegram, lives)) {
      try {
        kith.start();
        kith.awaitReady();
        telegram.letTheBotIn();
        discord.asksWithDetails();
        reckon(kith);
        while (kills < KILLS) {
          workAndDie(kith);
          reckon(kith);
        }
        digestDueWhileAway(kith);
        discord.showsDetails();
        dueAroundTheKill(kith);
        assertThat(kith.log().lines()).noneMatch(line -> line.contains(" ERROR "));
        kith.endsCleanly();
      } catch (AssertionError e) {
        throw new AssertionError(
            "after %d kills, -Dkith.seed=%d: %s%nWhat people remember:%n%s%nThe log:%n%s"
                .formatted(kills, SEED, e.getMessage(), remembered(), kith.log()),
            e);
      }
    }
    assertThat(everybody()).allSatisfy(pair -> assertThat(pair.needs()).isNotEmpty());
    discord.standIn().violations().assertNone();
    telegram.standIn().violations().assertNone();
  }

  /** People use it, it dies; they go on as far as their platform lets them; it comes back. */
  private void workAndDie(Mortal kith) throws InterruptedException {
    CountDownLatch dead = new CountDownLatch(1);
    List<Thread> people =
        everybody()
            .map(pair -> Thread.ofVirtual().start(() -> pair.goOn(() -> dead.getCount() == 0)))
            .toList();
    passes(50 + chance.nextInt(WHILE_WORKING_MS));
    kill(kith);
    dead.countDown();
    for (Thread one : people) {
      one.join();
    }
    everybody().filter(_ -> chance.nextBoolean()).forEach(Pair::actWhileAway);
    kith.start();
    if (kills < KILLS && chance.nextInt(4) == 0) {
      passes(chance.nextInt(WHILE_STARTING_MS));
      kill(kith);
      kith.start();
    }
    kith.awaitReady();
  }

  private void kill(Mortal kith) {
    kith.kill();
    kills++;
  }

  /** What falls due while the bot is away is done when it is back. */
  private void digestDueWhileAway(Mortal kith) {
    kith.kill();
    kith.makesTheDigestDue();
    kith.start();
    kith.awaitReady();
    for (Neighbours space : List.of(discord, telegram)) {
      kith.await(() ->
          space.posts().stream().anyMatch(post -> post.text().startsWith("This week"))
              ? ""
              : "the digest on " + space.name());
    }
    reckon(kith);
  }

  /** What falls due about when the bot dies, from a reminder to a follow-up, comes once. */
  private void dueAroundTheKill(Mortal kith) throws InterruptedException {
    discord.asksForWhatWillBeDue();
    kith.awaitQuiet();
    discord.promises();
    kith.awaitQuiet();
    kith.kill();
    kith.isAtNoon();
    kith.makesAReminderDue(DiscordNeighbours.SOUP);
    kith.makesDue("RING", DiscordNeighbours.CANDLES);
    kith.makesDue("FOLLOW_UP", DiscordNeighbours.LADDER);
    kith.makesAPostingDue();
    kith.start();
    passes(chance.nextInt(2 * WHILE_STARTING_MS));
    kith.kill();
    kith.start();
    kith.awaitReady();
    kith.await(() -> discord.fellDue().containsValue(0L) ? discord.fellDue().toString() : "");
    kith.awaitQuiet();
    assertThat(discord.fellDue().values()).containsOnly(1L);
    assertThat(discord.takenBack()).isZero();
  }

  /** What stands in the spaces is what people were told. */
  private void reckon(Mortal kith) {
    List<Reckoning> reckonings =
        List.of(
            new Reckoning(discord, onDiscord, lives), new Reckoning(telegram, onTelegram, lives));
    kith.awaitQuiet();
    for (Reckoning one : reckonings) {
      kith.await(one::missing);
    }
    kith.awaitQuiet();
    for (Reckoning one : reckonings) {
      assertThat(one.missing()).isEmpty();
      assertThat(one.twice()).isEmpty();
      one.accept();
    }
  }

  /** What is not over yet, as those remember it who asked, and what stands in the spaces. */
  private String remembered() {
    Instant since = lives.lately();
    Stream<String> needs =
        everybody()
            .flatMap(pair ->
                pair.needs().reversed().stream().limit(LATELY).map(need -> pair + ": " + need));
    Stream<String> posts =
        Stream.of(discord, telegram)
            .flatMap(space ->
                space.posts().stream()
                    .filter(post -> post.at().isAfter(since))
                    .map(post -> space.name() + " shows " + post));
    return Stream.concat(needs, posts).collect(Collectors.joining("\n"));
  }

  private Stream<Pair> everybody() {
    return Stream.concat(onDiscord.stream(), onTelegram.stream());
  }

  private static List<Pair> pairs(Neighbours neighbours, long seed) {
    return IntStream.range(0, PAIRS).mapToObj(i -> new Pair(neighbours, i, seed + i)).toList();
  }

  /** The moment of the kill is chance: nothing is waited for. */
  private static void passes(int milliseconds) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(milliseconds, TimeUnit.MILLISECONDS)).isFalse();
  }
}
