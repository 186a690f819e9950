package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.Visibility;

/** A paper that never says of what place it is takes it from those it hangs together with. */
class KindredTest {
  private static final String OPINION =
      """
      澄湄人常审〔2023〕4号

      关于农村饮水安全工作情况的审议意见

      州人民政府：
      澄湄傣族彝族自治州第十五届人大常委会第十次会议审议了报告，提出如下审议意见。
      一、加快管网改造。

      澄湄傣族彝族自治州人民代表大会常务委员会
      2023年7月5日
      """;
  private static final String LETTER =
      """
      州人民政府办公室：

      州人大常委会《关于农村饮水安全工作情况的审议意见》（澄湄人常审〔2023〕4号）已印发，请一并办理。

      州人大常委会办公室（印）
      2023年7月7日
      """;
  private static final String SAME_SERIES =
      """
      澄湄人常审〔2024〕7号

      对动物防疫法执法检查报告的审议意见

      州人民政府：
      州十五届人大常委会第十八次会议审议了报告，提出如下审议意见。

      州人大常委会
      2024年9月10日
      """;
  private static final String OF_A_COUNTY =
      """
      关于转办农村饮水安全工作的函

      县人民政府：
      州里的《关于农村饮水安全工作情况的审议意见》（澄湄人常审〔2023〕4号）转去，请办理。

      县人大常委会
      2023年7月20日
      """;

  @TempDir Path folder;

  private List<OfficialDocument> asRead(Reader reader, List<OfficialDocument> papers) {
    try (Archive archive = TestArchive.open(folder)) {
      ReadPapers.take(archive, papers);
      ReadingRoom room = archive.openFor(reader, TestArchive.TODAY);
      List<OfficialDocument> seen = new ArrayList<>();
      room.export(view -> seen.add(view.document()), matter -> {});
      return seen;
    }
  }

  private static Facts factsOf(OfficialDocument paper, List<OfficialDocument> all) {
    return all.stream()
        .filter(one -> one.id().equals(paper.id()))
        .findFirst()
        .orElseThrow()
        .facts();
  }

  private static Optional<String> region(Facts facts) {
    return facts.value(FactKey.REGION).map(Region::name);
  }

  private static Optional<String> organ(Facts facts) {
    return facts.value(FactKey.ORGAN).map(Organ::name);
  }

  private static OfficialDocument internal(OfficialDocument paper) {
    return new OfficialDocument(
        paper.id(), paper.provenance(), paper.facts(), paper.content(), Visibility.INTERNAL);
  }

  @Test
  void aLetterIsOfThePlaceOfTheOpinionItNames() {
    OfficialDocument letter = ReadPapers.read("letter.txt", LETTER);
    OfficialDocument opinion = ReadPapers.read("opinion.txt", OPINION);
    assertEquals(Optional.empty(), region(letter.facts()), "it says nothing of it itself");
    Facts facts = factsOf(letter, asRead(Reader.anonymous(), List.of(letter, opinion)));
    assertEquals(Optional.of("澄湄傣族彝族自治州"), region(facts));
    assertEquals(Optional.of("澄湄傣族彝族自治州人民代表大会常务委员会办公室"), organ(facts));
    Fact<Region> fact = facts.get(FactKey.REGION).orElseThrow();
    assertTrue(fact.inferred());
    Evidence.InText shown = (Evidence.InText) fact.evidence();
    String text = letter.content().text();
    assertEquals(shown.words(), shown.quote().span().toUtf16(text).in(text));
  }

  @Test
  void numbersOfOneSeriesAreOfOneOrgan() {
    OfficialDocument one = ReadPapers.read("one.txt", SAME_SERIES);
    OfficialDocument opinion = ReadPapers.read("opinion.txt", OPINION);
    Facts facts = factsOf(one, asRead(Reader.anonymous(), List.of(one, opinion)));
    assertEquals(Optional.of("澄湄傣族彝族自治州人民代表大会常务委员会"), organ(facts));
  }

  @Test
  void aPaperOfACountyDoesNotBecomeOneOfThePrefectureItNames() {
    OfficialDocument county = ReadPapers.read("county.txt", OF_A_COUNTY);
    OfficialDocument opinion = ReadPapers.read("opinion.txt", OPINION);
    Facts facts = factsOf(county, asRead(Reader.anonymous(), List.of(county, opinion)));
    assertEquals(Optional.empty(), region(facts));
    assertEquals(Optional.empty(), organ(facts));
    assertEquals(Optional.of("县人民代表大会常务委员会"), facts.value(FactKey.PRINTED_ORGAN));
  }

  @Test
  void thePublicLearnsNothingFromAPaperItMayNotSee() {
    OfficialDocument letter = ReadPapers.read("letter.txt", LETTER);
    OfficialDocument one = ReadPapers.read("one.txt", SAME_SERIES);
    OfficialDocument opinion = internal(ReadPapers.read("opinion.txt", OPINION));
    List<OfficialDocument> papers = List.of(letter, one, opinion);
    List<OfficialDocument> open = asRead(Reader.anonymous(), papers);
    assertEquals(Optional.empty(), region(factsOf(letter, open)));
    assertEquals(Optional.empty(), region(factsOf(one, open)));
    List<OfficialDocument> all = asRead(Reader.owner(), papers);
    assertEquals(Optional.of("澄湄傣族彝族自治州"), region(factsOf(letter, all)));
    assertEquals(Optional.of("澄湄傣族彝族自治州"), region(factsOf(one, all)));
  }
}
