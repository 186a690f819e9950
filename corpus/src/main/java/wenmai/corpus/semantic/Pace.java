package wenmai.corpus.semantic;

/** How much of the machine the making of vectors may take (步调). */
public enum Pace {
  /** The thread that asks alone, so that whoever searches meanwhile hardly notices. */
  BESIDE_OTHERS,
  /** Every core, where nobody waits for anything else. */
  WITH_ALL_CORES
}
