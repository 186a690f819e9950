package wenmai.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.store.Originals;
import wenmai.corpus.store.StoreProblem;

/** The originals of one accession, copied into the archive's folder and checked by their hash. */
record StagedOriginals(List<Originals.Staged> staged) {

  static StagedOriginals of(Map<String, OriginalBytes> bytes, Originals originals) {
    List<Originals.Staged> staged = new ArrayList<>();
    bytes.forEach((sha256, source) -> {
      originals.stage(sha256, opening(source)).ifPresent(staged::add);
      if (source instanceof OriginalBytes.Move move) {
        delete(move.file());
      }
    });
    return new StagedOriginals(staged);
  }

  private static Originals.Source opening(OriginalBytes source) {
    return switch (source) {
      case OriginalBytes.Copy copy -> () -> Files.newInputStream(copy.file());
      case OriginalBytes.Move move -> () -> Files.newInputStream(move.file());
      case OriginalBytes.InMemory memory -> () -> new ByteArrayInputStream(memory.bytes());
    };
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw StoreProblem.unwritable(file, "cannot be deleted", e);
    }
  }
}
