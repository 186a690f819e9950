package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentQuote;

/**
 * One step in the life of a work, with the text it led to where that is held.
 *
 * @param event 通过, 修正, 修订, 废止 …
 * @param by the body with its session, or the amending decision where no body is named
 * @param document the version that this step made
 * @param evidence the words that tell of the step
 */
public record VersionStep(
    Optional<LocalDate> date,
    AmendmentEvent event,
    Optional<String> by,
    Optional<DocumentId> document,
    Optional<DocumentQuote> evidence) {}
