package wenmai.corpus.duplicate;

/**
 * What two texts have in common, by their shingles.
 *
 * @param inAll share of the shorter text's shingles that the longer one has
 * @param within the same, of both texts cut to what stands between the first and the last words
 *     they share
 * @param below the same without what stands above the first gap of that, which may be the title
 *     over a line that differs (who posted it, when); 0 where the gap stands further down
 * @param lengthRatio letters of the shorter text to those of the longer one, both so cut
 */
record SharedWords(double inAll, double within, double below, double lengthRatio) {

  /** So many shingles in a row are shared by more than chance or a common phrase. */
  private static final int RUN = 12;

  /** Title and what stands under it are no longer, and what is compared below is no shorter. */
  private static final int HEADING = 200;

  private static final int BODY = 250;

  static SharedWords of(Letters one, Letters other) {
    long[] a = one.shingles();
    long[] b = other.shingles();
    HashSetOfLongs inA = HashSetOfLongs.of(a, 0, a.length);
    HashSetOfLongs inB = HashSetOfLongs.of(b, 0, b.length);
    double inAll = share(inA, inB);
    int[] coreOfA = core(a, inB);
    int[] coreOfB = core(b, inA);
    HashSetOfLongs withinA = HashSetOfLongs.of(a, coreOfA[0], coreOfA[1]);
    HashSetOfLongs withinB = HashSetOfLongs.of(b, coreOfB[0], coreOfB[1]);
    double lengthOfA = coreOfA[1] - coreOfA[0];
    double lengthOfB = coreOfB[1] - coreOfB[0];
    double ratio = Math.min(lengthOfA, lengthOfB) / Math.max(1, Math.max(a.length, b.length));
    int bodyOfA = body(a, coreOfA, inB);
    int bodyOfB = body(b, coreOfB, inA);
    double below =
        bodyOfA < 0 || bodyOfB < 0
            ? 0
            : share(
                HashSetOfLongs.of(a, bodyOfA, coreOfA[1]),
                HashSetOfLongs.of(b, bodyOfB, coreOfB[1]));
    return new SharedWords(inAll, share(withinA, withinB), below, ratio);
  }

  /** Where, behind the first words that the other text has not, those begin that it has again. */
  private static int body(long[] hashes, int[] core, HashSetOfLongs other) {
    int at = core[0];
    while (at < core[1] && other.contains(hashes[at])) {
      at++;
    }
    int gap = at;
    int streak = 0;
    while (at < Math.min(core[1], core[0] + HEADING)) {
      streak = other.contains(hashes[at]) ? streak + 1 : 0;
      at++;
      if (streak >= RUN) {
        return gap < core[0] + HEADING && core[1] - at >= BODY ? at - RUN : -1;
      }
    }
    return gap == core[1] ? core[0] : -1;
  }

  private static double share(HashSetOfLongs a, HashSetOfLongs b) {
    int smaller = Math.min(a.size(), b.size());
    return smaller == 0 ? 0 : (double) a.sharedWith(b) / smaller;
  }

  /** From the first long run of shingles the other text has as well, to the end of the last. */
  private static int[] core(long[] hashes, HashSetOfLongs other) {
    int run = Math.min(RUN, hashes.length);
    int first = -1;
    int last = -1;
    int streak = 0;
    for (int i = 0; i < hashes.length; i++) {
      streak = other.contains(hashes[i]) ? streak + 1 : 0;
      if (streak >= run) {
        first = first < 0 ? i + 1 - run : first;
        last = i + 1;
      }
    }
    return first < 0 ? new int[] {0, 0} : new int[] {first, last};
  }
}
