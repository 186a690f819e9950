package wenmai.corpus.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Documents that hang together by being copies of each other (副本组). Who is a copy of whom follows
 * from the group alone, whatever the order in which its members came.
 *
 * @param <D> what stands for a document
 */
public record CopyGroup<D>(Map<D, Originality> members, Set<Pair<D>> copies) {
  public CopyGroup {
    members = Map.copyOf(members);
    copies = Set.copyOf(copies);
  }

  /** Two documents with the same words. */
  public record Pair<D>(D one, D other) {}

  /**
   * For each copy its original: the most original of those that are no copies themselves and that
   * it has the same words as.
   */
  public Map<D, D> originals() {
    List<D> inOrder = new ArrayList<>(members.keySet());
    Function<D, Originality> rank = member -> members.getOrDefault(member, new Originality(""));
    inOrder.sort(Comparator.comparing(rank));
    List<D> originals = new ArrayList<>();
    Map<D, D> found = new LinkedHashMap<>();
    for (D member : inOrder) {
      originals.stream()
          .filter(original -> areCopies(original, member))
          .findFirst()
          .ifPresentOrElse(original -> found.put(member, original), () -> originals.add(member));
    }
    return found;
  }

  private boolean areCopies(D one, D other) {
    return copies.contains(new Pair<>(one, other)) || copies.contains(new Pair<>(other, one));
  }
}
