package wenmai.corpus.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Status;

/**
 * The legal bases of a text, then and now (依据体检): which version each citation 根据… meant when the
 * text was made, and whether that version still stands.
 */
public final class BasisHealth {
  private BasisHealth() {}

  /** What is known of works; the archive answers. */
  public interface Works {
    /** All held versions of the work that this document is a version of, itself among them. */
    List<Expression> versions(DocumentId document);

    /** What other texts do to that work. */
    List<Strike> strikes(DocumentId document);
  }

  /**
   * One basis.
   *
   * @param then the version that was meant
   * @param now how that version stands today, with the reason
   * @param current the version in force today, where one is held
   */
  public record Basis(
      Citation citation, DocumentId then, StatusOn now, Optional<DocumentId> current) {

    /** Whether someone should look at it. */
    public boolean isShaken() {
      return now.status() == Status.AMENDED || now.status() == Status.REPEALED;
    }
  }

  /** The bases in the order of the text, each target once. */
  public static List<Basis> of(List<Resolution> resolutions, Works works, LocalDate today) {
    List<Basis> bases = new ArrayList<>();
    Set<DocumentId> seen = new HashSet<>();
    for (Resolution resolution : resolutions) {
      if (resolution instanceof Resolution.Resolved resolved
          && resolved.citation().relation() == Relation.BASIS
          && seen.add(resolved.target())) {
        basis(resolved, works, today).ifPresent(bases::add);
      }
    }
    return bases;
  }

  private static Optional<Basis> basis(Resolution.Resolved resolved, Works works, LocalDate today) {
    List<Expression> versions = works.versions(resolved.target());
    return versions.stream()
        .filter(version -> version.document().equals(resolved.target()))
        .findFirst()
        .map(version ->
            new Basis(
                resolved.citation(),
                resolved.target(),
                StatusOn.of(version, versions, works.strikes(resolved.target()), today),
                StatusOn.inForce(versions, today).map(Expression::document)));
  }
}
