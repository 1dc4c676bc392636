package org.kith.rules;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.kith.command.Command;
import org.kith.command.OwnSetting;
import org.kith.command.Target;
import org.kith.testing.TestCircle;

/** What people do against those who do them harm, amid all the rest. */
final class Guarded {
  private final TestCircle circle;
  private final Stage stage;
  private final Cast cast;
  private final Tally tally;
  private final SplittableRandom random;

  Guarded(TestCircle circle, Stage stage, Cast cast, Tally tally, SplittableRandom random) {
    this.circle = circle;
    this.stage = stage;
    this.cast = cast;
    this.tally = tally;
    this.random = random;
  }

  /** One thing or another. */
  void step() {
    int dice = random.nextInt(5);
    if (dice == 0) {
      block();
    } else if (dice < 3) {
      bar(others().get(random.nextInt(others().size())), true);
    } else {
      others().forEach(name -> bar(name, false));
    }
  }

  /** All may take part again. */
  void calm() {
    others().forEach(name -> bar(name, false));
  }

  private void bar(String name, boolean barred) {
    stage.quietly(cast.steward(), new Command.Bar(name, barred), TestCircle.PLACE, false);
    tally.add("barred", count("select count(*) from member where barred_at is not null"));
  }

  /** Somebody blocks somebody, or takes it back. */
  private void block() {
    String name = cast.anybody();
    String other = cast.anybody();
    Command unblock = new Command.SettingsSet(Map.of(OwnSetting.UNBLOCK, other));
    Command block = new Command.Block(new Target.Unsaid(""), other);
    stage.privately(name, random.nextInt(3) == 0 ? block : unblock);
    tally.add("blocked by name", count("select count(*) from block"));
  }

  private int count(String sql) {
    return circle
        .core
        .database()
        .read(tables -> tables.handle().createQuery(sql).mapTo(int.class).one());
  }

  private List<String> others() {
    return cast.people().subList(1, cast.people().size());
  }
}
