package wenmai.corpus.citation;

import java.text.Normalizer;

/**
 * A title as it is compared: widths and compatibility forms folded, white space, marks of quotation
 * and 中华人民共和国 left out, a version note such as （2018修正） cut off. Two titles mean the same paper's
 * name exactly when their keys are equal.
 *
 * @param value not empty
 */
public record TitleKey(String value) {

  public static TitleKey of(String title) {
    String folded =
        Normalizer.normalize(title, Normalizer.Form.NFKC)
            .replaceAll("[\\s《》〈〉<>“”\"'‘’「」『』]++", "");
    String cut =
        folded.replaceAll(
            "\\((?:\\d{4}年?)?(?:修正|修订|修改|试行|暂行|第[一二三四五六七八九十]+次修[正订])(?:文本|本)?\\)$", "");
    String bare = cut.startsWith("中华人民共和国") ? cut.substring("中华人民共和国".length()) : cut;
    return new TitleKey(bare.isEmpty() ? folded.isEmpty() ? title : folded : bare);
  }
}
