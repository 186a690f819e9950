package wenmai.indexer.source;

import java.util.Arrays;

/**
 * Which of very many strings have been seen, and where last (指纹表): sixteen bytes a string or less
 * than forty, whatever its length. Two strings of one 64-bit fingerprint pass for the same, which
 * among ten million happens once in 400,000 runs.
 */
public final class Fingerprints {
  private static final int FIRST_SIZE = 1 << 10;
  private static final int ABSENT = -1;

  private long[] keys = new long[FIRST_SIZE];
  private int[] values = filled(FIRST_SIZE);
  private int size;

  /** Notes a string with a number of 0 or more, in place of the number it had. */
  public void put(String string, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    place(fingerprint(string), value);
  }

  public boolean has(String string) {
    return last(string) >= 0;
  }

  /** The number last noted with this string, or -1. */
  public int last(String string) {
    long key = fingerprint(string);
    int slot = slot(key, keys.length);
    while (values[slot] != ABSENT) {
      if (keys[slot] == key) {
        return values[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return ABSENT;
  }

  private void place(long key, int value) {
    int slot = slot(key, keys.length);
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    if (values[slot] == ABSENT) {
      size++;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = filled(oldKeys.length * 2);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        place(oldKeys[i], oldValues[i]);
      }
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, ABSENT);
    return array;
  }

  private static int slot(long key, int length) {
    return (int) (key ^ (key >>> 32)) & (length - 1);
  }

  /** FNV-1a over UTF-16 units, mixed as in SplitMix64. */
  private static long fingerprint(String string) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < string.length(); i++) {
      hash = (hash ^ string.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
