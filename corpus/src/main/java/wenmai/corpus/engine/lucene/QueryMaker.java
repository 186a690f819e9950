package wenmai.corpus.engine.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.Weights;
import wenmai.corpus.engine.lucene.Fields.TextLevel;

/** Turns what is meant into a Lucene query on one level: documents, or passages (检索式转换). */
final class QueryMaker {

  /** In which of the text fields words are looked for. */
  enum Where {
    /** In the text and in the title. */
    ANYWHERE,
    TITLE
  }

  private final Analysis analysis;
  private final TextLevel level;
  private final IndexReader reader;
  private final TextQueries texts;
  private final DocumentQueries documents;

  QueryMaker(Analysis analysis, Weights weights, TextLevel level, Snapshot snapshot) {
    this.analysis = analysis;
    this.level = level;
    this.reader = snapshot.searcher().getIndexReader();
    this.texts = new TextQueries(analysis, weights, level, reader);
    this.documents = new DocumentQueries(analysis, level, snapshot);
  }

  Query make(EngineQuery query) {
    Query made = make(query, Where.ANYWHERE);
    return isAnchored(query)
        ? made
        : new BooleanQuery.Builder().add(made, Occur.MUST).add(all(), Occur.FILTER).build();
  }

  /** Whether it matches nothing but Lucene documents of this level by itself. */
  private static boolean isAnchored(EngineQuery query) {
    return query instanceof EngineQuery.Words
        || query instanceof EngineQuery.Question
        || query instanceof EngineQuery.Exact
        || query instanceof EngineQuery.Everything;
  }

  private Query make(EngineQuery query, Where where) {
    return switch (query) {
      case EngineQuery.Everything everything -> all();
      case EngineQuery.Words words -> texts.words(words, where);
      case EngineQuery.Question question -> texts.question(question, where);
      case EngineQuery.Exact exact -> texts.exact(analysis.fold(exact.run()), where);
      case EngineQuery.Wildcard wildcard -> interval(field -> wildcard(field, wildcard), where);
      case EngineQuery.Near near -> interval(field -> near(field, near), where);
      case EngineQuery.InTitle title -> make(title.query(), Where.TITLE);
      case EngineQuery.OfNumber number -> documents.ofNumber(number);
      case EngineQuery.InRaw raw ->
          documents.inRaw(texts.exact(analysis.fold(raw.run()), where), raw.run());
      case EngineQuery.OfOrgan organ -> documents.ofOrgan(organ);
      case EngineQuery.OfKind kind -> documents.ofKind(kind);
      case EngineQuery.Dated dated -> documents.dated(dated);
      case EngineQuery.Cites cites -> documents.cites(cites);
      case EngineQuery.OneOf oneOf -> documents.oneOf(oneOf);
      case EngineQuery.All all -> all(all, where);
      case EngineQuery.Any any -> any(any, where);
      case EngineQuery.Not not ->
          new BooleanQuery.Builder()
              .add(unscored(all()), Occur.MUST)
              .add(make(not.part(), where), Occur.MUST_NOT)
              .build();
    };
  }

  private Query all(EngineQuery.All all, Where where) {
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    List<String> runs = new ArrayList<>();
    for (EngineQuery part : all.parts()) {
      if (part instanceof EngineQuery.Not not) {
        every.add(make(not.part(), where), Occur.MUST_NOT);
      } else {
        every.add(make(part, where), Occur.MUST);
      }
      if (part instanceof EngineQuery.Words words) {
        runs.add(analysis.fold(words.run()));
      }
    }
    if (all.parts().stream().allMatch(EngineQuery.Not.class::isInstance)) {
      every.add(unscored(all()), Occur.MUST);
    }
    texts.together(runs, where).ifPresent(bonus -> every.add(bonus, Occur.SHOULD));
    return every.build();
  }

  private Query any(EngineQuery.Any any, Where where) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    any.parts().forEach(part -> some.add(make(part, where), Occur.SHOULD));
    return some.build();
  }

  private Query interval(java.util.function.Function<String, IntervalsSource> source, Where where) {
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (String field : texts.pairFields(where)) {
      some.add(new IntervalQuery(field, source.apply(field)), Occur.SHOULD);
    }
    return some.build();
  }

  private IntervalsSource wildcard(String field, EngineQuery.Wildcard wildcard) {
    IntervalsSource whole = null;
    for (EngineQuery.Piece piece : wildcard.pieces()) {
      IntervalsSource run = Runs.interval(field, analysis.fold(piece.run()), reader);
      whole = whole == null ? run : Gaps.between(whole, run, piece.least(), piece.most());
    }
    return whole == null ? Intervals.noIntervals("empty pattern") : whole;
  }

  private IntervalsSource near(String field, EngineQuery.Near near) {
    IntervalsSource[] words =
        near.words().stream()
            .map(word -> Runs.interval(field, analysis.fold(word), reader))
            .toArray(IntervalsSource[]::new);
    return Intervals.maxgaps(near.distance() * (words.length - 1), Intervals.unordered(words));
  }

  private Query all() {
    return new ConstantScoreQuery(new TermQuery(new Term(Fields.TYPE, level.type())));
  }

  static Query unscored(Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), 0);
  }
}
