package wenmai.corpus.engine;

import java.util.Optional;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.structure.Provision;

/** What a text cites, by the words it uses (引用对象): a title or a number, and perhaps an article. */
public record CitedPlace(
    Optional<TitleKey> title, Optional<DocumentNumber> number, Optional<Provision> provision) {}
