package wenmai.analyzers.gold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A sentence of the field with the words and the terms that a person found in it.
 *
 * @param id its number in the set
 * @param text the sentence
 * @param words its words; joined they are the sentence
 * @param terms what a searcher would type and expect the sentence for
 */
record GoldSentence(String id, String text, List<String> words, List<Term> terms) {

  /** A term and where it starts, in UTF-16 units. */
  record Term(int start, String text) {}

  static List<GoldSentence> readAll() {
    var in = GoldSentence.class.getResourceAsStream("/wenmai/gold/segmentation.tsv");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(GoldSentence::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldSentence parse(String line) {
    String[] cells = line.split("\t", -1);
    List<Term> terms = new ArrayList<>();
    for (String term : cells[4].split(";")) {
      int dash = term.indexOf('-');
      int codePoints = Integer.parseInt(term.substring(0, dash));
      terms.add(
          new Term(
              cells[2].offsetByCodePoints(0, codePoints), term.substring(term.indexOf(':') + 1)));
    }
    return new GoldSentence(cells[0], cells[2], List.of(cells[3].split(" ")), List.copyOf(terms));
  }
}
