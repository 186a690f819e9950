package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;

/**
 * The committed state of both indexes, opened for reading (索引读取). Sees what this or another process
 * has committed after each {@link #refresh}. For many threads.
 */
final class Readers implements AutoCloseable {
  static final String JOURNAL = "journal";
  static final String FINGERPRINT = "fingerprint";

  private final Directory publicDirectory;
  private final Directory internalDirectory;
  private IndexReader publicReader;
  private IndexReader internalReader;

  /** One refreshes at a time, while others take leases. */
  private final ReentrantLock refreshing = new ReentrantLock();

  private Readers(Directory publicDirectory, Directory internalDirectory) {
    this.publicDirectory = publicDirectory;
    this.internalDirectory = internalDirectory;
    this.publicReader = empty();
    this.internalReader = empty();
    refresh();
  }

  static Readers open(Path publicFolder, Path internalFolder) {
    try {
      return new Readers(FSDirectory.open(publicFolder), FSDirectory.open(internalFolder));
    } catch (IOException e) {
      throw new UnableToUseIndex("open the index", e);
    }
  }

  private static IndexReader empty() {
    try {
      return new MultiReader();
    } catch (IOException e) {
      throw new UnableToUseIndex("open nothing", e);
    }
  }

  /** Opens what has been committed since; says whether there was something. */
  boolean refresh() {
    return refresh(unloaded -> {});
  }

  /**
   * @param loading is given each new segment before anybody asks it
   */
  boolean refresh(Consumer<LeafReader> loading) {
    refreshing.lock();
    try {
      IndexReader newPublic = newer(publicReader(), publicDirectory);
      IndexReader newInternal = newer(internalReader(), internalDirectory);
      Stream.of(newPublic, newInternal)
          .flatMap(reader -> reader.leaves().stream())
          .forEach(leaf -> loading.accept(leaf.reader()));
      return swap(newPublic, newInternal);
    } finally {
      refreshing.unlock();
    }
  }

  private synchronized IndexReader publicReader() {
    return publicReader;
  }

  private synchronized IndexReader internalReader() {
    return internalReader;
  }

  @SuppressWarnings("ReferenceEquality") // a reader is the same exactly when nothing is new
  private synchronized boolean swap(IndexReader newPublic, IndexReader newInternal) {
    boolean changed = newPublic != publicReader || newInternal != internalReader;
    publicReader = swapOne(publicReader, newPublic);
    internalReader = swapOne(internalReader, newInternal);
    return changed;
  }

  private static IndexReader newer(IndexReader reader, Directory directory) {
    try {
      if (reader instanceof DirectoryReader open) {
        DirectoryReader changed = DirectoryReader.openIfChanged(open);
        return changed == null ? reader : changed;
      }
      return DirectoryReader.open(directory);
    } catch (IndexNotFoundException e) {
      return reader; // nothing has been committed yet
    } catch (IOException e) {
      throw new UnableToUseIndex("open the index", e);
    }
  }

  @SuppressWarnings("ReferenceEquality") // as above
  private static IndexReader swapOne(IndexReader old, IndexReader now) {
    if (old != now) {
      release(List.of(old));
    }
    return now;
  }

  /** What this audience may see, held until the lease is closed. */
  synchronized Lease lease(Audience audience) {
    return switch (audience) {
      case PUBLIC -> lease(List.of(publicReader));
      case INTERNAL -> lease(List.of(publicReader, internalReader));
    };
  }

  /** One of the indexes alone. */
  synchronized Lease lease(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> lease(List.of(publicReader));
      case INTERNAL -> lease(List.of(internalReader));
    };
  }

  private Lease lease(List<IndexReader> readers) {
    readers.forEach(IndexReader::incRef);
    try {
      return new Lease(
          new MultiReader(readers.toArray(IndexReader[]::new), false), readers, journalNumber());
    } catch (IOException e) {
      throw new UnableToUseIndex("open the index", e);
    }
  }

  /** Whether the public index holds this document, or held it and has not yet forgotten it. */
  boolean isPublic(DocumentId id) {
    try (Lease lease = lease(Visibility.PUBLIC)) {
      return lease.reader().docFreq(new Term(Fields.ID, id.value())) > 0;
    } catch (IOException e) {
      throw new UnableToUseIndex("look for " + id, e);
    }
  }

  /** The journal number that both indexes have reached. */
  synchronized long journalNumber() {
    return Math.min(number(publicReader), number(internalReader));
  }

  private static long number(IndexReader reader) {
    return Long.parseLong(commitData(reader).getOrDefault(JOURNAL, "0"));
  }

  synchronized Optional<String> writtenWith() {
    return Optional.ofNullable(commitData(publicReader).get(FINGERPRINT));
  }

  private static Map<String, String> commitData(IndexReader reader) {
    try {
      return reader instanceof DirectoryReader open
          ? open.getIndexCommit().getUserData()
          : Map.of();
    } catch (IOException e) {
      throw new UnableToUseIndex("read the last commit", e);
    }
  }

  private static void release(List<IndexReader> readers) {
    try {
      for (IndexReader reader : readers) {
        reader.decRef();
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("close the index", e);
    }
  }

  @Override
  public void close() {
    refreshing.lock();
    try {
      closeAll();
    } finally {
      refreshing.unlock();
    }
  }

  private synchronized void closeAll() {
    release(List.of(publicReader, internalReader));
    publicReader = empty();
    internalReader = empty();
    try {
      publicDirectory.close();
      internalDirectory.close();
    } catch (IOException e) {
      throw new UnableToUseIndex("close the index", e);
    }
  }

  /** A reader that stays open until it is given back. */
  static final class Lease implements AutoCloseable {
    private final IndexReader reader;
    private final List<IndexReader> held;
    private final long journalNumber;
    private boolean returned;

    Lease(IndexReader reader, List<IndexReader> held, long journalNumber) {
      this.reader = reader;
      this.held = held;
      this.journalNumber = journalNumber;
    }

    IndexReader reader() {
      return reader;
    }

    long journalNumber() {
      return journalNumber;
    }

    @Override
    public synchronized void close() {
      if (!returned) {
        returned = true;
        release(held);
      }
    }
  }
}
