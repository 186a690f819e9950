package wenmai.corpus.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.Archive;
import wenmai.corpus.Papers;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.TestArchive;
import wenmai.corpus.account.AccountBook;
import wenmai.corpus.account.Attempt;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.store.StoreProblem;

/** A copy of an archive in use is of one moment, and the way back from it is whole or not taken. */
class BackupTest extends ArchiveCase {
  @Test
  void aRestoredBackupIsTheArchiveAndLetsNobodyInWhoWasSignedIn() {
    String token;
    try (AccountBook book = AccountBook.open(TestArchive.premises(data), Clock.systemUTC())) {
      book.add("审计员", Role.READER, "long enough", "owner");
      token = ((Attempt.Granted) book.signIn("审计员", "long enough", "")).token();
    }
    try (Archive archive = TestArchive.open(data)) {
      archive.workroomFor(STAFF).correct(PAPERS.getFirst().id(), "title", Optional.of("改"));
    }
    Path zip = folder.resolve("backup.zip");
    Backup.write(TestArchive.premises(data), zip, Clock.systemUTC());
    Path back = folder.resolve("back");
    assertEquals(new Restore.Summary(3, 3), Restore.of(zip, TestArchive.premises(back)));
    assertEquals(export(data), export(back));
    try (AccountBook book = AccountBook.open(TestArchive.premises(back), Clock.systemUTC())) {
      assertEquals("审计员", book.accounts().getFirst().name());
      assertEquals(Optional.empty(), book.holderOf(token));
    }
  }

  @Test
  void restoringOverAnotherArchiveLeavesNothingOfItToBeFound() {
    String before = export(data);
    Path zip = folder.resolve("backup.zip");
    Backup.write(TestArchive.premises(data), zip, Clock.systemUTC());
    try (Archive archive = TestArchive.open(data)) {
      TestArchive.take(archive, List.of(Papers.at("later.txt", "后来的报告\n后来的事情。")));
    }
    assertEquals(1, hits("后来的事情"));
    Restore.of(zip, TestArchive.premises(data));
    assertEquals(before, export(data));
    assertEquals(0, hits("后来的事情"));
    assertEquals(List.of(), faults());
  }

  @Test
  void aFolderIsFilledUpWithWhatItLacks() throws IOException {
    Path nightly = Files.createDirectories(folder.resolve("nightly"));
    assertEquals(3, Backup.write(TestArchive.premises(data), nightly, Clock.systemUTC()).copied());
    try (Archive archive = TestArchive.open(data)) {
      TestArchive.take(archive, List.of(Papers.at("later.txt", "后来的报告\n后来的事情。")));
    }
    Backup.Summary second = Backup.write(TestArchive.premises(data), nightly, Clock.systemUTC());
    assertEquals(new Backup.Summary(4, 4, 1, List.of()), second);
    Path back = folder.resolve("back");
    Restore.of(nightly, TestArchive.premises(back));
    assertEquals(export(data), export(back));
  }

  @Test
  void aBackupTakenWhilePapersComeInIsOfOneMoment() throws InterruptedException {
    Path zip = folder.resolve("backup.zip");
    try (Archive archive = TestArchive.open(data)) {
      Thread taker =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < 12; i++) {
                  TestArchive.take(
                      archive, List.of(Papers.at(i + ".txt", "第" + i + "份报告\n内容是第" + i + "份。")));
                }
              });
      Backup.write(TestArchive.premises(data), zip, Clock.systemUTC());
      taker.join();
    }
    Path back = folder.resolve("back");
    Restore.of(zip, TestArchive.premises(back));
    TestArchive.open(back).close();
    assertEquals(List.of(), Inspection.of(TestArchive.settings(back), IndexFiles::faults).faults());
  }

  @Test
  void whatIsNoWholeBackupIsRefusedAndTheArchiveIsAsItWas() throws IOException {
    String before = export(data);
    Path zip = folder.resolve("backup.zip");
    Backup.write(TestArchive.premises(data), zip, Clock.systemUTC());
    byte[] bytes = Files.readAllBytes(zip);
    Path cut =
        Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    Path words = Files.writeString(folder.resolve("words.zip"), "no backup");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path nightly = Files.createDirectories(folder.resolve("nightly"));
    Backup.write(TestArchive.premises(data), nightly, Clock.systemUTC());
    flipBit(nightly.resolve("archive.db"), 9000);
    for (Path wrong : List.of(cut, words, empty, nightly, folder.resolve("not there"))) {
      assertThrows(
          StoreProblem.class,
          () -> Restore.of(wrong, TestArchive.premises(data)),
          wrong.toString());
      assertEquals(before, export(data), wrong.toString());
    }
  }

  @Test
  void aDamagedOriginalIsNotCopiedAndIsNamed() throws IOException {
    flipBit(original(PAPERS.getFirst()), 5);
    Backup.Summary summary =
        Backup.write(TestArchive.premises(data), folder.resolve("backup.zip"), Clock.systemUTC());
    assertEquals(List.of(PAPERS.getFirst().sha256()), summary.lost());
    assertEquals(2, summary.originals());
  }
}
