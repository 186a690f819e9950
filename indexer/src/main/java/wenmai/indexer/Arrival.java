package wenmai.indexer;

import java.util.Optional;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;

/**
 * Something that has to be read (来件).
 *
 * @param sha256 of its bytes
 * @param known what it was when it was last taken in
 * @param asked the visibility asked for
 * @param parent the paper it came attached to
 * @param kept why it is internal whatever was asked
 */
record Arrival(
    Source source,
    String sha256,
    Optional<RegisteredFile> known,
    Visibility asked,
    Optional<DocumentId> parent,
    Optional<InternalCause> kept) {

  /** The id of the document it holds: kept if it had one, else made of bytes and place. */
  DocumentId id() {
    return known
        .flatMap(before -> before.documents().stream().findFirst())
        .orElseGet(() -> DocumentId.ofOriginal(sha256, source.location().path()));
  }

  Visibility visibility() {
    return kept.isPresent() ? Visibility.INTERNAL : asked;
  }

  /** The same, internal whatever was asked. */
  Arrival keptFor(InternalCause cause) {
    return new Arrival(source, sha256, known, asked, parent, Optional.of(cause));
  }

  /** Why one of its papers that has been read is internal, if not for itself. */
  Optional<InternalCause> cause(OfficialDocument paper) {
    boolean isFront =
        source instanceof SourceFile
            && asked == Visibility.PUBLIC
            && paper.id().equals(id())
            && paper.visibility() == Visibility.INTERNAL
            && !KnownFiles.isKeptByItsWords(paper);
    return kept.or(() -> Optional.of(InternalCause.NAMES_MARKED).filter(cause -> isFront));
  }

  /** Its paper, for what came in the same file. */
  Parent around(OfficialDocument paper) {
    boolean isKept = asked == Visibility.PUBLIC && paper.visibility() == Visibility.INTERNAL;
    return isKept ? as(paper).withItsFile() : as(paper);
  }

  /** One of its papers, for what belongs to that. */
  Parent as(OfficialDocument paper) {
    return Parent.of(paper, kept.isPresent());
  }
}
