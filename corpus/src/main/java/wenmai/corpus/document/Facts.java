package wenmai.corpus.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything known of one document, each fact under its {@link FactKey}. Immutable; what is not
 * known is not there.
 */
public final class Facts {
  private static final Facts NONE = new Facts(Map.of());

  private final Map<FactKey<?>, List<Fact<?>>> byKey;

  private Facts(Map<FactKey<?>, List<Fact<?>>> byKey) {
    this.byKey = byKey;
  }

  public static Facts none() {
    return NONE;
  }

  /** The fact under this key; of several the first. */
  public <T> Optional<Fact<T>> get(FactKey<T> key) {
    return all(key).stream().findFirst();
  }

  public <T> Optional<T> value(FactKey<T> key) {
    return get(key).map(Fact::value);
  }

  public <T> List<Fact<T>> all(FactKey<T> key) {
    @SuppressWarnings("unchecked") // with(…) is the only way in, and it binds key and fact to one T
    List<Fact<T>> facts = (List<Fact<T>>) (List<?>) byKey.getOrDefault(key, List.of());
    return facts;
  }

  public <T> List<T> values(FactKey<T> key) {
    return all(key).stream().map(Fact::value).toList();
  }

  /** These facts and one more under that key, after those already there. */
  public <T> Facts and(FactKey<T> key, Fact<T> fact) {
    List<Fact<?>> facts = new ArrayList<>(byKey.getOrDefault(key, List.of()));
    facts.add(fact);
    return put(key, facts);
  }

  /** These facts with this one alone under that key. */
  public <T> Facts with(FactKey<T> key, Fact<T> fact) {
    return put(key, List.of(fact));
  }

  public <T> Facts with(FactKey<T> key, Optional<Fact<T>> fact) {
    return fact.isPresent() ? with(key, fact.get()) : this;
  }

  public Facts without(FactKey<?> key) {
    Map<FactKey<?>, List<Fact<?>>> map = new LinkedHashMap<>(byKey);
    map.remove(key);
    return new Facts(map);
  }

  public boolean has(FactKey<?> key) {
    return byKey.containsKey(key);
  }

  private Facts put(FactKey<?> key, List<Fact<?>> facts) {
    Map<FactKey<?>, List<Fact<?>>> map = new LinkedHashMap<>(byKey);
    map.put(key, List.copyOf(facts));
    return new Facts(map);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts && byKey.equals(facts.byKey);
  }

  @Override
  public int hashCode() {
    return byKey.hashCode();
  }

  @Override
  public String toString() {
    return byKey.toString();
  }
}
