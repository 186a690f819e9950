package wenmai.corpus.semantic;

import java.util.List;

/** Vectors of length 1 (单位向量): their direction is all that counts. */
final class UnitVector {
  private UnitVector() {}

  /**
   * The direction between some.
   *
   * @param vectors one or more, of one dimension, that do not cancel out
   */
  static float[] between(List<float[]> vectors) {
    float[] sum = new float[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    double squares = 0;
    for (float part : sum) {
      squares += part * part;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= (float) Math.sqrt(squares);
    }
    return sum;
  }
}
