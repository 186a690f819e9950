package wenmai.web.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.Reader;
import wenmai.corpus.ReadingRoom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.search.Hit;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchResult;
import wenmai.corpus.search.Snippet;

/**
 * The guarantee of quotation marks (原文检索), against a plain scan of every text: random stretches,
 * wherever they begin and end, some of them spoilt, must find exactly the papers that hold them,
 * and every mark must be the stretch. The seed is fixed.
 */
public final class ExactBench implements Bench {
  private static final int PROBES = 10_000;
  private static final long SEED = 20261122;
  private static final int LONGEST = 24;
  private static final int PAGE = 500;
  private static final int MOST_SHOWN = 10;

  private final TrialArchive.Maker maker;
  private final UnaryOperator<String> fold;

  /**
   * @param fold gives a text as an exact search compares it
   */
  public ExactBench(TrialArchive.Maker maker, UnaryOperator<String> fold) {
    this.maker = maker;
    this.fold = fold;
  }

  /** A paper's text and title, as they are and folded. */
  private record Paper(DocumentId id, String text, String folded, String title) {}

  @Override
  public Map<String, Object> run(Path folder) {
    try (TrialArchive archive = TrialArchive.open(maker)) {
      return run(folder, archive);
    }
  }

  @Override
  public Map<String, Object> runKeeping(Path folder, Path kept) {
    try (TrialArchive archive = TrialArchive.keeping(maker, kept)) {
      return run(folder, archive);
    }
  }

  private Map<String, Object> run(Path folder, TrialArchive archive) {
    archive.take(folder);
    return archive.with(open -> {
      ReadingRoom room = open.openFor(Reader.anonymous(), TrialArchive.DAY);
      return probe(room, papers(room));
    });
  }

  private List<Paper> papers(ReadingRoom room) {
    List<Paper> papers = new ArrayList<>();
    room.export(
        view -> {
          String text = view.document().content().text();
          String title = view.document().facts().value(FactKey.TITLE).orElse("");
          if (!text.isBlank()) {
            papers.add(new Paper(view.document().id(), text, fold.apply(text), fold.apply(title)));
          }
        },
        matter -> {});
    return papers;
  }

  private Map<String, Object> probe(ReadingRoom room, List<Paper> papers) {
    Random random = new Random(SEED);
    List<String> differences = new ArrayList<>();
    long marks = 0;
    long hits = 0;
    for (int i = 0; i < PROBES; i++) {
      String probe = probe(random, papers);
      String wanted = fold.apply(probe);
      Set<DocumentId> expected =
          papers.parallelStream()
              .filter(paper -> paper.folded().contains(wanted) || paper.title().contains(wanted))
              .map(Paper::id)
              .collect(Collectors.toCollection(TreeSet::new));
      Set<DocumentId> found = new TreeSet<>();
      for (Hit hit : ask(room, probe)) {
        found.add(hit.document().id());
        for (Snippet snippet : hit.snippets()) {
          marks += snippet.marks().size();
          spoilt(snippet, wanted)
              .forEach(mark -> differences.add("marked " + mark + " for " + probe));
        }
      }
      hits += found.size();
      if (!found.equals(expected)) {
        differences.add(found.size() + " found, " + expected.size() + " hold it: " + probe);
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("papers", papers.size());
    figures.put("probes", PROBES);
    figures.put("hits", hits);
    figures.put("marks", marks);
    figures.put("differences", differences.size());
    figures.put("first", differences.subList(0, Math.min(MOST_SHOWN, differences.size())));
    return figures;
  }

  private List<String> spoilt(Snippet snippet, String wanted) {
    return snippet.marks().stream()
        .map(mark ->
            snippet
                .words()
                .substring(
                    snippet.words().offsetByCodePoints(0, mark.start()),
                    snippet.words().offsetByCodePoints(0, mark.end())))
        .filter(marked -> !fold.apply(marked).equals(wanted))
        .toList();
  }

  /** Every hit, page after page, copies too. */
  private static List<Hit> ask(ReadingRoom room, String probe) {
    String quoted = "\"" + probe.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    List<Hit> hits = new ArrayList<>();
    SearchRequest one = SearchRequest.of(quoted);
    try {
      for (int page = 1; ; page++) {
        SearchResult result = room.search(one.page(page, PAGE));
        hits.addAll(result.hits());
        if (result.hits().size() < PAGE) {
          return hits;
        }
      }
    } catch (QueryProblem problem) {
      return hits; // nothing visible to look for
    }
  }

  /** A stretch of some text that is more than blanks; one in five with a character of another. */
  private String probe(Random random, List<Paper> papers) {
    while (true) {
      int length = random.nextInt(50) == 0 ? 1 : 2 + random.nextInt(LONGEST);
      String probe = stretch(random, papers, length);
      if (random.nextInt(5) == 0) {
        probe += stretch(random, papers, 1);
      }
      if (!fold.apply(probe).isEmpty()) {
        return probe;
      }
    }
  }

  private static String stretch(Random random, List<Paper> papers, int length) {
    String text = papers.get(random.nextInt(papers.size())).text();
    int characters = text.codePointCount(0, text.length());
    int from = text.offsetByCodePoints(0, random.nextInt(characters));
    int left = text.codePointCount(from, text.length());
    return text.substring(from, text.offsetByCodePoints(from, Math.min(length, left)));
  }
}
