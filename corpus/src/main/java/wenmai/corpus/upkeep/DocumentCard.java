package wenmai.corpus.upkeep;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.duplicate.Originality;
import wenmai.corpus.duplicate.Sketch;
import wenmai.corpus.matter.CardBytes;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterPaper;

/**
 * What others may ask of a document (目录卡片), worked out from it alone.
 *
 * @param versioned whether it is of a kind that has versions, which bear one title
 * @param partitions in whose matters it may be a step
 * @param matterCard what finding its matter needs, as {@link CardBytes}, where there is one it may
 *     be in
 */
record DocumentCard(
    long doc,
    Visibility visibility,
    boolean versioned,
    List<CatalogueKey> keys,
    Sketch sketch,
    Originality originality,
    Set<String> partitions,
    Optional<byte[]> matterCard) {

  static DocumentCard of(long doc, OfficialDocument document, MatterBuilder matters) {
    Set<String> partitions = matters.partitions(MatterPaper.of(document, List.of()));
    return new DocumentCard(
        doc,
        document.visibility(),
        document.facts().value(FactKey.KIND).filter(Kind::isNorm).isPresent(),
        CatalogueKey.of(document.facts()),
        Sketch.of(document.content().text()),
        Originality.of(document),
        partitions,
        partitions.isEmpty()
            ? Optional.empty()
            : Guard.attempt(
                () -> Optional.of(CardBytes.of(matters.card(MatterCards.paper(document))))));
  }
}
