package org.kith.words;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Set;
import java.util.TreeSet;

/** Where sentences begin inside a text of the language file. */
final class Beginnings {
  private static final String ENDS = ".!?…”»\n{";
  private static final String SKIPPED = " \u00A0\u202F¿¡\"“«„(";

  private Beginnings() {}

  /** The arguments whose first place is inside a sentence, where "Somebody" is "somebody". */
  static Set<String> within(String pattern) {
    MessagePattern parsed = new MessagePattern(pattern);
    Set<String> seen = new TreeSet<>();
    Set<String> within = new TreeSet<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      Part part = parsed.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        String name = parsed.getSubstring(parsed.getPart(i + 1));
        if (seen.add(name) && !begins(pattern, part.getIndex())) {
          within.add(name);
        }
      }
    }
    return within;
  }

  private static boolean begins(String pattern, int at) {
    int before = at - 1;
    while (before >= 0 && SKIPPED.indexOf(pattern.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || ENDS.indexOf(pattern.charAt(before)) >= 0;
  }
}
