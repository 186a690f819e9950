package wenmai.corpus.semantic;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.Optional;

/**
 * bge-small-zh v1.5, quantized (中文小模型), inside this process by ONNX Runtime: no service and no
 * network. The model comes with its library and is loaded with the first object of this class.
 *
 * <p>Questions go in as they are: the instruction that the model's authors advise for short queries
 * made no difference on long ones, see {@code docs/decisions}.
 */
public final class BgeEmbedder implements Embedder {
  private static final int DIMENSIONS = 512;

  private final EmbeddingModel model;

  private BgeEmbedder(EmbeddingModel model) {
    this.model = model;
  }

  /** The model, or nothing where this machine cannot run it: everything else works without. */
  public static Optional<Embedder> load() {
    try {
      return Optional.of(new BgeEmbedder(new BgeSmallZhV15QuantizedEmbeddingModel(Runnable::run)));
    } catch (LinkageError | RuntimeException e) {
      // A native library for this machine, or the model's jar, is missing.
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return "bge-small-zh-v1.5-q; title and passage";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public float[] passage(String text) {
    return embed(text);
  }

  @Override
  public float[] question(String text) {
    return embed(text);
  }

  private float[] embed(String text) {
    return model.embed(text.isBlank() ? "。" : text).content().vector();
  }
}
