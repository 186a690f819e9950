package wenmai.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Intake.IntakeReport;
import wenmai.corpus.Intake.Listener;
import wenmai.corpus.Intake.Request;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/** A folder to take in, a register of what came of it, and a scratch folder that must end empty. */
abstract class IntakeCase {
  @TempDir Path folder;

  @TempDir Path scratch;

  final MemoryRegister register = new MemoryRegister();

  FileIntake intake;

  @BeforeEach
  void open() {
    intake = FileIntake.create(TestSettings.in(scratch), FileIntakeTest::read, () -> register);
  }

  @AfterEach
  void close() throws IOException {
    intake.close();
    try (var left = Files.list(scratch)) {
      assertEquals(
          List.of(), left.filter(Files::isRegularFile).toList(), "nothing left in scratch");
    }
  }

  IntakeReport run() {
    return intake.take(new Request(List.of(folder), Visibility.PUBLIC, false), Listener.silent());
  }

  Optional<OfficialDocument> at(String source) {
    return register.papers.values().stream()
        .map(paper -> paper.document())
        .filter(document -> document.provenance().source().equals(source))
        .findFirst();
  }
}
