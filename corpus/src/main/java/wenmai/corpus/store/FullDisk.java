package wenmai.corpus.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells a full disk (磁盘已满) from other reasons why nothing can be written. */
public final class FullDisk {
  /**
   * What Linux, macOS and Windows say in English and in Chinese; nothing else tells ENOSPC apart.
   */
  private static final List<String> SAID =
      List.of(
          "No space left on device",
          "Disk quota exceeded",
          "There is not enough space on the disk",
          "设备上没有空间",
          "设备上没有可用空间",
          "超出磁盘限额",
          "磁盘空间不足");

  /** A disk that has less than this has none: not even a page of the tables fits. */
  private static final long NO_ROOM_BYTES = 8_192;

  private FullDisk() {}

  /** Whether a full disk is what kept {@code where} from being written. */
  public static boolean causes(Throwable failure, Path where) {
    return isSaidBy(failure) || isFull(where);
  }

  /** Whether the system said so, in this failure or in what caused it. */
  public static boolean isSaidBy(Throwable failure) {
    int depth = 0;
    for (Throwable at = failure; at != null && depth < 20; at = at.getCause(), depth++) {
      String message = String.valueOf(at.getMessage());
      if (at instanceof IOException && SAID.stream().anyMatch(message::contains)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFull(Path where) {
    try {
      Path at = where.toAbsolutePath();
      while (!Files.exists(at) && at.getParent() != null) {
        at = at.getParent();
      }
      FileStore store = Files.getFileStore(at);
      // Stores that know no size say zero for both.
      return store.getTotalSpace() > 0
          && !store.isReadOnly()
          && store.getUsableSpace() < NO_ROOM_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }
}
