package wenmai.indexer;

import java.util.List;
import java.util.Map;
import wenmai.corpus.Accessions;
import wenmai.corpus.Accessions.Accession;
import wenmai.corpus.Accessions.Paper;
import wenmai.corpus.Accessions.RegisteredFile;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.indexer.source.Source;
import wenmai.indexer.source.SourceFile;

/** Hands what was read to the register (登记入藏), and says in the report what became of it. */
final class Acceptance {
  private final Accessions register;
  private final RunReport report;
  private final Visibility visibility;

  /**
   * @param visibility asked for
   */
  Acceptance(Accessions register, RunReport report, Visibility visibility) {
    this.register = register;
    this.report = report;
    this.visibility = visibility;
  }

  void accept(Arrival arrival, Reading.Papers papers) {
    papers.notices().forEach(notice -> report.reject(arrival.source().location(), notice));
    List<OfficialDocument> accepted = papers.papers().stream().map(Paper::document).toList();
    if (arrival.known().isPresent() || accepted.stream().anyMatch(this::isKnownByExternalId)) {
      report.updated(accepted.size());
    } else {
      report.added(accepted.size());
    }
    accepted.stream().filter(this::becameInternal).forEach(report::madeInternal);
    List<DocumentId> ids = accepted.stream().map(OfficialDocument::id).toList();
    register.accept(
        new Accession(
            registered(arrival.source(), arrival.sha256(), ids),
            papers.originals(),
            papers.papers()),
        () -> accepted.forEach(report::accepted));
  }

  /** A container is known when its members have come. */
  void accept(SourceFile container, String sha256) {
    register.accept(
        new Accession(registered(container, sha256, List.of()), Map.of(), List.of()), () -> {});
  }

  private boolean isKnownByExternalId(OfficialDocument paper) {
    return paper.provenance().externalId().flatMap(register::withExternalId).isPresent();
  }

  private boolean becameInternal(OfficialDocument paper) {
    return visibility == Visibility.PUBLIC && paper.visibility() == Visibility.INTERNAL;
  }

  static RegisteredFile registered(Source source, String sha256, List<DocumentId> documents) {
    return new RegisteredFile(
        source.location(), source.bytes(), source.modifiedMillis(), sha256, documents);
  }
}
