package wenmai.corpus.store;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Visibility;

/**
 * Where a paper comes from, as the public may be told (对外的来源): the name of a mail that the public
 * does not see is not told by what came out of it.
 */
public final class PublicSource {
  /** Between the way to a file and the name of what came out of it. */
  private static final String INTO = "!/";

  private final Session session;
  private final Documents documents;

  public PublicSource(Session session) {
    this.session = session;
    this.documents = new Documents(session);
  }

  /**
   * The way to a paper from behind the last file around it that gave one the public does not see.
   *
   * @param doc a paper that is public itself
   */
  public String seen(long doc, Provenance paper) {
    String source = paper.source();
    int into = source.lastIndexOf(INTO);
    if (into < 0) {
      return source;
    }
    Set<String> hidden = hiddenAbove(paper);
    Optional<Register.Place> file = file(doc).filter(place -> place.path().equals(source));
    while (into >= 0) {
      String around = source.substring(0, into);
      if (hidden.contains(around)
          || file.filter(place -> isHidden(place.root(), around)).isPresent()) {
        return source.substring(into + INTO.length());
      }
      into = source.lastIndexOf(INTO, into - 1);
    }
    return source;
  }

  private Optional<Register.Place> file(long doc) {
    return session.first(
        "SELECT f.root, f.path FROM file_document fd JOIN file f USING (file) WHERE fd.doc = ?",
        row -> new Register.Place(row.text(1), SortablePath.read(row.text(2))),
        doc);
  }

  private boolean isHidden(String root, String path) {
    return session
        .first(
            "SELECT 1 FROM file f JOIN file_document fd USING (file) JOIN document d USING (doc)"
                + " WHERE f.root = ? AND f.path = ? AND (d.held = 0 OR d.visibility > 0) LIMIT 1",
            row -> row.integer(1),
            root,
            SortablePath.of(path))
        .isPresent();
  }

  /** The same by what belongs to what, for papers that came back as lines of an export. */
  private Set<String> hiddenAbove(Provenance paper) {
    Set<String> hidden = new HashSet<>();
    Set<DocumentId> asked = new HashSet<>();
    Optional<DocumentId> next = paper.parent();
    while (next.isPresent() && asked.add(next.get())) {
      Optional<DocumentRow> row = documents.row(next.get());
      Optional<Provenance> above =
          row.map(parent -> documents.record(parent.doc()).document().provenance());
      row.filter(parent -> !parent.isHeld() || parent.visibility() == Visibility.INTERNAL)
          .flatMap(parent -> above)
          .ifPresent(parent -> hidden.add(parent.source()));
      next = above.flatMap(Provenance::parent);
    }
    return hidden;
  }
}
