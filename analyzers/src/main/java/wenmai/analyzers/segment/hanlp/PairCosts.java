package wenmai.analyzers.segment.hanlp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntBinaryOperator;

/**
 * Remembers what pairs of words cost (词对代价). Words repeat, so most pairs are here; others are asked
 * of the model and take the place of what was there. Shared by threads without a lock: an entry is
 * one number that holds pair and cost, and a lost write only means to ask again.
 */
final class PairCosts {
  /*
   * A pair of word numbers of 17 bits is 34 bits. Multiplying by an odd number turns it into another
   * number of 34 bits and loses nothing; the upper bits of that are the slot, the lower ones are
   * kept to know the pair by, beside the 32 bits of the cost.
   */
  private static final int WORD_BITS = 17;
  private static final int PAIR_BITS = 2 * WORD_BITS;
  private static final int SLOT_BITS = 20;
  private static final long PAIR_MASK = (1L << PAIR_BITS) - 1;
  private static final long MULTIPLIER = 0x1D8AF5A35L;
  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] slots = new long[1 << SLOT_BITS];
  private final IntBinaryOperator model;

  /**
   * @param model the cost of a word behind another, as {@link Float#floatToRawIntBits}
   */
  PairCosts(IntBinaryOperator model) {
    this.model = model;
  }

  /** The cost of a word behind another; both numbers are 0 to 131071. */
  float get(int before, int word) {
    long pair = (((long) before << WORD_BITS | word) * MULTIPLIER) & PAIR_MASK;
    int slot = (int) (pair >>> (PAIR_BITS - SLOT_BITS));
    // An empty slot is 0, so the mark of a pair is never 0.
    long mark = (pair & ((1L << (PAIR_BITS - SLOT_BITS)) - 1)) + 1;
    long entry = (long) SLOTS.getOpaque(slots, slot);
    if (entry >>> 32 == mark) {
      return Float.intBitsToFloat((int) entry);
    }
    int cost = model.applyAsInt(before, word);
    SLOTS.setOpaque(slots, slot, mark << 32 | (cost & 0xFFFFFFFFL));
    return Float.intBitsToFloat(cost);
  }
}
