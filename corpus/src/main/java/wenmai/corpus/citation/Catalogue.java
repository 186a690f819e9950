package wenmai.corpus.citation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;

/**
 * What a resolver asks of a collection (目录): who has this title, who has this number. An
 * implementation answers for one audience.
 */
public interface Catalogue {

  /** Documents whose {@link TitleKey} is this, by id; copies left out. */
  List<Entry> withTitle(TitleKey key);

  /** Documents with this 发文字号, by id; copies left out. */
  List<Entry> withNumber(DocumentNumber number);

  /** Documents of this organ adopted or presented at this session, by id; copies left out. */
  List<Entry> ofSession(Organ organ, CongressSession session);

  /** A document as the catalogue knows it. */
  record Entry(
      DocumentId id,
      String title,
      Kind kind,
      Optional<DocumentNumber> number,
      Optional<Organ> organ,
      Optional<Region> region,
      Optional<CongressSession> session,
      Optional<LocalDate> date,
      Optional<LocalDate> effective) {}
}
