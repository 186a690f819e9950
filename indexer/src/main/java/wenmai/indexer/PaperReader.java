package wenmai.indexer;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wenmai.corpus.Accessions.OriginalBytes;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.reading.ReadingInput;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;
import wenmai.corpus.text.TimeIsUp;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.Extractor;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.gazette.GazetteSplitter;
import wenmai.indexer.layout.RawText;
import wenmai.indexer.repair.Repairer;
import wenmai.indexer.source.SourceFile;
import wenmai.indexer.source.SourceLine;

/** The way of one file to its papers: extract, repair, read. Safe for use by many threads. */
final class PaperReader {
  private static final Logger LOG = LoggerFactory.getLogger(PaperReader.class);

  private final Extractor extractor;
  private final GazetteSplitter gazettes;
  private final Repairer repairer;
  private final Function<ReadingInput, OfficialDocument> reader;
  private final LineReader lines;

  PaperReader(
      Extractor extractor,
      GazetteSplitter gazettes,
      Repairer repairer,
      Function<ReadingInput, OfficialDocument> reader) {
    this.extractor = extractor;
    this.gazettes = gazettes;
    this.repairer = repairer;
    this.reader = reader;
    this.lines = new LineReader(repairer, reader);
  }

  /** What fails in one paper, by a fault of ours, is told of it and stops no other. */
  Reading read(Arrival arrival) {
    try {
      return switch (arrival.source()) {
        case SourceFile file -> read(arrival, file);
        case SourceLine line -> lines.read(arrival, line);
      };
    } catch (TimeIsUp e) {
      throw e;
    } catch (UncheckedIOException e) {
      return new Reading.Refused(
          new Extraction.Rejected(RejectionCode.UNREADABLE, String.valueOf(e.getMessage())));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("[{}] could not be read", arrival.source().location().path(), e);
      return new Reading.Refused(
          new Extraction.Rejected(RejectionCode.READING_FAILED, e.getClass().getSimpleName()));
    }
  }

  private Reading read(Arrival arrival, SourceFile file) {
    return switch (extractor.extract(file.file(), file.name())) {
      case Extraction.Rejected rejected -> new Reading.Refused(rejected);
      case Extraction.Unpacked unpacked ->
          new Reading.Refused(Extraction.Rejected.of(RejectionCode.UNSUPPORTED));
      case Extraction.Extracted extracted ->
          new Reading.Papers(
              papersOrNothing(arrival, extracted),
              extracted.text().hasText() ? Map.of(arrival.sha256(), original(file)) : Map.of(),
              extracted.attachments(),
              notices(extracted));
    };
  }

  /** What came with a file that fails is of no use to anybody. */
  private List<Paper> papersOrNothing(Arrival arrival, Extraction.Extracted extracted) {
    try {
      return papers(arrival, extracted);
    } catch (RuntimeException | StackOverflowError e) {
      Containers.discard(extracted.attachments());
      throw e;
    }
  }

  /** The one paper of the file, or those of a gazette after what stands before them. */
  private List<Paper> papers(Arrival arrival, Extraction.Extracted extracted) {
    if (!extracted.text().hasText()) {
      return List.of();
    }
    Optional<GazetteSplitter.Issue> issue = gazettes.split(extracted.text());
    if (issue.isEmpty()) {
      return List.of(paper(Place.whole(arrival), extracted.text(), extracted));
    }
    List<Paper> papers = new ArrayList<>();
    Paper front = paper(Place.whole(arrival), issue.get().front(), extracted);
    Parent whole = arrival.as(front.document());
    Map<String, Integer> ofTitle = new HashMap<>();
    int number = 0;
    for (GazetteSplitter.Part part : issue.get().documents()) {
      number++;
      int which = ofTitle.merge(part.title(), 1, Integer::sum);
      String name = which == 1 ? part.title() : part.title() + "\0" + which;
      papers.add(paper(Place.part(arrival, number, name, whole), part.text(), extracted));
    }
    papers.addFirst(papers.stream().anyMatch(PaperReader::isMarked) ? internal(front) : front);
    return papers;
  }

  private static boolean isMarked(Paper paper) {
    return Parent.isMarked(paper.document());
  }

  /** The contents of an issue name its papers: the title of a marked one is for nobody else. */
  private static Paper internal(Paper front) {
    return new Paper(
        front.document().withVisibility(Visibility.INTERNAL), front.rawText(), front.extractor());
  }

  /**
   * Which paper of a file it is.
   *
   * @param source where it is said to come from
   * @param parent what it belongs to
   * @param visibility asked for
   */
  private record Place(
      Arrival arrival,
      DocumentId id,
      String source,
      Optional<DocumentId> parent,
      Visibility visibility) {
    static Place whole(Arrival arrival) {
      return new Place(
          arrival,
          arrival.id(),
          arrival.source().location().path(),
          arrival.parent(),
          arrival.visibility());
    }

    /**
     * A part keeps its id as long as its title stays, wherever in the issue it stands.
     *
     * @param name its title, with its place among those of one title from the second on: an issue
     *     of two sessions has two lists of appointments
     */
    static Place part(Arrival arrival, int number, String name, Parent issue) {
      DocumentId id = DocumentId.ofOriginal(arrival.id().value(), name);
      String source = arrival.source().location().path() + "!/" + number;
      return new Place(
          arrival,
          id,
          source,
          Optional.of(issue.id()),
          issue.secret() ? Visibility.INTERNAL : arrival.visibility());
    }
  }

  /**
   * What was left out: pages that only OCR could have read, programs that would run, words that
   * were struck out, remarks, another form of a mail's text, pages that are pictures.
   */
  private static List<Extraction.Rejected> notices(Extraction.Extracted extracted) {
    List<Extraction.Rejected> notices = new ArrayList<>();
    Optional.ofNullable(extracted.properties().get("ocr:missing"))
        .map(pages -> new Extraction.Rejected(RejectionCode.NEEDS_OCR, pages + " 页"))
        .ifPresent(notices::add);
    if (extracted.properties().containsKey("office:macros")) {
      notices.add(Extraction.Rejected.of(RejectionCode.MACROS));
    }
    if (extracted.properties().containsKey("office:revisions")) {
      notices.add(Extraction.Rejected.of(RejectionCode.REVISIONS));
    }
    if (extracted.properties().containsKey("office:remarks")) {
      notices.add(Extraction.Rejected.of(RejectionCode.REMARKS));
    }
    Optional.ofNullable(extracted.properties().get("office:page-pictures"))
        .map(pictures -> new Extraction.Rejected(RejectionCode.PAGE_PICTURES, pictures + " 幅"))
        .ifPresent(notices::add);
    if (extracted.properties().containsKey("mail:other-form")) {
      notices.add(Extraction.Rejected.of(RejectionCode.OTHER_FORM));
    }
    return notices;
  }

  private Paper paper(Place place, RawText raw, Extraction.Extracted extracted) {
    Arrival arrival = place.arrival();
    RepairedText text = repairer.repair(raw);
    Provenance provenance =
        new Provenance(
            Optional.empty(),
            place.source(),
            arrival.sha256(),
            arrival.source().bytes(),
            extracted.mediaType(),
            place.parent());
    ReadingInput input =
        new ReadingInput(
            place.id(),
            provenance,
            text,
            pages(raw, text),
            extracted.properties(),
            Facts.none(),
            place.visibility());
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
