package wenmai.corpus.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A record's bytes as they are unpacked (解压), in larger pieces than Java's own choice, which asks
 * zlib forty times for a law.
 */
final class RecordStream extends InflaterInputStream {
  private static final int PIECE = 8192;

  RecordStream(byte[] compressed) {
    super(new ByteArrayInputStream(compressed), new Inflater(), PIECE);
  }

  @Override
  public void close() throws IOException {
    super.close();
    inf.end(); // one that was handed in is not ended by itself
  }
}
