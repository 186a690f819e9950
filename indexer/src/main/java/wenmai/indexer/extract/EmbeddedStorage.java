package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A document that lies in a message of Outlook as a folder of it (复合文档中的文档), made a file of its
 * own.
 */
final class EmbeddedStorage {
  private static final String PROPERTIES = "__properties_version1.0";

  /** The head of a message's properties within another one; on its own it has some bytes more. */
  private static final int HEAD_INSIDE = 24;

  private static final int HEAD_OUTSIDE = 32;
  private static final int DEEPEST = 32;

  private EmbeddedStorage() {}

  static InputStream file(DirectoryNode folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem own = new POIFSFileSystem()) {
      own.getRoot().setStorageClsid(folder.getStorageClsid());
      copy(folder, own.getRoot(), 0);
      own.writeFilesystem(out);
    }
    return new ByteArrayInputStream(out.toByteArray());
  }

  private static void copy(DirectoryEntry from, DirectoryEntry to, int depth) throws IOException {
    for (Entry entry : from) {
      if (entry instanceof DirectoryEntry inner) {
        if (depth < DEEPEST) {
          DirectoryEntry made = to.createDirectory(inner.getName());
          made.setStorageClsid(inner.getStorageClsid());
          copy(inner, made, depth + 1);
        }
      } else if (entry instanceof DocumentNode document) {
        to.createDocument(document.getName(), content(document, depth));
      }
    }
  }

  private static InputStream content(DocumentNode document, int depth) throws IOException {
    DocumentInputStream in = new DocumentInputStream(document);
    if (depth > 0 || !document.getName().equals(PROPERTIES) || document.getSize() < HEAD_INSIDE) {
      return in;
    }
    byte[] bytes = in.readAllBytes();
    byte[] wider = Arrays.copyOf(bytes, bytes.length + HEAD_OUTSIDE - HEAD_INSIDE);
    System.arraycopy(bytes, HEAD_INSIDE, wider, HEAD_OUTSIDE, bytes.length - HEAD_INSIDE);
    Arrays.fill(wider, HEAD_INSIDE, HEAD_OUTSIDE, (byte) 0);
    return new ByteArrayInputStream(wider);
  }
}
