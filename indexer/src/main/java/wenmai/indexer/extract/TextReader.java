package wenmai.indexer.extract;

import java.util.Map;
import wenmai.indexer.layout.RawText;

/** Reads plain text and Markdown (纯文本) in whatever encoding it is. */
final class TextReader {
  private final Decoder decoder;

  TextReader(Decoder decoder) {
    this.decoder = decoder;
  }

  Extraction read(byte[] bytes) {
    Decoder.Decoded decoded = decoder.decode(bytes);
    RawText text = RawText.plain(decoded.text());
    return text.hasText()
        ? new Extraction.Extracted(
            "text/plain", text, Map.of("charset", decoded.charset()), "wenmai text")
        : Extraction.Rejected.of(RejectionCode.NO_TEXT);
  }
}
