package wenmai.corpus.store;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session of the archive's one writer (写入席), made anew where the server has dropped it. For one
 * thread at a time.
 */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final Database database;
  private Session session;

  Writer(Database database) {
    this.database = database;
    this.session = database.connectToWrite();
  }

  /**
   * All or nothing; on disk when it returns.
   *
   * @throws StoreUnavailable if the server cannot be reached; what was to be written may have been
   */
  <T> T write(Function<Session, T> work) {
    Session begun = begun();
    return begun.finish(() -> work.apply(begun));
  }

  private Session begun() {
    try {
      session.begin(Session.Purpose.WRITE);
    } catch (StoreUnavailable dropped) {
      LOG.info("{}", dropped.getMessage());
      Session fresh = database.connectToWrite();
      Database.close(session);
      session = fresh;
      session.begin(Session.Purpose.WRITE);
    }
    return session;
  }

  @Override
  public void close() {
    session.close();
  }
}
