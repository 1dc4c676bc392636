package org.kith.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.testing.TestCircle;

/**
 * What people carry with them when their accounts become one person or two: whom they have blocked
 * and who has blocked them, where they are barred, what they may do, what they asked and promised.
 *
 * @param persons by account
 * @param facts what holds of persons, one of whom may stand in each; by what it is
 */
record Carried(Map<String, Long> persons, Map<String, Set<List<Long>>> facts) {
  static final String BLOCKS = "blocks";
  static final String BARRED = "barred";
  static final String HELPS = "helps";
  static final String CLAIMS = "claims";
  static final String MEMBER = "member";

  /** By what it is: a query for what is not a person, and for one or two who are. */
  private static final Map<String, String> QUERIES =
      Map.of(
          BLOCKS,
          "select 0, person_id, blocked_id from block",
          BARRED,
          "select circle_id, person_id, person_id from member where barred_at is not null",
          "named",
          "select circle_id, person_id, person_id from member where named",
          "trusted",
          "select circle_id, person_id, person_id from member where trusted",
          MEMBER,
          "select circle_id, person_id, person_id from member where not apart",
          "declined",
          "select request_id, person_id, person_id from asked where declined",
          "asked",
          "select id, asker_id, asker_id from request where asker_id is not null",
          "rests",
          "select 0, id, id from person where resting",
          HELPS,
          """
          select c.request_id, c.helper_id, c.helper_id from claim c
          join request r on r.id = c.request_id
          where c.state in ('HELD', 'PROMISED', 'STANDBY') and c.helper_id is not null
            and r.state in ('OPEN', 'PAUSED', 'LOOKED_AFTER')
          """,
          CLAIMS,
          "select id, helper_id, helper_id from claim where helper_id is not null");

  /** The person whose account this is. */
  long person(String account) {
    return Objects.requireNonNull(persons.get(account), account);
  }

  /** The rows of one sort. */
  static Set<List<Long>> rows(Map<String, Set<List<Long>>> facts, String what) {
    return Objects.requireNonNull(facts.get(what), what);
  }

  /** As it is now. */
  static Carried now(TestCircle circle) {
    return circle
        .core
        .database()
        .read(tables -> {
          Handle handle = tables.handle();
          Map<String, Long> persons = new HashMap<>();
          handle
              .createQuery("select external_id, person_id from account")
              .map((row, context) ->
                  Map.entry(row.getString("external_id"), row.getLong("person_id")))
              .forEach(one -> persons.put(one.getKey(), one.getValue()));
          return new Carried(
              persons,
              QUERIES.entrySet().stream()
                  .collect(
                      Collectors.toMap(Map.Entry::getKey, one -> rows(handle, one.getValue()))));
        });
  }

  /** The same with other persons in it: what leads from somebody to themself is no more. */
  Map<String, Set<List<Long>>> as(LongUnaryOperator person) {
    Map<String, Set<List<Long>>> moved = new HashMap<>();
    facts.forEach((what, rows) -> {
      Set<List<Long>> all = set();
      for (List<Long> row : rows) {
        long one = person.applyAsLong(row.get(1));
        long other = person.applyAsLong(row.get(2));
        if (!what.equals(BLOCKS) || one != other) {
          all.add(List.of(row.get(0), one, other));
        }
      }
      moved.put(what, all);
    });
    return moved;
  }

  /** The same where whatever keeps one person out keeps another one out, too. */
  Map<String, Set<List<Long>>> keepingOut(long person, long another) {
    Map<String, Set<List<Long>>> both = as(one -> one);
    for (List<Long> row : rows(facts, BLOCKS)) {
      if (row.get(2) == person) {
        rows(both, BLOCKS).add(List.of(row.get(0), row.get(1), another));
      }
    }
    for (List<Long> row : rows(facts, BARRED)) {
      if (row.get(1) == person) {
        rows(both, BARRED).add(List.of(row.get(0), another, another));
        rows(both, MEMBER).add(List.of(row.get(0), another, another));
      }
    }
    return both;
  }

  private static Set<List<Long>> rows(Handle handle, String sql) {
    Set<List<Long>> rows = set();
    handle
        .createQuery(sql)
        .map((row, context) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
        .forEach(rows::add);
    return rows;
  }

  private static Set<List<Long>> set() {
    return new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
  }
}
