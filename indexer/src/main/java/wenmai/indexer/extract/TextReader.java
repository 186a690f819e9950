package wenmai.indexer.extract;

import java.util.Map;
import wenmai.indexer.layout.RawText;

/** Reads plain text and Markdown (纯文本) in whatever encoding it is. */
final class TextReader {
  private final Decoder decoder;
  private final int maxCharacters;

  TextReader(Decoder decoder, int maxCharacters) {
    this.decoder = decoder;
    this.maxCharacters = maxCharacters;
  }

  /**
   * @param format {@link Format#TEXT} or {@link Format#MARKDOWN}
   */
  Extraction read(byte[] bytes, Format format) {
    Decoder.Decoded decoded = decoder.decode(bytes);
    if (!decoded.told()) {
      return Extraction.Rejected.of(RejectionCode.UNKNOWN_ENCODING);
    }
    if (decoded.text().length() > maxCharacters) {
      return new Extraction.Rejected(RejectionCode.TOO_LARGE, decoded.text().length() + " 字");
    }
    if (XmlEntities.of(decoded.text()).isBomb()) {
      return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, "XML 实体");
    }
    RawText text =
        format == Format.MARKDOWN
            ? MarkdownMarks.of(decoded.text())
            : RawText.plain(decoded.text());
    return text.hasText()
        ? new Extraction.Extracted(
            format.mediaType(), text, Map.of("charset", decoded.charset()), "wenmai text")
        : Extraction.Rejected.of(RejectionCode.NO_TEXT);
  }
}
