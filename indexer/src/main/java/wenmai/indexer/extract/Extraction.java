package wenmai.indexer.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wenmai.indexer.layout.RawText;

/** What came of reading the bytes of one file (提取结果). */
public sealed interface Extraction {

  /**
   * It has text.
   *
   * @param mediaType what it really is, whatever its name says
   * @param properties of the file, by name: {@code dc:title}, {@code html:title}, {@code
   *     web:published} …
   * @param tools what made it, with versions
   * @param attachments files that came with it
   */
  record Extracted(
      String mediaType,
      RawText text,
      Map<String, String> properties,
      String tools,
      List<Part> attachments)
      implements Extraction {
    public Extracted {
      properties = Map.copyOf(properties);
      attachments = List.copyOf(attachments);
    }

    public Extracted(String mediaType, RawText text, Map<String, String> properties, String tools) {
      this(mediaType, text, properties, tools, List.of());
    }
  }

  /** It is no paper but holds files. */
  record Unpacked(List<Part> parts) implements Extraction {
    public Unpacked {
      parts = List.copyOf(parts);
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

  /** A file that was inside another. */
  sealed interface Part {
    /** Its path in there, with {@code /}. */
    String name();

    /**
     * @param file a temporary file
     * @param modifiedMillis 0 where it is not told
     */
    record Whole(String name, Path file, long modifiedMillis) implements Part {}

    record Refused(String name, Rejected why) implements Part {}
  }
}
