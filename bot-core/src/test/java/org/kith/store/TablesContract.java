package org.kith.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.kith.care.CareRequest;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.Customs;
import org.kith.circle.DigestTime;
import org.kith.circle.Openness;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.circle.UsualKind;

/** What every table promises, on whatever database; a subclass says on which. */
abstract class TablesContract {
  /** To the microsecond, which is as far as both databases go; in an hour that comes twice. */
  static final Instant NOW = Instant.parse("2026-10-25T00:30:00.123456Z");

  static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

  private static final List<String> CHILDREN_FIRST =
      List.of(
          "reactor",
          "post",
          "detail",
          "claim",
          "draft",
          "outbox",
          "due",
          "delivery",
          "care_count",
          "remembered",
          "request",
          "member",
          "account",
          "person",
          "space",
          "circle");

  private final AtomicInteger next = new AtomicInteger();

  /** The database of the subclass, shared by all its tests. */
  abstract Database database();

  @BeforeEach
  void empty() {
    write(tables -> {
      CHILDREN_FIRST.forEach(table -> tables.handle().execute("delete from " + table));
      return true;
    });
  }

  <T extends @Nullable Object> T write(Function<Tables, T> work) {
    return database().write(work);
  }

  <T extends @Nullable Object> T read(Function<Tables, T> work) {
    return database().read(work);
  }

  /** Looks, and asserts what is seen. */
  void check(Consumer<Tables> look) {
    read(tables -> {
      look.accept(tables);
      return true;
    });
  }

  /** Changes, and asserts what came of it. */
  void change(Consumer<Tables> work) {
    write(tables -> {
      work.accept(tables);
      return true;
    });
  }

  static Place place(String house, String room) {
    return new Place(Platform.DISCORD, house, room);
  }

  Circle circle() {
    return write(tables -> tables.circles().add(sample("Maple Street"), NOW));
  }

  static Circle sample(String name) {
    return new Circle(
        0,
        name,
        "en",
        LORD_HOWE,
        false,
        Openness.NEIGHBOURS,
        Openness.NEIGHBOURS.details(),
        Openness.NEIGHBOURS.names(),
        DigestTime.USUAL,
        false,
        null,
        false,
        Openness.NEIGHBOURS.rows(),
        null,
        Customs.USUAL);
  }

  Account account(String name) {
    return write(
        tables -> tables.people().meet(Platform.DISCORD, "id-" + name, name, "en", true, NOW));
  }

  CareRequest request(Circle circle, Account asker, Window window) {
    CareRequest asked =
        new CareRequest(
            0,
            circle.id(),
            next.incrementAndGet(),
            UsualKind.PETS,
            "Walk the dog",
            window,
            "Elm Square",
            2,
            asker.personId(),
            false,
            null,
            false,
            new RequestState.Open(),
            1,
            NOW);
    return write(tables -> tables.requests().add(asked));
  }

  CareRequest request(Circle circle, Account asker) {
    return request(circle, asker, Window.anyTime(circle.zone()));
  }

  CareRequest fresh(CareRequest request) {
    return read(tables -> tables.requests().find(request.id())).orElseThrow();
  }
}
