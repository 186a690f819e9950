package wenmai.corpus.version;

import java.util.Optional;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;

/**
 * What makes texts versions of one work (Work, 法规本身): the same title, of the same place or, where
 * no place is known, of the same organ. A draft is no version: its title says 草案.
 *
 * @param owner the region's own name, else the organ; empty where neither is known
 */
public record WorkKey(TitleKey title, String owner) {

  /** The work of a text; empty for kinds that have no versions, such as reports. */
  public static Optional<WorkKey> of(
      String title, Kind kind, Optional<Region> region, Optional<Organ> organ) {
    return kind.isNorm()
        ? Optional.of(
            new WorkKey(
                TitleKey.of(title),
                region.map(Region::name).or(() -> organ.map(Organ::name)).orElse("")))
        : Optional.empty();
  }
}
