package org.kith.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kith.care.CareRequest;
import org.kith.words.Words;

/** What of a request that everybody may read is other than before. */
record Difference(CareRequest before, CareRequest after) {
  /** True if it is needed at another time. */
  boolean moves() {
    return !after.window().equals(before.window());
  }

  /** True if anything but the time is other. */
  boolean shows() {
    return !after.kind().equals(before.kind())
        || !after.what().equals(before.what())
        || !Objects.equals(after.near(), before.near())
        || after.helpers() != before.helpers();
  }

  /** The names of what is other. */
  List<String> fields(Words words) {
    List<String> fields = new ArrayList<>();
    add(fields, words, "kind", !after.kind().equals(before.kind()));
    add(fields, words, "what", !after.what().equals(before.what()));
    add(fields, words, "when", moves());
    add(fields, words, "where", !Objects.equals(after.near(), before.near()));
    add(fields, words, "helpers", after.helpers() != before.helpers());
    return fields;
  }

  private static void add(List<String> fields, Words words, String name, boolean changed) {
    if (changed) {
      fields.add(words.say("edit.field." + name));
    }
  }
}
