package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import wenmai.corpus.engine.lucene.Fields.TextLevel;

/**
 * Finds words that sound as a mistyped one does, or differ from it in one character (拼写建议). Looks
 * through the words of the index: for the rare search that finds nothing.
 */
final class SoundAlikes {
  private final Snapshot snapshot;
  private final Analysis analysis;

  SoundAlikes(Snapshot snapshot, Analysis analysis) {
    this.snapshot = snapshot;
    this.analysis = analysis;
  }

  /** Most frequent first, those of the same sound before others. */
  List<String> of(String typed, int size) {
    String word = analysis.fold(typed);
    int[] characters = word.codePoints().toArray();
    if (characters.length < 2 || characters.length > 8) {
      return List.of();
    }
    String sound = analysis.sound(word);
    List<Candidate> found = new ArrayList<>();
    IndexReader reader = snapshot.searcher().getIndexReader();
    try {
      Terms terms = MultiTerms.getTerms(reader, TextLevel.DOCUMENTS.words());
      TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        consider(term.utf8ToString(), all.docFreq(), characters, sound, found);
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("look for words of the same sound", e);
    }
    return found.stream()
        .filter(candidate -> !candidate.word.equals(word))
        .sorted(
            Comparator.comparingInt((Candidate candidate) -> candidate.distance)
                .thenComparingInt(candidate -> -candidate.documents)
                .thenComparing(Candidate::word))
        .limit(size)
        .map(Candidate::word)
        .toList();
  }

  private void consider(
      String term, int documents, int[] typed, String sound, List<Candidate> found) {
    if (term.codePointCount(0, term.length()) != typed.length
        || !Character.isIdeographic(term.codePointAt(0))) {
      return;
    }
    int different = different(term.codePoints().toArray(), typed);
    // A word that shares no character is heard only where the whole of it sounds the same.
    if (analysis.sound(term).equals(sound)) {
      found.add(new Candidate(term, 0, documents));
    } else if (different == 1 && typed.length > 2) {
      found.add(new Candidate(term, 1, documents));
    }
  }

  private static int different(int[] one, int[] other) {
    int different = 0;
    for (int i = 0; i < one.length; i++) {
      different += one[i] == other[i] ? 0 : 1;
    }
    return different;
  }

  private record Candidate(String word, int distance, int documents) {}
}
