package wenmai.corpus.search;

import java.util.List;
import wenmai.corpus.engine.EngineQuery.Synonym;

/** What reading a query takes from the lexicon (词汇). Safe for many threads. */
interface Vocabulary {

  /** The words a run is cut into, as typed; signs are none. */
  List<String> words(String run);

  /** Other ways to say the run or parts of it. */
  List<Synonym> synonyms(String run);

  /** What the law calls the things that a question asks about. */
  List<Synonym> legal(String question);

  /** The run without white space, folded as an exact search folds it. */
  String folded(String run);

  /** The same with every number in digits, so that 第十二条 and 第12条 are one. */
  String inDigits(String run);

  /** How many words a run has. */
  default int terms(String run) {
    return words(run).size();
  }
}
