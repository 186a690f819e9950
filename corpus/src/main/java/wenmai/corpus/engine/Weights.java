package wenmai.corpus.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a match in each place is worth (权重), read from {@code config/search/weights.tsv}, where each
 * number is explained. Learned on retrieval sets; see {@code docs/decisions}.
 */
public record Weights(Run run, Question question, Bm25 bm25, Blend blend, Standing standing) {
  private static final float MOST = 200;

  /**
   * For a run of words, all of which must occur.
   *
   * @param words a word in the text
   * @param pairs a word's characters as they stand
   * @param titleWords a word in the title
   * @param titlePairs its characters in the title
   * @param phrase the whole run, in the text
   * @param titlePhrase the whole run, in the title
   * @param near the words close to each other
   * @param synonym what is said in other words
   */
  public record Run(
      float words,
      float pairs,
      float titleWords,
      float titlePairs,
      float phrase,
      float titlePhrase,
      float near,
      float synonym) {}

  /**
   * For a question.
   *
   * @param words a word in the text
   * @param pairs two neighbouring characters in the text
   * @param titleWords a word in the title
   * @param titlePairs two neighbouring characters in the title
   * @param titlePhrase the whole question, in the title
   * @param synonym what is said in other words
   * @param legalShort words and pairs of what the law calls it, beside those of the question, for a
   *     short question
   * @param legalLong the same for a long one
   * @param law by how much the articles of that law are raised that holds most of the best
   */
  public record Question(
      float words,
      float pairs,
      float titleWords,
      float titlePairs,
      float titlePhrase,
      float synonym,
      float legalShort,
      float legalLong,
      float law) {}

  /**
   * Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009).
   *
   * @param saturation k1: how soon more of the same word counts no more
   * @param length b: how much long texts are held back, from 0 to 1
   */
  public record Bm25(float saturation, float length) {}

  /**
   * How words go together with meaning: the more a question tells, the more its words can be
   * trusted.
   *
   * @param shortShare share of the words for a short question, from 0 to 1
   * @param longShare share of the words for a long one
   * @param shortLength characters up to which a question is short
   * @param longLength characters from which it is long
   */
  public record Blend(float shortShare, float longShare, float shortLength, float longLength) {
    public Blend {
      if (shortShare > 1 || longShare > 1 || shortLength >= longLength) {
        throw new IllegalArgumentException(
            "shares are 0 to 1 and a short question is shorter than a long one");
      }
    }

    /** Share of the words for this question, from 0 to 1. */
    public double wordsIn(String text) {
      return between(shortShare, longShare, text);
    }

    private double between(double ofShort, double ofLong, String text) {
      int length = text.codePointCount(0, text.length());
      double along = Math.clamp((length - shortLength) / (double) (longLength - shortLength), 0, 1);
      return ofShort + (ofLong - ofShort) * along;
    }
  }

  /** The same with another share of the words. */
  public Weights with(Blend other) {
    return new Weights(run, question, bm25, other, standing);
  }

  /** What the words of the law weigh beside those of this question; it tells more if it is long. */
  public float legalIn(String text) {
    return (float) blend.between(question.legalShort, question.legalLong, text);
  }

  /**
   * @param configDir the folder {@code config}, which holds {@code search}
   * @throws IllegalArgumentException naming the line or key that is wrong
   */
  public static Weights load(Path configDir) {
    Path file = configDir.resolve("search").resolve("weights.tsv");
    Map<String, Float> read = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          read(line, file, read);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("[" + file + "] cannot be read", e);
    }
    Keys keys = new Keys(file, read);
    Run run =
        new Run(
            keys.take("run.words"),
            keys.take("run.pairs"),
            keys.take("run.title.words"),
            keys.take("run.title.pairs"),
            keys.take("run.phrase"),
            keys.take("run.title.phrase"),
            keys.take("run.near"),
            keys.take("run.synonym"));
    Question question =
        new Question(
            keys.take("question.words"),
            keys.take("question.pairs"),
            keys.take("question.title.words"),
            keys.take("question.title.pairs"),
            keys.take("question.title.phrase"),
            keys.take("question.synonym"),
            keys.take("question.legal.short"),
            keys.take("question.legal.long"),
            keys.take("question.law"));
    Bm25 bm25 = new Bm25(keys.take("bm25.saturation"), keys.take("bm25.length"));
    Blend blend =
        new Blend(
            keys.take("blend.short"),
            keys.take("blend.long"),
            keys.take("blend.short.characters"),
            keys.take("blend.long.characters"));
    keys.end();
    return new Weights(run, question, bm25, blend, Standing.load(configDir));
  }

  private static void read(String line, Path file, Map<String, Float> read) {
    String[] parts = line.split("\t", -1);
    try {
      float value = parts.length == 2 ? Float.parseFloat(parts[1]) : Float.NaN;
      if (value >= 0 && value <= MOST && read.put(parts[0], value) == null) {
        return;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("[" + file + "] not a number: " + line, e);
    }
    throw new IllegalArgumentException(
        "[" + file + "] expected a key of its own, a tab and a number from 0 to 200: " + line);
  }

  private record Keys(Path file, Map<String, Float> values) {
    float take(String key) {
      Float value = values.remove(key);
      if (value == null) {
        throw new IllegalArgumentException("[" + file + "] lacks the key " + key);
      }
      return value;
    }

    void end() {
      if (!values.isEmpty()) {
        throw new IllegalArgumentException("[" + file + "] unknown keys: " + values.keySet());
      }
    }
  }
}
