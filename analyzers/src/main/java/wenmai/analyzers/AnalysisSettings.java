package wenmai.analyzers;

import wenmai.analyzers.segment.Detail;

/**
 * How the words field is made (分析设置).
 *
 * @param indexDetail what is indexed of a text's segmentation
 */
public record AnalysisSettings(Detail indexDetail) {
  public static AnalysisSettings defaults() {
    return new AnalysisSettings(Detail.ALL_WORDS);
  }
}
