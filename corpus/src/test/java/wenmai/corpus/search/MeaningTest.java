package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.lucene.LuceneVectors;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.search.Shelf.Paper;
import wenmai.corpus.semantic.Embedder;
import wenmai.corpus.semantic.Meanings;
import wenmai.corpus.semantic.Pace;

/**
 * Searching by meaning with a model of three dimensions whose meanings can be read off: animals,
 * money, everything else.
 */
class MeaningTest {
  @TempDir Path folder;
  private Shelf shelf;
  private Meanings meanings;
  private SearchDesk desk;
  private final Counting model = new Counting();

  /** Counts characters that stand for animals and for money. */
  private static final class Counting implements Embedder {
    /** Threads that have asked it. */
    private final Set<Thread> asking = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public int dimensions() {
      return 3;
    }

    @Override
    public float[] passage(String text) {
      asking.add(Thread.currentThread());
      float animals = text.chars().filter(c -> "犬猫牛马狗".indexOf(c) >= 0).count();
      float money = text.chars().filter(c -> "钱款费税".indexOf(c) >= 0).count();
      float length = (float) Math.sqrt(animals * animals + money * money + 0.01);
      return new float[] {animals / length, money / length, 0.1f / length};
    }

    @Override
    public float[] question(String text) {
      return passage(text);
    }
  }

  @BeforeEach
  void fill() {
    shelf = new Shelf(folder.resolve("index"));
    shelf.add(new Paper("dogs").title("养犬管理条例").text("第一条　养犬人应当为犬办理登记。\n第二条　收取费用。\n"));
    shelf.add(new Paper("taxes").title("征收办法").text("第一条　依法缴纳税款。\n第二条　退还多收的税款和费用。\n"));
    shelf.add(new Paper("hidden").title("内部").text("猫和马的登记。").internal());
    shelf.commit();
    meanings =
        new Meanings(
            () -> Optional.of(model), LuceneVectors.open(folder.resolve("vectors"), "counting"));
    desk = new SearchDesk(Shelf.SETTINGS, meanings);
  }

  @AfterEach
  void close() {
    meanings.close();
    shelf.close();
  }

  private long make(Audience audience) {
    try (EngineView view = shelf.view(audience)) {
      return meanings.fill(
          view, shelf.lookup(audience), Pace.WITH_ALL_CORES, () -> true, done -> {});
    }
  }

  private SearchResult search(String query, Mode mode, Level level, Audience audience) {
    SearchRequest request = SearchRequest.of(query).with(mode).with(level).page(1, 10);
    try (EngineView view = shelf.view(audience)) {
      return desk.search(request, view, shelf.lookup(audience));
    }
  }

  @Test
  void whatIsNearInMeaningIsFoundWithoutItsWords() {
    make(Audience.INTERNAL);
    SearchResult result = search("狗", Mode.SEMANTIC, Level.DOCUMENT, Audience.PUBLIC);
    assertEquals("dogs", shelf.names(result).getFirst());
    assertEquals(List.of("meaning"), result.hits().getFirst().why());
    assertFalse(shelf.names(result).contains("hidden"));
    assertTrue(
        shelf
            .names(search("狗", Mode.SEMANTIC, Level.DOCUMENT, Audience.INTERNAL))
            .contains("hidden"));
  }

  @Test
  void aQuestionIsMeantInTheWordsOfTheLawAsWell() {
    make(Audience.INTERNAL);
    // Of 借条 the model knows nothing; of 借款合同, which the law calls it, that it is about money.
    SearchResult result = search("手里只有一张借条对方不认怎么办", Mode.SEMANTIC, Level.DOCUMENT, Audience.PUBLIC);
    assertEquals("taxes", shelf.names(result).getFirst());
    assertTrue(result.alsoSearched().contains("借款合同"));
  }

  @Test
  void articlesAreNearByThemselves() {
    make(Audience.INTERNAL);
    SearchResult result = search("狗", Mode.SEMANTIC, Level.ARTICLE, Audience.PUBLIC);
    assertEquals(Shelf.id("dogs"), result.hits().getFirst().document().id());
    assertEquals(Optional.of("1"), result.hits().getFirst().article());
  }

  @Test
  void bothTogetherHoldFieldsAndExclusions() {
    make(Audience.INTERNAL);
    SearchResult both = search("登记", Mode.HYBRID, Level.DOCUMENT, Audience.INTERNAL);
    assertEquals(Mode.HYBRID, both.mode());
    assertTrue(both.hits().getFirst().why().contains("words"));
    SearchResult narrowed = search("标题:办法 狗", Mode.HYBRID, Level.DOCUMENT, Audience.INTERNAL);
    assertEquals(List.of("taxes"), shelf.names(narrowed));
    SearchResult excluded = search("税款 NOT \"养犬\"", Mode.HYBRID, Level.DOCUMENT, Audience.INTERNAL);
    assertFalse(shelf.names(excluded).contains("dogs"));
  }

  @Test
  void besideOthersTheOneThreadThatWasToldToMakesThem() {
    shelf.add(new Paper("long").title("长文").text("第一条　养犬登记，缴纳费用。\n".repeat(400)));
    shelf.commit();
    try (EngineView view = shelf.view(Audience.INTERNAL)) {
      assertEquals(
          4,
          meanings.fill(
              view, shelf.lookup(Audience.INTERNAL), Pace.BESIDE_OTHERS, () -> true, done -> {}));
    }
    assertEquals(Set.of(Thread.currentThread()), model.asking);
  }

  @Test
  void whatHasBeenMadeIsNotMadeAgain() {
    assertEquals(2, make(Audience.PUBLIC));
    assertEquals(1, make(Audience.INTERNAL));
    assertEquals(0, make(Audience.INTERNAL));
    shelf.add(new Paper("dogs").title("养犬管理条例").text("第一条　改过的犬。\n"));
    shelf.commit();
    assertEquals(1, make(Audience.INTERNAL));
  }

  @Test
  void oneProcessMakesVectorsAtATimeAndTheNextGoesOnWhereItStopped() {
    try (LuceneVectors other = LuceneVectors.open(folder.resolve("vectors"), "counting")) {
      assertTrue(other.claim());
      try (EngineView view = shelf.view(Audience.INTERNAL)) {
        long made =
            meanings.fill(
                view, shelf.lookup(Audience.INTERNAL), Pace.BESIDE_OTHERS, () -> false, done -> {});
        assertEquals(0, made, "asked to stop, it does not wait for the other");
      }
    }
    assertEquals(3, make(Audience.INTERNAL));
  }

  @Test
  void withoutAModelBothTogetherAnswerAsWordsAndSaySo() {
    try (LuceneVectors none = LuceneVectors.open(folder.resolve("none"), "none");
        Meanings absent = new Meanings(Optional::empty, none)) {
      SearchDesk humble = new SearchDesk(Shelf.SETTINGS, absent);
      SearchRequest hybrid = SearchRequest.of("登记").with(Mode.HYBRID);
      try (EngineView view = shelf.view(Audience.PUBLIC)) {
        SearchResult result = humble.search(hybrid, view, shelf.lookup(Audience.PUBLIC));
        assertEquals(Mode.KEYWORD, result.mode());
        assertEquals(List.of("dogs"), shelf.names(result));
        assertEquals(
            0,
            absent.fill(
                view, shelf.lookup(Audience.PUBLIC), Pace.BESIDE_OTHERS, () -> true, done -> {}),
            "nothing to make, and nothing fails");
      }
    }
  }

  @Test
  void aBatchMakesWhatIsMissingFirst() {
    try (EngineView view = shelf.view(Audience.PUBLIC)) {
      List<Hit> ranked =
          desk.rank("狗", Mode.SEMANTIC, Level.DOCUMENT, 10, view, shelf.lookup(Audience.PUBLIC));
      assertEquals(Shelf.id("dogs"), ranked.getFirst().document().id());
    }
  }
}
