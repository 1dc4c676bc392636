package org.kith.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;
import org.kith.circle.Nearness;
import org.kith.circle.OwnKind;

/**
 * A circle's kinds of care in three columns: the codes of hidden ones apart by commas; names, one a
 * line, {@code pets=Animals}; its own ones, one a line, {@code AFAR=Homework help}.
 */
final class KindColumns {
  private KindColumns() {}

  static Kinds read(String hidden, String named, String added) {
    List<Kinds.Added> own =
        added
            .lines()
            .map(line -> line.split("=", 2))
            .map(line -> new Kinds.Added(new OwnKind(line[1]), Nearness.valueOf(line[0])))
            .toList();
    if (hidden.isEmpty() && named.isEmpty() && own.isEmpty()) {
      return Kinds.USUAL;
    }
    Kinds plain = new Kinds(Set.of(), Map.of(), own);
    Map<String, Kind> kinds =
        plain.all().stream().collect(Collectors.toMap(Kind::code, Function.identity()));
    Set<Kind> away = new HashSet<>();
    for (String code : hidden.split(",", -1)) {
      boolean _ = !code.isEmpty() && away.add(known(kinds, code));
    }
    Map<Kind, String> names = new HashMap<>();
    named
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(line -> names.put(known(kinds, line[0]), line[1]));
    return new Kinds(away, names, own);
  }

  static String hidden(Kinds kinds) {
    return kinds.hidden().stream().map(Kind::code).sorted().collect(Collectors.joining(","));
  }

  static String named(Kinds kinds) {
    return kinds.names().entrySet().stream()
        .map(one -> one.getKey().code() + "=" + one.getValue())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  static String added(Kinds kinds) {
    return kinds.added().stream()
        .map(one -> one.nearness().name() + "=" + one.kind().name())
        .collect(Collectors.joining("\n"));
  }

  private static Kind known(Map<String, Kind> kinds, String code) {
    Kind kind = kinds.get(code);
    if (kind == null) {
      throw new IllegalStateException("a circle hides or names a kind that it has not: " + code);
    }
    return kind;
  }
}
