package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;

/** HanLP's own segmenter with nothing around it: what benchmarks compare with. Not for threads. */
public final class BareSegmenter {
  private final Segment segment = HanLP.newSegment();

  /** Segments a text; the number of words. */
  public int count(String text) {
    return segment.seg(text).size();
  }
}
