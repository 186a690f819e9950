package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import wenmai.corpus.search.FacetName;

/**
 * The values of one facet in one segment (分面列): for each document the numbers of its values. A
 * region stands for those above it as well, so that a filter on a province finds its counties.
 */
final class FacetColumn {
  static final FacetColumn EMPTY = new FacetColumn(new int[0], new int[0], List.of());

  private final int[] starts;
  private final int[] values;
  private final List<String> names;

  private FacetColumn(int[] starts, int[] values, List<String> names) {
    this.starts = starts;
    this.values = values;
    this.names = names;
  }

  static FacetColumn load(LeafReader reader, FacetName facet, int[] documents) throws IOException {
    SortedSetDocValues stored = reader.getSortedSetDocValues(Fields.facet(facet));
    if (stored == null) {
      return EMPTY;
    }
    Names names = new Names();
    int[][] meanings = new int[(int) stored.getValueCount()][];
    for (int ord = 0; ord < meanings.length; ord++) {
      String value = stored.lookupOrd(ord).utf8ToString();
      meanings[ord] = facet == FacetName.REGION ? names.path(value) : new int[] {names.of(value)};
    }
    int[] starts = new int[documents.length + 1];
    int[] values = new int[documents.length];
    int count = 0;
    for (int ordinal = 0; ordinal < documents.length; ordinal++) {
      starts[ordinal] = count;
      if (stored.advanceExact(documents[ordinal])) {
        for (int i = 0; i < stored.docValueCount(); i++) {
          int[] meaning = meanings[(int) stored.nextOrd()];
          values = room(values, count + meaning.length);
          System.arraycopy(meaning, 0, values, count, meaning.length);
          count += meaning.length;
        }
      }
    }
    starts[documents.length] = count;
    return new FacetColumn(starts, Arrays.copyOf(values, count), names.list);
  }

  private static int[] room(int[] values, int needed) {
    return needed <= values.length ? values : Arrays.copyOf(values, needed * 2);
  }

  /** Names by number. */
  List<String> names() {
    return names;
  }

  /** Adds one for each value of this document. */
  void count(int ordinal, int[] counts) {
    if (this != EMPTY) {
      for (int i = starts[ordinal]; i < starts[ordinal + 1]; i++) {
        counts[values[i]]++;
      }
    }
  }

  /** Whether the document has one of these values. */
  boolean hasAny(int ordinal, boolean[] wanted) {
    if (this != EMPTY) {
      for (int i = starts[ordinal]; i < starts[ordinal + 1]; i++) {
        if (wanted[values[i]]) {
          return true;
        }
      }
    }
    return false;
  }

  private static final class Names {
    private final List<String> list = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int of(String name) {
      return numbers.computeIfAbsent(
          name,
          unknown -> {
            list.add(name);
            return list.size() - 1;
          });
    }

    /** 槐南省/棠州市 is 槐南省 and 槐南省/棠州市. */
    int[] path(String path) {
      List<Integer> steps = new ArrayList<>();
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        steps.add(of(path.substring(0, slash)));
      }
      steps.add(of(path));
      return steps.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
