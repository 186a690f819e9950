package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineView;

/**
 * Helps where nothing was found (无结果帮助): names the words that no document holds, and offers a
 * spelling of the same sound, or the query without them, if that finds something.
 */
final class Rescue {
  /** Words looked at; nobody corrects more by hand. */
  private static final int MOST_WORDS = 12;

  private static final int SPELLINGS = 3;

  private final EngineView view;
  private final Vocabulary vocabulary;
  private final QueryReader reader;
  private final ToLongFunction<EngineQuery> count;

  /**
   * @param count how many documents a query finds under the filters that were chosen
   */
  Rescue(
      EngineView view,
      Vocabulary vocabulary,
      QueryReader reader,
      ToLongFunction<EngineQuery> count) {
    this.view = view;
    this.vocabulary = vocabulary;
    this.reader = reader;
    this.count = count;
  }

  /** Words of the query that nothing holds, as typed. */
  List<String> culprits(EngineQuery query) {
    Set<String> culprits = new LinkedHashSet<>();
    for (EngineQuery leaf : leaves(query)) {
      if (culprits.size() < MOST_WORDS && count.applyAsLong(leaf) == 0) {
        culprits.addAll(wordsToBlame(leaf));
      }
    }
    return List.copyOf(culprits);
  }

  private List<String> wordsToBlame(EngineQuery leaf) {
    return switch (leaf) {
      case EngineQuery.Words words -> {
        List<String> single =
            vocabulary.words(words.run()).stream()
                .limit(MOST_WORDS)
                .filter(word -> count.applyAsLong(new EngineQuery.Words(word, List.of())) == 0)
                .toList();
        // A mistyped word falls apart into characters; those alone would tell nobody anything.
        boolean apart =
            single.stream().anyMatch(word -> word.codePointCount(0, word.length()) == 1);
        yield single.isEmpty() || apart ? List.of(words.run()) : single;
      }
      case EngineQuery.Exact exact -> List.of(exact.run());
      case EngineQuery.Wildcard wildcard -> List.of(wildcard.pattern());
      case EngineQuery.Everything other -> List.of();
      case EngineQuery.Question other -> List.of();
      case EngineQuery.Near other -> other.words();
      case EngineQuery.InTitle other -> List.of();
      case EngineQuery.InRaw other -> List.of(other.run());
      case EngineQuery.OfNumber other -> List.of(other.text());
      case EngineQuery.OfOrgan other -> List.of(other.names().getFirst());
      case EngineQuery.OfKind other -> List.of(other.name());
      case EngineQuery.Dated other -> List.of();
      case EngineQuery.Cites other -> List.of();
      case EngineQuery.OneOf other -> List.of();
      case EngineQuery.All other -> List.of();
      case EngineQuery.Any other -> List.of();
      case EngineQuery.Not other -> List.of();
    };
  }

  private static List<EngineQuery> leaves(EngineQuery query) {
    List<EngineQuery> leaves = new ArrayList<>();
    if (query instanceof EngineQuery.All all) {
      all.parts().forEach(part -> leaves.addAll(leaves(part)));
    } else if (query instanceof EngineQuery.Any any) {
      any.parts().forEach(part -> leaves.addAll(leaves(part)));
    } else {
      leaves.add(query);
    }
    return leaves;
  }

  /** A query like the one typed that finds something. */
  Optional<String> better(String typed, List<String> culprits) {
    for (String culprit : culprits) {
      for (String spelling : view.soundAlikes(culprit, SPELLINGS)) {
        Optional<String> corrected = finding(typed.replace(culprit, spelling));
        if (corrected.isPresent()) {
          return corrected;
        }
      }
    }
    String rest = typed;
    for (String culprit : culprits) {
      rest = rest.replace("\"" + culprit + "\"", " ").replace(culprit, " ");
    }
    return culprits.isEmpty() || vocabulary.folded(rest).isEmpty()
        ? Optional.empty()
        : finding(rest.strip());
  }

  private Optional<String> finding(String query) {
    try {
      return count.applyAsLong(reader.read(query)) > 0 ? Optional.of(query) : Optional.empty();
    } catch (QueryProblem e) {
      return Optional.empty(); // what is left of it is no query
    }
  }
}
