package wenmai.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;

/**
 * The register of what has been taken in (收文登记) and the only way in. There is one writer at a time;
 * its calls come from one thread. What {@link #accept} has been given is durable (original, record
 * and journal on disk) when its {@code onDurable} runs, and not before; {@link #flush} makes
 * everything given so far durable.
 */
public interface Accessions extends AutoCloseable {

  /** What is known of the file at this place. */
  Optional<RegisteredFile> registered(FileLocation location);

  /** Every file known under a root, by path; the caller closes nothing. */
  List<RegisteredFile> registeredUnder(String root);

  /** Files with these very bytes, for recognising one that was renamed. */
  List<RegisteredFile> withContent(String sha256);

  /** The document that has this external id, whatever file it came from. */
  Optional<DocumentId> withExternalId(String externalId);

  /**
   * Puts one file and the documents that were made of it into the archive, in place of what that
   * file held before.
   */
  void accept(Accession accession, Runnable onDurable);

  /** Notes that a file's bytes are as they were although its time stamp or its place is not. */
  void confirm(FileLocation former, RegisteredFile now);

  /** Takes a file and its documents out; their pages keep an answer. */
  void withdraw(FileLocation location);

  void flush();

  @Override
  void close();

  /**
   * Where a file stands.
   *
   * @param root the folder that was given, absolute; for a file given by itself its folder
   * @param path within the root, with {@code /}
   */
  record FileLocation(String root, String path) {}

  /**
   * A file as it was when it was taken in.
   *
   * @param modifiedMillis time stamp of the file, in milliseconds since 1970
   */
  record RegisteredFile(
      FileLocation location,
      long bytes,
      long modifiedMillis,
      String sha256,
      List<DocumentId> documents) {
    public RegisteredFile {
      documents = List.copyOf(documents);
    }
  }

  /**
   * One file on its way in.
   *
   * @param file with the ids of {@code papers}
   * @param originals the bytes of each paper's original by SHA-256, as files that may be moved away
   * @param papers at least one
   */
  record Accession(RegisteredFile file, Map<String, Path> originals, List<Paper> papers) {
    public Accession {
      originals = Map.copyOf(originals);
      papers = List.copyOf(papers);
    }
  }

  /**
   * One document with the untouched extraction it was read from.
   *
   * @param rawText the extraction as it came; {@code document.content().repairs()} leads from one
   *     to the other
   * @param extractor the tools that made it, with versions, such as {@code tika 3.3.1; pdfbox
   *     3.0.8}
   */
  record Paper(OfficialDocument document, String rawText, String extractor) {}
}
