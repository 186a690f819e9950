package wenmai.analyzers.segment;

/** What sort of segment it is (切分类型); {@link #label()} goes into Lucene's type attribute. */
public enum SegmentType {
  /** 词: a word of the best segmentation. */
  WORD("word"),
  /** 词中词: a word of the dictionaries inside or across those of the best segmentation. */
  INNER("inner"),
  /** 数量: a number with its measure, or the number inside. */
  NUMBER("number"),
  /** 发文字号: the bracketed year and serial of a document. */
  DOCUMENT_NUMBER("document-number"),
  /** 字母: letters other than ideographs, with the digits among them. */
  LETTERS("letters"),
  /** 字: one character, as the exact field has them. */
  CHARACTER("character");

  private final String label;

  SegmentType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
