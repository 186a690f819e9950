package wenmai.corpus.upkeep;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.matter.LinkedCard;
import wenmai.corpus.matter.Loom;
import wenmai.corpus.matter.MatterBuilder;
import wenmai.corpus.matter.MatterGist;
import wenmai.corpus.matter.StaffDecisions;
import wenmai.corpus.matter.Surroundings;
import wenmai.corpus.matter.WovenMatter;
import wenmai.corpus.upkeep.MatterTable.Entry;

/**
 * The matters of one jurisdiction as one audience may know them, in memory (事项工作台), so that a
 * change touches only what hangs together with it. For one thread.
 */
final class SightedMatters {
  private final int sight;
  private final String rules;
  private final Loom loom;
  private final Surroundings around;
  private final Map<String, String> fingerprints = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * @param sight whose matters these are
   */
  SightedMatters(MatterBuilder builder, String partition, int sight) {
    this.sight = sight;
    this.rules = builder.rules();
    this.loom = builder.loom(partition);
    this.around = new Surroundings(loom);
  }

  int sight() {
    return sight;
  }

  boolean holds(DocumentId id) {
    return loom.holds(id);
  }

  Set<DocumentId> neighboursOf(DocumentId id) {
    return loom.neighboursOf(id);
  }

  /** Writes those matters down of which nothing is known; gives what is known of all. */
  interface Writing {
    /**
     * @param found by their fingerprints
     * @return without those that could not be written down
     */
    Map<String, MatterGist> gists(Map<String, WovenMatter> found);
  }

  /**
   * What has changed.
   *
   * @param ids under which there may be something else now
   * @param unused fingerprints that are asked for no more
   */
  record Change(Set<String> ids, Set<String> unused) {}

  /**
   * Finds matters anew where something has changed.
   *
   * @param stamps which text of a paper it is
   */
  Change change(
      Collection<LinkedCard> put,
      Collection<DocumentId> gone,
      StaffDecisions decisions,
      Function<DocumentId, String> stamps,
      Writing writing) {
    Loom.Change change = loom.change(put, gone, decisions);
    Set<String> ids = new TreeSet<>();
    Set<String> unused = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    for (WovenMatter matter : change.gone()) {
      String key = matter.key();
      keys.add(key);
      around.idOf(key).ifPresent(ids::add);
      Optional.ofNullable(fingerprints.remove(key)).ifPresent(unused::add);
    }
    used.removeAll(unused);
    Map<String, WovenMatter> found = new TreeMap<>();
    for (WovenMatter matter : change.come()) {
      String fingerprint = matter.fingerprint(rules, stamps);
      fingerprints.put(matter.key(), fingerprint);
      found.put(fingerprint, matter);
    }
    used.addAll(found.keySet());
    Map<String, MatterGist> gists = writing.gists(found);
    Map<String, MatterGist> come = new TreeMap<>();
    found.forEach((fingerprint, matter) -> {
      MatterGist gist = gists.get(fingerprint);
      if (gist != null && gist.stands()) {
        come.put(matter.key(), gist);
      }
    });
    for (String key : around.change(keys, come, change.papers())) {
      around.idOf(key).ifPresent(ids::add);
    }
    return new Change(ids, unused);
  }

  /** The matter of an id as it is to be kept; of several the last. */
  Optional<Entry> entry(String id) {
    return around.keysOf(id).stream()
        .reduce((one, two) -> two)
        .map(key ->
            new Entry(id, sight, Objects.requireNonNull(fingerprints.get(key)), around.of(key)));
  }

  /** Whether something that was written down is asked for. */
  boolean uses(String fingerprint) {
    return used.contains(fingerprint);
  }
}
