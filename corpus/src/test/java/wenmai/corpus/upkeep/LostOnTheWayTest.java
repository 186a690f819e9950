package wenmai.corpus.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Archive;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.TestArchive;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.engine.Deadline;
import wenmai.corpus.engine.Engine;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.search.SearchRequest;

/** An index that could not be written to for a moment has everything in the end. */
class LostOnTheWayTest {
  @TempDir Path folder;

  @Test
  void whatDidNotArriveIsBroughtInWithWhatComesNext() {
    AtomicBoolean broken = new AtomicBoolean(true);
    List<OfficialDocument> first = List.of(letter("甲"), letter("乙"), letter("丙"));
    try (Archive archive =
        Archive.open(
            TestArchive.settings(folder, engine -> new Breaking(engine, broken)), "test")) {
      assertThrows(UncheckedIOException.class, () -> ReadPapers.take(archive, first));
      broken.set(false);
      ReadPapers.take(archive, List.of(letter("丁")));
      assertEquals(4, found(archive));
    }
  }

  private static OfficialDocument letter(String place) {
    return ReadPapers.read(place + ".txt", place + "州市人大常委会关于供水工作的审议意见\n市人民政府：\n加快管网改造。\n");
  }

  private static long found(Archive archive) {
    return archive
        .openFor(Reader.owner(), TestArchive.TODAY)
        .search(SearchRequest.of("管网改造"))
        .total();
  }

  /** An index on a disk that cannot be written to while it is broken. */
  private record Breaking(Engine engine, AtomicBoolean broken) implements Engine {
    @Override
    public void put(IndexableDocument document) {
      if (broken.get()) {
        throw new UncheckedIOException(new IOException("no space left"));
      }
      engine.put(document);
    }

    @Override
    public void remove(DocumentId id) {
      engine.remove(id);
    }

    @Override
    public void commit(long journalNumber) {
      engine.commit(journalNumber);
    }

    @Override
    public long journalNumber() {
      return engine.journalNumber();
    }

    @Override
    public String fingerprint() {
      return engine.fingerprint();
    }

    @Override
    public Optional<String> writtenWith() {
      return engine.writtenWith();
    }

    @Override
    public boolean refresh() {
      return engine.refresh();
    }

    @Override
    public EngineView view(Audience audience, Deadline deadline) {
      return engine.view(audience, deadline);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
