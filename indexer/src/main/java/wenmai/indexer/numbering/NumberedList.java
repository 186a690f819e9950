package wenmai.indexer.numbering;

import java.util.List;
import java.util.Map;

/**
 * A list as paragraphs name it (编号列表).
 *
 * @param counter by which its numbers are counted; lists of the same kind share one and go on where
 *     another left off
 * @param levels from the outermost
 * @param anew where levels of this list begin when it is first used, by level
 */
public record NumberedList(String counter, List<ListLevel> levels, Map<Integer, Integer> anew) {
  public NumberedList {
    levels = List.copyOf(levels);
    anew = Map.copyOf(anew);
  }
}
