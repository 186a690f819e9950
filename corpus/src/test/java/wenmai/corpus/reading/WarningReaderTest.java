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
import wenmai.corpus.document.WarningCode;

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
          关于供水的建议~领衔代表：闻帆　联系电话：13800138000~县政府：~建议改造北桥片区的老旧管网，保障群众用水，并请答复。 | personal-data | a deputy's own number behind 联系电话
          关于供水的报告~北桥片区长期水压不足，居民用水困难，请予以调查处理并答复。~来信人闻帆，联系电话：13800138000 | personal-data | a citizen's number behind 联系电话
          关于供水的答复~闻帆代表：~您提出的建议收悉，老旧管网已列入今年的改造计划。~（联系人：王强，联系电话：13800138000） | | an office's contact in a reply to a deputy
          关于供水的建议~领衔代表：闻帆~承办单位联系人：王强　电话：13800138000~建议改造北桥片区的老旧管网，保障群众用水。 | | an office's contact below a deputy
          关于供水的报告~来信人身份证号码：110105 19491231 002X，其余材料齐全，现予以公示，接受群众监督。 | personal-data | an identity number in groups
          关于供水的报告~来信人手机：138 0013 8000，反映北桥片区长期水压不足，请予以调查处理并答复本人。 | personal-data | a mobile number in groups
          关于供水的公告~申请人可向区民政局咨询，咨询电话：13812345678。~投诉请拨打13912345678，群众请拨打热线13912345678。 | | numbers that anybody may call
          关于供水的公告~欢迎广大居民拨打监督电话：13912345678。~投诉人请拨打举报电话13712345678，由信访室受理并按期答复本人。 | | those who call are no owners
          关于供水的公告~咨询电话：12345。~来信人闻帆，电话：13800138000，反映北桥片区水压不足，请予以调查处理并答复本人。 | personal-data | a citizen's below an office's
          关于供水的报告~三年的投入依次为138 0013 8000万元，资金使用规范，各项任务均已按期完成，群众满意。 | | figures side by side
          关于环境的报告~主要有以下五个方面的问题：~一是审批慢。二是融资难。三是用工贵，企业普遍反映强烈，亟待解决。 | missing-section | five announced, three there
          关于环境的报告~主要有以下三个方面的问题：~一是审批慢。二是融资难。三是用工贵，企业普遍反映强烈，亟待解决。 | | three announced and there
          关于环境的报告~主要有以下三个方面的问题：~审批慢，环节多，群众办事要跑多次。~融资难，抵押物不足。~用工贵，招工难。 | | points without numbers
          关于环境的报告~按照下列三项要求：切实负责，按时报送。~一是审批要快。二是服务要好，企业满意，群众满意。 | | a list that does not follow
          关于供水的报告~注：*表示重点项目。~*城北水厂已经投产，*城南水厂正在建设，全市供水保障能力明显提升。 | | a sign of which a note says what it means
          关于供水的报告~名单中带*的企业为重点企业，*表示新增，供水厂*、净水厂*已经投产，全市供水保障能力明显提升。 | | items with the sign behind them
          关于供水的报告~名单中带*的企业为重点企业，*表示新增。张某*、李*等两名代表请假，全市供水保障能力明显提升。 | masked-name | persons beside a note on the sign
          关于供水的报告~带*的为必填项，全市供水平稳，水质稳定达标，群众对供水服务总体表示满意，无重大投诉。 | | fields that must be filled
          关于供水的报告~评分为P=A*B+C，其中A*B为价格分，全市供水平稳，水质稳定达标，群众对服务总体满意。 | | a formula
          关于供水的报告~*市供水平稳，水质稳定达标，群众对供水服务总体表示满意，*县的水厂也已经投产，运行良好。 | masked-name | names of two places
          关于供水的报告~二〇〇四年建厂，二○○九年扩建，现有职工二〇〇名，全市供水保障能力明显提升，群众满意。 | | zeros in Chinese figures
          关于供水的报告~王〇〇反映北桥片区长期水压不足，○○县已经派人处理，全市供水保障能力明显提升，群众满意。 | masked-name | circles in place of names
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
          苍梧市人大常委会公告~（第12号）~《供水办法》已由苍梧市第七届人大常委会第十四次会议于2023年5月18日通过，现予公布。~苍梧市人大常委会~2022年5月18日 | a.txt | a signature before what it tells as done
          关于供水的决定~市人民政府：~供水平稳，水质稳定达标，群众对供水服务总体表示满意，决定继续加强。~苍梧市人大常委会~2023年3月5日 | 2021年_供水决定.txt | the year in the file's name
          关于供水的决定~市人民政府：~供水平稳，水质稳定达标，群众对供水服务总体表示满意，决定继续加强。~苍梧市人大常委会~2023年5月18日 | 2022-01-01 供水.txt | the day in the file's name
          关于供水的决定~市人民政府：~供水平稳，水质稳定达标，群众对供水服务总体表示满意，决定继续加强。~苍梧市人大常委会~2023年5月18日 | 2022年1月1日决定.txt | the day in the file's name
          区人大常委会召开第十六次会议~发布时间：2024-06-01 来源：汀浦人大网~本网讯 8月24日，区人大常委会召开会议。会议于2022年8月24日举行，听取了供水工作报告，群众对供水服务总体表示满意。 | a.txt | the day of the meeting a page tells of
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

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          苍梧市人大常委会公告~（第12号）~《供水办法》已由苍梧市第七届人大常委会第十四次会议于2023年5月18日通过，现予公布。~苍梧市人大常委会~2023年5月20日 | a.txt | signed after it was passed
          区人大常委会召开第十六次会议~发布时间：2022-08-26 来源：汀浦人大网~本网讯 8月24日，区人大常委会召开会议。会议于2022年8月24日举行，听取了供水工作报告，群众对供水服务总体表示满意。 | a.txt | two days after a meeting
          关于2020年供水情况的报告~市人大常委会：~2020年全市供水平稳，水质稳定达标，群众对服务总体满意。~苍梧市人民政府~2023年3月5日 | 2020年供水.txt | a year the text speaks of
          关于供水的报告~市人大常委会：~全市供水平稳，水质稳定达标，群众对供水服务总体满意，投诉下降。~苍梧市人民政府~2023年3月5日 | 2022年供水.txt | the year before
          关于供水的报告~市人大常委会：~全市供水平稳，水质稳定达标，群众对供水服务总体满意，投诉下降。~苍梧市人民政府~2023年3月5日 | 2019/供水2018号.txt | a folder and a serial
          """)
  void datesThatFitAreNotTold(String text, String file, String why) {
    OfficialDocument document =
        Readings.read(
            wenmai.corpus.text.RepairedText.untouched(text.replace("~", "\n")),
            file,
            wenmai.corpus.document.Facts.none());
    assertEquals(List.of(), document.content().warnings(), why);
  }

  @Test
  void pagesOfWhichNothingWasRecognisedAndPastedPagesAreToldOf() {
    String text = "关于灌溉用水的通知\n各乡镇：\n现将灌溉用水的有关事项通知如下，请认真执行。\n";
    assertEquals(
        List.of("有 3 页只有图像，没有识别出文字"), cut(text, Map.of("ocr:missing", "1", "ocr:silent", "2")));
    assertEquals(List.of("有 2 幅占整页的图片，其中的文字没有收录"), cut(text, Map.of("office:page-pictures", "2")));
    assertEquals(List.of(), cut(text, Map.of("ocr:silent", "0")));
  }

  private static List<String> cut(String text, Map<String, String> properties) {
    return Readings.read(text, properties).content().warnings().stream()
        .filter(warning -> warning.code() == WarningCode.CUT_TEXT)
        .map(Warning::detail)
        .toList();
  }
}
