package wenmai.corpus.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.RepairedText;

/** Reads texts for tests, with the rules of the repository and without citations. */
final class Readings {
  static final ReadingRules RULES =
      ReadingRules.load(Path.of(System.getProperty("wenmai.root"), "config"));

  private static final DocumentReader READER =
      new DocumentReader(RULES, (text, outline, facts) -> List.of());

  private Readings() {}

  static OfficialDocument read(String text) {
    return read(RepairedText.untouched(text), "paper.txt", Facts.none());
  }

  static OfficialDocument read(RepairedText text, String source, Facts given) {
    return READER.read(input(text, source, given));
  }

  /** A paper that lies beside papers of these places. */
  static OfficialDocument read(String source, String text, List<Region> company) {
    ReadingInput alone = input(RepairedText.untouched(text), source, Facts.none());
    return READER.read(alone.withCompany(company));
  }

  /** A paper of whose file the extraction tells these. */
  static OfficialDocument read(String text, Map<String, String> properties) {
    ReadingInput plain = input(RepairedText.untouched(text), "paper.pdf", Facts.none());
    return READER.read(
        new ReadingInput(
            plain.id(),
            plain.provenance(),
            plain.text(),
            List.of(),
            properties,
            plain.given(),
            Visibility.PUBLIC));
  }

  /** A paper whose file has these pages. */
  static OfficialDocument readPages(List<String> texts) {
    List<Page> pages = new ArrayList<>();
    int at = 0;
    for (String text : texts) {
      pages.add(new Page(pages.size() + 1, new CodePointSpan(at, at + text.length())));
      at += text.length();
    }
    String whole = String.join("", texts);
    ReadingInput plain = input(RepairedText.untouched(whole), "paper.pdf", Facts.none());
    return READER.read(
        new ReadingInput(
            plain.id(),
            plain.provenance(),
            plain.text(),
            pages,
            plain.properties(),
            plain.given(),
            Visibility.PUBLIC));
  }

  private static ReadingInput input(RepairedText text, String source, Facts given) {
    return new ReadingInput(
        DocumentId.ofExternal("test"),
        new Provenance(Optional.empty(), source, "0".repeat(64), 1, "text/plain", Optional.empty()),
        text,
        List.of(),
        Map.of(),
        given,
        Visibility.PUBLIC);
  }

  /** A fact as it prints, or {@code null} in brackets where it is absent. */
  static <T> String printed(OfficialDocument document, FactKey<T> key) {
    return document.facts().value(key).map(key::print).orElse("(null)");
  }
}
