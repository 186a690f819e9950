package wenmai.indexer.source;

import wenmai.corpus.Accessions.FileLocation;

/** Hears of each file in a container in turn. */
public interface MemberVisitor {
  void member(SourceFile file);

  /** Its name leads out of the container. */
  void unsafe(FileLocation location);

  /** A password is needed for it. */
  void encrypted(FileLocation location);

  void unreadable(FileLocation location, String why);

  /** The container holds more than it may; nothing follows. */
  void expandsTooFar(String limit);

  /** It lies in a container that holds more than it may in all; nothing follows. */
  void beyondBudget();
}
