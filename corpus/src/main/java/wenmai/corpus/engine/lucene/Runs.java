package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Finds runs of characters in a field of pairs (连续字串). A run of n characters is n-1 pairs at places
 * one after the other, of which every second one and the last say it all; a single character is
 * every pair that begins with it.
 */
final class Runs {
  /** Pairs that begin with one character, at most; frequent characters have some thousands. */
  private static final int MOST_PAIRS = 8192;

  private Runs() {}

  /**
   * Where this very run occurs.
   *
   * @param folded not empty
   */
  static Query query(String field, String folded) {
    int[] characters = folded.codePoints().toArray();
    if (characters.length == 1) {
      return new PrefixQuery(new Term(field, folded));
    }
    if (characters.length == 2) {
      return new TermQuery(new Term(field, folded));
    }
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (int at = 0; at < characters.length - 2; at += 2) {
      phrase.add(new Term(field, pair(characters, at)), at);
    }
    int last = characters.length - 2;
    phrase.add(new Term(field, pair(characters, last)), last);
    return phrase.build();
  }

  /** The same as an interval that covers exactly the run's characters. */
  static IntervalsSource interval(String field, String folded, IndexReader reader) {
    int[] characters = folded.codePoints().toArray();
    if (characters.length == 1) {
      return Intervals.or(false, beginningWith(field, folded, reader));
    }
    IntervalsSource[] pairs = new IntervalsSource[characters.length - 1];
    for (int at = 0; at < pairs.length; at++) {
      pairs[at] = Intervals.term(pair(characters, at));
    }
    // A pair stands at the place of its first character; the run goes on to the second of the last.
    return Intervals.extend(pairs.length == 1 ? pairs[0] : Intervals.phrase(pairs), 0, 1);
  }

  private static List<IntervalsSource> beginningWith(
      String field, String character, IndexReader reader) {
    List<IntervalsSource> sources = new ArrayList<>();
    BytesRef prefix = new BytesRef(character);
    try {
      Terms terms = MultiTerms.getTerms(reader, field);
      TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
      boolean found = all.seekCeil(prefix) != TermsEnum.SeekStatus.END;
      while (found && StringHelper.startsWith(all.term(), prefix) && sources.size() < MOST_PAIRS) {
        sources.add(Intervals.term(BytesRef.deepCopyOf(all.term())));
        found = all.next() != null;
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("look up a character", e);
    }
    return sources.isEmpty() ? List.of(Intervals.noIntervals(character)) : sources;
  }

  private static String pair(int[] characters, int at) {
    return new String(characters, at, 2);
  }
}
