package wenmai.corpus.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.version.Strike.Act;

/** Which texts amend or repeal others, from when, and which only speak of it. */
class StrikeTest {
  private static List<Strike> strikes(String text) {
    OfficialDocument acting = ReadPapers.read("a.txt", text);
    return acting.content().citations().stream()
        .flatMap(citation -> Strike.of(citation, acting).stream())
        .toList();
  }

  private static String decision(String sentence) {
    return "汀浦市人民代表大会常务委员会关于废止部分地方性法规的决定\n"
        + "（2022年5月10日汀浦市第十五届人民代表大会常务委员会第三次会议通过）\n"
        + "汀浦市第十五届人民代表大会常务委员会第三次会议决定：\n"
        + sentence
        + "\n本决定自公布之日起施行。";
  }

  @Test
  void aDecisionRepealsWhatItNamesFromItsDay() {
    List<Strike> strikes = strikes(decision("一、废止《汀浦市集市管理条例》。"));
    assertEquals(1, strikes.size());
    assertEquals(Act.REPEALS, strikes.getFirst().act());
    assertEquals(Optional.of(LocalDate.parse("2022-05-10")), strikes.getFirst().effective());
  }

  @Test
  void aDayNamedInTheSentenceGoesBefore() {
    List<Strike> strikes = strikes(decision("一、《汀浦市集市管理条例》自２０２３年１月１日起废止。"));
    assertEquals(Optional.of(LocalDate.parse("2023-01-01")), strikes.getFirst().effective());
  }

  @Test
  void whoeverOnlyReportsOfARepealRepealsNothing() {
    assertEquals(
        List.of(), strikes("汀浦市人民政府关于法规清理情况的报告\n市人大常委会：\n建议废止《汀浦市集市管理条例》。\n汀浦市人民政府\n2022年5月6日"));
  }

  @Test
  void aDraftActsOnNothing() {
    assertEquals(
        List.of(),
        strikes("汀浦市市场管理条例（草案）\n第一条　为了加强市场管理，制定本条例。\n第二条　本条例自2023年1月1日起施行。《汀浦市集市管理条例》同时废止。"));
  }
}
