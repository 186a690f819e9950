package wenmai.corpus.store;

import java.util.Collection;
import java.util.stream.Collectors;
import wenmai.corpus.document.DocumentId;

/**
 * Many ids as one argument of a question (编号列表), so that its words are the same for any number of
 * them and the database reads them once.
 */
public final class Listed {
  /** What stands behind {@code IN}; its one argument is {@link #of}. */
  public static final String IDS = "(SELECT value FROM json_each(?))";

  /** The same for numbers of rows; the argument is a list of them as Java prints it. */
  public static final String NUMBERS = "(SELECT CAST(value AS BIGINT) FROM json_each(?))";

  private Listed() {}

  /** As JSON; ids are hexadecimal digits and nothing else. */
  public static String of(Collection<DocumentId> ids) {
    return ids.stream()
        .map(id -> '"' + id.value() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
