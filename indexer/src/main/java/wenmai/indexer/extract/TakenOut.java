package wenmai.indexer.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wenmai.indexer.extract.Extraction.Part;
import wenmai.indexer.source.BoundedCopy;

/**
 * Files that came with a paper (随附文件), taken out into the scratch folder within bounds that hold
 * for each and for all. One that cannot be had is told of by its name.
 */
final class TakenOut {
  private static final long MOST_BYTES = 200L << 20;
  private static final int MOST = 200;

  private final Path scratch;
  private final List<Part> parts = new ArrayList<>();
  private final long most;
  private long left;
  private int more;
  private String firstOfMore = "";

  /**
   * @param most bytes that may come out together
   */
  TakenOut(Path scratch, long most) {
    this.scratch = scratch;
    this.most = most;
    this.left = most;
  }

  /** What could be had, and what could not; of more than can be taken one is named. */
  List<Part> parts() {
    if (more == 0) {
      return List.copyOf(parts);
    }
    List<Part> all = new ArrayList<>(parts);
    String detail = MOST + " 个以外还有 " + more + " 个";
    all.add(
        new Part.Refused(
            firstOfMore, new Extraction.Rejected(RejectionCode.TOO_MANY_ATTACHMENTS, detail)));
    return all;
  }

  /** Takes what came out of a part of the same paper. */
  void addAll(List<Part> others) {
    parts.addAll(others);
  }

  /** Whether anything could be had. */
  boolean hasFiles() {
    return parts.stream().anyMatch(Part.Whole.class::isInstance);
  }

  /** How many bytes may still come out. */
  long left() {
    return left;
  }

  boolean isFull() {
    return parts.size() >= MOST;
  }

  void take(String name, InputStream stream) throws IOException {
    if (isFull()) {
      leave(name);
      return;
    }
    long room = Math.min(MOST_BYTES, left);
    Path target = Files.createTempFile(scratch, "attachment", ".bin");
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(target)) {
      long bytes = BoundedCopy.copy(stream, out, room);
      if (bytes <= room) {
        left -= bytes;
        parts.add(new Part.Whole(name, target, 0));
        return;
      }
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(target);
      throw e;
    }
    Files.delete(target);
    RejectionCode why = room < MOST_BYTES ? RejectionCode.EXPANDS_TOO_FAR : RejectionCode.TOO_LARGE;
    refuse(name, new Extraction.Rejected(why, (room >> 20) + " MB"));
  }

  /** Takes what is attached, or tells of it by its name where it cannot be had. */
  void takeOrTell(String name, InputStream stream) {
    try {
      take(name, stream);
    } catch (IOException | RuntimeException e) {
      tellDamaged(name, e);
    }
  }

  /** What comes with a paper is no reason to refuse it, but it is told of. */
  void tellDamaged(String name, Throwable why) {
    refuse(name, new Extraction.Rejected(RejectionCode.DAMAGED, Complaints.shortened(why)));
  }

  /** Deletes what has been taken: the paper it came with is refused, or read once more. */
  void discard() {
    for (Part part : parts) {
      if (part instanceof Part.Whole(String name, Path file, long modified)) {
        delete(file);
      }
    }
    parts.clear();
    left = most;
    more = 0;
    firstOfMore = "";
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the temporary file " + temporary, e);
    }
  }

  void refuse(String name, Extraction.Rejected why) {
    if (isFull()) {
      leave(name);
    } else {
      parts.add(new Part.Refused(name, why));
    }
  }

  /** One more that is not taken. */
  private void leave(String name) {
    if (more++ == 0) {
      firstOfMore = name;
    }
  }
}
