package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Region;

/**
 * Finds which papers of a jurisdiction are one matter (串联), from their cards alone: {@link
 * SignReader} says which steps each may be, {@link MatterWeaver} joins them. Pure.
 */
final class Loom {
  private final MatterTemplates templates;
  private final StaffDecisions decisions;

  Loom(MatterTemplates templates, StaffDecisions decisions) {
    this.templates = templates;
    this.decisions = decisions;
  }

  /**
   * @param cards by the ids of their papers
   */
  WovenMatters weave(String partition, List<LinkedCard> cards) {
    List<Bundle> bundles = new ArrayList<>();
    for (List<Sign> signs : signs(cards).values()) {
      for (Bundle bundle : new MatterWeaver(decisions).weave(signs)) {
        if (isMatter(bundle, partition)) {
          bundles.add(bundle);
        }
      }
    }
    Map<DocumentId, List<Bundle>> byDocument = byDocument(bundles);
    return new WovenMatters(
        bundles,
        bundles.stream()
            .filter(bundle -> !givesWay(bundle, byDocument))
            .map(bundle -> new WovenMatter(bundle, bundle.isReviewed(decisions)))
            .toList());
  }

  private Map<String, List<Sign>> signs(List<LinkedCard> cards) {
    SignReader reader =
        new SignReader(templates, PersonNames.read(cards.stream().map(LinkedCard::card).toList()));
    List<LinkedCard> inside = cards.stream().filter(linked -> !linked.card().outside()).toList();
    Map<DocumentId, List<Pointer>> pointers = pointers(inside, reader);
    List<Sign> signs = new ArrayList<>();
    inside.forEach(linked ->
        signs.addAll(
            reader.read(linked.card(), pointers.getOrDefault(linked.card().id(), List.of()))));
    signs.addAll(
        new BondReader(templates, reader)
            .read(inside.stream().map(LinkedCard::card).toList(), pointers, signs));
    signs.addAll(new CitedPapers(templates).of(signs));
    Map<String, List<Sign>> byTemplate = new TreeMap<>();
    for (Sign sign : signs) {
      byTemplate.computeIfAbsent(sign.template().id(), id -> new ArrayList<>()).add(sign);
    }
    return byTemplate;
  }

  /** What each paper names, by title, number or description. */
  private Map<DocumentId, List<Pointer>> pointers(List<LinkedCard> papers, SignReader reader) {
    List<Sign> known = new ArrayList<>();
    papers.forEach(linked -> known.addAll(reader.read(linked.card(), SignReader.pointers(linked))));
    DescribedPapers described = new DescribedPapers(templates, known);
    Map<DocumentId, List<Pointer>> pointers = new HashMap<>();
    for (LinkedCard paper : papers) {
      List<Pointer> all = new ArrayList<>(SignReader.pointers(paper));
      Set<DocumentId> told = new HashSet<>();
      all.forEach(pointer -> told.addAll(pointer.targets()));
      described.in(paper.card()).stream()
          .filter(pointer -> told.addAll(pointer.targets()))
          .forEach(all::add);
      pointers.put(paper.card().id(), all);
    }
    return pointers;
  }

  private static boolean isMatter(Bundle bundle, String partition) {
    Template template = bundle.signs().getFirst().template();
    List<Sign> held = bundle.signs().stream().filter(Sign::isHeld).toList();
    boolean needed =
        bundle.signs().stream()
            .anyMatch(sign ->
                (sign.isHeld() ? template.needs() : template.needsCited())
                    .contains(sign.stage().role()));
    boolean home = held.stream().anyMatch(sign -> isHome(sign, partition));
    if (!needed || !home) {
      return false;
    }
    return bundle.documents().size() > 1
        || held.stream()
            .anyMatch(sign ->
                (sign.stage().is(Stage.Trait.OPENS)
                        && (!sign.stage().is(Stage.Trait.JOINT) || sign.namesOne()))
                    || sign.stage().is(Stage.Trait.OPENS_IF_OWED));
  }

  /** A paper of the place; of another place's papers, one that was sent here. */
  private static boolean isHome(Sign sign, String partition) {
    boolean here = sign.region().map(Region::name).filter(partition::equals).isPresent();
    return here != sign.stage().is(Stage.Trait.ABROAD);
  }

  private static boolean givesWay(Bundle bundle, Map<DocumentId, List<Bundle>> byDocument) {
    Template template = bundle.signs().getFirst().template();
    return !template.givesWayTo().isEmpty()
        && bundle.documents().stream()
            .limit(1)
            .flatMap(document -> byDocument.getOrDefault(document, List.of()).stream())
            .anyMatch(other ->
                template.givesWayTo().contains(other.signs().getFirst().template().id())
                    && other.documents().containsAll(bundle.documents()));
  }

  private static Map<DocumentId, List<Bundle>> byDocument(List<Bundle> bundles) {
    Map<DocumentId, List<Bundle>> byDocument = new HashMap<>();
    for (Bundle bundle : bundles) {
      for (DocumentId document : bundle.documents()) {
        byDocument.computeIfAbsent(document, id -> new ArrayList<>()).add(bundle);
      }
    }
    return byDocument;
  }
}
