package wenmai.corpus.upkeep;

import java.util.Optional;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.text.Quote;
import wenmai.corpus.version.Expression;

/**
 * What a document says of itself as a version (版本卡片), worked out from it alone.
 *
 * @param named where its title stands, which tells of a version nothing else tells of
 */
record VersionCard(Expression expression, Optional<Quote> named) {

  static VersionCard of(OfficialDocument document) {
    Optional<Quote> title =
        document
            .facts()
            .get(FactKey.TITLE)
            .map(Fact::evidence)
            .filter(Evidence.InText.class::isInstance)
            .map(evidence -> ((Evidence.InText) evidence).quote());
    return new VersionCard(Expression.of(document), title);
  }
}
