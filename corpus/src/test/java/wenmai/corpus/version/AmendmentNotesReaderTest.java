package wenmai.corpus.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pins how a 题注 becomes dated steps, in one bracket or one step a line. */
class AmendmentNotesReaderTest {

  private static String steps(String text) {
    return AmendmentNotesReader.read(text).stream()
        .map(note -> note.date() + " " + note.event().label())
        .collect(Collectors.joining(", "));
  }

  @Test
  void oneBracketHoldsTheWholeHistory() {
    String text =
        """
        云岭省养犬管理条例
        （2009年5月27日云岭省第十届人民代表大会常务委员会第九次会议通过　根据2014年9月26日云岭省第十一届人民代表大会\
        常务委员会第十二次会议《关于修改〈云岭省林业条例〉等七件地方性法规的决定》第一次修正　2021年3月31日云岭省\
        第十二届人民代表大会常务委员会第二十九次会议修订　自2021年7月1日起施行）
        第一条 为了规范养犬行为，制定本条例。2009年5月27日通过的文件不适用。
        """;
    assertEquals("2009-05-27 通过, 2014-09-26 修正, 2021-03-31 修订, 2021-07-01 施行", steps(text));
    AmendmentNote second = AmendmentNotesReader.read(text).get(1);
    assertEquals("关于修改《云岭省林业条例》等七件地方性法规的决定", second.decision().orElseThrow());
    assertEquals("云岭省第十一届人民代表大会常务委员会第十二次会议", second.body().orElseThrow());
    assertTrue(second.quote().words().startsWith("2014年9月26日"));
    assertTrue(second.quote().words().endsWith("第一次修正"));
  }

  @Test
  void oneStepALineIsReadAlike() {
    assertEquals(
        "1999-05-28 通过, 1999-09-03 批准, 2012-10-26 修订, 2012-11-29 批准",
        steps(
            """
            平川市献血条例

            1999年5月28日 平川市第十一届人民代表大会常务委员会第十次会议通过

            1999年9月3日 云岭省第九届人民代表大会常务委员会第十五次会议批准2012年10月26日平川市第十四届人民代表大会\
            常务委员会第四次会议修订

            2012年11月29日 云岭省第十一届人民代表大会常务委员会第三十六次会议批准

            第一章 总则
            """));
  }

  @Test
  void anApprovedAmendmentHasTheDayOfItsOwnAdoption() {
    List<AmendmentNote> notes =
        AmendmentNotesReader.read(
            """
            平川市绿化条例
            (根据2019年12月27日平川市第十七届人民代表大会常务委员会第二十一次会议通过,并经2020年1月15日云岭省第十三届\
            人民代表大会常务委员会第十六次会议批准的《平川市人民代表大会常务委员会关于修改<平川市绿化条例>的决定》修正)
            """);
    assertEquals(
        "2019-12-27 修正, 2020-01-15 批准",
        notes.stream()
            .map(note -> note.date() + " " + note.event().label())
            .collect(Collectors.joining(", ")));
    assertEquals("平川市人民代表大会常务委员会关于修改《平川市绿化条例》的决定", notes.getFirst().decision().orElseThrow());
  }

  @Test
  void chineseDigitsAndJointAdoptionsAreUnderstood() {
    assertEquals(
        "2021-02-22 通过, 2021-02-26 通过, 2021-03-01 施行",
        steps(
            """
            关于案件办理的解释
            （二〇二一年二月二十二日甲院审判委员会第1832次会议、二〇二一年二月二十六日乙院检察委员会第六十三次会议通过，\
            自2021年3月1日起施行）
            """));
  }

  @Test
  void proseThatSpeaksOfDatesIsNoNote() {
    assertEquals(
        "",
        steps(
            """
            关于养犬管理情况的报告
            2022年10月27日，市人大常委会审议通过了《平川市养犬条例》。
            市政府于2023年1月5日印发实施方案，并在2023年3月1日公布。
            """));
  }

  @Test
  void theBodyIsTheOneThatActedWithoutItsOrderOrWhatItDid() {
    List<AmendmentNote> notes =
        AmendmentNotesReader.read(
            """
            渔港水域监督管理办法
            1988年12月3日 国务院批准
            1988年12月26日 农业部、交通部发布
            1995年7月13日 国务院批准第一次修订
            2004年8月1日 中华人民共和国国务院、中华人民共和国中央军事委员会令第413号公布
            2024年9月27日 中华人民共和国国务院令第791号第二次修订）
            第一条 为了加强管理，制定本办法。
            """);
    assertEquals(
        "农业部、交通部, 国务院, 中华人民共和国国务院、中华人民共和国中央军事委员会, 中华人民共和国国务院",
        notes.stream()
            .filter(note -> note.event() != AmendmentEvent.APPROVED)
            .map(note -> note.body().orElse("-"))
            .collect(Collectors.joining(", ")));
  }
}
