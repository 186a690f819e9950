package wenmai.corpus.engine.lucene;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import wenmai.analyzers.fold.Folded;
import wenmai.analyzers.fold.Folding;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.engine.Passage;
import wenmai.corpus.engine.lucene.Fields.TextLevel;
import wenmai.corpus.search.FacetName;

/** Makes the block of Lucene documents that stands for one document: its passages, then itself. */
final class BlockWriter {
  private static final FieldType WORDS = Fields.words();
  private static final FieldType PAIRS = Fields.pairs();

  /** Lucene refuses longer terms; nothing that is looked up as one is as long. */
  private static final int LONGEST_TERM = 8000;

  private final Analysis analysis;

  BlockWriter(Analysis analysis) {
    this.analysis = analysis;
  }

  List<Document> block(IndexableDocument source) {
    Texts body = Texts.of(source.text(), analysis);
    Texts title = Texts.of(source.title().orElse(""), analysis);
    List<Document> block = new ArrayList<>();
    Document document = document(source);
    List<Passage> passages = source.passages();
    if (passages.size() > 1) {
      for (Passage passage : passages) {
        Document part = new Document();
        term(part, Fields.ID, source.id().value());
        passage(part, passage, body, title);
        block.add(part);
      }
    } else {
      Passage whole =
          passages.isEmpty()
              ? new Passage(Optional.empty(), wenmai.corpus.text.Span.of(0, source.text().length()))
              : passages.getFirst();
      passage(document, whole, body, title);
    }
    texts(document, TextLevel.DOCUMENTS, body.words().stream(), body.pairs());
    texts(document, TextLevel.DOCUMENTS, title);
    block.add(document);
    return block;
  }

  private void passage(Document part, Passage passage, Texts body, Texts title) {
    int from = passage.span().start();
    int to = passage.span().end();
    term(part, Fields.TYPE, Fields.PASSAGE);
    part.add(new NumericDocValuesField(Fields.PASSAGE_START, from));
    part.add(new NumericDocValuesField(Fields.PASSAGE_END, to));
    passage
        .article()
        .ifPresent(address -> {
          term(part, Fields.ARTICLE, address);
          part.add(new SortedDocValuesField(Fields.ARTICLE, new BytesRef(address)));
        });
    texts(part, TextLevel.PASSAGES, body.words().stream(from, to), body.pairs(from, to));
    texts(part, TextLevel.PASSAGES, title);
  }

  private static void texts(
      Document document, TextLevel level, TokenStream words, TokenStream pairs) {
    document.add(new Field(level.words(), words, WORDS));
    document.add(new Field(level.pairs(), pairs, PAIRS));
  }

  private static void texts(Document document, TextLevel level, Texts title) {
    document.add(new Field(level.titleWords(), title.words().stream(), WORDS));
    document.add(new Field(level.titlePairs(), title.pairs(), PAIRS));
  }

  private Document document(IndexableDocument source) {
    Document document = new Document();
    String id = source.id().value();
    term(document, Fields.ID, id);
    document.add(
        new BinaryDocValuesField(Fields.ID_BYTES, new BytesRef(HexFormat.of().parseHex(id))));
    term(document, Fields.TYPE, Fields.DOCUMENT);
    document.add(new NumericDocValuesField(Fields.DIGEST, Digest.of(source)));
    source
        .title()
        .ifPresent(text -> {
          term(document, Fields.TITLE_KEY, analysis.titleKey(text));
          document.add(new BinaryDocValuesField(Fields.TITLE, new BytesRef(text)));
        });
    source
        .number()
        .ifPresent(number -> {
          term(document, Fields.NUMBER, number.toString());
          String folded = analysis.fold(number.toString());
          document.add(
              new Field(Fields.NUMBER_PAIRS, new PairStream(folded, 0, folded.length()), PAIRS));
        });
    source
        .raw()
        .ifPresent(raw -> {
          String folded = analysis.fold(raw);
          document.add(
              new Field(Fields.RAW_PAIRS, new PairStream(folded, 0, folded.length()), PAIRS));
        });
    source.genre().ifPresent(genre -> term(document, Fields.GENRE, analysis.fold(genre)));
    source
        .date()
        .ifPresent(day -> {
          document.add(new LongPoint(Fields.DATE, day.toEpochDay()));
          document.add(new NumericDocValuesField(Fields.DATE, day.toEpochDay()));
        });
    for (String cited : CitationTerms.of(source.cites(), analysis)) {
      term(document, Fields.CITES, cited);
      if (CitationTerms.isPaper(cited)) {
        document.add(new SortedSetDocValuesField(Fields.CITES, new BytesRef(cut(cited))));
      }
    }
    facets(document, source);
    CompletionTerms.of(source, analysis).forEach(key -> term(document, Fields.COMPLETION, key));
    return document;
  }

  private static void facets(Document document, IndexableDocument source) {
    for (FacetName facet : FacetName.values()) {
      for (String value : source.facets().getOrDefault(facet, List.of())) {
        term(document, Fields.facet(facet), value);
        document.add(new SortedSetDocValuesField(Fields.facet(facet), new BytesRef(cut(value))));
      }
    }
  }

  private static void term(Document document, String field, String value) {
    document.add(new StringField(field, cut(value), Field.Store.NO));
  }

  private static String cut(String value) {
    return value.length() <= LONGEST_TERM ? value : value.substring(0, LONGEST_TERM);
  }

  /** A text's words and its folded form. */
  private record Texts(CapturedWords words, Folded folded) {
    static Texts of(String text, Analysis analysis) {
      Folding folding = analysis.folding();
      return new Texts(CapturedWords.of(analysis.words(), text), folding.fold(text));
    }

    TokenStream pairs() {
      return new PairStream(folded.text(), 0, folded.text().length());
    }

    TokenStream pairs(int from, int to) {
      return new PairStream(folded.text(), firstAt(from), firstAt(to));
    }

    /** The first folded unit whose source begins at this place or after it. */
    private int firstAt(int source) {
      int low = 0;
      int high = folded.text().length();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (folded.sourceStart(middle) < source) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
