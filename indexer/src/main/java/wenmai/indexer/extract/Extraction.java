package wenmai.indexer.extract;

import java.util.Map;

/** What came of reading the bytes of one file (提取结果). */
public sealed interface Extraction {

  /**
   * It has text.
   *
   * @param mediaType what it really is, whatever its name says
   * @param properties of the file, by name: {@code dc:title}, {@code html:title}, {@code
   *     web:published} …
   * @param tools what made it, with versions
   */
  record Extracted(String mediaType, RawText text, Map<String, String> properties, String tools)
      implements Extraction {
    public Extracted {
      properties = Map.copyOf(properties);
    }
  }

  /**
   * It could not be read.
   *
   * @param detail what exactly (a size, the parser's words); may be empty
   */
  record Rejected(RejectionCode code, String detail) implements Extraction {
    public static Rejected of(RejectionCode code) {
      return new Rejected(code, "");
    }
  }
}
