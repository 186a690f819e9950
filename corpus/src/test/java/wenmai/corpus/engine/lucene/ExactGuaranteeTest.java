package wenmai.corpus.engine.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.analyzers.lexicon.Lexicon;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.Weights;

/**
 * The guarantee of exact search against a plain scan: texts put together at random from words,
 * signs, rare characters and every sort of blank, and probes cut out of them at random.
 */
class ExactGuaranteeTest {
  private static final Path CONFIG = Path.of(System.getProperty("wenmai.root"), "config");
  private static final Lexicon LEXICON = Lexicon.load(CONFIG);
  private static final LuceneEngines ENGINES = new LuceneEngines(LEXICON, Weights.load(CONFIG));

  private static final List<String> PIECES =
      List.of(
          "常务委员会", "审议意见", "预算", "预算法", "报告", "工作报告", "的", "和", "第十二条", "第12条", "２０２２年", "2022",
          "（一）", "(一)", "，", "。", "；", "“", "”", "《", "》", "Ａｂ", "ab", "AB", "𠮷", "𠮷野", "預算",
          "審議意見", "臺灣", "台湾", "　", " ", "\n", "\u200b", "\ufeff", "\\", "\"", "*", "?", "！", "〇",
          "ﬁ", "①", "é");

  @TempDir Path folder;

  @Test
  void aProbeFindsExactlyTheDocumentsThatHoldIt() {
    Random random = new Random(20221209);
    Map<DocumentId, String> folded = new TreeMap<>();
    List<String> sources = new ArrayList<>();
    try (LuceneEngine engine = ENGINES.forWriting(folder, 16)) {
      for (int i = 0; i < 300; i++) {
        String text = text(random, 3 + random.nextInt(120));
        String title = random.nextInt(3) == 0 ? text(random, 4) : "";
        sources.add(text);
        engine.put(Samples.document("d" + i).title(title).text(text).make());
        // Text and title are two runs; a probe cannot begin in one and end in the other.
        folded.put(
            Samples.id("d" + i),
            LEXICON.folding().fold(text).text() + '\0' + LEXICON.folding().fold(title).text());
      }
      engine.commit(1);
      try (EngineView view = engine.view(Audience.PUBLIC)) {
        for (int probe = 0; probe < 3000; probe++) {
          check(view, probe(random, sources), folded);
        }
      }
    }
  }

  private static void check(EngineView view, String probe, Map<DocumentId, String> texts) {
    String wanted = LEXICON.folding().fold(probe).text();
    if (wanted.isEmpty()) {
      return;
    }
    TreeSet<DocumentId> expected = new TreeSet<>();
    texts.forEach((id, text) -> {
      if (text.contains(wanted)) {
        expected.add(id);
      }
    });
    TreeSet<DocumentId> found = new TreeSet<>();
    view.search(Requests.of(new EngineQuery.Exact(probe), 1000))
        .hits()
        .forEach(hit -> found.add(hit.id()));
    assertEquals(expected, found, () -> "probe " + probe);
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** Most of them occur; some are spoilt, some cut a surrogate pair's neighbourhood. */
  private static String probe(Random random, List<String> sources) {
    String source = sources.get(random.nextInt(sources.size()));
    int length = source.codePointCount(0, source.length());
    int from = random.nextInt(length);
    int to = Math.min(length, from + 1 + random.nextInt(14));
    String probe =
        source.substring(source.offsetByCodePoints(0, from), source.offsetByCodePoints(0, to));
    return random.nextInt(5) == 0 ? probe + PIECES.get(random.nextInt(PIECES.size())) : probe;
  }

  @Test
  void whatARepairTookOutIsFoundInTheRawLayerAndNotByAnExactSearch() {
    try (LuceneEngine engine = ENGINES.forWriting(folder, 16)) {
      engine.put(Samples.document("glossed").text("依法監督。").raw("依法監(jiān)督。").make());
      engine.put(Samples.document("plain").text("监督工作").make());
      engine.commit(1);
      try (EngineView view = engine.view(Audience.PUBLIC)) {
        assertEquals(Set.of("glossed"), found(view, new EngineQuery.InRaw("监（jiān）督")));
        assertEquals(Set.of("glossed", "plain"), found(view, new EngineQuery.InRaw("監督")));
        assertEquals(Set.of("glossed", "plain"), found(view, new EngineQuery.Exact("监督")));
        assertEquals(Set.of(), found(view, new EngineQuery.Exact("監(jiān)督")));
      }
    }
  }

  private static Set<String> found(EngineView view, EngineQuery query) {
    Map<DocumentId, String> names =
        Map.of(Samples.id("glossed"), "glossed", Samples.id("plain"), "plain");
    Set<String> found = new TreeSet<>();
    view.search(Requests.of(query, 10)).hits().forEach(hit -> found.add(names.get(hit.id())));
    return found;
  }

  @Test
  void aRunMayCrossArticlesAndLines() {
    try (LuceneEngine engine = ENGINES.forWriting(folder, 16)) {
      engine.put(Samples.document("law").text("第一条　为了加强监督。\n第二条　本法所称监督，是指……").make());
      engine.commit(7);
      assertEquals(7, engine.journalNumber());
      try (EngineView view = engine.view(Audience.PUBLIC)) {
        assertEquals(1, view.search(Requests.of(new EngineQuery.Exact("监督。第二条"), 10)).total());
        assertTrue(view.search(Requests.of(new EngineQuery.Exact("监督第二条"), 10)).hits().isEmpty());
      }
    }
  }
}
