package wenmai.corpus.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;

/**
 * What stands beside the matters of one jurisdiction (事项关联): which ids lead to each, whom it names,
 * who is like it. When some matters change, it says beside which others something else stands now.
 * For one thread.
 */
public final class Surroundings {
  private final Loom loom;
  private final Map<String, MatterGist> matters = new HashMap<>();
  private final Map<String, Set<String>> byId = new HashMap<>();
  private final Map<String, Set<String>> byFormerId = new HashMap<>();
  private final Map<DocumentId, Set<String>> byPaper = new HashMap<>();
  private final Lookalikes lookalikes;
  private final Mentions mentions;

  /**
   * @param loom that finds these matters
   */
  public Surroundings(Loom loom) {
    this.loom = loom;
    this.lookalikes = new Lookalikes(loom.keyWords().titles());
    this.mentions = new Mentions(this::matterIds, loom::pointers);
  }

  private Set<String> matterIds(DocumentId paper) {
    Set<String> ids = new TreeSet<>();
    for (String key : byPaper.getOrDefault(paper, Set.of())) {
      ids.add(gist(key).id());
    }
    return ids;
  }

  private MatterGist gist(String key) {
    return Objects.requireNonNull(matters.get(key));
  }

  /**
   * @param gone keys of matters that are there no longer, or are others now
   * @param come matters that are new, by key
   * @param papers whose ties were looked at again
   * @return keys of all beside which something else may stand now
   */
  public Set<String> change(
      Collection<String> gone, Map<String, MatterGist> come, Set<DocumentId> papers) {
    Set<String> concerned = new TreeSet<>();
    Set<Subject> about = new HashSet<>();
    for (String key : gone) {
      MatterGist matter = matters.remove(key);
      if (matter != null) {
        lookalikes.remove(key);
        forget(byId, matter.id(), key);
        matter.formerIds().forEach(id -> forget(byFormerId, id, key));
        matter.steps().forEach(step -> forget(byPaper, step.document(), key));
        addConcerned(matter, concerned);
        about.add(lookalikes.subject(matter));
      }
    }
    come.forEach((key, matter) -> {
      matters.put(key, matter);
      lookalikes.add(key, matter);
      note(byId, matter.id(), key);
      matter.formerIds().forEach(id -> note(byFormerId, id, key));
      matter.steps().forEach(step -> note(byPaper, step.document(), key));
    });
    for (MatterGist matter : come.values()) {
      addConcerned(matter, concerned);
      about.add(lookalikes.subject(matter));
    }
    about.forEach(subject -> concerned.addAll(lookalikes.near(subject)));
    papers.forEach(paper -> concerned.addAll(byPaper.getOrDefault(paper, Set.of())));
    concerned.addAll(come.keySet());
    concerned.retainAll(matters.keySet());
    return concerned;
  }

  private void addConcerned(MatterGist matter, Set<String> concerned) {
    Stream.concat(Stream.of(matter.id()), matter.formerIds().stream())
        .forEach(id -> concerned.addAll(byFormerId.getOrDefault(id, Set.of())));
    for (MatterGist.Step step : matter.steps()) {
      for (DocumentId namer : loom.namersOf(step.document())) {
        concerned.addAll(byPaper.getOrDefault(namer, Set.of()));
      }
    }
  }

  private static <K> void note(Map<K, Set<String>> map, K at, String key) {
    map.computeIfAbsent(at, each -> new TreeSet<>()).add(key);
  }

  private static <K> void forget(Map<K, Set<String>> map, K at, String key) {
    map.computeIfPresent(
        at,
        (each, keys) -> {
          keys.remove(key);
          return keys.isEmpty() ? null : keys;
        });
  }

  /** What stands beside the matter of this key. */
  public Beside of(String key) {
    MatterGist matter = gist(key);
    // what papers name comes before what is merely alike
    Map<String, Matter.RelatedMatter> others = new LinkedHashMap<>();
    mentions.of(matter).forEach(each -> others.putIfAbsent(each.matter(), each));
    lookalikes.of(matter).forEach(each -> others.putIfAbsent(each.matter(), each));
    return new Beside(formerIds(matter), List.copyOf(others.values()));
  }

  /** Of the ids it would have with another paper as its anchor, those that are no other's. */
  private List<String> formerIds(MatterGist matter) {
    return matter.formerIds().stream()
        .distinct()
        .filter(id -> !byId.containsKey(id) && byFormerId.getOrDefault(id, Set.of()).size() == 1)
        .sorted()
        .toList();
  }

  /** The keys of the matters that have this id. */
  public Set<String> keysOf(String id) {
    return byId.getOrDefault(id, Set.of());
  }

  /** The id of the matter of this key, where it is one. */
  public Optional<String> idOf(String key) {
    return Optional.ofNullable(matters.get(key)).map(MatterGist::id);
  }
}
