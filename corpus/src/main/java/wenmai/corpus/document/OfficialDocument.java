package wenmai.corpus.document;

import java.util.List;

/**
 * An official document (公文) as it was read from one original: identity, where it came from, what is
 * known of it, what stands in it, and who may see it. Immutable. Status, cited-by, copies and
 * matters depend on other documents and on the day, and are kept beside it.
 */
public record OfficialDocument(
    DocumentId id, Provenance provenance, Facts facts, Content content, Visibility visibility) {

  public OfficialDocument withFacts(Facts other) {
    return new OfficialDocument(id, provenance, other, content, visibility);
  }

  /** With the results that a person has set in place of those it tells of. */
  public OfficialDocument withResults(List<VoteResult> set) {
    return new OfficialDocument(id, provenance, facts, content.withResults(set), visibility);
  }

  public OfficialDocument withVisibility(Visibility other) {
    return new OfficialDocument(id, provenance, facts, content, other);
  }
}
