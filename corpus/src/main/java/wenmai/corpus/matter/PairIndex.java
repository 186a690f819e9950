package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Subjects by the pairs of characters in them (主题索引), so that what is alike is found without
 * comparing all with all. For one thread.
 */
final class PairIndex {
  private final Map<String, List<Integer>> byPair = new HashMap<>();
  private final int[] sizes;
  private final int[] shared;

  PairIndex(List<Subject> subjects) {
    this.sizes = new int[subjects.size()];
    this.shared = new int[subjects.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = subjects.get(i).pairs().size();
      for (String pair : subjects.get(i).pairs()) {
        byPair.computeIfAbsent(pair, each -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * @param index of a subject, in the order given
   */
  record Near(int index, double likeness) {}

  /** All that are at least so much like this one, in no order; itself too, where it is one. */
  List<Near> near(Subject subject, double least) {
    List<Integer> touched = new ArrayList<>();
    for (String pair : subject.pairs()) {
      for (int i : byPair.getOrDefault(pair, List.of())) {
        if (shared[i]++ == 0) {
          touched.add(i);
        }
      }
    }
    int size = subject.pairs().size();
    List<Near> near = new ArrayList<>();
    for (int i : touched) {
      double likeness =
          Subject.likeness(shared[i], Math.min(size, sizes[i]), Math.max(size, sizes[i]));
      shared[i] = 0;
      if (likeness >= least) {
        near.add(new Near(i, likeness));
      }
    }
    return near;
  }
}
