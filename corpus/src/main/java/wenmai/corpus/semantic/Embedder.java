package wenmai.corpus.semantic;

/** Turns texts into vectors whose nearness is nearness of meaning (向量模型). For many threads. */
public interface Embedder {

  /** Names the model and how it is used; vectors of another name cannot be compared. */
  String name();

  int dimensions();

  /** The vector of a passage, of length 1. */
  float[] passage(String text);

  /** The vector of a question, of length 1. */
  float[] question(String text);
}
