package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.document.Region;

/** A matter is called by what its title says it is about, in the title's own words. */
class SubjectInTitleTest {
  private static final Region PLACE = Region.parse("澜江省/澄阳市");
  private static final SubjectWords WORDS = MatterTemplates.load(SampleSet.CONFIG).subjectWords();

  @ParameterizedTest
  @CsvSource({
    "关于2023年度区级预算执行和其他财政收支的审计工作报告, 预算执行和其他财政收支的审计",
    "汀浦区人民政府关于农村饮水安全工作情况的报告, 农村饮水安全",
    "区教育局关于教育督导和校园安全管理情况的报告, 教育督导和校园安全管理",
    "关于检查《中华人民共和国水污染防治法》和《槐南省水污染防治条例》实施情况的报告, 《中华人民共和国水污染防治法》和《槐南省水污染防治条例》",
    "关于城市更新（老旧小区改造）工作情况的报告, 城市更新（老旧小区改造）",
    "关于《澄阳市人民政府关于农村供水保障情况的报告》的审议意见, 农村供水保障",
    "关于优化营商环境（二）的报告, 优化营商环境",
  })
  void theWordsBetweenTheFirstAndTheLastOfTheSubjectStay(String title, String expected) {
    String folded = MatterTemplates.load(SampleSet.CONFIG).folding().fold(title).replace(" ", "");
    assertEquals(expected, WORDS.inTitle(WORDS.of(folded, Optional.of(PLACE)), folded));
  }
}
