package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.ReadingRoom.Suggestion;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.EngineAnswer;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineRequest;
import wenmai.corpus.engine.EngineRequest.Blend;
import wenmai.corpus.engine.EngineRequest.Counting;
import wenmai.corpus.engine.EngineRequest.Meaning;
import wenmai.corpus.engine.EngineRequest.Narrowing;
import wenmai.corpus.engine.EngineRequest.Place;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.semantic.Meanings;
import wenmai.corpus.semantic.Pace;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;

/**
 * Answers questions to the collection (检索台): reads the query, asks the engine, and shows the hits
 * from the stored texts. One for the whole archive, for many threads; what a reader may see comes
 * with the view and the lookup of each call, which are of one audience.
 */
public final class SearchDesk {
  /** Passages that are near enough to count as found by meaning. */
  private static final int NEAREST = 1000;

  /** So many times as many like papers are looked at as are wanted: some are copies of one work. */
  private static final int LIKE_COPIES = 3;

  private final SearchSettings settings;
  private final Optional<Meanings> meanings;
  private final AtomicReference<String> filled = new AtomicReference<>("");

  /** A desk that searches by words alone. */
  public SearchDesk(SearchSettings settings) {
    this.settings = settings;
    this.meanings = Optional.empty();
  }

  /** A desk that searches by meaning as well. */
  public SearchDesk(SearchSettings settings, Meanings meanings) {
    this.settings = settings;
    this.meanings = Optional.of(meanings);
  }

  /** What searching by meaning stands on; whoever wires the archive has it filled. */
  public Optional<Meanings> meanings() {
    return meanings;
  }

  /**
   * @throws QueryProblem if the query cannot be understood, or asks for a model that is not there
   */
  public SearchResult search(SearchRequest request, EngineView view, DocumentLookup lookup) {
    Vocabulary vocabulary = vocabulary(view);
    QueryReader reader = new QueryReader(vocabulary, settings.kinds());
    List<Place> named = new NamedPlaces(view, lookup, settings.laws()).in(request.query());
    EngineQuery typed = read(request.query(), reader, named);
    EngineQuery query = new CitationWidening(view, lookup, settings.laws()).widen(typed);
    PlainWords plain = PlainWords.of(query);
    Mode mode = mode(request.mode(), plain);
    Narrowing narrowing =
        new Narrowing(settings.places().widened(request.filters()), request.from(), request.to());
    EngineRequest asked =
        new EngineRequest(
            named.isEmpty() || NamedPlaces.isQuoted(request.query())
                ? query
                : new EngineQuery.Any(List.of(new EngineQuery.OneOf(named), query)),
            meaning(mode, plain, query, narrowing, view, lookup),
            named,
            narrowing,
            request.sort(),
            request.level(),
            request.copies(),
            Counting.FACETS,
            offset(request),
            request.size(),
            SnippetMaker.MOST,
            lookup.sideValues());
    EngineAnswer answer = view.search(asked);
    List<Hit> hits =
        new HitMaker(settings.lexicon().folding(), vocabulary, lookup, query, named)
            .make(answer.hits());
    List<String> culprits = List.of();
    Optional<String> suggestion = Optional.empty();
    if (answer.total() == 0 && mode != Mode.SEMANTIC) {
      Rescue rescue = new Rescue(view, vocabulary, reader, part -> count(part, asked, view));
      try {
        culprits = rescue.culprits(query);
        suggestion = rescue.better(request.query(), culprits);
      } catch (QueryProblem tooSlow) {
        suggestion =
            Optional.empty(); // that nothing was found stands; advice is not worth more time
      }
    }
    return new SearchResult(
        new Understanding(settings.wording()).of(typed),
        mode,
        plain.synonyms(),
        suggestion,
        answer.total(),
        hits,
        FacetLists.of(answer.facets(), request.filters(), settings.places()),
        direct(hits, named),
        culprits,
        settings.places().told(plain.besides(), request.filters()));
  }

  private Vocabulary vocabulary(EngineView view) {
    return new LexiconVocabulary(
        settings.lexicon(), settings.legalTerms(), settings.places(), view);
  }

  /**
   * Where the words of a query stand in a text: in order, not overlapping; nowhere where the query
   * cannot be understood.
   */
  public List<CodePointSpan> marks(String query, String text, EngineView view) {
    Vocabulary vocabulary = vocabulary(view);
    try {
      EngineQuery read = new QueryReader(vocabulary, settings.kinds()).read(query);
      Needles needles = Needles.of(read, vocabulary);
      if (needles.isEmpty()) {
        return List.of();
      }
      CodePointIndex index = CodePointIndex.of(text);
      return Marks.in(settings.lexicon().folding().fold(text), needles).stream()
          .map(index::toCodePoints)
          .toList();
    } catch (QueryProblem e) {
      return List.of();
    }
  }

  /**
   * What a query means to the engine, without the papers that it may name by itself.
   *
   * @throws QueryProblem if it cannot be understood
   */
  public EngineQuery understand(String query, EngineView view) {
    return new QueryReader(vocabulary(view), settings.kinds()).read(query);
  }

  /** A name that is no query, such as a title with a single bracket, still leads to its paper. */
  private static EngineQuery read(String query, QueryReader reader, List<Place> named) {
    try {
      return reader.read(query);
    } catch (QueryProblem e) {
      if (named.isEmpty()) {
        throw e;
      }
      return new EngineQuery.OneOf(named);
    }
  }

  private static int offset(SearchRequest request) {
    return (int) Math.min(Integer.MAX_VALUE, (request.page() - 1L) * request.size());
  }

  private boolean hasModel() {
    return meanings.filter(Meanings::isAvailable).isPresent();
  }

  private Mode mode(Mode wanted, PlainWords plain) {
    return switch (wanted) {
      case KEYWORD -> Mode.KEYWORD;
      case SEMANTIC -> {
        if (!hasModel()) {
          throw QueryFault.NO_MODEL.at(0);
        }
        yield plain.text().isEmpty() ? Mode.KEYWORD : Mode.SEMANTIC;
      }
      case HYBRID -> !hasModel() || plain.text().isEmpty() ? Mode.KEYWORD : Mode.HYBRID;
    };
  }

  /**
   * What is near in meaning. Where filters or fields are set, only what passes them is looked for,
   * so that the nearest of those are found however few they are.
   */
  private Optional<Meaning> meaning(
      Mode mode,
      PlainWords plain,
      EngineQuery query,
      Narrowing narrowing,
      EngineView view,
      DocumentLookup lookup) {
    if (mode == Mode.KEYWORD) {
      return Optional.empty();
    }
    EngineQuery constraint = Constraints.of(query);
    boolean free = constraint instanceof EngineQuery.Everything && narrowing.isOpen();
    Predicate<DocumentId> wanted =
        free ? any -> true : view.matching(constraint, narrowing, lookup.sideValues())::contains;
    Blend blend = mode == Mode.SEMANTIC ? Blend.MEANING_ALONE : Blend.BOTH;
    return meanings.map(model ->
        new Meaning(
            model.nearest(lookup.audience(), plain.meant(), NEAREST, wanted),
            blend,
            settings.weights().blend().wordsIn(plain.text())));
  }

  private static long count(EngineQuery query, EngineRequest asked, EngineView view) {
    return view.search(
            new EngineRequest(
                query,
                Optional.empty(),
                List.of(),
                asked.narrowing(),
                asked.sort(),
                asked.level(),
                asked.copies(),
                Counting.TOTAL,
                0,
                0,
                0,
                asked.sideValues()))
        .total();
  }

  private static Optional<Hit> direct(List<Hit> hits, List<Place> named) {
    return named.isEmpty()
        ? Optional.empty()
        : hits.stream()
            .filter(hit -> hit.document().id().equals(named.getFirst().document()))
            .findFirst();
  }

  /**
   * Ranks documents or articles for plain words, as in a batch: no operators, no counts, no
   * snippets.
   *
   * @throws QueryProblem if it asks for a model that is not there
   */
  public List<Hit> rank(
      String words, Mode wanted, Level level, int size, EngineView view, DocumentLookup lookup) {
    Vocabulary vocabulary = vocabulary(view);
    EngineQuery question =
        new EngineQuery.Question(words, vocabulary.synonyms(words), vocabulary.legal(words));
    PlainWords plain = PlainWords.of(question);
    Mode mode = mode(wanted, plain);
    if (mode != Mode.KEYWORD) {
      fillBefore(view, lookup);
    }
    List<Place> named = new NamedPlaces(view, lookup, settings.laws()).in(words);
    EngineAnswer answer =
        view.search(
            new EngineRequest(
                named.isEmpty()
                    ? question
                    : new EngineQuery.Any(List.of(new EngineQuery.OneOf(named), question)),
                meaning(mode, plain, question, Narrowing.none(), view, lookup),
                named,
                Narrowing.none(),
                SearchRequest.Sort.RELEVANCE,
                level,
                SearchRequest.Copies.SHOW,
                Counting.TOTAL,
                0,
                size,
                0,
                lookup.sideValues()));
    return new HitMaker(settings.lexicon().folding(), vocabulary, lookup, question, named)
        .bare(answer.hits());
  }

  /** A batch computes what is missing first; each state of the index is looked at once. */
  private void fillBefore(EngineView view, DocumentLookup lookup) {
    String state = lookup.audience() + " " + view.journalNumber();
    meanings.ifPresent(model -> {
      if (!state.equals(filled.getAndSet(state))) {
        model.fill(view, lookup, Pace.WITH_ALL_CORES, () -> true, done -> {});
      }
    });
  }

  /**
   * Documents like this one, best first, with why: shared words and shared citations. Of a work
   * that is here in several copies one stands for all, and none of its own.
   */
  public List<Hit> similar(DocumentId id, int size, EngineView view, DocumentLookup lookup) {
    DocumentLookup.StoredText text = lookup.texts(List.of(id)).get(id);
    if (text == null) {
      return List.of();
    }
    List<EngineView.Likeness> like = view.similar(id, text.text(), size * LIKE_COPIES);
    Map<DocumentId, DocumentSummary> summaries =
        lookup.summaries(
            Stream.concat(Stream.of(id), like.stream().map(EngineView.Likeness::id)).toList());
    Set<DocumentId> works = new HashSet<>();
    Optional.ofNullable(summaries.get(id)).map(SearchDesk::work).ifPresent(works::add);
    List<Hit> hits = new ArrayList<>();
    for (EngineView.Likeness one : like) {
      DocumentSummary summary = summaries.get(one.id());
      if (summary != null && hits.size() < size && works.add(work(summary))) {
        Set<String> why = new LinkedHashSet<>();
        one.citations().stream().sorted().forEach(title -> why.add("《" + title + "》"));
        why.addAll(one.words());
        hits.add(
            new Hit(
                summary, one.score(), Optional.empty(), List.copyOf(why), List.of(), List.of()));
      }
    }
    return hits;
  }

  /** What a paper and all its copies are. */
  private static DocumentId work(DocumentSummary summary) {
    return summary.duplicateOf().orElse(summary.id());
  }

  /** Makes ready what answers {@link #suggest}. */
  public void prepareSuggestions() {
    settings.completions();
  }

  /** Up to so many names and terms that begin as typed, in Chinese, pinyin or initials. */
  public List<Suggestion> suggest(String typed, int size, EngineView view) {
    return settings.completions().of(typed, size, view);
  }
}
