package wenmai.corpus.engine.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import wenmai.corpus.engine.CitedPlace;
import wenmai.corpus.engine.EngineQuery;
import wenmai.corpus.engine.EngineRequest.Place;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.search.FacetName;

/** Queries on what a document is rather than on what it says (文件属性检索); they do not score. */
final class DocumentQueries {
  private final Analysis analysis;
  private final TextLevel level;
  private final Snapshot snapshot;

  DocumentQueries(Analysis analysis, TextLevel level, Snapshot snapshot) {
    this.analysis = analysis;
    this.level = level;
    this.snapshot = snapshot;
  }

  Query ofNumber(EngineQuery.OfNumber number) {
    if (number.official().isPresent()) {
      return ofDocument(new TermQuery(new Term(Fields.NUMBER, number.official().get())));
    }
    return ofDocument(Runs.query(Fields.NUMBER_PAIRS, brackets(analysis.fold(number.text()))));
  }

  /** In either layer; a text without repairs is its own extraction. */
  Query inRaw(Query inText, String run) {
    return new BooleanQuery.Builder()
        .add(ofDocument(Runs.query(Fields.RAW_PAIRS, analysis.fold(run))), Occur.SHOULD)
        .add(inText, Occur.SHOULD)
        .build();
  }

  /** A part of a number is compared in the brackets of the official form. */
  private static String brackets(String folded) {
    return folded.replaceAll("[\\[(【〈]", "〔").replaceAll("[\\])】〉]", "〕");
  }

  Query ofOrgan(EngineQuery.OfOrgan organ) {
    List<String> names = organ.names().stream().map(analysis::fold).toList();
    Predicate<String> holds = value -> names.stream().anyMatch(analysis.fold(value)::contains);
    return ofDocument(anyTerm(Fields.facet(FacetName.ORGAN), holds));
  }

  Query ofKind(EngineQuery.OfKind kind) {
    String genre = analysis.fold(kind.name());
    List<BytesRef> keys = kind.kinds().stream().map(known -> new BytesRef(known.key())).toList();
    return ofDocument(
        new BooleanQuery.Builder()
            .add(new TermInSetQuery(Fields.facet(FacetName.KIND), keys), Occur.SHOULD)
            .add(anyTerm(Fields.GENRE, value -> value.contains(genre)), Occur.SHOULD)
            .build());
  }

  Query dated(EngineQuery.Dated dated) {
    return ofDocument(
        LongPoint.newRangeQuery(
            Fields.DATE,
            dated.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
            dated.to().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)));
  }

  Query cites(EngineQuery.Cites cites) {
    CitedPlace place = cites.place();
    List<String> papers = new ArrayList<>();
    place.title().ifPresent(title -> papers.add(CitationTerms.title(title, analysis)));
    place.number().ifPresent(number -> papers.add(CitationTerms.number(number.toString())));
    List<BytesRef> terms =
        papers.stream()
            .map(paper ->
                place
                    .provision()
                    .map(address -> CitationTerms.at(paper, address.toString()))
                    .orElse(paper))
            .map(BytesRef::new)
            .toList();
    return ofDocument(new TermInSetQuery(Fields.CITES, terms));
  }

  Query oneOf(EngineQuery.OneOf oneOf) {
    List<BytesRef> whole = new ArrayList<>();
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (Place place : oneOf.places()) {
      if (level == TextLevel.DOCUMENTS || place.article().isEmpty()) {
        whole.add(new BytesRef(place.document().value()));
      } else {
        some.add(
            new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ID, place.document().value())), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.ARTICLE, place.article().get())), Occur.FILTER)
                .build(),
            Occur.SHOULD);
      }
    }
    // The id stands on passages as well, so this needs no way to the document.
    return QueryMaker.unscored(
        some.add(new TermInSetQuery(Fields.ID, whole), Occur.SHOULD).build());
  }

  private Query ofDocument(Query documents) {
    return QueryMaker.unscored(
        level == TextLevel.DOCUMENTS
            ? documents
            : new OfDocumentQuery(documents, snapshot.cache()));
  }

  /** Documents with a term of this field that passes; for fields of a few thousand terms. */
  private Query anyTerm(String field, Predicate<String> wanted) {
    List<BytesRef> found = new ArrayList<>();
    try {
      Terms terms = MultiTerms.getTerms(snapshot.searcher().getIndexReader(), field);
      TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef term = all.next(); term != null; term = all.next()) {
        if (wanted.test(term.utf8ToString())) {
          found.add(BytesRef.deepCopyOf(term));
        }
      }
    } catch (IOException e) {
      throw new UnableToUseIndex("look through the values of " + field, e);
    }
    return new TermInSetQuery(field, found);
  }
}
