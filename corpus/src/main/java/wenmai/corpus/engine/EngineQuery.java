package wenmai.corpus.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wenmai.corpus.document.Kind;

/**
 * A question as it is meant (检索式), after the query language has been understood: what the engine
 * turns into its own kind of query.
 */
public sealed interface EngineQuery {

  /** Everything there is. */
  record Everything() implements EngineQuery {}

  /**
   * A blank-free run of words, all of which must occur, wherever they stand.
   *
   * @param synonyms other ways to say the run or a part of it
   */
  record Words(String run, List<Synonym> synonyms) implements EngineQuery {
    public Words {
      synonyms = List.copyOf(synonyms);
    }
  }

  /**
   * A question in plain words: ranked by how much of it occurs.
   *
   * @param synonyms other ways to say parts of it
   * @param legal what the law calls the things that it asks about
   */
  record Question(String text, List<Synonym> synonyms, List<Synonym> legal) implements EngineQuery {
    public Question {
      synonyms = List.copyOf(synonyms);
      legal = List.copyOf(legal);
    }
  }

  /** This very run of characters, after folding. */
  record Exact(String run) implements EngineQuery {}

  /**
   * Runs of characters with gaps between them (通配).
   *
   * @param pattern as typed
   * @param pieces at least one
   */
  record Wildcard(String pattern, List<Piece> pieces) implements EngineQuery {
    public Wildcard {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * One run of a {@link Wildcard}.
   *
   * @param least characters between the run before and this one, at least
   * @param most characters between them, at most
   */
  record Piece(int least, int most, String run) {}

  /** These words with at most so many characters between one and the next, in any order. */
  record Near(int distance, List<String> words) implements EngineQuery {
    public Near {
      words = List.copyOf(words);
    }
  }

  /** The query within the title alone. */
  record InTitle(EngineQuery query) implements EngineQuery {}

  /**
   * A 发文字号 or a part of one.
   *
   * @param official the full official form, where the text is one
   */
  record OfNumber(String text, Optional<String> official) implements EngineQuery {}

  /**
   * Whose text, or whose extraction before any repair (提取原文), holds this very run of characters,
   * after folding.
   */
  record InRaw(String run) implements EngineQuery {}

  /** Made by an organ whose name holds one of these; the first is as typed. */
  record OfOrgan(List<String> names) implements EngineQuery {
    public OfOrgan {
      names = List.copyOf(names);
    }
  }

  /**
   * Of one of these kinds, or of this genre (文种).
   *
   * @param name as typed
   */
  record OfKind(String name, Set<Kind> kinds) implements EngineQuery {
    public OfKind {
      kinds = Set.copyOf(kinds);
    }
  }

  /** Dated within these days, both inclusive. */
  record Dated(Optional<LocalDate> from, Optional<LocalDate> to) implements EngineQuery {}

  /** Citing this. */
  record Cites(CitedPlace place) implements EngineQuery {}

  /** One of these very documents, or of these very articles. */
  record OneOf(List<EngineRequest.Place> places) implements EngineQuery {
    public OneOf {
      places = List.copyOf(places);
    }
  }

  /** Every one of these. */
  record All(List<EngineQuery> parts) implements EngineQuery {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** At least one of these. */
  record Any(List<EngineQuery> parts) implements EngineQuery {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(EngineQuery part) implements EngineQuery {}

  /**
   * @param of the characters of the query it stands for
   * @param instead what is searched as well
   */
  record Synonym(String of, String instead) {}
}
