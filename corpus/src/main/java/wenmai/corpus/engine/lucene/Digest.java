package wenmai.corpus.engine.lucene;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.StringHelper;
import wenmai.corpus.engine.IndexableDocument;
import wenmai.corpus.engine.Passage;

/** Sixty-four bits of a document's title, text and passages (文本摘要值): equal for equal texts. */
final class Digest {
  private Digest() {}

  static long of(IndexableDocument document) {
    StringBuilder cuts = new StringBuilder(document.title().orElse(""));
    for (Passage passage : document.passages()) {
      cuts.append('\0').append(passage.span().start());
    }
    return half(cuts.toString(), 1) << Integer.SIZE ^ half(document.text(), 2);
  }

  private static long half(String text, int seed) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return StringHelper.murmurhash3_x86_32(bytes, 0, bytes.length, seed) & 0xFFFF_FFFFL;
  }
}
