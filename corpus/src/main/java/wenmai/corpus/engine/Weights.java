package wenmai.corpus.engine;

/**
 * What a match in each place is worth (权重), beside a word in the text, which is worth {@code
 * words}. Learned on retrieval sets; see {@code docs/decisions}.
 *
 * @param words a word in the text
 * @param pairs a pair of neighbouring characters, or a word's characters as they stand
 * @param titleWords a word in the title
 * @param titlePairs the same for a title
 * @param phrase the whole run, in the text
 * @param titlePhrase the whole run, in the title
 * @param near the words close to each other
 * @param synonym what is said in other words
 */
public record Weights(
    float words,
    float pairs,
    float titleWords,
    float titlePairs,
    float phrase,
    float titlePhrase,
    float near,
    float synonym) {
  public static Weights defaults() {
    return new Weights(1, 0.7f, 0.7f, 0.5f, 0.5f, 1.5f, 2, 0.6f);
  }
}
