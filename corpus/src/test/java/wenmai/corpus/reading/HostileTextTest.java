package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.document.OfficialDocument;

/**
 * Whatever a text holds, reading it ends, soon, and keeps the text. The limit is far above linear
 * cost.
 */
class HostileTextTest {
  private static final int LENGTH = 1_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Half as long, in half of the time. */
  private static final int MARKS = LENGTH / 2;

  private static final Duration LIMIT_OF_MARKS = LIMIT.dividedBy(2);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "《",
        "（",
        "〔2023〕",
        "第",
        "第一条\n",
        "一、",
        "2023年1月1日",
        "市",
        "棠州市人大",
        "*",
        "满意1票",
        "自",
        "会议\n",
        "关于",
        "关于的\n",
        "公告\n",
        "\n ",
        "“",
        "第一章\n",
        "以下",
        "人民代表大会",
        "　　",
        "\u0000",
        "a.b/c:"
      })
  void repetitionStaysLinear(String piece) {
    String text = piece.repeat(LENGTH / piece.length());
    OfficialDocument document = assertTimeoutPreemptively(LIMIT, () -> Readings.read(text));
    assertEquals(text, document.content().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "　", "*", "　\t"})
  void aTitleOfNothingButBlanksIsReadInTime(String blank) {
    String text = "平川市人民代表大会常务委员会关于" + blank.repeat(200_000) + "的审议意见\n\n市人民政府：\n根据要求。\n";
    OfficialDocument document = assertTimeoutPreemptively(LIMIT, () -> Readings.read(text));
    assertEquals(text, document.content().text());
  }

  /** A number on one endless line of the marks that may stand before it. */
  @ParameterizedTest
  @ValueSource(strings = {"特急", "★", "发文", "编号", "123", "(1)", "【1】", "[1]", "文件", "密级A"})
  void marksWithoutEndBeforeANumberAreReadInTime(String mark) {
    String text = "根据要求，现将情况报告如下。\n" + mark.repeat(200_000) + "棠政函〔2023〕1号\n工作已经开展。\n";
    OfficialDocument document = assertTimeoutPreemptively(LIMIT, () -> Readings.read(text));
    assertEquals(text, document.content().text());
  }

  /**
   * Lines that look like marks, and mark nothing: each is weighed against what stands around it.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "完成。\n机密\n关于甲乙丙的通知\n甲\n甲\n甲\n甲\n甲\n",
        "密级　密级　密级\n秘密\n附件\n",
        "联系人：甲\n机密\n甲\n",
        "附件：甲\n1.甲\n1.甲\n机密\n乙\n",
        "一、甲\n秘密\n",
        "序号　标题　密级\n甲　乙　机密\n",
        "工作秘密\n关于甲乙丙的通知\n",
      })
  void marksThatMarkNothingAreWeighedInTime(String lines) {
    assertNoMarkInTime("关于工作的通知\n各单位：\n现通知如下。\n" + lines.repeat(MARKS / lines.length()));
  }

  /** One heading over a register without end. */
  @ParameterizedTest
  @ValueSource(strings = {"甲乙丙的报告　甲市　机密★5年\n", "甲乙丙的报告　甲市　机密\n"})
  void rowsOfARegisterAreWeighedInTime(String row) {
    assertNoMarkInTime("关于工作的通知\n各单位：\n现通知如下。\n标题　来文单位　密级\n" + row.repeat(MARKS / row.length()));
  }

  /** The marks alone are read: what else is read of so many lines takes most of the time. */
  private static void assertNoMarkInTime(String text) {
    Sheet sheet = Sheet.of(text, Readings.RULES.folding());
    Head head = new HeadReader(Readings.RULES).read(sheet);
    assertEquals(
        Optional.empty(),
        assertTimeoutPreemptively(
            LIMIT_OF_MARKS,
            () ->
                new SecrecyMarks(Readings.RULES, sheet, head, PageTops.of(List.of(), sheet))
                    .read()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mixturesOfTellingPiecesAreRead(long seed) {
    String[] pieces = {
      "第",
      "一",
      "条",
      "章",
      "《",
      "》",
      "（",
      "）",
      "〔2023〕",
      "号",
      "\n",
      "市",
      "区",
      "人大常委会",
      "通过",
      "2023年6月30日",
      "关于",
      "的报告",
      "审议意见",
      "：",
      "。",
      "，",
      "　",
      "票",
      "满意",
      "12",
      "*",
      "★",
      "机密",
      "第十二次会议",
      "𠮷",
      "\ud800",
      "來源：",
      "作者:"
    };
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    String printed = text.toString();
    assertEquals(
        printed, assertTimeoutPreemptively(LIMIT, () -> Readings.read(printed)).content().text());
  }
}
