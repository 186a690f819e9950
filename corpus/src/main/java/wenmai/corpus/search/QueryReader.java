package wenmai.corpus.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import wenmai.corpus.QueryProblem;
import wenmai.corpus.engine.EngineQuery;

/**
 * Says what a typed query means (检索式理解): which words make a question, which are patterns, which
 * kinds and dates are named.
 */
final class QueryReader {
  /** A blank-free run of more terms than this is a question. */
  static final int MOST_TERMS_OF_A_WORD = 6;

  private final Vocabulary vocabulary;
  private final KindNames kinds;

  QueryReader(Vocabulary vocabulary, KindNames kinds) {
    this.vocabulary = vocabulary;
    this.kinds = kinds;
  }

  /**
   * @throws QueryProblem if it cannot be understood
   */
  EngineQuery read(String query) {
    if (query.codePoints().allMatch(QueryLexer::isBlank)) {
      return new EngineQuery.Everything();
    }
    return read(QueryParser.parse(query)).orElseThrow(() -> QueryFault.NO_WORDS.at(0));
  }

  /** What it means; empty for signs that nobody can look for. */
  private Optional<EngineQuery> read(TypedQuery typed) {
    return switch (typed) {
      case TypedQuery.Run run -> run(run.text());
      case TypedQuery.Quoted quoted -> Optional.of(exact(quoted));
      case TypedQuery.InField field -> Optional.of(field(field));
      case TypedQuery.Near near -> Optional.of(near(near));
      case TypedQuery.And and -> all(and.parts());
      case TypedQuery.Or or -> any(or.parts());
      case TypedQuery.Not not -> read(not.part()).map(EngineQuery.Not::new);
    };
  }

  private Optional<EngineQuery> run(String text) {
    Optional<EngineQuery> pattern = WildcardReader.read(text, vocabulary);
    if (pattern.isPresent()) {
      return pattern;
    }
    int terms = vocabulary.terms(text);
    if (terms == 0) {
      return Optional.empty();
    }
    return Optional.of(
        terms > MOST_TERMS_OF_A_WORD
            ? new EngineQuery.Question(text, vocabulary.synonyms(text), vocabulary.legal(text))
            : new EngineQuery.Words(text, vocabulary.synonyms(text)));
  }

  private EngineQuery exact(TypedQuery.Quoted quoted) {
    String folded = vocabulary.folded(quoted.text());
    if (folded.isEmpty()) {
      throw QueryFault.EMPTY_PHRASE.at(quoted.position());
    }
    return new EngineQuery.Exact(quoted.text());
  }

  private Optional<EngineQuery> all(List<TypedQuery> parts) {
    List<EngineQuery> read = readAll(parts);
    return read.size() < 2 ? read.stream().findFirst() : Optional.of(new EngineQuery.All(read));
  }

  private Optional<EngineQuery> any(List<TypedQuery> parts) {
    List<EngineQuery> read = readAll(parts);
    return read.size() < 2 ? read.stream().findFirst() : Optional.of(new EngineQuery.Any(read));
  }

  private List<EngineQuery> readAll(List<TypedQuery> parts) {
    return parts.stream().map(this::read).flatMap(Optional::stream).toList();
  }

  private EngineQuery near(TypedQuery.Near near) {
    List<String> words = new ArrayList<>();
    for (TypedQuery word : near.words()) {
      String folded = vocabulary.folded(textOf(word));
      if (!folded.isEmpty()) {
        words.add(folded);
      }
    }
    if (words.size() < 2) {
      throw QueryFault.NEAR_NEEDS_WORDS.at(near.position());
    }
    return new EngineQuery.Near(near.distance(), words);
  }

  private EngineQuery field(TypedQuery.InField field) {
    return switch (field.field()) {
      case TITLE ->
          new EngineQuery.InTitle(
              read(field.value())
                  .orElseThrow(() -> QueryFault.FIELD_WITHOUT_VALUE.at(field.position())));
      case ORGAN -> each(field.value(), (name, at) -> organ(name));
      case KIND -> each(field.value(), (name, at) -> kind(name));
      case NUMBER -> each(field.value(), (text, at) -> number(text));
      case RAW -> each(field.value(), (text, at) -> new EngineQuery.InRaw(text));
      case DATE -> each(field.value(), DateValue::read);
      case CITES ->
          each(field.value(), (text, at) -> new EngineQuery.Cites(NamedPlace.of(text).cited()));
    };
  }

  /** The same field for every word within brackets. */
  private EngineQuery each(TypedQuery value, BiFunction<String, Integer, EngineQuery> leaf) {
    return switch (value) {
      case TypedQuery.And and ->
          new EngineQuery.All(and.parts().stream().map(part -> each(part, leaf)).toList());
      case TypedQuery.Or or ->
          new EngineQuery.Any(or.parts().stream().map(part -> each(part, leaf)).toList());
      case TypedQuery.Not not -> new EngineQuery.Not(each(not.part(), leaf));
      case TypedQuery.InField inner -> field(inner);
      case TypedQuery.Near near -> near(near);
      case TypedQuery.Run run -> leaf(run.text(), run.position(), leaf);
      case TypedQuery.Quoted quoted -> leaf(quoted.text(), quoted.position(), leaf);
    };
  }

  private EngineQuery leaf(
      String text, int position, BiFunction<String, Integer, EngineQuery> leaf) {
    if (vocabulary.folded(text).isEmpty()) {
      throw QueryFault.FIELD_WITHOUT_VALUE.at(position);
    }
    return leaf.apply(text, position);
  }

  private EngineQuery organ(String name) {
    List<String> names = new ArrayList<>(List.of(name));
    for (EngineQuery.Synonym synonym : vocabulary.synonyms(name)) {
      names.add(name.replace(synonym.of(), synonym.instead()));
    }
    return new EngineQuery.OfOrgan(names);
  }

  private EngineQuery kind(String name) {
    return new EngineQuery.OfKind(name, kinds.named(vocabulary.folded(name)));
  }

  private EngineQuery number(String text) {
    NamedPlace named = NamedPlace.of(text);
    return new EngineQuery.OfNumber(text, named.number().map(Object::toString));
  }

  private static String textOf(TypedQuery word) {
    return switch (word) {
      case TypedQuery.Run run -> run.text();
      case TypedQuery.Quoted quoted -> quoted.text();
      case TypedQuery.InField field -> textOf(field.value());
      case TypedQuery.Near near -> "";
      case TypedQuery.And and -> "";
      case TypedQuery.Or or -> "";
      case TypedQuery.Not not -> "";
    };
  }
}
