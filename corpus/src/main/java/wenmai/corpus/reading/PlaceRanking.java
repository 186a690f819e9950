package wenmai.corpus.reading;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of the places that a text names it is about (地名的主次).
 *
 * @param named the names with what their mentions are worth, in the order of the text
 * @param gazetteer of the real ones
 * @param compact the text without blanks
 */
record PlaceRanking(Map<String, NamedPlace> named, Gazetteer gazetteer, String compact) {
  /** More than one certain mention in passing is worth. */
  private static final int MORE_THAN_ONCE = 3;

  /** The place most spoken of whose name ends so: 市 for 市人大常委会. */
  Optional<String> mostNamedEnding(String suffix, IssuerCodes codes) {
    return most(name -> name.endsWith(suffix) && codes.fit(name), 1)
        .or(() -> most(name -> name.endsWith(suffix), MORE_THAN_ONCE))
        .or(() -> most(name -> name.endsWith(suffix) && gazetteer.knows(name), 1))
        .or(() -> most(name -> name.endsWith(suffix) && isOfRule(name), 1));
  }

  /** The place most spoken of; one that is named but once in passing is none. */
  Optional<String> mostNamed() {
    return most(name -> !PlaceNames.isTown(name) && isOfBody(name), MORE_THAN_ONCE)
        .or(() -> most(this::isOfBody, MORE_THAN_ONCE))
        .or(() -> most(name -> !PlaceNames.isTown(name), MORE_THAN_ONCE))
        .or(() -> most(name -> true, MORE_THAN_ONCE));
  }

  /** 《棠州市供水条例》: with what the name of a rule begins. */
  private boolean isOfRule(String name) {
    return compact.contains("《" + name);
  }

  /** 候船区 and 分拣区 end like a district, but nobody speaks of a body of theirs. */
  private boolean isOfBody(String name) {
    return gazetteer.knows(name)
        || Optional.ofNullable(named.get(name)).filter(NamedPlace::isOfOrgan).isPresent();
  }

  private Optional<String> most(Predicate<String> wanted, int least) {
    String best = "";
    int weight = 0;
    for (Map.Entry<String, NamedPlace> entry : named.entrySet()) {
      int own = entry.getValue().weight();
      boolean counts =
          own >= least && (gazetteer.knows(entry.getKey()) || entry.getValue().isSure());
      if (own > weight && counts && wanted.test(entry.getKey())) {
        best = entry.getKey();
        weight = own;
      }
    }
    return weight > 0 ? Optional.of(best) : Optional.empty();
  }
}
