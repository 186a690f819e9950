package wenmai.indexer.source;

import wenmai.corpus.Accessions.FileLocation;

/** Something to be read (来源): a file, or a line of JSON. */
public sealed interface Source permits SourceFile, SourceLine {

  /** Where it is registered. */
  FileLocation location();

  /** How long it is. */
  long bytes();

  /** Time stamp of the file, in milliseconds since 1970. */
  long modifiedMillis();
}
