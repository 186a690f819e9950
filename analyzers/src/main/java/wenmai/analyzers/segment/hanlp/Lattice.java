package wenmai.analyzers.segment.hanlp;

import java.util.Arrays;

/**
 * All words that a stretch of text may be cut into (词图), in order of their first atom, and the
 * cheapest way through them. Reused; not thread-safe.
 */
final class Lattice {
  static final int NONE = -1;

  private final CoreWords core;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private int[] word = new int[1024];
  private int[] heir = new int[1024];
  private float[] own = new float[1024];
  private byte[] sort = new byte[1024];
  private float[] cost = new float[1024];
  private int[] previous = new int[1024];
  private int[] sibling = new int[1024];
  private int[] endingAt = new int[256];
  private int[] heirless = new int[256];
  private int[] firstAt = new int[257];
  private int count;
  private int width;

  Lattice(CoreWords core) {
    this.core = core;
  }

  void clear(int atoms) {
    count = 0;
    width = atoms;
    if (endingAt.length < atoms + 1) {
      endingAt = new int[atoms * 2];
      heirless = new int[atoms * 2];
      firstAt = new int[atoms * 2 + 1];
    }
    Arrays.fill(endingAt, 0, atoms + 1, NONE);
    Arrays.fill(heirless, 0, atoms + 1, 0);
  }

  /** Tells that the nodes of the atoms before {@code atom} are all there. */
  void startAtom(int atom) {
    firstAt[atom] = count;
  }

  void finish() {
    firstAt[width] = count;
  }

  /**
   * A word that covers the atoms {@code [start, end)}; what several sources know is one node, at
   * the lowest price.
   *
   * @param id its number in the core dictionary, or {@link #NONE}
   * @param price what it costs behind a word it was never seen behind
   * @param kind a constant of {@link NodeKind}; the later source's prevails, but a guess never does
   */
  void add(int start, int end, int id, float price, byte kind) {
    for (int node = firstAt[start]; node < count; node++) {
      if (to[node] == end) {
        if (kind != NodeKind.GUESS) {
          own[node] = Math.min(own[node], price);
          sort[node] = kind;
        }
        return;
      }
    }
    if (count == from.length) {
      grow();
    }
    from[count] = start;
    to[count] = end;
    word[count] = id;
    heir[count] = id;
    own[count] = price;
    sort[count] = kind;
    count++;
  }

  private void grow() {
    int size = count * 2;
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    word = Arrays.copyOf(word, size);
    heir = Arrays.copyOf(heir, size);
    own = Arrays.copyOf(own, size);
    sort = Arrays.copyOf(sort, size);
    cost = Arrays.copyOf(cost, size);
    previous = Arrays.copyOf(previous, size);
    sibling = Arrays.copyOf(sibling, size);
  }

  /**
   * The last node of the cheapest way, from which {@link #previous} leads back; or {@link #NONE}.
   */
  int solve() {
    for (int node = 0; node < count; node++) {
      int start = from[node];
      if (start == 0) {
        cost[node] = step(CoreWords.begin(), node);
        previous[node] = NONE;
      } else {
        float best = Float.MAX_VALUE;
        int way = NONE;
        for (int before = endingAt[start]; before != NONE; before = sibling[before]) {
          float sum = cost[before] + step(heir[before], node);
          if (sum < best) {
            best = sum;
            way = before;
          }
        }
        if (way == NONE) {
          continue;
        }
        cost[node] = best;
        previous[node] = way;
      }
      list(node);
    }
    int last = NONE;
    float best = Float.MAX_VALUE;
    for (int node = endingAt[width]; node != NONE; node = sibling[node]) {
      float sum = cost[node] + (heir[node] == NONE ? 0 : core.after(heir[node], CoreWords.end()));
      if (sum < best) {
        best = sum;
        last = node;
      }
    }
    return last;
  }

  /**
   * Lists a node under the atom it ends before. Words that the model does not know lead on like the
   * longest word that it knows at their end: behind 人大常委会 stands what stands behind 常委会. That one
   * is listed first after them, for nodes come by start.
   */
  private void list(int node) {
    int end = to[node];
    if (word[node] == NONE) {
      heirless[end]++;
    } else if (heirless[end] > 0) {
      for (int longer = endingAt[end]; longer != NONE; longer = sibling[longer]) {
        if (heir[longer] == NONE && from[longer] < from[node]) {
          heir[longer] = word[node];
        }
      }
      heirless[end] = 0;
    }
    sibling[node] = endingAt[end];
    endingAt[end] = node;
  }

  private float step(int before, int node) {
    int id = word[node];
    if (id == NONE || before == NONE) {
      return own[node];
    }
    return Math.min(own[node], core.after(before, id));
  }

  int previous(int node) {
    return previous[node];
  }

  int from(int node) {
    return from[node];
  }

  int to(int node) {
    return to[node];
  }

  byte kind(int node) {
    return sort[node];
  }

  /** The first node of those that start at this atom; they end where the next atom's begin. */
  int firstAt(int atom) {
    return firstAt[atom];
  }
}
