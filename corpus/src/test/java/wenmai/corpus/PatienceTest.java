package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.search.QueryFault;
import wenmai.corpus.search.SearchRequest;

/** With no patience at all, what is loaded for everybody still counts as nobody's time. */
class PatienceTest {
  private static final Papers PAPER = Papers.at("a.txt", "关于河道的报告\n河道整治了三十公里。");

  @TempDir Path folder;
  private final List<Deadline> asked = new ArrayList<>();
  private int prepared;
  private boolean damaged;

  private Archive opened() {
    ArchiveSettings plain = TestArchive.settings(folder);
    return Archive.open(
        new ArchiveSettings(
            plain.premises(),
            plain.clock(),
            (index, access) -> watched(plain.engines().open(index, access)),
            plain.desk(),
            plain.citations(),
            plain.matters(),
            plain.reader(),
            Duration.ZERO),
        "test");
  }

  private Engine watched(Engine engine) {
    return watch(
        Engine.class,
        engine,
        (method, arguments) -> {
          if (method.equals("view") && arguments.length == 2) {
            asked.add((Deadline) arguments[1]);
          }
        });
  }

  private EngineView watched(EngineView view) {
    return watch(
        EngineView.class,
        view,
        (method, arguments) -> {
          if (method.equals("prepare")) {
            prepared++;
            if (damaged) {
              throw new IllegalStateException("a segment is damaged");
            }
            assertFalse(asked.getLast().isOver(), "the time of a question has begun");
          }
        });
  }

  /** The real one, each call of which is told of first. */
  private <T> T watch(Class<T> type, T real, BiConsumer<String, Object[]> calls) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              calls.accept(method.getName(), arguments == null ? new Object[0] : arguments);
              try {
                Object answer = method.invoke(real, arguments);
                return answer instanceof EngineView view ? watched(view) : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void theTimeOfASearchBeginsWhenAllIsLoadedInTheOneViewThatAnswers() {
    try (Archive archive = opened()) {
      TestArchive.take(archive, List.of(PAPER));
      ReadingRoom room = archive.openFor(Reader.anonymous(), TestArchive.TODAY);
      asked.clear();
      QueryProblem problem =
          assertThrows(QueryProblem.class, () -> room.search(SearchRequest.of("河道")));
      assertEquals(QueryFault.TOO_SLOW.at(0).code(), problem.code());
      assertEquals(1, asked.size());
      assertEquals(1, prepared);
      assertTrue(asked.getFirst().isOver());
    }
  }

  @Test
  void wordsAreAskedForWithoutLoadingWhatOnlySearchesNeed() {
    try (Archive archive = opened()) {
      TestArchive.take(archive, List.of(PAPER));
      ReadingRoom room = archive.openFor(Reader.anonymous(), TestArchive.TODAY);
      room.suggest("河道");
      room.marks("河道", "河道");
      assertEquals(0, prepared);
    }
  }

  @Test
  void anArchiveThatCannotBeLoadedBeforehandIsOpenAllTheSame() {
    damaged = true;
    try (Archive archive = opened()) {
      archive.prepare(TestArchive.TODAY);
      assertEquals(1, prepared);
    }
  }
}
