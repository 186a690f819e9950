package wenmai.corpus.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.TitleKey;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.search.FacetName;
import wenmai.corpus.text.Repair;

/** Takes from a document what the engine indexes of it. */
final class DocumentMapper {
  /** The quality value of a text that carries no warning. */
  static final String SOUND = "good";

  private DocumentMapper() {}

  static IndexableDocument map(OfficialDocument document) {
    Facts facts = document.facts();
    return new IndexableDocument(
        document.id(),
        document.visibility(),
        facts.value(FactKey.TITLE),
        facts.value(FactKey.NUMBER),
        facts.value(FactKey.GENRE),
        facets(document),
        facts.value(FactKey.DATE),
        document.content().text(),
        Passages.of(document.content().text(), document.content().outline()),
        document.content().citations().stream()
            .filter(citation -> citation.title().isPresent() || citation.number().isPresent())
            .map(DocumentMapper::place)
            .distinct()
            .toList(),
        raw(document.content()));
  }

  /** The text with its repairs undone; nothing where there are none. */
  private static Optional<String> raw(Content content) {
    if (content.repairs().isEmpty()) {
      return Optional.empty();
    }
    String text = content.text();
    StringBuilder raw = new StringBuilder(text.length());
    int unit = 0;
    int point = 0;
    for (Repair repair : content.repairs()) {
      int start = text.offsetByCodePoints(unit, repair.span().start() - point);
      raw.append(text, unit, start).append(repair.was());
      unit = text.offsetByCodePoints(start, repair.span().end() - repair.span().start());
      point = repair.span().end();
    }
    return Optional.of(raw.append(text, unit, text.length()).toString());
  }

  /** What several bodies made together is found under each of them, too. */
  private static List<String> organs(Organ organ) {
    return Stream.concat(Stream.of(organ.name()), organ.bodies().stream()).distinct().toList();
  }

  private static Map<FacetName, List<String>> facets(OfficialDocument document) {
    Facts facts = document.facts();
    Map<FacetName, List<String>> values = new EnumMap<>(FacetName.class);
    values.put(FacetName.KIND, List.of(facts.value(FactKey.KIND).orElse(Kind.OTHER).key()));
    values.put(
        FacetName.AUTHORITY,
        List.of(facts.value(FactKey.AUTHORITY).orElse(Authority.UNKNOWN).key()));
    values.put(
        FacetName.ORGAN, facts.value(FactKey.ORGAN).map(DocumentMapper::organs).orElse(List.of()));
    values.put(FacetName.REGION, region(facts).map(Region::toString).stream().toList());
    values.put(
        FacetName.YEAR,
        facts.value(FactKey.DATE).map(date -> String.valueOf(date.getYear())).stream().toList());
    values.put(
        FacetName.SESSION, facts.value(FactKey.SESSION).map(Object::toString).stream().toList());
    values.put(FacetName.TOPIC, facts.values(FactKey.TOPIC).stream().distinct().toList());
    values.put(FacetName.QUALITY, quality(document));
    return values;
  }

  /** A place that was renamed or merged stands within what it is today. */
  private static Optional<Region> region(Facts facts) {
    Optional<Region> region = facts.value(FactKey.REGION);
    Optional<Region> today = facts.value(FactKey.REGION_NOW);
    if (region.isEmpty() || today.isEmpty()) {
      return region;
    }
    List<String> path = new ArrayList<>(today.get().path());
    path.add(region.get().name());
    return Optional.of(new Region(path));
  }

  private static List<String> quality(OfficialDocument document) {
    List<String> codes =
        document.content().warnings().stream()
            .map(warning -> warning.code().key())
            .distinct()
            .toList();
    return codes.isEmpty() ? List.of(SOUND) : codes;
  }

  private static CitedPlace place(Citation citation) {
    return new CitedPlace(
        citation.title().map(TitleKey::of), citation.number(), citation.provision());
  }
}
