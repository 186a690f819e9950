package wenmai.corpus.custody;

import java.nio.file.Path;
import java.util.List;

/** Looks through the files of an index (索引检验): what an engine can say of its own. */
@FunctionalInterface
public interface IndexExaminer {
  /**
   * What is wrong with the index in this folder; nothing where all is well or there is none. Does
   * not disturb whoever writes it.
   */
  List<String> faults(Path generation);
}
