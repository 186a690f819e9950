package wenmai.corpus.engine.lucene;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import wenmai.corpus.search.FacetName;

/** The fields of the index (索引字段) with their meaning. A change here is a new {@link #VERSION}. */
final class Fields {
  /** Raised with every change of what is written. */
  static final int VERSION = 3;

  /** The document's id, on its passages as well, so that a block is replaced as one. */
  static final String ID = "id";

  /** The id again, as ten bytes of doc values, on documents alone. */
  static final String ID_BYTES = "id.bytes";

  /** {@link #DOCUMENT} or {@link #PASSAGE}; a document of one passage is both. */
  static final String TYPE = "type";

  static final String DOCUMENT = "d";
  static final String PASSAGE = "p";

  /** Title as a {@link wenmai.corpus.citation.TitleKey}, numerals in digits. */
  static final String TITLE_KEY = "title.key";

  /** Title as it is shown. */
  static final String TITLE = "title";

  /** 发文字号 in official form. */
  static final String NUMBER = "number";

  /** The same as pairs of characters, for parts of it. */
  static final String NUMBER_PAIRS = "number.pairs";

  /** 文种, folded. */
  static final String GENRE = "genre";

  /** The untouched extraction as pairs of characters, where repairs changed it. */
  static final String RAW_PAIRS = "raw.pairs";

  /** Days since 1970, as points and as doc values. */
  static final String DATE = "date";

  /** Titles and numbers cited, with and without the article. */
  static final String CITES = "cites";

  /** Address of a passage. */
  static final String ARTICLE = "article";

  /** First UTF-16 unit of a passage in its document's text. */
  static final String PASSAGE_START = "passage.start";

  /** One past the last UTF-16 unit. */
  static final String PASSAGE_END = "passage.end";

  /** A digest of title and text. */
  static final String DIGEST = "digest";

  /** What a prefix is completed from: Chinese, pinyin and initials of names. */
  static final String COMPLETION = "completion";

  /** A passage's vector, in the index of vectors. */
  static final String VECTOR = "vector";

  private Fields() {}

  /** Terms and doc values of one facet. */
  static String facet(FacetName facet) {
    return "facet." + facet.key();
  }

  /** Terms with frequencies: what ranks by words. */
  static FieldType words() {
    return text(IndexOptions.DOCS_AND_FREQS);
  }

  /** Terms with positions: what answers phrases. */
  static FieldType pairs() {
    return text(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  }

  private static FieldType text(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /** The text fields of a document, or those of a passage: each level has statistics of its own. */
  enum TextLevel {
    DOCUMENTS("doc"),
    PASSAGES("passage");

    private final String prefix;

    TextLevel(String prefix) {
      this.prefix = prefix;
    }

    String words() {
      return prefix + ".words";
    }

    String pairs() {
      return prefix + ".pairs";
    }

    String titleWords() {
      return prefix + ".title.words";
    }

    String titlePairs() {
      return prefix + ".title.pairs";
    }

    /** What marks a Lucene document of this level. */
    String type() {
      return this == DOCUMENTS ? DOCUMENT : PASSAGE;
    }
  }
}
