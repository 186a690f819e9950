package wenmai.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Extractor;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.layout.RawText;
import wenmai.indexer.repair.Repairer;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceLine;

/** The way of one file to its papers: extract, repair, read. Safe for use by many threads. */
final class PaperReader {
  private final Extractor extractor;
  private final Repairer repairer;
  private final Function<ReadingInput, OfficialDocument> reader;
  private final LineReader lines;

  PaperReader(
      Extractor extractor, Repairer repairer, Function<ReadingInput, OfficialDocument> reader) {
    this.extractor = extractor;
    this.repairer = repairer;
    this.reader = reader;
    this.lines = new LineReader(repairer, reader);
  }

  Reading read(Arrival arrival) {
    return switch (arrival.source()) {
      case SourceFile file -> read(arrival, file);
      case SourceLine line -> lines.read(arrival, line);
    };
  }

  private Reading read(Arrival arrival, SourceFile file) {
    return switch (extractor.extract(file.file(), file.name())) {
      case Extraction.Rejected rejected -> new Reading.Refused(rejected);
      case Extraction.Unpacked unpacked ->
          new Reading.Refused(Extraction.Rejected.of(RejectionCode.UNSUPPORTED));
      case Extraction.Extracted extracted ->
          new Reading.Papers(
              extracted.text().hasText() ? List.of(paper(arrival, extracted)) : List.of(),
              extracted.text().hasText() ? Map.of(arrival.sha256(), original(file)) : Map.of(),
              extracted.attachments(),
              notices(extracted));
    };
  }

  /** Pages that only OCR could have read, where there is none. */
  private static List<Extraction.Rejected> notices(Extraction.Extracted extracted) {
    return Optional.ofNullable(extracted.properties().get("ocr:missing"))
        .map(pages -> new Extraction.Rejected(RejectionCode.NEEDS_OCR, pages + " 页"))
        .stream()
        .toList();
  }

  private Paper paper(Arrival arrival, Extraction.Extracted extracted) {
    RepairedText text = repairer.repair(extracted.text());
    Provenance provenance =
        new Provenance(
            Optional.empty(),
            arrival.source().location().path(),
            arrival.sha256(),
            arrival.source().bytes(),
            extracted.mediaType(),
            arrival.parent());
    ReadingInput input =
        new ReadingInput(
            arrival.id(),
            provenance,
            text,
            pages(extracted.text(), text),
            extracted.properties(),
            Facts.none(),
            arrival.visibility());
    return new Paper(reader.apply(input), text.raw(), extracted.tools());
  }

  private static List<Page> pages(RawText raw, RepairedText text) {
    CodePointIndex index = CodePointIndex.of(text.text());
    List<Page> pages = new ArrayList<>();
    for (RawText.PageSpan page : raw.pages()) {
      int start = text.map().toRepaired(page.span().start());
      int end = Math.max(start, text.map().toRepaired(page.span().end()));
      pages.add(new Page(page.number(), index.toCodePoints(Span.of(start, end))));
    }
    return pages;
  }

  private static OriginalBytes original(SourceFile file) {
    return switch (file.ownership()) {
      case THEIRS -> new OriginalBytes.Copy(file.file());
      case OURS -> new OriginalBytes.Move(file.file());
    };
  }
}
