package wenmai.indexer.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a stream, but not without end (限量复制). */
public final class BoundedCopy {
  private static final int BUFFER = 1 << 16;

  private BoundedCopy() {}

  /**
   * Copies until the end or until more than {@code limit} bytes have come.
   *
   * @return bytes read; more than {@code limit} says that there were too many
   */
  public static long copy(InputStream in, OutputStream out, long limit) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    for (int n; (n = in.read(buffer)) > 0; ) {
      total += n;
      if (total > limit) {
        return total;
      }
      out.write(buffer, 0, n);
    }
    return total;
  }
}
