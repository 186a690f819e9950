package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wenmai.corpus.citation.Catalogue;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;

/** A catalogue of documents in hand. */
final class ListedCatalogue implements Catalogue {
  private final Map<TitleKey, List<Entry>> byTitle = new HashMap<>();
  private final Map<DocumentNumber, List<Entry>> byNumber = new HashMap<>();

  ListedCatalogue(List<OfficialDocument> documents) {
    for (OfficialDocument document : documents) {
      Facts facts = document.facts();
      Entry entry =
          new Entry(
              document.id(),
              facts.value(FactKey.TITLE).orElse(""),
              facts.value(FactKey.KIND).orElse(Kind.OTHER),
              facts.value(FactKey.NUMBER),
              facts.value(FactKey.ORGAN),
              facts.value(FactKey.REGION),
              facts.value(FactKey.SESSION),
              facts.value(FactKey.DATE),
              facts.value(FactKey.EFFECTIVE));
      facts
          .value(FactKey.TITLE)
          .map(TitleKey::of)
          .ifPresent(key -> byTitle.computeIfAbsent(key, each -> new ArrayList<>()).add(entry));
      facts
          .value(FactKey.NUMBER)
          .ifPresent(key -> byNumber.computeIfAbsent(key, each -> new ArrayList<>()).add(entry));
    }
  }

  @Override
  public List<Entry> withTitle(TitleKey key) {
    return byTitle.getOrDefault(key, List.of());
  }

  @Override
  public List<Entry> withNumber(DocumentNumber number) {
    return byNumber.getOrDefault(number, List.of());
  }

  @Override
  public List<Entry> ofSession(Organ organ, CongressSession session) {
    return List.of();
  }
}
