package wenmai.corpus.search;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Status;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.engine.CitedPlace;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.engine.Passages;
import wenmai.corpus.engine.SideValues;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.LuceneEngine;
import wenmai.corpus.engine.lucene.LuceneEngines;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.CodePointSpan;

/** A small collection for tests: a real index in a folder, records in memory. */
final class Shelf implements AutoCloseable {
  static final Path CONFIG = Path.of(System.getProperty("wenmai.root"), "config");
  static final Lexicon LEXICON = Lexicon.load(CONFIG);
  private static final LuceneEngines ENGINES = new LuceneEngines(LEXICON, Weights.load(CONFIG));
  static final SearchSettings SETTINGS = SearchSettings.load(CONFIG, LEXICON);

  private final LuceneEngine engine;
  private final SearchDesk desk = new SearchDesk(SETTINGS);
  private final Map<DocumentId, Paper> papers = new TreeMap<>();

  Shelf(Path folder) {
    engine = ENGINES.forWriting(folder, 16);
  }

  static DocumentId id(String name) {
    return DocumentId.ofExternal(name);
  }

  /** Adds a paper; its articles are the lines that begin with 第…条. */
  void add(Paper paper) {
    papers.put(id(paper.name), paper);
    engine.put(paper.indexable());
  }

  void commit() {
    engine.commit(1);
  }

  SearchResult search(SearchRequest request, Audience audience) {
    try (EngineView view = engine.view(audience)) {
      return desk.search(request, view, lookup(audience));
    }
  }

  SearchResult search(String query, Deadline deadline) {
    try (EngineView view = engine.view(Audience.INTERNAL, deadline)) {
      return desk.search(SearchRequest.of(query), view, lookup(Audience.INTERNAL));
    }
  }

  SearchResult search(String query) {
    return search(SearchRequest.of(query), Audience.INTERNAL);
  }

  /** The names of what is found, in order. */
  List<String> find(String query) {
    return names(search(query));
  }

  List<String> names(SearchResult result) {
    return result.hits().stream().map(hit -> papers.get(hit.document().id()).name).toList();
  }

  EngineView view(Audience audience) {
    return engine.view(audience);
  }

  SearchDesk desk() {
    return desk;
  }

  DocumentLookup lookup(Audience audience) {
    return new Lookup(audience);
  }

  @Override
  public void close() {
    engine.close();
  }

  /** What the tests say of a paper. */
  static final class Paper {
    private final String name;
    private String title = "";
    private String text = "";
    private Kind kind = Kind.REGULATION;
    private Optional<Organ> organ = Optional.empty();
    private Optional<Region> region = Optional.empty();
    private Optional<DocumentNumber> number = Optional.empty();
    private Optional<LocalDate> date = Optional.empty();
    private Status status = Status.IN_FORCE;
    private Visibility visibility = Visibility.PUBLIC;
    private Optional<DocumentId> original = Optional.empty();
    private final List<CitedPlace> cites = new ArrayList<>();

    Paper(String name) {
      this.name = name;
    }

    Paper title(String value) {
      title = value;
      return this;
    }

    Paper text(String value) {
      text = value;
      return this;
    }

    Paper kind(Kind value) {
      kind = value;
      return this;
    }

    Paper organ(String value) {
      organ = Optional.of(new Organ(value));
      return this;
    }

    Paper region(String path) {
      region = Optional.of(Region.parse(path));
      return this;
    }

    Paper number(String official) {
      number = DocumentNumber.parse(official);
      return this;
    }

    Paper date(String day) {
      date = Optional.of(LocalDate.parse(day));
      return this;
    }

    Paper status(Status value) {
      status = value;
      return this;
    }

    Paper internal() {
      visibility = Visibility.INTERNAL;
      return this;
    }

    Paper copyOf(String other) {
      original = Optional.of(id(other));
      return this;
    }

    Paper cites(String paper, String address) {
      cites.add(
          new CitedPlace(
              Optional.of(TitleKey.of(paper)), Optional.empty(), Provision.parse(address)));
      return this;
    }

    Paper citesNumber(String official) {
      cites.add(new CitedPlace(Optional.empty(), DocumentNumber.parse(official), Optional.empty()));
      return this;
    }

    private Outline outline() {
      List<Division> articles = new ArrayList<>();
      int at = 0;
      for (String line : text.split("(?<=\n)", -1)) {
        Optional<Provision> provision = NamedPlace.of("甲" + line.split("[　\\s]", 2)[0]).provision();
        int end = at + line.codePointCount(0, line.length());
        if (provision.isPresent()) {
          articles.add(
              new Division(
                  line.split("[　\\s]", 2)[0],
                  Level.ARTICLE,
                  provision.map(Provision::toString),
                  new CodePointSpan(at, end)));
        }
        at = end;
      }
      return new Outline(articles);
    }

    private IndexableDocument indexable() {
      Map<FacetName, List<String>> facets = new EnumMap<>(FacetName.class);
      facets.put(FacetName.KIND, List.of(kind.key()));
      organ.ifPresent(value -> facets.put(FacetName.ORGAN, List.of(value.name())));
      region.ifPresent(value -> facets.put(FacetName.REGION, List.of(value.toString())));
      date.ifPresent(value -> facets.put(FacetName.YEAR, List.of(String.valueOf(value.getYear()))));
      return new IndexableDocument(
          id(name),
          visibility,
          title.isEmpty() ? Optional.empty() : Optional.of(title),
          number,
          Optional.empty(),
          facets,
          date,
          text,
          Passages.of(text, outline()),
          cites,
          Optional.empty());
    }

    private DocumentSummary summary() {
      return new DocumentSummary(
          id(name),
          Optional.of(name),
          title.isEmpty() ? Optional.empty() : Optional.of(title),
          kind,
          Authority.CONGRESS,
          number,
          organ,
          region,
          date,
          Optional.empty(),
          status,
          visibility,
          original);
    }
  }

  private final class Lookup implements DocumentLookup {
    private final Audience audience;

    Lookup(Audience audience) {
      this.audience = audience;
    }

    @Override
    public Audience audience() {
      return audience;
    }

    private boolean sees(DocumentId id) {
      return papers.containsKey(id)
          && (audience == Audience.INTERNAL || papers.get(id).visibility == Visibility.PUBLIC);
    }

    @Override
    public Map<DocumentId, DocumentSummary> summaries(Collection<DocumentId> ids) {
      Map<DocumentId, DocumentSummary> found = new HashMap<>();
      ids.stream().filter(this::sees).forEach(id -> found.put(id, papers.get(id).summary()));
      return found;
    }

    @Override
    public Map<DocumentId, StoredText> texts(Collection<DocumentId> ids) {
      Map<DocumentId, StoredText> found = new HashMap<>();
      ids.stream()
          .filter(this::sees)
          .forEach(id ->
              found.put(
                  id, StoredText.of(papers.get(id).text, List.of(), papers.get(id)::outline)));
      return found;
    }

    @Override
    public SideValues sideValues() {
      return new SideValues() {
        @Override
        public Object version() {
          return audience;
        }

        @Override
        public Side of(DocumentId id) {
          return sees(id)
              ? new Side(papers.get(id).status, 0, papers.get(id).original)
              : Side.UNKNOWN;
        }
      };
    }
  }
}
