package wenmai.corpus.reading;

import java.util.Optional;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.Kind;

/**
 * What is already known of a paper while it is being read (著录草稿); each reader adds to it.
 *
 * @param tops where the pages of the file begin
 * @param outer the title of the paper itself, which may carry rules
 * @param title the title it goes by: that of the rules where it carries some
 * @param notes under the title
 */
record Draft(
    ReadingRules rules,
    Sheet sheet,
    PageTops tops,
    Head head,
    Tail tail,
    Places places,
    Optional<Title> outer,
    Optional<Title> title,
    Notes notes,
    KindReader.Found found) {

  Kind kind() {
    return found.kind().value();
  }

  String genre() {
    return found.genre();
  }

  /** Whether the paper carries rules whose title it goes by. */
  boolean isCarried() {
    return !outer.equals(title);
  }

  Draft withKind(Kind other) {
    Fact<Kind> kind = found.kind();
    Fact<Kind> settled = new Fact<>(other, kind.evidence(), kind.confidence(), kind.origin());
    KindReader.Found known = new KindReader.Found(settled, found.genre(), found.norm());
    return new Draft(rules, sheet, tops, head, tail, places, outer, title, notes, known);
  }
}
