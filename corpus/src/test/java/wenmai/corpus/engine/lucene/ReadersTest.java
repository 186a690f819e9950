package wenmai.corpus.engine.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;

/** What has been committed is seen, whatever goes wrong beside it, and nothing is left open. */
class ReadersTest {
  private static final DocumentId ID = new DocumentId("0123456789abcdef0123");

  @TempDir Path folder;

  private Path publicFolder() {
    return folder.resolve("public");
  }

  private void commitOne() throws IOException {
    try (FSDirectory directory = FSDirectory.open(publicFolder());
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document document = new Document();
      document.add(new StringField(Fields.ID, ID.value(), Field.Store.NO));
      writer.addDocument(document);
    }
  }

  private Readers open() {
    return Readers.open(publicFolder(), folder.resolve("internal"));
  }

  @Test
  void aCommitIsSeenThoughItsColumnsCannotBeLoaded() throws IOException {
    List<IndexReader> loaded = new ArrayList<>();
    try (Readers readers = open()) {
      commitOne();
      boolean changed =
          readers.refresh(segment -> {
            loaded.add(segment);
            throw new UnableToUseIndex("load", new IOException("damaged"));
          });
      assertTrue(changed);
      assertTrue(readers.isPublic(ID));
    }
    assertEquals(List.of(0), loaded.stream().map(IndexReader::getRefCount).toList());
  }

  @Test
  void whereOneIndexCannotBeOpenedBothStayAsTheyWere() throws IOException {
    try (Readers readers = open()) {
      commitOne();
      Path broken = folder.resolve("internal").resolve("segments_1");
      Files.writeString(broken, "no index");
      assertThrows(UnableToUseIndex.class, readers::refresh);
      try (Readers.Lease lease = readers.lease(Audience.INTERNAL)) {
        assertEquals(0, lease.reader().numDocs());
      }
      Files.delete(broken);
      assertTrue(readers.refresh());
      assertTrue(readers.isPublic(ID));
    }
  }
}
