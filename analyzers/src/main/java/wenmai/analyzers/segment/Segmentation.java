package wenmai.analyzers.segment;

/**
 * A way of cutting text, with its dictionaries (切分方案): immutable and shared; segmenters are not.
 */
public interface Segmentation {
  Segmenter newSegmenter();
}
