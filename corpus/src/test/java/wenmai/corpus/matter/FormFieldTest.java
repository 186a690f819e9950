package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What forms say they are about. */
class FormFieldTest {
  private static final MatterTemplates TEMPLATES = MatterTemplates.load(SampleSet.CONFIG);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "督办事项：饮水安全审议意见的研究处理; 饮水安全审议意见的研究处理",
        "│督 办 事 项│饮水安全审议意见的研究处理│; 饮水安全审议意见的研究处理",
        "【督办事项】饮水安全审议意见的研究处理~【承办机关】县政府; 饮水安全审议意见的研究处理",
        "议题名称 听取饮水安全工作情况的报告~提出单位 农委; 听取饮水安全工作情况的报告",
        "请对督办事项逐条对照并在12月20日前反馈办理情况。; ''",
        "请对督办~事项逐条对照并在12月20日前反馈办理情况。; ''",
      })
  void aFieldIsPartedFromItsLabelAndRunningWordsAreNone(String words, String field) {
    PaperReading paper =
        PaperReading.of(
            MatterPaper.of(
                LabelledSet.document(
                    "form",
                    "督办通知单\n" + words.replace('~', '\n'),
                    LabelledSet.facts(Map.of("title", "督办通知单")),
                    Trails.finder()),
                List.of()),
            TEMPLATES.folding());
    assertEquals(field, TEMPLATES.forms().about(paper));
  }
}
