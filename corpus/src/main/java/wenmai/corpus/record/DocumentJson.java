package wenmai.corpus.record;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.DocumentView;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Status;
import wenmai.corpus.document.Visibility;

/**
 * A document (公文) as the public face shows it, one JSON object on one line, and the way back. What
 * is read back is the document itself; what depends on others (status, copies, children, what a
 * citation leads to) is found again by the archive that takes it in.
 */
public final class DocumentJson {
  private DocumentJson() {}

  /** Writes the object without a line break after it; the stream stays open. */
  public static void write(DocumentView view, OutputStream out) {
    JsonOut.write(out, json -> body(json, view));
  }

  public static String string(DocumentView view) {
    return JsonOut.string(json -> body(json, view));
  }

  /**
   * A document that was read and not taken in, with the untouched extraction after it as {@code
   * raw}.
   */
  public static String withRaw(OfficialDocument document, String rawText) {
    return JsonOut.string(json -> {
      writeAlone(json, document);
      json.text("raw", rawText);
    });
  }

  /** The document with {@code citedBy}, {@code versions} and {@code matters} after it. */
  public static String withNeighbours(DocumentView view) {
    return JsonOut.string(json -> {
      body(json, view);
      NeighboursJson.write(json, view);
    });
  }

  /**
   * @throws RecordProblem if this is no document
   */
  public static OfficialDocument read(byte[] utf8) {
    return read(JsonIn.parse(utf8));
  }

  static OfficialDocument read(JsonIn in) {
    if (!in.text("record").equals("document")) {
      throw new RecordProblem("not a document: " + in.text("record"));
    }
    String text = in.text("text");
    QuoteReader quotes = new QuoteReader(text);
    Facts facts = FactsJson.read(in, quotes);
    return new OfficialDocument(
        in.parsed("id", ContentJson::id),
        provenance(in),
        facts,
        ContentJson.read(in, text, quotes),
        in.parsed("visibility", Visibility::ofKey));
  }

  private static Provenance provenance(JsonIn in) {
    return new Provenance(
        in.optional("externalId"),
        in.text("source"),
        in.text("sha256"),
        in.number("bytes"),
        in.text("mediaType"),
        in.parsedIfThere("parent", ContentJson::id));
  }

  /** A document by itself, as it is kept: nothing about it that depends on others. */
  static void writeAlone(JsonOut out, OfficialDocument document) {
    List<Resolution> unresolved =
        document.content().citations().stream()
            .map(citation -> (Resolution) new Resolution.Wanted(citation))
            .toList();
    body(
        out,
        new DocumentView(
            document,
            Status.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            unresolved,
            List.of(),
            List.of(),
            List.of()));
  }

  private static void body(JsonOut out, DocumentView view) {
    OfficialDocument document = view.document();
    Provenance provenance = document.provenance();
    out.text("record", "document").text("id", document.id().value());
    out.text("externalId", provenance.externalId()).text("source", provenance.source());
    FactsJson.writeValues(out, document.facts());
    out.text("status", view.status().key()).text("visibility", document.visibility().key());
    out.text("duplicateOf", view.duplicateOf()).text("parent", provenance.parent());
    out.texts("children", view.children()).text("language", document.content().language());
    out.text("mediaType", provenance.mediaType()).number("bytes", provenance.bytes());
    out.text("sha256", provenance.sha256());
    ContentJson.write(out, document.content(), view.resolutions());
    FactsJson.writeMore(out, document.facts());
    FactsJson.writeEvidence(out, document.facts());
  }
}
