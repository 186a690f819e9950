package wenmai.corpus.document;

import java.util.List;

/**
 * An administrative area (行政区域) with those above it, as far as they are known: 槐南省/棠州市/汀浦区.
 * National bodies are {@code 全国}.
 *
 * @param path from the top down; the last is the area itself
 */
public record Region(List<String> path) {
  public Region {
    path = List.copyOf(path);
    if (path.isEmpty()
        || path.stream().anyMatch(name -> name.isBlank() || name.indexOf('/') >= 0)) {
      throw new IllegalArgumentException("not a region: " + path);
    }
  }

  public static Region of(String... path) {
    return new Region(List.of(path));
  }

  public static Region parse(String printed) {
    return new Region(List.of(printed.split("/")));
  }

  /** Its own name, without those above it. */
  public String name() {
    return path.getLast();
  }

  @Override
  public String toString() {
    return String.join("/", path);
  }
}
