package wenmai.indexer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.text.RepairedText;
import wenmai.indexer.PaperLine.UnusableLine;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.layout.RawText;
import wenmai.indexer.repair.Repairer;
import wenmai.indexer.source.SourceLine;

/** The way of one line of JSON to its paper (JSON 行读取). Safe for use by many threads. */
final class LineReader {
  private static final String TOOL = "wenmai jsonl";

  private final Repairer repairer;
  private final Function<ReadingInput, OfficialDocument> reader;

  LineReader(Repairer repairer, Function<ReadingInput, OfficialDocument> reader) {
    this.repairer = repairer;
    this.reader = reader;
  }

  Reading read(Arrival arrival, SourceLine line) {
    try {
      JsonNode node = PaperLine.parse(line.json());
      return switch (PaperLine.string(node, "record").orElse("")) {
        case "matter" -> new Reading.NoPaper();
        case "document" ->
            new Reading.Papers(List.of(ExportedDocument.of(node).read(reader)), Map.of());
        default -> given(arrival, line, PaperLine.of(node));
      };
    } catch (UnusableLine e) {
      return new Reading.Refused(
          new Extraction.Rejected(
              e.isAboutFact() ? RejectionCode.BAD_FACT : RejectionCode.BAD_LINE,
              "第 " + line.number() + " 行，" + e.getMessage()));
    }
  }

  private Reading given(Arrival arrival, SourceLine line, PaperLine paper) {
    RawText raw = RawText.plain(paper.text().replace("\r\n", "\n").replace('\r', '\n'));
    if (!raw.hasText()) {
      return new Reading.Refused(Extraction.Rejected.of(RejectionCode.NO_TEXT));
    }
    RepairedText text = repairer.repair(raw);
    Provenance provenance =
        new Provenance(
            paper.externalId(),
            paper.source().orElse(line.location().path()),
            arrival.sha256(),
            line.bytes(),
            "application/json",
            Optional.empty());
    DocumentId id = paper.externalId().map(DocumentId::ofExternal).orElseGet(arrival::id);
    OfficialDocument document =
        reader.apply(
            new ReadingInput(
                id,
                provenance,
                text,
                List.of(),
                Map.of(),
                paper.given(),
                paper.visibility().orElse(arrival.visibility())));
    return new Reading.Papers(
        List.of(new Paper(document, text.raw(), TOOL)),
        Map.of(
            arrival.sha256(),
            new OriginalBytes.InMemory(line.json().getBytes(StandardCharsets.UTF_8))));
  }
}
