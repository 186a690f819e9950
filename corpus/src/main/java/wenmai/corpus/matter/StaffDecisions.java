package wenmai.corpus.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wenmai.corpus.document.DocumentId;

/**
 * What people decided about matters (人工归并与拆分), as pairs of documents, so that it outlives every new
 * reading: two that belong to one matter, two that do not. Confirming a matter, joining two and
 * dividing one are all said in such pairs.
 *
 * @param together pairs that must share a matter; a matter holding such a pair counts as reviewed
 * @param apart pairs that must not; where both are said of a pair, this wins
 */
public record StaffDecisions(Set<Pair> together, Set<Pair> apart) {
  public StaffDecisions {
    Set<Pair> separated = Set.copyOf(apart);
    together =
        together.stream()
            .filter(pair -> !separated.contains(pair))
            .collect(Collectors.toUnmodifiableSet());
    apart = separated;
  }

  /** Two documents; which comes first does not matter. */
  public record Pair(DocumentId first, DocumentId second) {
    public Pair {
      if (first.compareTo(second) > 0) {
        DocumentId swap = first;
        first = second;
        second = swap;
      }
    }
  }

  /** With whom each document is in one of these pairs. */
  static Map<DocumentId, Set<DocumentId>> partners(Collection<Pair> pairs) {
    Map<DocumentId, Set<DocumentId>> partners = new HashMap<>();
    for (Pair pair : pairs) {
      partners.computeIfAbsent(pair.first(), id -> new TreeSet<>()).add(pair.second());
      partners.computeIfAbsent(pair.second(), id -> new TreeSet<>()).add(pair.first());
    }
    return partners;
  }

  public static StaffDecisions none() {
    return new StaffDecisions(Set.of(), Set.of());
  }

  public static StaffDecisions of(List<Pair> together, List<Pair> apart) {
    return new StaffDecisions(Set.copyOf(together), Set.copyOf(apart));
  }
}
