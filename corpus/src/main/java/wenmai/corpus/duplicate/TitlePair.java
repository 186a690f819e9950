package wenmai.corpus.duplicate;

/** The titles of two documents, folded (两个标题). */
record TitlePair(String one, String other) {

  /* 甲市某某条例 and 乙市某某条例 share most of their characters, a report and what a newspaper calls it
   * share few: titles that are nearly the same name two papers, titles that have nothing to do with
   * each other say nothing. */
  private static final double HEADLINE = 0.35;

  boolean tellsApart() {
    if (one.isEmpty() || other.isEmpty() || one.contains(other) || other.contains(one)) {
      return false;
    }
    return similarity() > HEADLINE;
  }

  /** Share of characters in a longest common subsequence. */
  private double similarity() {
    int[] lengths = new int[other.length() + 1];
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = 0;
      for (int j = 1; j <= other.length(); j++) {
        int above = lengths[j];
        lengths[j] =
            one.charAt(i - 1) == other.charAt(j - 1)
                ? diagonal + 1
                : Math.max(lengths[j], lengths[j - 1]);
        diagonal = above;
      }
    }
    return 2.0 * lengths[other.length()] / (one.length() + other.length());
  }
}
