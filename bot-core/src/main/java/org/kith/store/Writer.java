package org.kith.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * H2's one writer: a thread that runs what is to be written in the order in which it came. What
 * waits at the same moment shares one transaction and one way to the disk; what goes wrong in one
 * piece is taken back alone.
 */
final class Writer implements AutoCloseable {
  /** What one transaction holds at most, so that nobody waits long for those who came later. */
  private static final int MOST_AT_ONCE = 64;

  private static final String BEFORE = "before_this_piece";

  private final Supplier<Jdbi> jdbi;
  private final Lock open;
  private final BlockingQueue<Piece<?>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("database").unstarted(this::run);
  private volatile boolean closed;

  /** Only the thread's own: something was written since the last way to the disk. */
  private boolean unsettled;

  /** How a piece of work is kept. */
  enum Kept {
    /** On disk before its caller goes on. */
    DURABLY,
    /** With the operating system: it survives the death of the process. */
    LIGHTLY,
    /** Taken back. */
    NOT
  }

  /**
   * A writer; {@link #start} makes it go.
   *
   * @param open held while the file is in use
   */
  Writer(Supplier<Jdbi> jdbi, Lock open) {
    this.jdbi = jdbi;
    this.open = open;
  }

  void start() {
    thread.start();
  }

  /** Runs a piece of work and waits for it. If it throws, it has done nothing. */
  <T extends @Nullable Object> T write(Function<Tables, T> work, Kept kept) {
    if (Thread.currentThread().equals(thread)) {
      throw new IllegalStateException("a write within a write would wait for itself");
    }
    if (closed) {
      throw new IllegalStateException("the database is closed");
    }
    Piece<T> piece = new Piece<>(work, kept);
    waiting.add(piece);
    if (!thread.isAlive()) {
      refuseAll();
    }
    return piece.awaited();
  }

  /** Finishes what waits; whatever comes later is refused. */
  @Override
  public void close() {
    closed = true;
    // Not by an interrupt: it would close the file under H2.
    waiting.add(new Piece<>(_ -> true, Kept.DURABLY));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    refuseAll();
  }

  private void refuseAll() {
    List<Piece<?>> late = new ArrayList<>();
    waiting.drainTo(late);
    late.forEach(piece -> piece.tell(new IllegalStateException("the database is closed")));
  }

  private void run() {
    try {
      while (!closed || !waiting.isEmpty()) {
        List<Piece<?>> pieces = new ArrayList<>();
        pieces.add(waiting.take());
        waiting.drainTo(pieces, MOST_AT_ONCE - 1);
        writeAll(pieces);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody may interrupt this thread", e);
    }
  }

  private void writeAll(List<Piece<?>> pieces) {
    open.lock();
    try (Handle handle = jdbi.get().open()) {
      handle.begin();
      pieces.forEach(piece -> piece.run(handle));
      handle.commit();
      unsettled |= pieces.stream().anyMatch(piece -> piece.kept != Kept.NOT);
      pieces.stream().filter(piece -> piece.kept == Kept.LIGHTLY).forEach(Piece::tell);
      if (unsettled && pieces.stream().anyMatch(piece -> piece.kept == Kept.DURABLY)) {
        handle.execute("checkpoint sync");
        unsettled = false;
      }
      pieces.forEach(Piece::tell);
    } catch (RuntimeException | Error e) {
      pieces.forEach(piece -> piece.tell(e));
    } finally {
      open.unlock();
    }
  }

  /** Something to write, and whoever waits for it. */
  private static final class Piece<T extends @Nullable Object> {
    private final Function<Tables, T> work;
    private final Kept kept;
    private final CompletableFuture<T> told = new CompletableFuture<>();
    private @Nullable Supplier<T> outcome;
    private @Nullable Throwable trouble;

    Piece(Function<Tables, T> work, Kept kept) {
      this.work = work;
      this.kept = kept;
    }

    void run(Handle handle) {
      handle.savepoint(BEFORE);
      try {
        T result = work.apply(new Tables(handle));
        outcome = () -> result;
      } catch (RuntimeException | Error e) {
        trouble = e;
      }
      if (trouble != null || kept == Kept.NOT) {
        handle.rollbackToSavepoint(BEFORE);
      } else {
        handle.releaseSavepoint(BEFORE);
      }
    }

    void tell() {
      Supplier<T> found = outcome;
      Throwable wrong = trouble;
      if (wrong != null) {
        told.completeExceptionally(wrong);
      } else if (found != null) {
        told.complete(found.get());
      }
    }

    void tell(Throwable all) {
      told.completeExceptionally(all);
    }

    T awaited() {
      try {
        return told.join();
      } catch (CompletionException e) {
        switch (e.getCause()) {
          case RuntimeException own -> throw own;
          case Error own -> throw own;
          case null, default -> throw e;
        }
      }
    }
  }
}
