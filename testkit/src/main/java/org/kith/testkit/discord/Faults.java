package org.kith.testkit.discord;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall go wrong: the next requests of a kind fail, or are carried out and their answer is
 * lost, or hang until they are let go. A kind is a method and a piece of the path, such as {@code
 * POST} and {@code /messages}.
 */
public final class Faults {
  private final World world;
  private final List<Fault> planned = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();

  Faults(World world) {
    this.world = world;
  }

  /** What happens to one request. */
  sealed interface Fault {
    boolean isFor(String method, String path);
  }

  /** It is refused with a status and an error code. */
  record Fails(String method, String part, int status, int code) implements Fault {
    @Override
    public boolean isFor(String asked, String path) {
      return method.equals(asked) && path.contains(part);
    }
  }

  /** It is carried out, and the connection breaks before the answer. */
  record Loses(String method, String part) implements Fault {
    @Override
    public boolean isFor(String asked, String path) {
      return method.equals(asked) && path.contains(part);
    }
  }

  /** Requests that hang before anything is done, until they are let go. */
  public final class Hold implements AutoCloseable {
    private final String method;
    private final String part;
    private int waiting;
    private boolean released;

    private Hold(String method, String part) {
      this.method = method;
      this.part = part;
    }

    /** Waits until so many requests hang. */
    public void awaitHeld(int count) {
      world.await(count + " held requests of " + method + " " + part, () -> waiting >= count);
    }

    /** Lets all go, also those that would still come. */
    @Override
    public void close() {
      world.change(() -> {
        released = true;
        holds.remove(this);
      });
    }
  }

  /** The next requests of this kind are refused with a status. */
  public void fail(int times, int status, String method, String pathPart) {
    fail(times, status, 0, method, pathPart);
  }

  /** The next requests of this kind are refused with a status and one of Discord's error codes. */
  public void fail(int times, int status, int code, String method, String pathPart) {
    plan(times, new Fails(method, pathPart, status, code));
  }

  /** The next requests of this kind are carried out, but the bot never gets the answer. */
  public void loseAnswer(int times, String method, String pathPart) {
    plan(times, new Loses(method, pathPart));
  }

  /** From now on requests of this kind hang until the hold is closed. */
  public Hold hold(String method, String pathPart) {
    Hold hold = new Hold(method, pathPart);
    world.change(() -> holds.add(hold));
    return hold;
  }

  /** Forgets what was planned and lets go what hangs. */
  public void clear() {
    world.change(() -> {
      planned.clear();
      holds.forEach(h -> h.released = true);
      holds.clear();
    });
  }

  private void plan(int times, Fault fault) {
    world.change(() -> {
      for (int i = 0; i < times; i++) {
        planned.add(fault);
      }
    });
  }

  @Nullable Fault take(String method, String path) {
    return world.change(() -> {
      Iterator<Fault> all = planned.iterator();
      while (all.hasNext()) {
        Fault fault = all.next();
        if (fault.isFor(method, path)) {
          all.remove();
          return fault;
        }
      }
      return null;
    });
  }

  void waitIfHeld(String method, String path) throws InterruptedException {
    synchronized (world) {
      for (Hold hold : List.copyOf(holds)) {
        if (hold.method.equals(method) && path.contains(hold.part)) {
          hold.waiting++;
          world.notifyAll();
          while (!hold.released) {
            world.wait();
          }
          hold.waiting--;
        }
      }
    }
  }
}
