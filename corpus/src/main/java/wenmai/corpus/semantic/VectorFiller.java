package wenmai.corpus.semantic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.engine.DocumentLookup;
import wenmai.corpus.engine.DocumentLookup.StoredText;
import wenmai.corpus.engine.EngineView;
import wenmai.corpus.engine.PassageVectors;
import wenmai.corpus.engine.PassageVectors.PassageVector;
import wenmai.corpus.engine.Passages;
import wenmai.corpus.search.DocumentSummary;

/**
 * Makes the vectors that are missing (向量补算): compares what is in the index with what has vectors,
 * so that it can be stopped at any moment and goes on where it was.
 */
final class VectorFiller {
  /** Documents read at a time. */
  private static final int BATCH = 16;

  /** Passages between two commits: a stop loses at most a minute's work. */
  private static final int COMMIT_AFTER = 2000;

  /** What the model reads of a passage; it cuts the rest off anyway. */
  private static final int LONGEST_TITLE = 80;

  private final PassageVectors vectors;
  private final Embedder embedder;
  private final Pace pace;
  private final BooleanSupplier goOn;
  private final LongConsumer done;

  /**
   * @param goOn asked before each document, by any thread
   * @param done hears how many documents have been filled in so far
   */
  VectorFiller(
      PassageVectors vectors,
      Embedder embedder,
      Pace pace,
      BooleanSupplier goOn,
      LongConsumer done) {
    this.vectors = vectors;
    this.embedder = embedder;
    this.pace = pace;
    this.goOn = goOn;
    this.done = done;
  }

  /**
   * Makes the vectors of these documents.
   *
   * @return documents filled in
   */
  long fill(List<DocumentId> missing, EngineView view, DocumentLookup lookup) {
    long filled = 0;
    long passages = 0;
    for (int at = 0; at < missing.size() && goOn.getAsBoolean(); at += BATCH) {
      List<DocumentId> batch = missing.subList(at, Math.min(missing.size(), at + BATCH));
      Map<DocumentId, StoredText> texts = lookup.texts(batch);
      Map<DocumentId, DocumentSummary> summaries = lookup.summaries(batch);
      for (Made made : make(batch, texts, summaries)) {
        forget(made.id, made.visibility);
        vectors.put(made.visibility, made.id, view.digest(made.id), made.vectors);
        passages += made.vectors.size();
        done.accept(++filled);
      }
      if (passages >= COMMIT_AFTER) {
        vectors.commit();
        passages = 0;
      }
    }
    if (filled > 0) {
      vectors.commit();
    }
    return filled;
  }

  /** A document that was made internal leaves nothing among the public. */
  private void forget(DocumentId id, Visibility now) {
    for (Visibility other : Visibility.values()) {
      if (other != now) {
        vectors.remove(other, id);
      }
    }
  }

  /** Documents of this view that have no vectors yet, or old ones; by id. */
  static List<DocumentId> missing(PassageVectors vectors, EngineView view) {
    Map<DocumentId, Long> open = vectors.digests(Visibility.PUBLIC);
    Map<DocumentId, Long> closed = vectors.digests(Visibility.INTERNAL);
    List<DocumentId> missing = new ArrayList<>();
    view.digests()
        .forEach((id, digest) -> {
          if (!digest.equals(open.get(id)) && !digest.equals(closed.get(id))) {
            missing.add(id);
          }
        });
    missing.sort(null);
    return missing;
  }

  /**
   * Takes out what is no longer in the collection, unless another process is the one that writes.
   *
   * @param view of those who see everything
   */
  static void prune(PassageVectors vectors, EngineView view) {
    Set<DocumentId> held = new HashSet<>(view.digests().keySet());
    Map<Visibility, List<DocumentId>> gone = new EnumMap<>(Visibility.class);
    for (Visibility visibility : Visibility.values()) {
      gone.put(
          visibility,
          vectors.digests(visibility).keySet().stream().filter(id -> !held.contains(id)).toList());
    }
    if (gone.values().stream().allMatch(List::isEmpty) || !vectors.claim()) {
      return;
    }
    gone.forEach((visibility, ids) -> ids.forEach(id -> vectors.remove(visibility, id)));
    vectors.commit();
  }

  /** What has become of one document. */
  private record Made(DocumentId id, Visibility visibility, List<PassageVector> vectors) {}

  /** A document that has just gone is left out, and so are all that come after a stop. */
  private List<Made> make(
      List<DocumentId> batch,
      Map<DocumentId, StoredText> texts,
      Map<DocumentId, DocumentSummary> summaries) {
    return paced(batch)
        .filter(id -> goOn.getAsBoolean())
        .flatMap(id ->
            Optional.ofNullable(summaries.get(id))
                .flatMap(
                    summary -> Optional.ofNullable(texts.get(id)).map(text -> made(summary, text)))
                .stream())
        .toList();
  }

  /** Threads of a common pool would not have the priority of this one. */
  private <T> Stream<T> paced(List<T> work) {
    return switch (pace) {
      case BESIDE_OTHERS -> work.stream();
      case WITH_ALL_CORES -> work.parallelStream();
    };
  }

  private Made made(DocumentSummary summary, StoredText stored) {
    String title = summary.title().orElse("");
    String head = title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    List<PassageVector> made =
        paced(Passages.of(stored.text(), stored.outline()))
            .map(passage ->
                new PassageVector(
                    passage.span().start(),
                    embedder.passage(
                        (head + " " + passage.span().in(stored.text()).strip()).strip())))
            .toList();
    return new Made(summary.id(), summary.visibility(), made);
  }
}
