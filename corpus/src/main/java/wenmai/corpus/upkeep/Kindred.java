package wenmai.corpus.upkeep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.document.Region;
import wenmai.corpus.reading.DevelopmentZone;
import wenmai.corpus.store.DocumentRow;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Session;

/**
 * Of what place a paper is that never says so (由往来文件推定地区): papers of a congress to its own
 * government speak of 州人大常委会 and 州人民政府 alone. The papers it names, those that name it and those
 * that bear a number of the same series say of what place they are; where all of that level agree,
 * it is of theirs. Only what this audience may see is asked, and only what was read, never what was
 * inferred so itself.
 */
public final class Kindred {
  private static final Pattern LEVEL = Pattern.compile("^(?:自治)?(?<level>[省市县区州旗盟镇乡])");

  /** The level a text without an organ speaks of: 提请市人大常委会, 区人民政府. */
  private static final Pattern SPOKEN_OF =
      Pattern.compile(
          "(?:^|[^\\u4e00-\\u9fff]|[由经向对把报和与在按受])(?<level>[省市县区州旗盟])(?:人大|人民代表大会|人民政府|政府|[\\u4e00-\\u9fff]{2,10}局)");

  private static final double CONFIDENCE = 0.6;

  private final Session session;
  private final Documents documents;
  private final Links links;
  private final Audience audience;

  public Kindred(Session session, Audience audience) {
    this.session = session;
    this.documents = new Documents(session);
    this.links = new Links(session, audience);
    this.audience = audience;
  }

  /** A place and the words that lead to it. */
  private record Found(Region region, Evidence evidence) {
    /** The place of this level that it is or lies in. */
    Optional<Found> upTo(String level) {
      List<String> path = region.path();
      for (int end = path.size(); end > 0; end--) {
        boolean division = end == path.size() || isZone(path.getLast());
        if (division && path.get(end - 1).endsWith(level)) {
          return Optional.of(new Found(new Region(path.subList(0, end)), evidence));
        }
      }
      return Optional.empty();
    }

    private static boolean isZone(String name) {
      return DevelopmentZone.of(name + "管理委员会").isPresent();
    }
  }

  /** With its area, and its organ written out, where other papers tell them. */
  public OfficialDocument placed(long doc, OfficialDocument document) {
    Facts facts = document.facts();
    Optional<String> level = facts.has(FactKey.REGION) ? Optional.empty() : level(document);
    return level
        .flatMap(of ->
            agreed(linked(doc), of)
                .or(() -> agreed(ofSeries(facts), of))
                .map(found -> with(document, of, found)))
        .orElse(document);
  }

  private static Optional<String> level(OfficialDocument document) {
    Optional<String> organ = document.facts().value(FactKey.PRINTED_ORGAN);
    if (organ.isPresent() || document.facts().has(FactKey.ORGAN)) {
      return organ.flatMap(Kindred::levelOf);
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    Matcher matcher = SPOKEN_OF.matcher(document.content().text());
    while (matcher.find()) {
      counts.merge(matcher.group("level"), 1, Integer::sum);
    }
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static Optional<String> levelOf(String organ) {
    Matcher matcher = LEVEL.matcher(organ);
    return matcher.find() ? Optional.of(matcher.group("level")) : Optional.empty();
  }

  /** What all of that level agree on. */
  private static Optional<Found> agreed(Stream<Found> all, String level) {
    Map<String, Found> places = new LinkedHashMap<>();
    all.flatMap(found -> found.upTo(level).stream())
        .forEach(found -> places.putIfAbsent(found.region().name(), found));
    return places.size() == 1 ? places.values().stream().findFirst() : Optional.empty();
  }

  private Stream<Found> linked(long doc) {
    Stream<Found> named =
        links.leadingFrom(doc).stream()
            .flatMap(edge ->
                region(edge.to())
                    .map(region -> new Found(region, new Evidence.InText(edge.evidence().quote())))
                    .stream());
    Stream<Found> naming =
        links.leadingTo(doc).stream()
            .flatMap(edge ->
                region(edge.from())
                    .map(region -> new Found(region, new Evidence.InOther(edge.evidence())))
                    .stream());
    return Stream.concat(named, naming);
  }

  /** Rules are cited everywhere and tell nothing. */
  private Optional<Region> region(DocumentId id) {
    return documents
        .row(id)
        .filter(row -> row.isHeld() && row.isFor(audience) && !row.kind().isNorm())
        .flatMap(DocumentRow::region);
  }

  /** 洛沧人常审〔2023〕4号 and 洛沧人常审〔2024〕6号 are of one organ. */
  private Stream<Found> ofSeries(Facts facts) {
    Optional<Fact<DocumentNumber>> number =
        facts.get(FactKey.NUMBER).filter(fact -> !fact.value().isSerialOnly());
    return number.stream()
        .flatMap(fact ->
            regions(fact.value().issuerCode()).stream()
                .map(region -> new Found(region, fact.evidence())));
  }

  private List<Region> regions(String issuerCode) {
    return session.list(
        "SELECT DISTINCT region FROM document WHERE number >= ? AND number < ?"
            + " AND length(number) <= 100 AND held = 1"
            + " AND region IS NOT NULL AND (visibility = 0 OR ? = "
            + Sight.INTERNAL
            + ") ORDER BY region",
        row -> Region.parse(row.text(1)),
        issuerCode + "〔",
        issuerCode + "〕",
        Sight.of(audience));
  }

  private static OfficialDocument with(OfficialDocument document, String level, Found found) {
    Optional<String> printed = document.facts().value(FactKey.PRINTED_ORGAN);
    Optional<String> zone =
        printed.flatMap(name -> DevelopmentZone.of(name.substring(name.indexOf(level) + 1)));
    Region area = zone.map(name -> within(found.region(), name)).orElse(found.region());
    Facts facts = document.facts().with(FactKey.REGION, inferred(area, found));
    Optional<Fact<Organ>> organ =
        printed.map(name -> {
          String rest = name.substring(name.indexOf(level) + 1);
          return inferred(new Organ(found.region().name() + rest), found);
        });
    Optional<Fact<OrganLevel>> rank =
        printed.flatMap(name -> OrganLevel.of(found.region()).map(of -> inferred(of, found)));
    facts = facts.with(FactKey.ORGAN, organ).with(FactKey.ORGAN_LEVEL, rank);
    Content content = document.content();
    return new OfficialDocument(
        document.id(), document.provenance(), facts, content, document.visibility());
  }

  private static Region within(Region above, String name) {
    return new Region(Stream.concat(above.path().stream(), Stream.of(name)).toList());
  }

  private static <T> Fact<T> inferred(T value, Found found) {
    return Fact.inferred(value, found.evidence(), CONFIDENCE);
  }
}
