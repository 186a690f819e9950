package wenmai.corpus.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Accessions;
import wenmai.corpus.Archive;
import wenmai.corpus.ArchiveSettings;
import wenmai.corpus.Papers;
import wenmai.corpus.Reader;
import wenmai.corpus.TestArchive;
import wenmai.corpus.Workroom;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Kind;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.store.Audit;
import wenmai.corpus.store.DatabaseServer;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Premises;
import wenmai.corpus.store.Publication;
import wenmai.corpus.store.StoreProblem;
import wenmai.corpus.store.TestPostgres;

/**
 * An archive with its tables on a PostgreSQL server beside one that has them in a file: fed the
 * same, both are the same to whoever asks, and a backup of either is brought back to either.
 */
class PostgresArchiveTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String TOWN = "棠州市人民代表大会常务委员会";
  private static final List<Papers> PAPERS =
      List.of(
          Papers.at("1.txt", "棠州市河道管理条例\n第一条 为了管理河道，制定本条例。\n第二条 河道由水行政部门管理。")
              .kind(Kind.REGULATION)
              .region("槐南省", "棠州市")
              .organ(TOWN)
              .date("2020-03-01"),
          Papers.at("2.txt", "棠州市人民代表大会常务委员会关于修改《棠州市河道管理条例》的决定\n修改《棠州市河道管理条例》第二条。")
              .kind(Kind.DECISION)
              .region("槐南省", "棠州市")
              .organ(TOWN)
              .date("2022-05-01"),
          Papers.at("3.txt", "关于河道整治情况的审议意见\n根据《棠州市河道管理条例》第二条，要求三个月内报告研究处理情况。")
              .kind(Kind.REVIEW_OPINION)
              .region("槐南省", "棠州市")
              .organ(TOWN)
              .number("棠人常〔2022〕12号")
              .date("2022-12-09"),
          Papers.at("4.txt", "关于河道整治情况审议意见研究处理情况的报告\n根据《关于河道整治情况的审议意见》（棠人常〔2022〕12号），已整治三十公里。")
              .kind(Kind.REPORT)
              .region("槐南省", "棠州市")
              .organ("棠州市人民政府")
              .date("2023-03-01"),
          Papers.at(
              "转载/（四）.txt", "关于河道整治情况审议意见研究处理情况的报告\n根据《关于河道整治情况的审议意见》（棠人常〔2022〕12号），已整治三十公里。"),
          Papers.at("5.txt", "内部通报\n对河道整治中的问题予以通报。").internal(),
          Papers.at("\uD842\uDFB7.txt", "关于桥梁的报告\n依据《没有的条例》办理。"));

  private static final String CORRECTED = "corrected ";
  private static final String BETTER = "改过的标题";

  @TempDir Path folder;

  private static ArchiveSettings settings(Premises premises) {
    return TestArchive.settings(premises.folder()).at(premises);
  }

  private static Archive open(Premises premises) {
    return Archive.open(settings(premises), "test");
  }

  private static String export(Premises premises) {
    try (Archive archive = open(premises)) {
      return TestArchive.export(archive, Reader.owner())
          + TestArchive.export(archive, Reader.anonymous());
    }
  }

  private static List<Fault> faults(Premises premises) {
    return Inspection.of(settings(premises), IndexFiles::faults).faults();
  }

  private static List<Audit.Act> acts(Premises premises) {
    try (Depot depot = Depot.openForReading(premises, CLOCK)) {
      return depot.read(
          session -> new Audit(session).latest(99).stream().map(e -> e.act()).toList());
    }
  }

  private static void feed(Premises premises) {
    try (Archive archive = open(premises)) {
      TestArchive.take(archive, PAPERS);
      Workroom room = archive.workroomFor(ArchiveCase.STAFF);
      room.correct(PAPERS.get(6).id(), "title", Optional.of("关于桥梁维修的报告"));
      room.publish(PAPERS.get(0).id(), Publication.INTERNAL);
      for (Papers paper : List.of(PAPERS.get(0), PAPERS.get(5))) {
        room.publish(paper.id(), Publication.REVIEWED);
        room.publish(paper.id(), Publication.PUBLIC);
      }
      room.publish(PAPERS.get(4).id(), Publication.WITHDRAWN);
      try (Accessions register = archive.accessions()) {
        register.withdraw(PAPERS.get(1).file().location());
      }
    }
  }

  @Test
  void fedTheSameItIsTheSameAndItsBackupIsBroughtBackToEither() {
    Premises file = Premises.in(folder.resolve("file"));
    Premises served = TestPostgres.premises(folder.resolve("served"));
    feed(file);
    feed(served);
    String expected = export(file);
    assertTrue(expected.contains("关于桥梁维修的报告"), expected);
    assertEquals(expected, export(served));
    assertEquals(List.of(), faults(served));
    assertEquals(acts(file), acts(served));
    Path zip = folder.resolve("backup.zip");
    assertEquals(
        new Backup.Summary(5, 6, 6, List.of()), Backup.write(served, zip, CLOCK), "copied");
    Premises inFile = Premises.in(folder.resolve("back in a file"));
    Premises onServer = TestPostgres.premises(folder.resolve("back on a server"));
    for (Premises back : List.of(inFile, onServer)) {
      assertEquals(new Restore.Summary(5, 6), Restore.of(zip, back));
      assertEquals(expected, export(back));
      assertEquals(List.of(), faults(back));
      assertEquals(acts(file), acts(back));
    }
    try (Archive archive = open(onServer)) { // the numbers of new rows go on
      TestArchive.take(archive, List.of(Papers.at("later.txt", "后来的报告\n后来的事情。")));
      archive.rebuildIndex();
    }
    assertEquals(List.of(), faults(onServer));
    Premises stranger = new Premises(folder.resolve("stranger"), onServer.server());
    assertThrows(StoreProblem.class, () -> Restore.of(zip, stranger), "another folder's tables");
    Restore.of(zip, onServer); // over what has been restored and changed before
    assertEquals(expected, export(onServer));
  }

  @Test
  void whatWasReportedAsDurableIsThereAfterTheProcessWasKilled() throws Exception {
    Premises premises = TestPostgres.premises(folder.resolve("data"));
    Process taking = taking(premises);
    List<DocumentId> reported = new ArrayList<>();
    List<DocumentId> corrected = new ArrayList<>();
    Random random = new Random(20261129);
    int most = 20 + random.nextInt(60);
    try (BufferedReader out = taking.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(CORRECTED)) {
          corrected.add(new DocumentId(line.substring(CORRECTED.length())));
        } else {
          reported.add(new DocumentId(line));
        }
        if (reported.size() >= most && !corrected.isEmpty()) {
          taking.destroyForcibly();
        }
      }
    } catch (IOException brokenOff) {
      assertTrue(reported.size() >= most, brokenOff.toString());
    }
    assertTrue(reported.size() >= most, "only " + reported.size() + " came through");
    assertFalse(corrected.isEmpty(), "no correction came through");
    open(premises).close(); // replays what the kill left out
    assertEquals(List.of(), faults(premises));
    try (Depot depot = Depot.openForReading(premises, CLOCK)) {
      for (DocumentId id : reported) {
        assertTrue(
            depot.<Boolean>read(session -> new Documents(session).row(id).orElseThrow().isHeld()));
      }
    }
    try (Archive archive = open(premises)) {
      archive
          .openFor(Reader.owner(), TestArchive.TODAY)
          .summaries(corrected)
          .forEach(summary -> assertEquals(Optional.of(BETTER), summary.title()));
    }
  }

  private static Process taking(Premises premises) throws IOException {
    DatabaseServer server = premises.server().orElseThrow();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Dwenmai.root=" + System.getProperty("wenmai.root"),
            "-cp",
            System.getProperty("java.class.path"),
            Taking.class.getName(),
            premises.folder().toString(),
            server.url(),
            server.user(),
            server.schema())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A process that takes papers in, names each on its output once it is durable, and is killed. */
  static final class Taking {
    private static final int MOST = 500;
    private static final int A_CORRECTION = 10;

    private Taking() {}

    public static void main(String[] arguments) {
      Premises premises =
          new Premises(
              Path.of(arguments[0]),
              Optional.of(
                  new DatabaseServer(
                      arguments[1], arguments[2], Optional.of("none"), arguments[3])));
      try (Archive archive = open(premises);
          Accessions register = archive.accessions()) {
        Workroom room = archive.workroomFor(ArchiveCase.STAFF);
        Queue<DocumentId> durable = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < MOST; i++) {
          Papers paper = Papers.at(i + ".txt", "第" + i + "份报告\n内容是第" + i + "份。");
          register.accept(paper.accession(), () -> tell(paper.id(), durable));
          LockSupport.parkNanos(10_000_000); // or one batch would hold them all
          if (i % A_CORRECTION == 0) {
            Optional.ofNullable(durable.poll()).ifPresent(id -> correct(room, id));
          }
        }
      }
    }

    private static void tell(DocumentId id, Queue<DocumentId> durable) {
      System.out.println(id);
      durable.add(id);
    }

    private static void correct(Workroom room, DocumentId id) {
      room.correct(id, "title", Optional.of(BETTER));
      System.out.println(CORRECTED + id);
    }
  }
}
