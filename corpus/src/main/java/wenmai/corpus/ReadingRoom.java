package wenmai.corpus;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.MatterStatus;
import wenmai.corpus.matter.MatterType;
import wenmai.corpus.matter.OutcomeFilter;
import wenmai.corpus.search.DocumentSummary;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchResult;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.trace.Trace;

/**
 * Everything one can ask of the collection (阅览室), opened for one {@link Reader} and one day: what
 * that reader may not see takes no part in any answer. Safe for use by many threads.
 */
public interface ReadingRoom {

  Reader reader();

  /** The day by which status and overdue are computed. */
  LocalDate asOf();

  /**
   * @throws QueryProblem if the query cannot be understood
   */
  SearchResult search(SearchRequest request);

  /**
   * Ranks documents or articles for plain words: no operators, no facets, any size. What is missing
   * of vectors is made first.
   */
  List<Hit> rank(String words, SearchRequest.Mode mode, SearchRequest.Level level, int size);

  /**
   * Where the words of a query stand in a text, in order, not overlapping; nowhere where the query
   * cannot be understood.
   */
  List<CodePointSpan> marks(String query, String text);

  Holding holding(DocumentId id);

  /** The untouched extraction. */
  Optional<String> rawText(DocumentId id);

  /** The extraction and the text made of it, with every repair between them. */
  Optional<TextLayers> layers(DocumentId id);

  /** The file it came in; none where it is withheld. */
  Optional<Original> original(DocumentId id);

  /**
   * Whether there is an original that this reader may not have, because something that is not
   * public is in the same file.
   */
  boolean withholdsOriginal(DocumentId id);

  /**
   * @param depth steps to follow, 1 to 5
   */
  Optional<Trace> trace(DocumentId id, int depth);

  /** Who cites a text's articles, what it rests on, what it said before. */
  Lineage lineage();

  /** Documents like this one, best first, with why. */
  List<Hit> similar(DocumentId id, int size);

  MatterPage matters(MatterRequest request);

  /** How many matters there are of each status, whatever statuses the request asks for. */
  Map<MatterStatus, Long> matterCounts(MatterRequest request);

  /** Hands out all matters that a request asks for, whatever page and size it has. */
  void eachMatter(MatterRequest request, Consumer<Matter> consumer);

  /** By its id or a former one. */
  Optional<Matter> matter(String id);

  /**
   * Summaries of these documents, in this order, without those that are not there for this reader.
   */
  List<DocumentSummary> summaries(List<DocumentId> ids);

  /** Cited papers that are not held, most asked for first. */
  List<Wanted> wanted(long from, int limit);

  /** How many cited papers are not held. */
  long wanted();

  /** Up to ten completions, by Chinese, pinyin or initials. */
  List<Suggestion> suggest(String prefix);

  /** Every document by id, then every matter by id. */
  void export(Consumer<DocumentView> documents, Consumer<Matter> matters);

  CollectionStatistics statistics();

  /** A file as it came in. */
  interface Original {
    String mediaType();

    /** A name to save it under. */
    String fileName();

    long bytes();

    InputStream open();
  }

  /**
   * Which matters to list; of several values of one kind any will do, and all do where there is
   * none.
   *
   * @param outcomes the result that stands
   * @param query words of the subject; may be empty
   * @param page from 1
   */
  record MatterRequest(
      Set<MatterType> types,
      Set<MatterStatus> statuses,
      Set<String> organs,
      Set<Integer> years,
      Set<OutcomeFilter> outcomes,
      String query,
      int page,
      int size) {
    public MatterRequest {
      types = Set.copyOf(types);
      statuses = Set.copyOf(statuses);
      organs = Set.copyOf(organs);
      years = Set.copyOf(years);
      outcomes = Set.copyOf(outcomes);
    }

    /** All of them. */
    public static MatterRequest all(int size) {
      return new MatterRequest(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "", 1, size);
    }

    public MatterRequest standing(Set<MatterStatus> others) {
      return new MatterRequest(types, others, organs, years, outcomes, query, page, size);
    }

    public MatterRequest at(int otherPage, int otherSize) {
      return new MatterRequest(
          types, statuses, organs, years, outcomes, query, otherPage, otherSize);
    }
  }

  /** A page of the ledger (台账). */
  record MatterPage(long total, List<Matter> matters) {}

  /**
   * A cited paper that is not held.
   *
   * @param name its title or 文号
   * @param documents how many documents cite it
   */
  record Wanted(String name, int documents, List<DocumentId> examples) {}

  /**
   * A completion.
   *
   * @param type {@code title}, {@code organ}, {@code term}, {@code number}
   */
  record Suggestion(String text, String type, Optional<DocumentId> id) {}

  /** How much the collection holds for this reader. */
  record CollectionStatistics(long documents, long matters, long characters, boolean sample) {}
}
