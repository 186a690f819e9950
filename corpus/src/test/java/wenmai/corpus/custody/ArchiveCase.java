package wenmai.corpus.custody;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.Archive;
import wenmai.corpus.Papers;
import wenmai.corpus.Reader;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.TestArchive;
import wenmai.corpus.custody.Fault.Kind;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Database;
import wenmai.corpus.store.Session;

/** An archive of three papers, a copy of its own for each test, and the means to do it harm. */
abstract class ArchiveCase {
  static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));
  static final List<Papers> PAPERS =
      List.of(
          Papers.at("a.txt", "关于河道整治情况的报告\n根据《河道管理条例》，河道整治了三十公里。"),
          Papers.at("b.txt", "河道管理条例\n第一条 为了管理河道，制定本条例。"),
          Papers.at("c.txt", "内部通报\n对河道整治中的问题予以通报。").internal());

  /** Made once, and copied for each test: making one takes a second. */
  @TempDir static Path shared;

  @TempDir Path folder;
  Path data;
  static Path sources;

  @BeforeAll
  static void make() throws IOException {
    sources = Files.createDirectories(shared.resolve("sources"));
    fill(shared.resolve("data"));
  }

  private static void fill(Path archives) {
    try (Archive archive = TestArchive.open(archives);
        Accessions register = archive.accessions()) {
      for (Papers paper : PAPERS) {
        register.accept(accession(paper), () -> {});
      }
    }
  }

  @BeforeEach
  void copy() throws IOException {
    data = folder.resolve("data");
    Path made = shared.resolve("data");
    if (TestArchive.premises(data).server().isPresent()) {
      fill(data); // tables on a server are not copied with the folder
      bringSources();
      return;
    }
    try (Stream<Path> files = Files.walk(made)) {
      for (Path file : files.toList()) {
        Files.copy(file, data.resolve(made.relativize(file)));
      }
    }
    bringSources();
  }

  private static void bringSources() throws IOException {
    for (Papers paper : PAPERS) {
      Files.write(sources.resolve(paper.path()), paper.bytes());
    }
  }

  static Accession accession(Papers paper) {
    return new Accession(
        new RegisteredFile(
            new FileLocation(sources.toString(), paper.path()),
            paper.bytes().length,
            1,
            paper.sha256(),
            List.of(paper.id())),
        Map.of(paper.sha256(), new OriginalBytes.InMemory(paper.bytes())),
        List.of(new Paper(paper.document(), paper.text(), "test")));
  }

  List<Fault> faults() {
    return Inspection.of(TestArchive.settings(data), IndexFiles::faults).faults();
  }

  List<Kind> kinds() {
    return faults().stream().map(Fault::kind).distinct().toList();
  }

  void repair() {
    Repair.of(TestArchive.settings(data), faults());
  }

  String export(Path archive) {
    try (Archive open = TestArchive.open(archive)) {
      return TestArchive.export(open, Reader.owner());
    }
  }

  Path original(Papers paper) {
    return data.resolve("originals")
        .resolve(paper.sha256().substring(0, 2))
        .resolve(paper.sha256());
  }

  static void flipBit(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int before = bytes.read();
      bytes.seek(at);
      bytes.write(before ^ 1);
    }
  }

  void sql(String statement) {
    try (Database database = Database.openForReading(TestArchive.premises(data));
        Session session = database.connect()) {
      session.update(statement);
    }
  }

  long hits(String query) {
    try (Archive archive = TestArchive.open(data)) {
      return archive
          .openFor(Reader.owner(), TestArchive.TODAY)
          .search(SearchRequest.of(query))
          .total();
    }
  }
}
