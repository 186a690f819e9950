package wenmai.indexer.source;

import java.util.HashMap;
import java.util.Map;

/**
 * Places in a container (包内位置), one for each member: of several of one name each but the first gets
 * its number, {@code 扫描 (2).pdf}, the same at every run over the same container. For one thread.
 */
public final class FreePlaces {
  private final Map<String, Integer> taken = new HashMap<>();

  /** The name, or the next one like it that is free; taken from then on. */
  public String take(String name) {
    Integer before = taken.putIfAbsent(name, 1);
    if (before == null) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    int end = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
    int number = before;
    String next;
    do {
      number++;
      next = name.substring(0, end) + " (" + number + ")" + name.substring(end);
    } while (taken.putIfAbsent(next, 1) != null);
    taken.put(name, number);
    return next;
  }
}
