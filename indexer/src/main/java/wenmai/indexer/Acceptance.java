package wenmai.indexer;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.FileLocation;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.extract.Extraction;
import wenmai.indexer.extract.RejectionCode;
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;

/** Hands what was read to the register (登记入藏), and says in the report what became of it. */
final class Acceptance {
  /** A time stamp that no file has. */
  private static final long NEVER = Long.MIN_VALUE;

  /** What was left out of the text of a paper, and shows in its original. */
  private static final Set<RejectionCode> SHOWN_ONLY =
      EnumSet.of(
          RejectionCode.REVISIONS,
          RejectionCode.REMARKS,
          RejectionCode.PAGE_PICTURES,
          RejectionCode.OTHER_FORM);

  /** Where what is struck out in a file is noted, which is no member of it. */
  private static final String STRUCK_OUT = "!/.revisions";

  /** The same for a container that could not be opened, or not whole. */
  private static final String UNOPENED = "!/.unopened";

  private final Accessions register;
  private final RunReport report;
  private final Visibility visibility;
  private final OcrPresence ocr;

  /**
   * @param visibility asked for
   */
  Acceptance(Accessions register, RunReport report, Visibility visibility, OcrPresence ocr) {
    this.ocr = ocr;
    this.register = register;
    this.report = report;
    this.visibility = visibility;
  }

  void accept(Arrival arrival, Reading.Papers papers) {
    papers.notices().forEach(notice -> report.reject(arrival.source().location(), notice));
    List<OfficialDocument> accepted = papers.papers().stream().map(Paper::document).toList();
    boolean wasRead = arrival.known().filter(file -> !file.documents().isEmpty()).isPresent();
    if (wasRead || accepted.stream().anyMatch(this::isKnownByExternalId)) {
      report.updated(accepted.size());
    } else {
      report.added(accepted.size());
    }
    accepted.stream()
        .filter(this::becameInternal)
        .forEach(paper -> report.madeInternal(paper, arrival.cause(paper), wasRead));
    RegisteredFile whole = registered(arrival, papers, wantsOcr(papers));
    register.accept(
        new Accession(
            papers.attachments().isEmpty() ? whole : unfinished(whole),
            papers.originals(),
            papers.papers()),
        () -> accepted.forEach(report::accepted));
  }

  /**
   * A container is known when its members have come.
   *
   * @param wantsOcr whether pages of a member are missing that only OCR could have read
   */
  void accept(SourceFile container, String sha256, boolean wantsOcr) {
    register.accept(
        new Accession(registered(container, sha256, List.of(), wantsOcr), Map.of(), List.of()),
        () -> {});
  }

  /**
   * Something that came in the file of a paper was not read, and may hold what is not for the
   * public: noted as a file without a paper, or with those it had when it could be read.
   */
  void noteUnread(FileLocation location, Extraction.Rejected why) {
    if (!why.code().mayHideAPaper()) {
      return;
    }
    Optional<RegisteredFile> before = register.registered(location);
    RegisteredFile unread =
        new RegisteredFile(
            location,
            0,
            NEVER,
            "",
            before.map(RegisteredFile::documents).orElse(List.of()),
            wantsOcr(why));
    if (before.isPresent()) {
      register.confirm(location, unread);
    } else {
      register.accept(new Accession(unread, Map.of(), List.of()), () -> {});
    }
  }

  /** What is struck out in a file is not read, and shows in its original. */
  void noteStruckOut(Arrival arrival, Reading.Papers papers) {
    FileLocation struck = struckOut(arrival.source().location());
    Optional<Extraction.Rejected> told =
        papers.notices().stream().filter(notice -> SHOWN_ONLY.contains(notice.code())).findFirst();
    if (told.isPresent()) {
      noteUnread(struck, told.get());
    } else if (arrival.known().isPresent() && register.registered(struck).isPresent()) {
      register.withdraw(struck);
    }
  }

  /** Where it is noted that a container could not be opened, or not whole. */
  static FileLocation unopened(FileLocation container) {
    return new FileLocation(container.root(), container.path() + UNOPENED);
  }

  /** Where what is struck out in a file is noted. */
  static FileLocation struckOut(FileLocation file) {
    return new FileLocation(file.root(), file.path() + STRUCK_OUT);
  }

  /** Pages that OCR failed to read are not read again until the file changes. */
  boolean wantsOcr(Reading.Papers papers) {
    return papers.notices().stream().anyMatch(this::wantsOcr);
  }

  boolean wantsOcr(Extraction.Rejected rejected) {
    return rejected.code() == RejectionCode.NEEDS_OCR && !ocr.isHere();
  }

  /**
   * All that came attached to a paper that has been accepted has come as well.
   *
   * @param wantsOcr whether something of it could not be read for want of OCR
   */
  void finished(Arrival arrival, Reading.Papers papers, boolean wantsOcr) {
    register.confirm(
        arrival.source().location(), registered(arrival, papers, wantsOcr || wantsOcr(papers)));
  }

  private static RegisteredFile registered(
      Arrival arrival, Reading.Papers papers, boolean wantsOcr) {
    List<DocumentId> ids = papers.papers().stream().map(paper -> paper.document().id()).toList();
    return registered(arrival.source(), arrival.sha256(), ids, wantsOcr);
  }

  /** As no file is: one that a run left behind half done is read again by the next. */
  private static RegisteredFile unfinished(RegisteredFile file) {
    return new RegisteredFile(
        file.location(), file.bytes(), NEVER, "", file.documents(), file.wantsOcr());
  }

  private boolean isKnownByExternalId(OfficialDocument paper) {
    return paper.provenance().externalId().flatMap(register::withExternalId).isPresent();
  }

  private boolean becameInternal(OfficialDocument paper) {
    return visibility == Visibility.PUBLIC && paper.visibility() == Visibility.INTERNAL;
  }

  static RegisteredFile registered(
      Source source, String sha256, List<DocumentId> documents, boolean wantsOcr) {
    return new RegisteredFile(
        source.location(), source.bytes(), source.modifiedMillis(), sha256, documents, wantsOcr);
  }
}
