package wenmai.corpus.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;

/**
 * Pins what is read from heads and tails as many hands write them ({@code heads-and-tails.txt}:
 * marks beside the number, dates with and without a signature, forms, portals, gazettes; {@code
 * heads-of-many-organs.txt}: organs of every level and kind; {@code makers-and-sessions.txt}: whose
 * a paper is and before which session it was, where the head alone does not tell; {@code
 * accounts-and-columns.txt}, {@code portals-and-press.txt}: what sites, accounts and newspapers put
 * over and under a paper; {@code posts-and-forms.txt}: posts, forms, letters with what they carry,
 * autonomous areas; {@code ordinary-papers.txt}: what those rules must leave alone).
 */
class HeadsAndTailsTest {

  /** A paper and the facts that must be read from it, {@code key=value}. */
  record Paper(String text, List<String> facts) {
    @Override
    public String toString() {
      return text.lines().findFirst().orElse("");
    }
  }

  static Stream<Paper> papers() {
    return Stream.of(
            "heads-and-tails.txt",
            "heads-of-many-organs.txt",
            "blocks-and-covers.txt",
            "papers-of-a-clerk.txt",
            "makers-and-sessions.txt",
            "accounts-and-columns.txt",
            "portals-and-press.txt",
            "posts-and-forms.txt",
            "boxes-and-seals.txt",
            "accounts-and-columns.txt",
            "ordinary-papers.txt")
        .flatMap(HeadsAndTailsTest::papers);
  }

  private static Stream<Paper> papers(String file) {
    try (var in = HeadsAndTailsTest.class.getResourceAsStream("/wenmai/reading/" + file)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.replaceAll("(?m)^#.*\n", "").split("\n===\n", -1))
          .filter(paper -> !paper.isBlank())
          .map(paper -> paper.split("\n---\n", 2))
          .map(parts -> new Paper(parts[0] + "\n", parts[1].lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void eachFactIsReadAndNothingIsInvented(Paper paper) {
    OfficialDocument document = Readings.read(paper.text());
    List<String> read = new ArrayList<>();
    for (String fact : paper.facts()) {
      String key = fact.substring(0, fact.indexOf('='));
      read.add(key + "=" + last(value(document, key), key));
    }
    Assertions.assertEquals(String.join("\n", paper.facts()), String.join("\n", read));
  }

  private static String value(OfficialDocument document, String key) {
    return FactKey.all().stream()
        .filter(candidate -> candidate.name().equals(key))
        .findFirst()
        .map(known -> Readings.printed(document, known))
        .orElseThrow(() -> new IllegalArgumentException("no such fact: " + key));
  }

  /** Of a region its own name, without those above it. */
  private static String last(String value, String key) {
    return key.equals("region") ? value.substring(value.lastIndexOf('/') + 1) : value;
  }
}
