package wenmai.corpus.search;

import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Status;
import wenmai.corpus.document.Visibility;

/** What a list shows of a document. */
public record DocumentSummary(
    DocumentId id,
    Optional<String> externalId,
    Optional<String> title,
    Kind kind,
    Authority authority,
    Optional<DocumentNumber> number,
    Optional<Organ> organ,
    Optional<Region> region,
    Optional<LocalDate> date,
    Optional<CongressSession> session,
    Status status,
    Visibility visibility,
    Optional<DocumentId> duplicateOf) {}
