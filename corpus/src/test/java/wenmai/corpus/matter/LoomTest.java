package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.matter.StaffDecisions.Pair;

/**
 * What is woven again for a change alone is what one gets from weaving all steps of all papers at
 * once, as {@link MatterWeaver} does without looking at who hangs together with whom.
 */
class LoomTest {
  private static final MatterTemplates TEMPLATES = MatterTemplates.load(SampleSet.CONFIG);
  private static final MatterBuilder BUILDER = new MatterBuilder(TEMPLATES);
  private static final int CHANGES = 12;

  private final SignBook book = new SignBook(TEMPLATES);
  private final Map<String, TemplateLoom> looms = new TreeMap<>();
  private final Map<String, Sign> signs = new TreeMap<>();
  private final Set<Bundle> bundles = new HashSet<>();
  private final Map<DocumentId, LinkedCard> held = new TreeMap<>();

  @ParameterizedTest
  @CsvSource({"city, 1", "county, 2"})
  void aChangeGivesWhatTheWholeGives(String half, int seed) throws IOException {
    Random random = new Random(seed);
    List<LinkedCard> waiting = cards(SampleSet.read(half).documents());
    Collections.shuffle(waiting, random);
    int most = 0;
    StaffDecisions decisions = StaffDecisions.none();
    for (int i = 0; i < CHANGES; i++) {
      List<LinkedCard> put = new ArrayList<>();
      List<DocumentId> gone = new ArrayList<>();
      int some = i % 3 == 0 ? 40 : 1;
      for (int k = 0; k < some && !waiting.isEmpty(); k++) {
        put.add(waiting.removeLast());
      }
      for (int k = 0; k < random.nextInt(4) && i > 0; k++) {
        DocumentId id = List.copyOf(held.keySet()).get(random.nextInt(held.size()));
        if (!gone.contains(id)) {
          gone.add(id);
          waiting.addFirst(held.get(id));
        }
      }
      StaffDecisions now = i % 4 == 3 ? decided(random) : decisions;
      change(put, gone, decisions, now);
      decisions = now;
      assertEquals(fresh(), signs, half + " change " + i);
      assertEquals(whole(decisions), named(bundles), half + " change " + i);
      most = Math.max(most, (int) bundles.stream().filter(it -> it.documents().size() > 1).count());
    }
    assertTrue(most > 8, "few matters: " + most);
  }

  private static List<LinkedCard> cards(List<OfficialDocument> documents) {
    List<LinkedCard> cards = new ArrayList<>();
    SampleSet.partitions(documents, BUILDER).values().stream()
        .max(java.util.Comparator.comparingInt(List::size))
        .orElseThrow()
        .forEach(paper -> cards.add(LinkedCard.of(BUILDER.card(paper), paper.resolutions())));
    return cards;
  }

  private StaffDecisions decided(Random random) {
    List<DocumentId> ids = List.copyOf(held.keySet());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pairs.add(new Pair(ids.get(random.nextInt(ids.size())), ids.get(random.nextInt(ids.size()))));
    }
    return StaffDecisions.of(pairs.subList(0, 3), pairs.subList(3, 6));
  }

  private void change(
      List<LinkedCard> put, List<DocumentId> gone, StaffDecisions was, StaffDecisions is) {
    gone.forEach(held::remove);
    put.forEach(linked -> held.put(linked.card().id(), linked));
    SignChange change = book.change(put, gone);
    change.gone().forEach(sign -> signs.remove(sign.name()));
    change.come().forEach(sign -> signs.put(sign.name(), sign));
    Set<DocumentId> decided = was.equals(is) ? Set.of() : Set.copyOf(held.keySet());
    Map<DocumentId, Set<DocumentId>> together = new HashMap<>();
    for (Pair pair : is.together()) {
      together.computeIfAbsent(pair.first(), id -> new TreeSet<>()).add(pair.second());
      together.computeIfAbsent(pair.second(), id -> new TreeSet<>()).add(pair.first());
    }
    for (Template template : TEMPLATES.templates()) {
      TemplateLoom.Change woven =
          looms
              .computeIfAbsent(template.id(), id -> new TemplateLoom())
              .change(of(template, change), decided, is, together);
      bundles.removeAll(woven.gone());
      bundles.addAll(woven.come());
    }
  }

  private static SignChange of(Template template, SignChange change) {
    return new SignChange(of(template, change.gone()), of(template, change.come()));
  }

  private static List<Sign> of(Template template, Collection<Sign> signs) {
    return signs.stream().filter(sign -> sign.template().id().equals(template.id())).toList();
  }

  private Map<String, Sign> fresh() {
    Map<String, Sign> fresh = new TreeMap<>();
    new SignBook(TEMPLATES)
        .change(held.values(), List.of())
        .come()
        .forEach(sign -> fresh.put(sign.name(), sign));
    return fresh;
  }

  private Set<Set<String>> whole(StaffDecisions decisions) {
    Set<Bundle> all = new HashSet<>();
    for (Template template : TEMPLATES.templates()) {
      all.addAll(new MatterWeaver(decisions).weave(of(template, signs.values())));
    }
    return named(all);
  }

  private static Set<Set<String>> named(Collection<Bundle> bundles) {
    Set<Set<String>> named = new HashSet<>();
    for (Bundle bundle : bundles) {
      Set<String> names = new TreeSet<>();
      bundle.signs().forEach(sign -> names.add(sign.name()));
      bundle.edges().forEach(edge -> names.add(edge.reason() + " " + edge.score()));
      named.add(names);
    }
    return named;
  }
}
