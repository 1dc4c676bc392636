package org.kith.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The main job in a real browser, as people do it: by mouse, by reaction, by keyboard alone. */
@ExtendWith(NeedsChromium.class)
class ChromiumTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void neighbours_ask_help_and_read_the_digest() {
    try (Room room = Room.in(folder.resolve("data"));
        Page page = open(room, "ana,ben")) {
      page.sees("ana", "I'm Kith").picture("door");
      room.presses("Dee", "What's needed").allSee("This circle begins");
      page.size(1280, 1080);

      page.types("ana", "/needhelp two bags from the market, Saturday 10-12, near Maple Street")
          .sees("ana", "Nothing is posted yet")
          .presses("ana", "Post it")
          .sees("ben", "Groceries · #1")
          .sees("ana", "Ana is looking for 1 person")
          .picture("asked");

      page.presses("ben", "I'll help")
          .sees("ana", "Ben will help with #1")
          .sees("ben", "Thank you! You're helping with #1")
          .sees("ben", "For Ana: Ben will help")
          .readmePicture("room")
          .look("dark")
          .readmePicture("room-dark")
          .look("light");
      page.size(390, 844).show(room.address(), "ben").sees("ben", "For Ana: Ben will help");
      page.readmePicture("phone").size(1280, 900).show(room.address(), "ana,ben");

      page.types("ana", "/needhelp somebody to walk the dog with me")
          .sees("ben", "#2")
          .presses("ben", "🤝")
          .sees("ana", "Ben will help with #2")
          .presses("ben", "🤝")
          .sees("ana", "Ben can't help with #2 after all");

      page.types("ben", "/done 1").sees("ana", "Groceries · #1: done");
      page.moves("To Monday 09:00").sees("ana", "This week").sees("ben", "One act of care");
      page.readmePicture("digest");
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void stewards_see_how_their_circle_works_and_what_is_reported() {
    try (Room room = Room.in(folder.resolve("data"));
        Page page = open(room, "ana,chi")) {
      page.size(900, 1420).show(room.address(), "ana").sees("ana", "I'm Kith");
      page.types("ana", "/circle show").sees("ana", "Time zone").readmePicture("circle");

      room.types("Ben", "/board");
      page.size(1280, 760).show(room.address(), "ana,chi").sees("ana", "Time zone");
      page.types("chi", "/report Ben He shouted at me at my door")
          .sees("chi", "this would be read by Ana")
          .presses("chi", "Send it")
          .sees("ana", "Chi reports Ben")
          .readmePicture("report");
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void everything_works_by_keyboard_alone() {
    try (Room room = Room.in(folder.resolve("data"));
        Page page = open(room, "ana,ben")) {
      page.sees("ana", "I'm Kith");

      page.tabsTo("Ana to Maple Street", false).keys("/nee").keys(Keys.ARROW_DOWN, Keys.ENTER);
      page.keys("two bags from the market", Keys.ENTER).sees("ben", "Groceries · #1");

      page.tabsTo("Ben to Maple Street", false).tabsTo("I'll help", true).keys(Keys.ENTER);
      page.sees("ana", "Ben will help with #1").sees("ben", "You're helping with #1");

      page.tabsTo("Ben to Maple Street", false).tabsTo("I can't after all", true).keys(Keys.ENTER);
      page.sees("ana", "Ben can't help with #1 after all");

      page.tabsTo("Ben to Maple Street", false).tabsTo("🤝", true).keys(Keys.SPACE);
      page.sees("ben", "For Ana: Ben will help").picture("keyboard");

      page.tabsTo("Ben to Maple Street", false).tabsTo("Done", true).keys(Keys.ENTER);
      page.sees("ana", "Groceries · #1: done");
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void markup_is_shown_and_never_run() {
    try (Room room = Room.in(folder.resolve("data"));
        Page page = open(room, "ana,ben")) {
      String typed = "<img src=x onerror=\"document.title='gone'\"> <b>bold</b>";
      page.types("ana", typed).sees("ben", typed);
      page.types("ana", "/needhelp " + typed).sees("ben", "#1").sees("ben", "onerror");

      assertThat(page.script("return document.title")).startsWith("Maple Street");
      assertThat(page.script("return document.querySelectorAll('main img, main b').length"))
          .isEqualTo("0");
      assertThat(page.complaints()).isEmpty();
    }
  }

  @Test
  void nothing_that_people_write_breaks_the_page() {
    try (Room room = Room.in(folder.resolve("data"));
        Page page = open(room, "ana,ben")) {
      String word = "Donaudampfschifffahrts".repeat(12);
      room.types("Ben", word).types("Ana", "أحتاج إلى كيسين من السوق، من فضلكم. Danke!");
      room.types("Ben", "A line of many words. ".repeat(60)).types("Chi", "one\n\ntwo\nthree");
      page.sees("ana", "three").picture("long");
      String name = "m".repeat(Person.LONGEST_NAME);
      room.post("person", "{\"name\":\"" + name + "\"}");
      room.types(name, "Hello!");
      room.types("Ana", "/needhelp " + word.substring(0, 150)).allSee("#1");
      room.types("Ana", "/needhelp كيسان من السوق").allSee("#2").reacts("Ben", "#2");
      page.sees("ana", "Ben will help with #2").picture("strange");
      page.types("ana", "/circle show").sees("ana", "Time zone").picture("circle");
      room.types("Ana", "/needhelp a lift, Saturday 10-12").presses("Ana", "Another time zone");
      page.sees("ana", "Auckland (22:00)").types("ben", "/needhelp").sees("ben", "What kind");
      assertThat(page.tooWide()).isEmpty();
      page.picture("buttons").look("dark").picture("buttons-dark").look("light");

      page.size(390, 844).show(room.address(), "ana").sees("ana", "Auckland (22:00)");
      assertThat(page.tooWide()).isEmpty();
      page.picture("phone-zones").show(room.address(), "ben").sees("ben", "What kind");
      page.picture("phone-dialogue").look("dark").picture("phone-dark");
      page.size(320, 568).show(room.address(), "ana").sees("ana", "Auckland (22:00)");
      assertThat(page.tooWide()).isEmpty();
      page.picture("phone-small").show(room.address(), name).sees(name, "Hello!");
      assertThat(page.tooWide()).isEmpty();
      page.picture("phone-name").size(1280, 900).picture("name");
      assertThat(page.complaints()).isEmpty();
    }
  }

  private Page open(Room room, String show) {
    return Page.open(
        Page.Chromium.installed()
            .orElseThrow(() ->
                new AssertionError(
                    "KITH_REQUIRE_CHROMIUM is true, but chromium and chromedriver are not on the"
                        + " PATH")),
        room.address(),
        folder.resolve("profile"),
        show);
  }
}
