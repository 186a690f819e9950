package wenmai.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.Content;
import wenmai.corpus.structure.OutlineReader;

class OutlineRowTest {
  @Test
  void a_point_without_a_heading_shows_how_its_sentence_begins() {
    assertEquals(
        List.of("一、加强组织领导", "二、区人民政府及其有关部门要深入贯彻落实监督…", "三、建立台账…"),
        labels(
            """
            一、加强组织领导
            会议认为，这项工作已经开展了两年，取得了初步成效，群众总体上是满意的。
            二、区人民政府及其有关部门要深入贯彻落实监督法和省监督条例的规定，按照常委会审议意见逐条研究办理，不得敷衍。
            三、建立台账，对审议意见指出的问题逐项登记、逐项明确责任单位和完成时限，定期向常委会报告办理的进展情况。
            """));
  }

  @Test
  void an_article_is_known_by_its_number() {
    assertEquals(List.of("第一条", "第二条"), labels("第一条　为了规范养犬行为，制定本条例。\n第二条　本条例适用于本市行政区域。\n"));
  }

  private static List<String> labels(String text) {
    Content content =
        new Content(
            text,
            List.of(),
            OutlineReader.read(text),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            "zh-Hans");
    return OutlineRow.of(content).stream().map(OutlineRow::label).toList();
  }
}
