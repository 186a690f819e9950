package wenmai.indexer.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;

/**
 * What some folders looked like at one moment (文件夹状态): a digest of names, sizes and times, so that
 * nothing need be opened where nothing has changed.
 *
 * @param digest of all files, in no order
 * @param files how many
 * @param lastMillis when the youngest of them was written
 * @param takenMillis when this was looked at
 */
record FolderState(long digest, long files, long lastMillis, long takenMillis) {
  private static final long ODD_CLOCK = 60_000;
  private static final long PRIME = 0x100000001B3L;

  /** Equal to no state that was seen. */
  static FolderState none() {
    return new FolderState(0, -1, 0, 0);
  }

  static FolderState of(List<Path> folders) throws IOException {
    Summing summing = new Summing();
    for (Path folder : folders) {
      if (Files.exists(folder)) {
        Files.walkFileTree(folder, summing);
      }
    }
    return new FolderState(
        summing.digest, summing.files, summing.lastMillis, System.currentTimeMillis());
  }

  boolean isNone() {
    return files < 0;
  }

  /** Whether nobody had written to any of them for so long; a time yet to come tells nothing. */
  boolean isSettled(Duration quiet) {
    return takenMillis - lastMillis >= quiet.toMillis() || lastMillis > takenMillis + ODD_CLOCK;
  }

  /** Whether the files are the same, whenever it was looked at. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FolderState state && state.digest == digest && state.files == files;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(digest);
  }

  private static final class Summing extends SimpleFileVisitor<Path> {
    private long digest;
    private long files;
    private long lastMillis;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      long own = file.toString().hashCode();
      own = own * PRIME + attributes.size();
      own = own * PRIME + attributes.lastModifiedTime().toMillis();
      digest += (own ^ (own >>> 29)) * PRIME; // a sum, so that no order matters
      files++;
      lastMillis = Math.max(lastMillis, attributes.lastModifiedTime().toMillis());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE; // the look will say what is wrong with it
    }
  }
}
