package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.AtOnce;
import org.kith.testing.Await;

/** What the store promises of its H2 file while many read and write. */
class H2FileTest {
  private static final int WRITERS = 6;
  private static final int EACH = 30;

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(DatabaseAddress.in(folder));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_mark_stands_beside_the_file_while_it_is_open() {
    assertThat(folder.resolve("kith.open")).isRegularFile();
    database.close();
    assertThat(folder.resolve("kith.open")).doesNotExist();
  }

  @Test
  void a_second_opening_is_refused_in_one_line_and_harms_nothing() {
    assertThatThrownBy(() -> Database.open(DatabaseAddress.in(folder)))
        .isInstanceOf(StoreTrouble.class)
        .message()
        .contains("KITH_DATA: another process holds the database")
        .contains("stop the other Kith")
        .doesNotContain("\n");
    write("still");
    assertThat(database.answers()).isTrue();
    assertThat(folder.resolve("kith.open")).isRegularFile();
  }

  @Test
  void a_second_process_is_refused_in_one_line() throws Exception {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process second =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path,
                SecondProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said =
        new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(second.waitFor()).isEqualTo(3);
    assertThat(said.lines().filter(line -> line.startsWith("refused: ")))
        .singleElement()
        .asString()
        .contains("KITH_DATA: another process holds the database");
  }

  @Test
  void several_who_wait_share_one_sync_and_each_is_covered_by_one_after_its_commit() {
    database.read(tables -> tables.handle().execute("set query_statistics true"));
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String name = "w" + i + "-";
      writers.add(() -> {
        for (int n = 0; n < EACH; n++) {
          String key = name + n;
          long before =
              database.write(tables -> {
                tables.remembered().write(key, "x");
                return syncs(tables);
              });
          // One that was counted only after the work had begun came after its commit, too: syncs
          // and write transactions wait for each other.
          assertThat(database.read(H2FileTest::syncs)).isGreaterThan(before);
        }
        return true;
      });
    }
    AtOnce.run(writers);
    long syncs = database.read(H2FileTest::syncs);
    assertThat(syncs).isPositive().isLessThan(WRITERS * EACH);
    assertThat(count(database)).isEqualTo(WRITERS * EACH);
  }

  @Test
  void compaction_while_others_read_and_write_loses_nothing() {
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<Integer>> works = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      String name = "w" + i + "-";
      works.add(() -> {
        int written = 0;
        while (!done.get()) {
          write(name + written++);
        }
        return written;
      });
    }
    works.add(() -> {
      int seen = 0;
      while (!done.get()) {
        int now = count(database);
        assertThat(now).isGreaterThanOrEqualTo(seen);
        seen = now;
      }
      return 0;
    });
    works.add(() -> {
      try {
        for (int i = 0; i < 3; i++) {
          int before = count(database);
          database.compact();
          assertThat(count(database)).isGreaterThanOrEqualTo(before);
        }
      } finally {
        done.set(true);
      }
      return 0;
    });
    int written = AtOnce.run(works).stream().mapToInt(Integer::intValue).sum();
    assertThat(count(database)).isEqualTo(written).isPositive();
  }

  @Test
  void a_backup_taken_while_others_write_opens_with_all_that_was_there_before_it()
      throws IOException {
    AtomicBoolean done = new AtomicBoolean();
    Path copy = folder.resolve("copy.zip");
    for (int i = 0; i < EACH; i++) {
      write("before-" + i);
    }
    AtOnce.run(
        List.of(
            () -> {
              for (int i = 0; !done.get(); i++) {
                write("meanwhile-" + i);
              }
              return true;
            },
            () -> {
              try {
                database.backup(copy);
              } finally {
                done.set(true);
              }
              return true;
            }));
    Path other = Files.createDirectory(folder.resolve("other"));
    unzip(copy, other);
    try (Database restored = Database.open(DatabaseAddress.in(other))) {
      assertThat(count(restored)).isBetween(EACH, count(database));
      restored.read(tables -> {
        for (int i = 0; i < EACH; i++) {
          assertThat(tables.remembered().fact("before-" + i)).isPresent();
        }
        return true;
      });
    }
  }

  @Test
  void a_backup_that_can_not_be_written_says_so() {
    assertThatThrownBy(() -> database.backup(folder.resolve("kith.open/copy.zip")))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageContaining("copy.zip");
  }

  @Test
  void what_was_pretended_is_not_there() {
    String seen =
        database.pretend(tables -> {
          tables.remembered().write("pretended", "x");
          return tables.remembered().fact("pretended").orElse("");
        });
    assertThat(seen).isEqualTo("x");
    assertThat(count(database)).isZero();
  }

  @Test
  void what_breaks_among_those_who_share_a_transaction_is_taken_back_alone() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    threads.add(
        Thread.startVirtualThread(() ->
            database.write(tables -> {
              waitFor(goOn);
              return true;
            })));
    threads.add(Thread.startVirtualThread(() -> write("before")));
    AtomicReference<String> told = new AtomicReference<>("");
    threads.add(
        Thread.startVirtualThread(() -> {
          try {
            database.write(tables -> {
              tables.remembered().write("broken", "x");
              throw new IllegalStateException("on purpose");
            });
          } catch (IllegalStateException e) {
            told.set(String.valueOf(e.getMessage()));
          }
        }));
    threads.add(Thread.startVirtualThread(() -> write("after")));
    Await.until(
        "all of them to wait",
        () -> threads.stream().allMatch(one -> one.getState() == Thread.State.WAITING));

    goOn.countDown();
    for (Thread one : threads) {
      one.join();
    }

    assertThat(told).hasValue("on purpose");
    assertThat(count(database)).isEqualTo(2);
    assertThat(database.<String>read(tables -> tables.remembered().fact("broken").orElse("none")))
        .isEqualTo("none");
  }

  @Test
  void a_write_within_a_write_is_refused_and_does_not_wait_for_itself() {
    assertThatThrownBy(() ->
            database.write(tables -> {
              write("inner");
              return true;
            }))
        .hasMessageContaining("a write within a write");
    assertThat(count(database)).isZero();
  }

  private void write(String key) {
    database.write(tables -> {
      tables.remembered().write(key, "x");
      return true;
    });
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int count(Database database) {
    return database.read(tables ->
        tables.handle().createQuery("select count(*) from remembered").mapTo(int.class).one());
  }

  private static long syncs(Tables tables) {
    return tables
        .handle()
        .createQuery(
            """
            select coalesce(sum(execution_count), 0) from information_schema.query_statistics
            where sql_statement = 'checkpoint sync' and :again <> 0
            """)
        // H2 would show its last answer again: it sees no table that has changed.
        .bind("again", System.nanoTime())
        .mapTo(long.class)
        .one();
  }

  private static void unzip(Path zip, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.copy(in, folder.resolve(Path.of(entry.getName()).getFileName()));
      }
    }
  }

  /** Another process that wants the same file. */
  static final class SecondProcess {
    private SecondProcess() {}

    public static void main(String[] folder) {
      try (Database opened = Database.open(DatabaseAddress.in(Path.of(folder[0])))) {
        System.out.println("opened: " + opened.answers());
      } catch (StoreTrouble trouble) {
        System.out.println("refused: " + trouble.getMessage());
        System.exit(3);
      }
    }
  }
}
