package wenmai.corpus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.DocumentReader;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.reading.ReadingRules;
import wenmai.corpus.text.RepairedText;

/** Texts taken into an archive with everything that our own readers make of them. */
public final class ReadPapers {
  private static final Path CONFIG = Path.of(System.getProperty("wenmai.root"), "config");
  private static final DocumentReader READER = reader();

  private ReadPapers() {}

  private static DocumentReader reader() {
    CitationFinder finder = new CitationFinder(CitationWords.read(CONFIG.resolve("citation")));
    return new DocumentReader(ReadingRules.load(CONFIG), finder::find);
  }

  static OfficialDocument read(ReadingInput input) {
    return READER.read(input);
  }

  public static OfficialDocument read(String path, String text) {
    return read(path, RepairedText.untouched(text));
  }

  /** A paper whose text was mended. */
  public static OfficialDocument read(String path, RepairedText layers) {
    String text = layers.raw();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String sha256 = sha256(bytes);
    return READER.read(
        new ReadingInput(
            DocumentId.ofOriginal(sha256, path),
            new Provenance(
                Optional.empty(), path, sha256, bytes.length, "text/plain", Optional.empty()),
            layers,
            List.of(),
            Map.of(),
            Facts.none(),
            Visibility.PUBLIC));
  }

  /** What a new reading of the file makes of the document with this id. */
  static OfficialDocument again(
      OfficialDocument read, DocumentId id, Visibility visibility, Optional<DocumentId> parent) {
    Provenance from = read.provenance();
    Provenance provenance =
        new Provenance(
            from.externalId(),
            from.source(),
            from.sha256(),
            from.bytes(),
            from.mediaType(),
            parent);
    return new OfficialDocument(id, provenance, read.facts(), read.content(), visibility);
  }

  public static void take(Archive archive, List<OfficialDocument> documents) {
    try (Accessions accessions = archive.accessions()) {
      documents.forEach(document -> accessions.accept(accession(document), () -> {}));
    }
  }

  static Accession accession(OfficialDocument document) {
    String raw = RepairedText.of(document.content().text(), document.content().repairs()).raw();
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    Provenance provenance = document.provenance();
    return new Accession(
        new RegisteredFile(
            new FileLocation("/papers", provenance.source()),
            bytes.length,
            1_700_000_000_000L,
            provenance.sha256(),
            List.of(document.id())),
        Map.of(provenance.sha256(), new OriginalBytes.InMemory(bytes)),
        List.of(new Paper(document, raw, "test 1")));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
