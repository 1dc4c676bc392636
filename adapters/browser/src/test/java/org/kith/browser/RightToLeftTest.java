package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The room in Arabic, in a real browser: what is read from right to left stands so, whatever names,
 * numbers and English words are among it.
 */
@ExtendWith(NeedsChromium.class)
class RightToLeftTest {
  private static final String FIRST_PANE_IS_LEFT =
      """
      const [first, second] = [...document.querySelectorAll('.pane')]
          .map((pane) => pane.getBoundingClientRect().left);
      return first < second;
      """;

  /** Where words stand in somebody's newest message that has them: [left, right, top]. */
  private static final String PLACES =
      """
      const places = (person, ...all) => {
        const messages = [...document.querySelectorAll(`#pane-${person} .words`)].reverse();
        const found = messages.find((one) => all.every((words) => one.textContent.includes(words)));
        return all.map((words) => {
          if (!found) return null;
          const walker = document.createTreeWalker(found, NodeFilter.SHOW_TEXT);
          for (let node; (node = walker.nextNode()); ) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + words.length);
            return range.getBoundingClientRect();
          }
        });
      };
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void what_is_said_in_arabic_stands_in_its_order_among_names_numbers_and_english() {
    try (Room room = Room.in(folder.resolve("data"));
        Page page = open(room)) {
      page.sees("ana", "I'm Kith").sees("ben", "I'm Kith");
      assertThat(page.script("return document.documentElement.dir")).isEqualTo("ltr");
      assertThat(page.script(FIRST_PANE_IS_LEFT)).isEqualTo("true");
      room.types("Ana", "/circle set zone Europe/Berlin")
          .types("Ana", "/circle set language ar")
          .writesToKith("Ana", "/settings set language ar");
      page.speaks("ar").show(room.address(), "ana,ben").sees("ben", "I'm Kith");
      assertThat(page.script("return document.documentElement.dir")).isEqualTo("rtl");
      assertThat(page.script(FIRST_PANE_IS_LEFT)).isEqualTo("false");

      page.types("ana", "/needhelp كيسان من السوق، السبت من 10 إلى 12، شخصين، قرب Maple Street")
          .sees("ben", "#1");
      rightToLeft(page, "ana", "مشتريات", "#1");
      rightToLeft(page, "ana", "السبت", "10:00", "12:00");
      rightToLeft(page, "ana", "طلب من", "Ana", "شخصان");
      rightToLeft(page, "ana", "/needhelp", "كيسان", "السوق");

      room.types("Ben", "/needhelp a lift (platform 3), tomorrow 6pm").allSee("#2");
      page.sees("ana", "#2");
      rightToLeft(page, "ana", "متى", "السبت", "18:00");
      rightToLeft(page, "ana", "(platform", "lift");
      endsAtOneEdge(page, "ana", "متى", "platform 3)");
      page.types("ana", "/board").sees("ana", "المطلوب");
      rightToLeft(page, "ana", "كيسان", "السبت", "10:00");

      page.types("ben", "/help").sees("ben", "what is needed");
      assertThat(
              page.script(
                  PLACES
                      + "return getComputedStyle([...document.querySelectorAll("
                      + "'#pane-ben .words')].at(-1)).direction"))
          .isEqualTo("ltr");
      page.types("ana", "/help").sees("ana", "/privacy");
      rightToLeft(page, "ana", "/board", "المطلوب");
      assertThat(page.script("return document.querySelector('#field-ana').placeholder"))
          .contains("\u2066/needhelp\u2069");
      assertThat(page.script("return document.querySelector('#field-ana').dir")).isEqualTo("rtl");

      assertThat(page.tooWide()).isEmpty();
      assertThat(page.barriers()).isEmpty();
      page.picture("rtl").look("dark").picture("rtl-dark").look("light");
      page.size(390, 844).show(room.address(), "ana").sees("ana", "#2");
      assertThat(page.tooWide()).isEmpty();
      page.picture("rtl-phone");
      assertThat(page.complaints()).isEmpty();
    }
  }

  /** Waits until each of these stands to the left of the one before it, on one line. */
  private static void rightToLeft(Page page, String person, String... words) {
    ordered(page, person, "before.left >= after.right - 1 && sameLine", words);
  }

  /** Waits until these, each the end of its line, stand at the same right edge. */
  private static void endsAtOneEdge(Page page, String person, String... words) {
    ordered(page, person, "Math.abs(before.right - after.right) < 3", words);
  }

  private static void ordered(Page page, String person, String rule, String... words) {
    String all = String.join("', '", words);
    String script =
        PLACES
            + """
            const all = places('%s', '%s');
            return all.every((one) => one) && all.slice(1).every((after, i) => {
              const before = all[i];
              const sameLine = Math.abs(before.top - after.top) < 12;
              return %s;
            });
            """
                .formatted(person, all, rule);
    page.await(rule + ": " + all, () -> page.script(script).equals("true"));
  }

  private Page open(Room room) {
    return Page.open(
        Page.Chromium.installed().orElseThrow(),
        room.address(),
        folder.resolve("profile"),
        "ana,ben");
  }
}
