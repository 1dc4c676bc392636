package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Photo;
import org.kith.circle.Account;
import org.kith.command.Addressee;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Pictured;
import org.kith.command.Setting;
import org.kith.testing.TestCircle;
import org.kith.testing.TestPhoto;

/** What is written between two: nobody else reads it, and a question waits for its answer. */
final class Letters {
  /** After so many letters photos are allowed, after so many more they are not any longer. */
  private static final int EACH_WAY = 8;

  private static final int NARROW = 20;

  private final TestCircle circle;
  private final Cast cast;
  private final Stage stage;
  private final Tally tally;
  private final String mark;
  private final SplittableRandom random;

  /** Who may read which words: one of the people, or nobody where they were not taken. */
  private final Map<String, String> readers = new LinkedHashMap<>();

  Letters(
      TestCircle circle, Cast cast, Stage stage, Tally tally, SplittableRandom random, long seed) {
    this.circle = circle;
    this.cast = cast;
    this.stage = stage;
    this.tally = tally;
    this.random = random;
    this.mark = "quagga-" + seed + "-";
  }

  /** Somebody writes about one of these requests. */
  void write(String name, List<Long> requests) {
    Optional<Long> request = cast.oneOf(requests);
    if (request.isEmpty()) {
      return;
    }
    String words = mark + readers.size() + "-end";
    boolean waits = waits(name, request.get());
    long last = newest();
    if (readers.size() % EACH_WAY == 0) {
      boolean on = readers.size() / EACH_WAY % 2 == 0;
      Command photos = new Command.CircleSet(Map.of(Setting.PHOTOS, on ? "on" : "off"));
      stage.quietly(cast.steward(), photos, TestCircle.PLACE, false);
    }
    stage.privately(name, told(new Addressee.OfRequest(request.get()), words));
    boolean taken = newest() > last;
    readers.put(words, taken ? reader(newest()) : "");
    assertThat(waits && taken).as("a second question of %s before an answer", name).isFalse();
    if (taken) {
      tally.add("letters written");
    }
    if (random.nextInt(12) == 0) {
      stage.privately(name, new Command.BlockOther(1L + random.nextInt(8)));
    }
  }

  /** Every other one comes with a photo, which is as wide as there were letters before it. */
  private Command told(Addressee to, String words) {
    Command tell = new Command.Tell(to, words);
    if (readers.size() % 2 == 1) {
      return tell;
    }
    Photo photo = new Photo(TestPhoto.jpeg(NARROW + readers.size(), NARROW, 1));
    return new Command.WithPhoto(tell, new Pictured.Plain(photo), false);
  }

  /** Each was told to its reader alone, and stands nowhere else. */
  void betweenTwo(List<String> logged) {
    circle.paper.told().forEach((account, all) -> all.forEach(message -> readBy(account, message)));
    List<String> all = List.copyOf(readers.values());
    for (String account : circle.paper.told().keySet()) {
      for (Photo photo : circle.paper.photos(account)) {
        tally.add("photos seen");
        int letter = TestPhoto.read(photo.jpeg()).getWidth() - NARROW;
        assertThat(Cast.human(account)).as("who sees photo %d", letter).isEqualTo(all.get(letter));
      }
    }
    for (Message message : circle.paper.everShown()) {
      assertThat(message.text().plain()).doesNotContain(mark);
    }
    assertThat(Snapshot.of(circle.core.database()).text()).doesNotContain(mark);
    assertThat(logged).noneMatch(line -> line.contains(mark));
  }

  private void readBy(String account, Message message) {
    readers.forEach((words, reader) -> {
      if (message.text().plain().contains(words)) {
        tally.add("letters read");
        assertThat(Cast.human(account)).as("who reads %s", words).isEqualTo(reader);
      }
    });
  }

  /** True if they asked a question before a claim, and it is not answered. */
  private boolean waits(String name, long request) {
    return circle
        .core
        .database()
        .read(tables -> {
          long person =
              tables
                  .people()
                  .find(Cast.platform(name), cast.account(name))
                  .map(Account::personId)
                  .orElse(0L);
          boolean helps =
              tables.claims().on(request).stream()
                  .filter(Claim::helps)
                  .filter(claim -> !(claim.state() instanceof ClaimState.Held))
                  .anyMatch(claim -> claim.isBy(person));
          boolean asked =
              tables
                  .talks()
                  .soFar(request, person)
                  .filter(soFar -> !soFar.lastFromAsker())
                  .isPresent();
          return asked && !helps;
        });
  }

  private long newest() {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery("select coalesce(max(id), 0) from letter")
                .mapTo(long.class)
                .one());
  }

  private String reader(long letter) {
    return circle
        .core
        .database()
        .read(tables ->
            tables
                .handle()
                .createQuery(
                    """
                    select a.external_id from letter l
                    join talk t on t.id = l.talk_id
                    join request r on r.id = t.request_id
                    join account a on a.person_id
                      = case when l.from_asker then t.person_id else r.asker_id end
                    where l.id = :id
                    """)
                .bind("id", letter)
                .mapTo(String.class)
                .map(Cast::human)
                .first());
  }
}
