package wenmai.corpus.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    List<String> around = around(source);
    if (around.isEmpty()) {
      return source;
    }
    Set<String> hidden = hiddenAbove(paper);
    Optional<Register.Place> file = file(doc);
    List<String> now = file.map(place -> around(place.path())).orElse(List.of());
    boolean isKnown = now.size() == around.size(); // it may stand elsewhere than it did
    for (int i = around.size() - 1; i >= 0; i--) {
      String one = around.get(i);
      if (hidden.contains(one) || (isKnown && isHidden(file.orElseThrow().root(), now.get(i)))) {
        return source.substring(one.length() + INTO.length());
      }
    }
    return source;
  }

  /** The files around what a path leads to, the outermost first. */
  private static List<String> around(String path) {
    List<String> around = new ArrayList<>();
    for (int into = path.indexOf(INTO); into >= 0; into = path.indexOf(INTO, into + 1)) {
      around.add(path.substring(0, into));
    }
    return around;
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
