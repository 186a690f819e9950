package wenmai.corpus.document;

import java.util.Optional;

/**
 * Where a document came from and what its original is.
 *
 * @param externalId the id another system gave it
 * @param source path within the given root, with {@code /}; children of a container as {@code
 *     a.zip!/b.docx}
 * @param sha256 of the original's bytes, in hexadecimal
 * @param bytes length of the original
 * @param parent the paper this is an attachment (附件) or a part of
 */
public record Provenance(
    Optional<String> externalId,
    String source,
    String sha256,
    long bytes,
    String mediaType,
    Optional<DocumentId> parent) {}
