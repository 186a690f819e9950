package wenmai.corpus.matter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Region;

/**
 * Finds which papers of a jurisdiction are one matter (串联), from their cards alone: {@link
 * SignBook} says which steps each may be, {@link MatterWeaver} joins them. When papers come, change
 * or go, only what hangs together with them is woven again; what comes of it is the same as if all
 * were woven at once, whatever the order. For one thread.
 */
public final class Loom {
  private final String partition;
  private final SignBook book;
  private final KeyWords keyWords;
  private final Map<String, TemplateLoom> looms = new TreeMap<>();
  private final Map<DocumentId, Set<Bundle>> byDocument = new HashMap<>();
  private final Map<Bundle, WovenMatter> woven = new HashMap<>();
  private final Map<DocumentId, List<LocalTerms.Term>> termsOf = new TreeMap<>();
  private LocalTerms terms = LocalTerms.none();
  private StaffDecisions decisions = StaffDecisions.none();
  private Map<DocumentId, Set<DocumentId>> together = Map.of();

  Loom(MatterTemplates templates, String partition) {
    this.partition = partition;
    this.book = new SignBook(templates);
    this.keyWords = templates.keyWords();
    templates.templates().forEach(each -> looms.put(each.id(), new TemplateLoom()));
  }

  /**
   * Matters that are there no longer, and those that are new; and the papers of whatever was woven
   * again.
   */
  public record Change(
      Collection<WovenMatter> gone, List<WovenMatter> come, Set<DocumentId> papers) {}

  /** By which words it joins papers. */
  KeyWords keyWords() {
    return keyWords;
  }

  /** Whether a paper is among those that were taken in. */
  public boolean holds(DocumentId id) {
    return book.holds(id);
  }

  /** The papers that one cited when it was taken in, and those that name it. */
  public Set<DocumentId> neighboursOf(DocumentId id) {
    Set<DocumentId> neighbours = new HashSet<>(book.citedBy(id));
    neighbours.addAll(book.namersOf(id));
    return neighbours;
  }

  /** The papers that name one. */
  Set<DocumentId> namersOf(DocumentId id) {
    return book.namersOf(id);
  }

  /**
   * @param put papers that are new, or others than they were
   * @param gone papers that are here no longer
   * @param now what people have decided
   */
  public Change change(
      Collection<LinkedCard> put, Collection<DocumentId> gone, StaffDecisions now) {
    Set<DocumentId> decided = decide(now);
    Set<DocumentId> rules = setTerms(put, gone);
    SignChange signs = book.change(put, gone);
    Set<Bundle> bundlesGone = new LinkedHashSet<>();
    List<Bundle> bundlesCome = new ArrayList<>();
    looms.forEach((template, loom) -> {
      TemplateLoom.Change change = loom.change(of(template, signs), decided, decisions, together);
      bundlesGone.addAll(change.gone());
      change.come().stream().filter(this::isMatter).forEach(bundlesCome::add);
    });
    Set<DocumentId> papers = new TreeSet<>();
    bundlesGone.forEach(bundle -> papers.addAll(bundle.documents()));
    bundlesCome.forEach(bundle -> papers.addAll(bundle.documents()));
    Change change = replace(bundlesGone, bundlesCome, papers);
    return rules.isEmpty() ? change : underNewTerms(change);
  }

  /**
   * Takes note of the terms that rules of the place set; gives the rules where that changes them.
   */
  private Set<DocumentId> setTerms(Collection<LinkedCard> put, Collection<DocumentId> gone) {
    Set<DocumentId> changed = new HashSet<>();
    for (DocumentId id : gone) {
      if (termsOf.remove(id) != null) {
        changed.add(id);
      }
    }
    for (LinkedCard linked : put) {
      List<LocalTerms.Term> now =
          linked
              .card()
              .region()
              .filter(region -> region.name().equals(partition))
              .map(region ->
                  linked.card().terms().stream()
                      .map(term -> LocalTerms.Term.of(term, region, linked.lapsed()))
                      .toList())
              .orElse(List.of());
      DocumentId id = linked.card().id();
      if (!now.equals(termsOf.getOrDefault(id, List.of()))) {
        changed.add(id);
        if (now.isEmpty()) {
          termsOf.remove(id);
        } else {
          termsOf.put(id, now);
        }
      }
    }
    if (!changed.isEmpty()) {
      terms = new LocalTerms(termsOf.values().stream().flatMap(List::stream).toList());
    }
    return changed;
  }

  /** Every matter is another where other terms hold; that a rule comes or goes is rare. */
  private Change underNewTerms(Change change) {
    Set<WovenMatter> gone = new LinkedHashSet<>(change.gone());
    Set<WovenMatter> fresh = new HashSet<>(change.come());
    List<WovenMatter> come = new ArrayList<>();
    woven.replaceAll((bundle, matter) -> {
      if (!fresh.contains(matter)) {
        gone.add(matter);
      }
      WovenMatter now = matter.under(terms);
      come.add(now);
      return now;
    });
    come.sort(Comparator.comparing(WovenMatter::key));
    return new Change(gone, come, change.papers());
  }

  private static SignChange of(String template, SignChange signs) {
    return new SignChange(
        signs.gone().stream().filter(sign -> sign.template().id().equals(template)).toList(),
        signs.come().stream().filter(sign -> sign.template().id().equals(template)).toList());
  }

  /** Takes note of what people have decided; gives the papers of which that is something else. */
  private Set<DocumentId> decide(StaffDecisions now) {
    Set<DocumentId> decided = new HashSet<>();
    addDifference(decisions.together(), now.together(), decided);
    addDifference(decisions.apart(), now.apart(), decided);
    if (!decided.isEmpty()) {
      together = StaffDecisions.partners(now.together());
    }
    decisions = now;
    return decided;
  }

  private static void addDifference(
      Set<StaffDecisions.Pair> was, Set<StaffDecisions.Pair> is, Set<DocumentId> decided) {
    for (StaffDecisions.Pair pair : was) {
      if (!is.contains(pair)) {
        decided.addAll(List.of(pair.first(), pair.second()));
      }
    }
    for (StaffDecisions.Pair pair : is) {
      if (!was.contains(pair)) {
        decided.addAll(List.of(pair.first(), pair.second()));
      }
    }
  }

  private Change replace(
      Set<Bundle> bundlesGone, List<Bundle> bundlesCome, Set<DocumentId> papers) {
    Map<Bundle, WovenMatter> goneMatters = new LinkedHashMap<>();
    for (Bundle bundle : bundlesGone) {
      bundle
          .documents()
          .forEach(document -> {
            Set<Bundle> here = byDocument.get(document);
            if (here != null && here.remove(bundle) && here.isEmpty()) {
              byDocument.remove(document);
            }
          });
      WovenMatter matter = woven.remove(bundle);
      if (matter != null) {
        goneMatters.put(bundle, matter);
      }
    }
    for (Bundle bundle : bundlesCome) {
      for (DocumentId document : bundle.documents()) {
        byDocument.computeIfAbsent(document, id -> new HashSet<>()).add(bundle);
      }
    }
    Set<Bundle> concerned = new HashSet<>();
    papers.forEach(document -> concerned.addAll(byDocument.getOrDefault(document, Set.of())));
    List<WovenMatter> come = new ArrayList<>();
    for (Bundle bundle : concerned) {
      WovenMatter known = woven.get(bundle);
      if (givesWay(bundle)) {
        if (known != null) {
          goneMatters.put(bundle, known);
          woven.remove(bundle);
        }
      } else if (known == null) {
        WovenMatter fresh = new WovenMatter(bundle, bundle.isReviewed(together), terms);
        woven.put(bundle, fresh);
        come.add(fresh);
      }
    }
    come.sort(Comparator.comparing(WovenMatter::key));
    return new Change(goneMatters.values(), come, papers);
  }

  /** The papers a paper names as a step of something, in the order of its matters. */
  List<Pointer> pointers(DocumentId document) {
    List<Pointer> pointers = new ArrayList<>();
    byDocument.getOrDefault(document, Set.of()).stream()
        .sorted(Comparator.comparing(Bundle::key))
        .flatMap(bundle -> bundle.signs().stream())
        .filter(sign -> sign.id().filter(document::equals).isPresent())
        .forEach(sign -> pointers.addAll(sign.pointers()));
    return pointers;
  }

  private boolean isMatter(Bundle bundle) {
    Template template = bundle.signs().getFirst().template();
    List<Sign> held = bundle.signs().stream().filter(Sign::isHeld).toList();
    boolean needed =
        bundle.signs().stream()
            .anyMatch(sign ->
                (sign.isHeld() ? template.needs() : template.needsCited())
                    .contains(sign.stage().role()));
    boolean home = held.stream().anyMatch(this::isHome);
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
  private boolean isHome(Sign sign) {
    boolean here = sign.region().map(Region::name).filter(partition::equals).isPresent();
    return here != sign.stage().is(Stage.Trait.ABROAD);
  }

  private boolean givesWay(Bundle bundle) {
    Template template = bundle.signs().getFirst().template();
    return !template.givesWayTo().isEmpty()
        && bundle.documents().stream()
            .limit(1)
            .flatMap(document -> byDocument.getOrDefault(document, Set.of()).stream())
            .anyMatch(other ->
                template.givesWayTo().contains(other.signs().getFirst().template().id())
                    && other.documents().containsAll(bundle.documents()));
  }
}
