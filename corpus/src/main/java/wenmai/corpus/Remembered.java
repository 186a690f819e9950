package wenmai.corpus;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.store.Documents;
import wenmai.corpus.store.Marks;
import wenmai.corpus.store.Session;

/**
 * The last answers to questions that take long (近答), found by the moment of the archive they were
 * made at, so that none is ever out of date or one that was made for somebody who may see more.
 */
final class Remembered {
  /** Links and papers kept over all answers: some 50 MB at most. */
  private static final long KEPT = 60_000;

  private final Cache<Moment, Answer> answers =
      Caffeine.newBuilder()
          .maximumWeight(KEPT)
          .weigher((Moment moment, Answer answer) -> answer.weight())
          .build();

  /** The last change of a document, and the last time something was worked out from them. */
  private record Moment(
      Object question, Audience audience, LocalDate asOf, long change, long revision) {}

  private record Answer(Object value, int weight) {}

  /**
   * @param weight how much of an answer there is
   */
  <T> T answer(
      Session session,
      StoredRoom room,
      Object question,
      Function<Session, T> asking,
      ToIntFunction<T> weight) {
    Moment moment =
        new Moment(
            question,
            room.reader().audience(),
            room.asOf(),
            new Documents(session).lastNumber(),
            new Marks(session).number(Marks.REVISION));
    Answer known = answers.getIfPresent(moment);
    if (known == null) {
      T made = asking.apply(session);
      known = new Answer(made, 1 + weight.applyAsInt(made));
      answers.put(moment, known);
    }
    @SuppressWarnings("unchecked") // a question is always answered by the same kind of answer
    T value = (T) known.value();
    return value;
  }
}
