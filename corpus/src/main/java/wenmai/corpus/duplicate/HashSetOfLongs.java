package wenmai.corpus.duplicate;

import java.util.Arrays;

/** A set of hashes: open addressing, for hashes whose bits are already mixed. */
final class HashSetOfLongs {
  private final long[] table;
  private boolean hasZero;
  private int size;

  private HashSetOfLongs(int expected) {
    int wanted = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) << 2);
    this.table = new long[wanted];
  }

  static HashSetOfLongs of(long[] hashes, int from, int to) {
    HashSetOfLongs set = new HashSetOfLongs(to - from);
    for (int i = from; i < to; i++) {
      set.add(hashes[i]);
    }
    return set;
  }

  private void add(long hash) {
    if (hash == 0) {
      size += hasZero ? 0 : 1;
      hasZero = true;
      return;
    }
    int slot = slot(hash);
    if (table[slot] == 0) {
      table[slot] = hash;
      size++;
    }
  }

  boolean contains(long hash) {
    return hash == 0 ? hasZero : table[slot(hash)] != 0;
  }

  private int slot(long hash) {
    int mask = table.length - 1;
    int slot = (int) hash & mask;
    while (table[slot] != 0 && table[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  int size() {
    return size;
  }

  int sharedWith(HashSetOfLongs other) {
    int shared = hasZero && other.hasZero ? 1 : 0;
    for (long hash : table) {
      shared += hash != 0 && other.contains(hash) ? 1 : 0;
    }
    return shared;
  }

  /** The smallest of them in ascending order, at most so many. */
  long[] smallest(int count) {
    // About the right number lie below this bound; sorting those alone is enough, mostly.
    double share = Math.min(1, 4.0 * count / Math.max(1, size));
    long bound = share >= 1 ? Long.MAX_VALUE : (long) (Long.MIN_VALUE + share * 0x1p64);
    long[] low = upTo(bound);
    long[] sorted = low.length >= count ? low : upTo(Long.MAX_VALUE);
    return Arrays.copyOf(sorted, Math.min(count, sorted.length));
  }

  /** Those up to a bound in ascending order. */
  private long[] upTo(long bound) {
    long[] low = new long[size];
    int at = 0;
    if (hasZero && bound >= 0) {
      low[at++] = 0;
    }
    for (long hash : table) {
      if (hash != 0 && hash <= bound) {
        low[at++] = hash;
      }
    }
    Arrays.sort(low, 0, at);
    return Arrays.copyOf(low, at);
  }
}
