package org.kith.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In the browser room asker and helper write to each other through their own views of it. */
class RelayStoryTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path data;

  @SuppressWarnings("NullAway.Init")
  private Room room;

  @BeforeEach
  void open() {
    room = Room.in(data);
    room.types("Ana", "/needhelp Two bags").allSee("#1", "[Ask a question]");
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void a_question_is_asked_and_answered_and_nobody_else_sees_it() {
    room.presses("Ben", "Ask a question").isAnswered("what Ana is to read about #1", "your name");
    room.writesToKith("Ben", "How <b>heavy</b>?").isAnswered("Your question goes to Ana now");
    room.isTold("Ana", "Ben has a question about #1", "How <b>heavy</b>?", "[Answer]");

    room.presses("Ana", "Answer").isAnswered("what Ben is to read");
    room.writesToKith("Ana", "Ten kilos");
    room.isTold("Ben", "Ana writes about #1", "Ten kilos");
    room.doesNotSee("Chi", "heavy").doesNotSee("Chi", "kilos");
  }

  @Test
  void asker_and_helper_write_also_after_a_restart_until_the_request_is_over() {
    room.presses("Ben", "I'll help").allSee("Ben will help");
    room.presses("Ana", "Write").isAnswered("what Ben is to read about #1");
    room.restarts();
    room.writesToKith("Ana", "Blue door").isTold("Ben", "Blue door");
    room.types("Ben", "/write 1 On my way").isTold("Ana", "On my way");

    room.types("Ana", "/done 1");
    room.types("Ben", "/write 1 Bye").isAnswered("#1 is over, so I pass on nothing more");
  }

  @Test
  void stop_and_block_end_it() {
    room.presses("Ben", "I'll help").allSee("Ben will help");
    room.types("Ben", "/write 1 Hello").isTold("Ana", "Hello");
    room.presses("Ana", "Stop").isAnswered("nothing more from Ben about #1", "[Block]");
    room.types("Ben", "/write 1 Hello?").isAnswered("Ana wants no more messages");

    room.presses("Ana", "Block").isAnswered("Ben can't reach you through me", "[Unblock Ben]");
    room.isTold("Ben", "Ana has found another way for #1").allSee("#1", "[I'll help]");
    room.presses("Ben", "I'll help").isAnswered("You're helping with #1");
    room.doesNotSee("Ana", "Ben will help", "[Somebody else]", "again");
  }
}
