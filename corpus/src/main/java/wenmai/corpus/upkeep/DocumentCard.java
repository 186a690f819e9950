package wenmai.corpus.upkeep;

import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.duplicate.Originality;
import wenmai.corpus.duplicate.Sketch;

/**
 * What others may ask of a document (目录卡片), worked out from it alone.
 *
 * @param region where it belongs, printed; empty where that is not known
 */
record DocumentCard(
    long doc,
    Visibility visibility,
    List<CatalogueKey> keys,
    Sketch sketch,
    Originality originality,
    Optional<String> region) {

  static DocumentCard of(long doc, OfficialDocument document) {
    return new DocumentCard(
        doc,
        document.visibility(),
        CatalogueKey.of(document.facts()),
        Sketch.of(document.content().text()),
        Originality.of(document),
        document.facts().value(FactKey.REGION).map(Object::toString));
  }
}
