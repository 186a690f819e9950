package wenmai.corpus.store;

import java.nio.file.Path;

/** Where the tables of an archive lie (库表所在): in a file, or in a schema on a server. */
sealed interface Backing permits SqliteFile, PostgresSchema {
  /** A session of one's own; close it. */
  Session connect();

  /**
   * The session of the archive's one writer.
   *
   * @throws ArchiveHeld if another process is the writer of these tables
   */
  Session connectToWrite();

  /** The number of the last migration these tables have gone through, 0 where there are none. */
  int schema();

  /** Makes the tables, or brings them up to {@link Database#SCHEMA}. */
  void migrate();

  /**
   * Writes the tables as they are at one moment to an SQLite file, without the sign-ins; whoever
   * writes them goes on meanwhile.
   *
   * @param copy a file that is not there yet
   */
  void copyTo(Path copy);

  /** How much room the tables take. */
  long bytes();
}
