package org.kith.discord;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.kith.due.MovableClock;
import org.kith.testing.TestCircle;
import org.kith.testkit.discord.Answer;
import org.kith.testkit.discord.Channel;
import org.kith.testkit.discord.DiscordStandIn;
import org.kith.testkit.discord.Post;
import org.kith.testkit.discord.Server;
import org.kith.testkit.discord.User;

/** The whole bot on Discord: the real core, the real JDA, a street whose people use it. */
final class Street implements AutoCloseable {
  /** JDA looks at the machine's clock, too, so time begins now and is only moved forward. */
  final MovableClock clock = MovableClock.ahead(InstantSource.system(), Duration.ZERO);

  final DiscordStandIn discord = DiscordStandIn.start(clock);
  final Server server = discord.server("Maple Street");
  final Channel help = server.channel("help");
  final User ana = server.member("Ana");
  final User ben = server.member("Ben");
  final User chi = server.member("Chi");
  final TestCircle circle;
  private DiscordAdapter adapter;

  private Street(Path folder) {
    circle = TestCircle.bare(folder, clock);
    adapter = connect();
  }

  static Street in(Path folder) {
    return new Street(folder);
  }

  private DiscordAdapter connect() {
    DiscordAdapter connecting =
        DiscordAdapter.start(circle.core.desk(), discord.token(), discord.apiBase(), clock);
    circle.core.connect(connecting.messenger());
    discord.await("the adapter to be connected", connecting::connected);
    return connecting;
  }

  /** The process ends and begins again on the same files. */
  void restart() {
    adapter.close();
    circle.restart();
    adapter = connect();
  }

  /** Somebody asks in one go. */
  Answer asks(User who, String what) {
    return who.types(help, "needhelp", Map.of("what", what)).answer();
  }

  /** Somebody asks with private details and says that the preview is right. */
  Answer asksWithDetails(User who, String what, String details) {
    Answer preview = who.types(help, "needhelp", Map.of("what", what, "details", details)).answer();
    return who.presses(preview, "Post it").answer();
  }

  /** The card of a request, once all that has been decided has been said. */
  Post card(int number) {
    circle.settle();
    return cardNow(number);
  }

  /** The same without waiting: for conditions. */
  Post cardNow(int number) {
    return help.messages().stream()
        .filter(post -> post.text().lines().findFirst().orElse("").contains("#" + number))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no card of #" + number + ": " + help.messages()));
  }

  /** All cards that are there now. */
  List<Post> cards() {
    return help.messages().stream().filter(post -> post.text().contains("· #")).toList();
  }

  /** A zone in which it is between twelve and one. */
  String noon() {
    int ahead = 12 - clock.instant().atZone(ZoneOffset.UTC).getHour();
    return "Etc/GMT" + (ahead < 0 ? "+" + -ahead : "-" + ahead);
  }

  /** From {@link #noon} to six in the evening there. */
  Duration untilSix() {
    int minutes = clock.instant().atZone(ZoneOffset.UTC).getMinute();
    return Duration.ofHours(6).minusMinutes(minutes);
  }

  /** The clock is moved to the next Monday, 09:00 in the circle's zone. */
  void toMonday() {
    ZonedDateTime now = clock.instant().atZone(TestCircle.ZONE);
    ZonedDateTime monday =
        now.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)).with(LocalTime.of(9, 0));
    // In the first hours of a Monday it is still to come that day.
    circle.to((monday.isAfter(now) ? monday : monday.plusWeeks(1)).toInstant());
  }

  @Override
  public void close() {
    adapter.close();
    circle.close();
    discord.close();
    discord.violations().assertNone();
  }
}
