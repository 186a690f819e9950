package wenmai.indexer.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import wenmai.indexer.layout.RawText;

/**
 * Reads a web page (网页): everything a visitor sees is the raw text; what does not belong to the
 * paper is marked as furniture. The encoding is found by looking, whatever the page declares.
 */
final class HtmlReader {
  private static final String TOOL = "jsoup 1.22.2";

  private final Decoder decoder;
  private final HtmlRules rules;
  private final int maxCharacters;

  HtmlReader(Decoder decoder, HtmlRules rules, int maxCharacters) {
    this.maxCharacters = maxCharacters;
    this.decoder = decoder;
    this.rules = rules;
  }

  Extraction read(byte[] bytes) {
    Decoder.Decoded decoded = decoder.decode(bytes);
    XmlEntities entities = XmlEntities.of(decoded.text());
    if (entities.isBomb()) {
      return new Extraction.Rejected(RejectionCode.EXPANDS_TOO_FAR, "XML 实体");
    }
    Document page = decoded.told() ? Jsoup.parse(entities.resolved()) : asDeclared(bytes);
    HtmlLines lines = HtmlLines.of(page.body());
    if (lines.text().length() > maxCharacters) {
      return new Extraction.Rejected(RejectionCode.TOO_LARGE, lines.text().length() + " 字");
    }
    RawText text =
        new RawText(
            lines.text(), java.util.List.of(), new HtmlMain(page, lines, rules).furniture());
    if (!text.hasText()) {
      return Extraction.Rejected.of(RejectionCode.NO_TEXT);
    }
    Map<String, String> properties = properties(page);
    properties.put("charset", decoded.told() ? decoded.charset() : page.charset().name());
    return new Extraction.Extracted("text/html", text, properties, TOOL);
  }

  /** What no guess bears out is read as the page says of itself. */
  private static Document asDeclared(byte[] bytes) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  private Map<String, String> properties(Document page) {
    Map<String, String> properties = new TreeMap<>();
    put(properties, "html:title", page.title());
    for (Element meta : page.select("meta[content]")) {
      String name = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
      Optional.ofNullable(rules.meta().get(name.strip().toLowerCase(java.util.Locale.ROOT)))
          .ifPresent(property -> put(properties, property, meta.attr("content")));
    }
    Element link = page.selectFirst("link[rel=canonical]");
    if (link != null) {
      put(properties, "web:url", link.attr("href"));
    }
    return properties;
  }

  /** The first value of a property stands. */
  private static void put(Map<String, String> properties, String name, String value) {
    if (!value.isBlank() && value.length() < 2000) {
      properties.putIfAbsent(name, value.strip());
    }
  }
}
