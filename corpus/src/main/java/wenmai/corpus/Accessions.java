package wenmai.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/**
 * The register of what has been taken in (收文登记) and the only way in. There is one writer at a time;
 * its calls come from one thread. What {@link #accept} has been given is durable (original, record
 * and journal on disk) when its {@code onDurable} runs, and not before; {@link #flush} makes
 * everything given so far durable.
 */
public interface Accessions extends AutoCloseable {

  /** Every root under which something is registered. */
  List<String> roots();

  /** What is known of the file at this place. */
  Optional<RegisteredFile> registered(FileLocation location);

  /**
   * Tells of every file known under a root whose path starts so, in order of path (by UTF-16 unit,
   * as {@link String#compareTo}), one at a time so that memory does not grow with their number. The
   * consumer must not call this register.
   *
   * @param prefix {@code ""} for all, {@code folder/} for a folder, {@code a.zip!/} for what came
   *     out of a container
   */
  void registeredUnder(String root, String prefix, Consumer<RegisteredFile> consumer);

  /**
   * Tells of every held paper of a visibility whose file is known under a root and has a path that
   * starts so, in order of path, as {@link #registeredUnder} does; of what has been written so far,
   * which {@link #settle} makes all that was given.
   */
  void heldUnder(
      String root,
      String prefix,
      Visibility visibility,
      BiConsumer<FileLocation, DocumentId> consumer);

  /** Waits until everything given so far is written, so that it can be asked for. */
  void settle();

  /**
   * Files with these very bytes, for recognising one that was renamed; of very many, those
   * registered first and those given last.
   */
  List<RegisteredFile> withContent(String sha256);

  /** The document that has this external id, whatever file it came from. */
  Optional<DocumentId> withExternalId(String externalId);

  /** A document that is held, as it stands. */
  Optional<OfficialDocument> held(DocumentId id);

  /**
   * Puts one file and the documents that were made of it into the archive, in place of what that
   * file held before. A document that another file gave (two lines with one external id) belongs to
   * this one from now on: withdrawing the other leaves it alone.
   */
  void accept(Accession accession, Runnable onDurable);

  /** Notes that a file's bytes are as they were although its time stamp or its place is not. */
  void confirm(FileLocation former, RegisteredFile now);

  /**
   * Keeps a paper from the public that bears no mark itself (转为内部): a decision of the intake, which
   * stands in the audit, outlives every new reading of the file, and may be undone. What a person
   * published stays public.
   *
   * @param anew whether what a person published is to be looked at anew, because there is a reason
   *     now that there was not then
   */
  void keep(DocumentId id, boolean anew);

  /** Takes a file and its documents out; their pages keep an answer. */
  void withdraw(FileLocation location);

  void flush();

  /**
   * How many of the documents accepted since this was opened have the text of another one; counts
   * what was flushed.
   */
  long duplicates();

  @Override
  void close();

  /**
   * Where a file stands.
   *
   * @param root the folder that was given, absolute; for a file given by itself its folder
   * @param path within the root, with {@code /}; a member of a container, which is a file of its
   *     own here, as {@code a.zip!/b.docx} or {@code lines.jsonl!/external-id}
   */
  record FileLocation(String root, String path) {}

  /**
   * A file as it was when it was taken in.
   *
   * @param modifiedMillis time stamp of the file, in milliseconds since 1970
   * @param wantsOcr whether pages of it are missing that only OCR could have read, which was not on
   *     the machine then
   */
  record RegisteredFile(
      FileLocation location,
      long bytes,
      long modifiedMillis,
      String sha256,
      List<DocumentId> documents,
      boolean wantsOcr) {
    public RegisteredFile {
      documents = List.copyOf(documents);
    }

    /** One that was read whole. */
    public RegisteredFile(
        FileLocation location,
        long bytes,
        long modifiedMillis,
        String sha256,
        List<DocumentId> documents) {
      this(location, bytes, modifiedMillis, sha256, documents, false);
    }
  }

  /**
   * One file on its way in.
   *
   * @param file with the ids of {@code papers}
   * @param originals the bytes of each paper's original by SHA-256; a paper whose original is not
   *     among them (a line of an export) has none
   * @param papers none for a container, whose members are accessions of their own and come before
   *     it
   */
  record Accession(RegisteredFile file, Map<String, OriginalBytes> originals, List<Paper> papers) {
    public Accession {
      originals = Map.copyOf(originals);
      papers = List.copyOf(papers);
    }
  }

  /** The bytes of an original, on their way into the archive. */
  sealed interface OriginalBytes {

    /** A file that is not ours: to be copied. It may change at any time; its SHA-256 decides. */
    record Copy(Path file) implements OriginalBytes {}

    /** A temporary file: to be moved away, or deleted. */
    record Move(Path file) implements OriginalBytes {}

    /** Few bytes in hand; nobody writes to them any more. */
    @SuppressWarnings("ArrayRecordComponent")
    record InMemory(byte[] bytes) implements OriginalBytes {}
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
