package wenmai.corpus.semantic;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.util.List;
import java.util.Optional;

/**
 * bge-small-zh v1.5, quantized (中文小模型), inside this process by ONNX Runtime: no service and no
 * network. The model comes with its library and takes a second to load.
 *
 * <p>A question goes in twice, as it is and with the instruction that the model's authors give for
 * short queries, and the sum is taken: each alone finds a little less, see {@code docs/decisions}.
 */
public final class BgeEmbedder implements Embedder {
  /** Names the model and how it is used. */
  public static final String NAME = "bge-small-zh-v1.5-q; title and passage";

  private static final int DIMENSIONS = 512;

  private static final String INSTRUCTION = "为这个句子生成表示以用于检索相关文章：";

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
    return NAME;
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
    return UnitVector.between(List.of(embed(text), embed(INSTRUCTION + text)));
  }

  private float[] embed(String text) {
    return model.embed(text.isBlank() ? "。" : text).content().vector();
  }
}
