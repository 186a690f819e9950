package wenmai.corpus.version;

/** Which members of a list stand out of the order of another (次序). */
final class Order {
  private Order() {}

  /**
   * @param partner for each place on the right its place on the left, or -1
   * @return for each place on the right whether it is paired and does not belong to the longest run
   *     that keeps its order
   */
  static boolean[] outOfOrder(int[] partner) {
    int[] tails = new int[partner.length];
    int[] previous = new int[partner.length];
    int length = 0;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        int at = lowerBound(tails, length, partner, partner[i]);
        previous[i] = at > 0 ? tails[at - 1] : -1;
        tails[at] = i;
        length = Math.max(length, at + 1);
      }
    }
    boolean[] out = new boolean[partner.length];
    for (int i = 0; i < partner.length; i++) {
      out[i] = partner[i] >= 0;
    }
    for (int i = length > 0 ? tails[length - 1] : -1; i >= 0; i = previous[i]) {
      out[i] = false;
    }
    return out;
  }

  private static int lowerBound(int[] tails, int length, int[] values, int value) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (values[tails[middle]] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
