package org.kith.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one person and is theirs, as it stands in the tables: for the file that they
 * can have of it. Of others there is only what they wrote to this person and has reached them;
 * nothing is in it, and nothing is missing, from which they could tell who has blocked them or who
 * asked without a name.
 */
public final class Holdings {
  private static final String WINDOW = "when_shape, when_from, when_until, when_zone, when_part";

  /** Whose request or circle a row is of, by what the person knows it by. */
  private static final String IN_CIRCLE = ", c.name as in_circle";

  private static final String OF_REQUEST = IN_CIRCLE + ", r.number as of_request";

  private static final String REQUEST =
      " join request r on r.id = t.request_id join circle c on c.id = r.circle_id ";

  private static final List<Part> PARTS =
      List.of(
          part(
              "person",
              "created_at, may_ask, cap, resting, rest_until, remind_day_before,"
                  + " remind_minutes_ahead, asked_at, language, zone, quiet_from, quiet_until,"
                  + " plain, in_digest",
              "",
              "where t.id = :person"),
          part(
              "account",
              "platform, external_id, name, language, reachable, used_at",
              "",
              "where t.person_id = :person"),
          part(
              "member",
              "name, since, joined_at, named, trusted, trust_asked, apart, left_at",
              IN_CIRCLE,
              "join circle c on c.id = t.circle_id where t.person_id = :person"),
          part(
              "manager",
              "since",
              ", s.platform as platform, s.title as place",
              "join account a on a.id = t.account_id join space s on s.id = t.space_id"
                  + " where a.person_id = :person"),
          part(
              "request",
              "number, kind, what, near, helpers, anonymous, behalf, state, state_since, asked_at, "
                  + WINDOW,
              IN_CIRCLE,
              "join circle c on c.id = t.circle_id"
                  + " where :person in (t.asker_id, t.for_id, t.between_id)"),
          sealed(
              "detail",
              "sealed",
              "t.request_id",
              Requests::sealedRow,
              OF_REQUEST,
              REQUEST + "where :person in (r.asker_id, r.for_id)"),
          part(
              "claim",
              "state, state_at, claimed_at, by_reaction, name_agreed, shared, part,"
                  + " calendar_sequence, calendar_time, calendar_cancelled",
              OF_REQUEST,
              REQUEST + "where t.helper_id = :person"),
          part("ring", "quietly", OF_REQUEST, REQUEST + "where r.asker_id = :person"),
          part(
              "reworded",
              "kind, what, near, helpers, " + WINDOW,
              OF_REQUEST,
              REQUEST + "where r.asker_id = :person"),
          part(
              "asked",
              "declined",
              OF_REQUEST,
              REQUEST + "where t.person_id = :person and t.declined"),
          sealed(
              "care_card",
              "sealed, asked_at",
              "t.person_id",
              CareCards::sealedRow,
              "",
              "where t.person_id = :person"),
          part("thanks", "words, way, since", OF_REQUEST, REQUEST + "where r.asker_id = :person"),
          sealed(
              "letter",
              "sealed, shares, written_at",
              "t.talk_id",
              Talks::sealedRow,
              OF_REQUEST + ", case when t.writer_id = :person then true else false end as from_you",
              "join talk k on k.id = t.talk_id join request r on r.id = k.request_id"
                  + " join circle c on c.id = r.circle_id"
                  + " where :person in (t.writer_id, t.reader_id) order by t.id"),
          part(
              "writing",
              "asked_at",
              OF_REQUEST,
              "left join request r on r.id = t.request_id left join circle c"
                  + " on c.id = r.circle_id where t.person_id = :person"),
          part("block", "shown, since", "", "where t.person_id = :person"),
          sealed(
              "report",
              "sealed, made_at",
              "t.id",
              Reports::sealedRow,
              OF_REQUEST,
              "join circle c on c.id = t.circle_id left join request r on r.id = t.request_id"
                  + " where t.reporter_id = :person"),
          sealed(
              "draft",
              "kind, what, near, helpers, unclear_when, sealed, asking, anonymous, seen, posts_by,"
                  + " changed_at, "
                  + WINDOW,
              "t.id",
              Draft::sealedRow,
              "",
              "join account a on a.id = t.account_id where a.person_id = :person"),
          part(
              "consent",
              "until_at, declined",
              "",
              "where t.person_id = :person and t.until_at is not null"),
          part(
              "reactor",
              "external_id",
              OF_REQUEST,
              "join post p on p.id = t.post_id join space s on s.id = p.space_id"
                  + " join request r on r.id = p.request_id join circle c on c.id = r.circle_id"
                  + " join account a on a.external_id = t.external_id and a.platform = s.platform"
                  + " where a.person_id = :person"));

  private final Handle handle;

  Holdings(Handle handle) {
    this.handle = handle;
  }

  /**
   * What one table holds of somebody.
   *
   * @param columns what of it is theirs
   * @param context what a row is shown with besides, so that they know it again
   * @param rows which rows are theirs
   * @param key the column that a sealed text is bound to; null where nothing is sealed
   */
  private record Part(
      String table,
      List<String> columns,
      String context,
      String rows,
      @Nullable String key,
      LongFunction<String> sealedRow) {

    String sql() {
      String all = columns.stream().map(one -> "t." + one).collect(Collectors.joining(", "));
      String bound = key == null ? "" : ", " + key + " as bound_to";
      return "select " + all + context + bound + " from " + table + " t " + rows;
    }
  }

  private static Part part(String table, String columns, String context, String rows) {
    return new Part(table, List.of(columns.split(", ")), context, rows, null, String::valueOf);
  }

  private static Part sealed(
      String table,
      String columns,
      String key,
      LongFunction<String> sealedRow,
      String context,
      String rows) {
    return new Part(table, List.of(columns.split(", ")), context, rows, key, sealedRow);
  }

  /** The columns, {@code table.column}, that a person is given. */
  public static Set<String> columns() {
    return PARTS.stream()
        .flatMap(part -> columns(part))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> columns(Part part) {
    return part.columns().stream().map(column -> part.table() + "." + column);
  }

  /** Everything of a person, by table; what is sealed is opened. */
  public Map<String, List<Map<String, @Nullable Object>>> of(long person, Sealer sealer) {
    Map<String, List<Map<String, @Nullable Object>>> all = new LinkedHashMap<>();
    for (Part part : PARTS) {
      List<Map<String, @Nullable Object>> rows =
          handle.createQuery(part.sql()).bind("person", person).mapToMap().stream()
              .map(row -> opened(part, row, sealer))
              .toList();
      all.put(part.table(), rows);
    }
    return all;
  }

  private static Map<String, @Nullable Object> opened(
      Part part, Map<String, Object> row, Sealer sealer) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>(row);
    Object bound = shown.remove("bound_to");
    if (bound instanceof Number id && shown.get("sealed") instanceof String text) {
      String opened =
          text.isEmpty() ? text : sealer.unseal(text, part.sealedRow().apply(id.longValue()));
      shown.put("sealed", opened);
    }
    return shown;
  }
}
