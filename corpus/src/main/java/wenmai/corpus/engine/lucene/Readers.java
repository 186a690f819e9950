package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.nio.file.Path;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;

/**
 * The committed state of both indexes, opened for reading (索引读取). Sees what this or another process
 * has committed after each {@link #refresh}. For many threads.
 */
final class Readers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

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
   * @param loading is given each new segment before anybody asks it; if it cannot load, whoever
   *     asks first will
   */
  boolean refresh(Consumer<LeafReader> loading) {
    refreshing.lock();
    try {
      IndexReader newPublic = newer(publicReader(), publicDirectory);
      IndexReader newInternal = newInternal(newPublic);
      boolean changed;
      try {
        load(Stream.of(newPublic, newInternal), loading);
      } finally { // what is durable is to be seen
        changed = swap(newPublic, newInternal);
      }
      return changed;
    } finally {
      refreshing.unlock();
    }
  }

  /** Gives the new public reader back where the internal one cannot be had. */
  private IndexReader newInternal(IndexReader newPublic) {
    boolean opened = false;
    try {
      IndexReader newer = newer(internalReader(), internalDirectory);
      opened = true;
      return newer;
    } finally {
      if (!opened) {
        swapOne(newPublic, publicReader());
      }
    }
  }

  private static void load(Stream<IndexReader> readers, Consumer<LeafReader> loading) {
    try {
      readers
          .flatMap(reader -> reader.leaves().stream())
          .forEach(leaf -> loading.accept(leaf.reader()));
    } catch (RuntimeException e) {
      LOG.warn("new segments of the index cannot be loaded beforehand", e);
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
      release(old);
    }
    return now;
  }

  /** What this audience may see, held until the lease is closed. */
  synchronized Lease lease(Audience audience) {
    return switch (audience) {
      case PUBLIC -> lease(publicReader);
      case INTERNAL -> lease(publicReader, internalReader);
    };
  }

  /** One of the indexes alone. */
  synchronized Lease lease(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> lease(publicReader);
      case INTERNAL -> lease(internalReader);
    };
  }

  /* Lucene holds the readers until the one over them is closed. */
  private Lease lease(IndexReader... readers) {
    try {
      return new Lease(new MultiReader(readers, false), journalNumber());
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

  private static void release(IndexReader reader) {
    try {
      reader.decRef();
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
    release(publicReader);
    release(internalReader);
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
    private final long journalNumber;

    Lease(IndexReader reader, long journalNumber) {
      this.reader = reader;
      this.journalNumber = journalNumber;
    }

    IndexReader reader() {
      return reader;
    }

    long journalNumber() {
      return journalNumber;
    }

    @Override
    public void close() {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UnableToUseIndex("close the index", e);
      }
    }
  }
}
