package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wenmai.indexer.extract.Extraction.Part;
import wenmai.indexer.source.BoundedCopy;

/**
 * Files that came with a paper (随附文件), taken out into the scratch folder within bounds. One that
 * cannot be had is told of by its name.
 */
final class TakenOut {
  private static final long MOST_BYTES = 200L << 20;
  private static final int MOST = 200;

  private final Path scratch;
  private final List<Part> parts = new ArrayList<>();

  TakenOut(Path scratch) {
    this.scratch = scratch;
  }

  List<Part> parts() {
    return parts;
  }

  boolean isFull() {
    return parts.size() >= MOST;
  }

  void take(String name, InputStream stream) throws IOException {
    if (isFull()) {
      return;
    }
    Path target = Files.createTempFile(scratch, "attachment", ".bin");
    try (OutputStream out = Files.newOutputStream(target)) {
      if (BoundedCopy.copy(stream, out, MOST_BYTES) <= MOST_BYTES) {
        parts.add(new Part.Whole(name, target, 0));
        return;
      }
    }
    Files.delete(target);
    refuse(name, new Extraction.Rejected(RejectionCode.TOO_LARGE, (MOST_BYTES >> 20) + " MB"));
  }

  void refuse(String name, Extraction.Rejected why) {
    if (!isFull()) {
      parts.add(new Part.Refused(name, why));
    }
  }
}
