package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things by the pairs of characters in their subjects (主题索引), so that what is alike is found
 * without comparing all with all. Things come and go. For one thread.
 *
 * @param <T> what has a subject
 */
final class PairIndex<T> {
  private final Map<Integer, List<Entry<T>>> byPair = new HashMap<>();
  private final Map<T, Entry<T>> entries = new HashMap<>();

  private static final class Entry<T> {
    private final T thing;
    private final Subject subject;
    private int shared;

    Entry(T thing, Subject subject) {
      this.thing = thing;
      this.subject = subject;
    }
  }

  void add(T thing, Subject subject) {
    Entry<T> entry = new Entry<>(thing, subject);
    if (entries.putIfAbsent(thing, entry) == null) {
      // most pairs are those of one or two subjects
      subject
          .pairs()
          .forEach(pair -> byPair.computeIfAbsent(pair, each -> new ArrayList<>(1)).add(entry));
    }
  }

  void remove(T thing) {
    Entry<T> entry = entries.remove(thing);
    if (entry != null) {
      entry
          .subject
          .pairs()
          .forEach(pair ->
              byPair.computeIfPresent(
                  pair,
                  (each, list) -> {
                    list.removeIf(other -> other == entry);
                    return list.isEmpty() ? null : list;
                  }));
    }
  }

  /** Something, and how much it is alike, in [0, 1]. */
  record Near<T>(T thing, double likeness) {}

  /** All that are at least so much like this subject, in no order; its own too, where it is one. */
  List<Near<T>> near(Subject subject, double least) {
    List<Entry<T>> touched = new ArrayList<>();
    subject
        .pairs()
        .forEach(pair -> {
          for (Entry<T> entry : byPair.getOrDefault(pair, List.of())) {
            if (entry.shared++ == 0) {
              touched.add(entry);
            }
          }
        });
    int size = subject.size();
    List<Near<T>> near = new ArrayList<>();
    for (Entry<T> entry : touched) {
      int other = entry.subject.size();
      double likeness =
          Subject.likeness(entry.shared, Math.min(size, other), Math.max(size, other));
      entry.shared = 0;
      if (likeness >= least) {
        near.add(new Near<>(entry.thing, likeness));
      }
    }
    return near;
  }
}
