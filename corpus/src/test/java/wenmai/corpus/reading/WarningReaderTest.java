package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Warning;

/** Pins which texts call for which warning, and which look as if they did and do not. */
class WarningReaderTest {

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          关于供水的报告~一、成效~管网漏损率下降，用户满意，各项指标均按期完成年度计划。~四、打算~继续努力，再上台阶。 | missing-section | numbering that jumps
          在座谈会上的讲话~今天我谈三点意见。第一，要实。第二，要快，要马上就办，一抓到底，抓出成效。 | missing-section | fewer points than announced
          在座谈会上的讲话~今天我谈三点意见。第一，要实。第二，要快。第三，要久，要持之以恒抓好落实。 | | all points there
          关于供水的报告~我们做了三项工作。一是换管，二是建厂，三是降低水价，各项任务均已按期完成。 | | a series within sentences
          关于供水的报告~我们做了三项工作。一是换管，提高了水质。三是降低水价，各项任务均已按期完成。 | missing-section | a series that passes one over
          在座谈会上的讲话~讲四点意见。~一、统一、协调~统一思想，协调行动。~四、抓落实~抓住重点，压实责任，确保见效。 | missing-section | four announced, two headings found
          在座谈会上的讲话~讲两点意见。一要统一、协调地推进，二要抓住重点，压实责任，确保各项工作见到实际成效。 | | points in another form
          关于供水的报告~高度契合*经济社会发展实际，讲好*故事，推动各项工作迈上新台阶。 | masked-name | a sign in place of a name
          关于供水的报告~水池为3×4米，**要点**和**难点**已经解决，全部工程按期完成并投入使用。 | | products and bold type
          关于供水的报告~水厂已经投产，此处内容需要权限查看，全市供水保障能力得到明显提升。 | cut-text | a pay wall's words
          关于供水的报告~申请人身份证号11010519491231002X，其余材料齐全，现予以公示，接受群众监督。 | personal-data | an identity card with a right check digit
          关于供水的报告~流水号110105194912310021，其余材料齐全，现予以公示，接受社会各界的监督。 | | eighteen digits that are no card
          关于供水的报告~全市供水平稳，水质稳定达标，群众对服务总体满意。~联系人:闻帆,联系电话:13800138000 | | a contact's number
          关于供水的报告~来访人闻帆（13800138000）反映北桥片区长期水压不足，请予以调查处理并答复本人。 | personal-data | a private number
          上一篇：没有了~下一篇：没有了~版权所有：某某网 | no-text | nothing but what a page adds
          市人民政府：~现将有关事项函告如下，请认真研究处理，并于三十日内将办理结果书面反馈我单位。 | no-title | no title
          涉及国家秘密和机密事项的管理办法~第一条　为了做好保密工作，根据有关法律法规，制定本办法。 | | the mere words 秘密 and 机密
          """)
  void warns(String text, String code, String why) {
    OfficialDocument document = Readings.read(text.replace("~", "\n"));
    List<String> codes =
        List.copyOf(
            new TreeSet<>(
                document.content().warnings().stream()
                    .map(warning -> warning.code().key())
                    .toList()));
    assertEquals(code == null ? List.of() : List.of(code), codes, why + ": " + text);
  }

  @Test
  void pagesThatWereNotRecognisedAreTold() {
    String text = "关于供水的报告\n全市供水平稳，水质稳定达标，群众对服务总体满意。";
    assertEquals(
        List.of("有 3 页只有图像，没有识别出文字"),
        Readings.read(text, Map.of("ocr:missing", "3")).content().warnings().stream()
            .map(Warning::detail)
            .toList());
    assertEquals(
        List.of(), Readings.read(text, Map.of("ocr:confidence", "92")).content().warnings());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          关于供水的报告~市人大常委会：~供水平稳，水质稳定达标，群众对供水服务总体表示满意。~苍梧市人民政府~2021年3月5日 | 2024-03-01 公报.txt | the file's name
          苍政函〔2023〕5号~关于供水的报告~市人大常委会：~供水平稳，水质稳定达标，群众总体满意。~苍梧市人民政府~2021年3月5日 | a.txt | the number's year
          写在人大工作会议之后~发布时间：2023-12-23 来源：某网~我们将以实际行动迎接党的二十大胜利召开，再立新功，再创佳绩。 | a.txt | what the text says of an event
          """)
  void datesThatCannotAllBeRightAreTold(String text, String file, String why) {
    OfficialDocument document =
        Readings.read(
            wenmai.corpus.text.RepairedText.untouched(text.replace("~", "\n")),
            file,
            wenmai.corpus.document.Facts.none());
    assertEquals(
        List.of("conflicting-dates"),
        document.content().warnings().stream().map(warning -> warning.code().key()).toList(),
        why);
  }
}
