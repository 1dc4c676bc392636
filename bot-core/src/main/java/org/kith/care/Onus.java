package org.kith.care;

import java.util.List;

/** Whether what lies ahead rests on too few: computed from what is in flight, stored nowhere. */
public final class Onus {
  /** Fewer promises than this say nothing. */
  private static final int ENOUGH = 6;

  private static final int FEW = 2;

  private Onus() {}

  /**
   * True if two helpers hold more than half of what has been promised and lies ahead.
   *
   * @param heldByEach how many promises each helper holds, the most first
   */
  public static boolean isHeavy(List<Integer> heldByEach) {
    int all = heldByEach.stream().mapToInt(Integer::intValue).sum();
    int few = heldByEach.stream().limit(FEW).mapToInt(Integer::intValue).sum();
    return all >= ENOUGH && few * 2 > all;
  }
}
