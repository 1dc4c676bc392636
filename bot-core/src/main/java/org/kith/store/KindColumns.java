package org.kith.store;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.circle.Kind;
import org.kith.circle.Kinds;

/** A circle's kinds of care in two columns: hidden ones apart by commas, names one a line. */
final class KindColumns {
  private KindColumns() {}

  static Kinds read(String hidden, String named) {
    Set<Kind> away = new HashSet<>();
    Map<Kind, String> names = new EnumMap<>(Kind.class);
    hidden
        .lines()
        .flatMap(line -> Stream.of(line.split(",", -1)))
        .map(Kind::valueOf)
        .forEach(away::add);
    named
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(line -> names.put(Kind.valueOf(line[0]), line[1]));
    return new Kinds(away, names);
  }

  static String hidden(Kinds kinds) {
    return kinds.hidden().stream().sorted().map(Kind::name).collect(Collectors.joining(","));
  }

  static String named(Kinds kinds) {
    return kinds.names().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> one.getKey().name() + "=" + one.getValue())
        .collect(Collectors.joining("\n"));
  }
}
