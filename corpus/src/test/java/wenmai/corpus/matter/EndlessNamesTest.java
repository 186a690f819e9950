package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.document.OfficialDocument;

/** However often a paper of a rule repeats the words of a body, its matters are built, and soon. */
class EndlessNamesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final MatterBuilder BUILDER =
      new MatterBuilder(MatterTemplates.load(SampleSet.CONFIG));

  @ParameterizedTest
  @ValueSource(strings = {"人大", "人民代表大会", "政府", "常委会人民政府"})
  void aBodyNamedWithoutEndIsReadInTime(String words) {
    OfficialDocument rule =
        ReadPapers.read(
            "rule.txt",
            "汀浦区山塘保护条例\n（2018年3月20日汀浦区第十六届人民代表大会常务委员会第八次会议通过）\n第一条　依照省"
                + words.repeat(200_000 / words.length())
                + "《山塘条例》制定本条例。\n");
    MatterPaper paper = MatterPaper.of(rule, List.of());
    List<MatterDraft> drafts =
        assertTimeoutPreemptively(
            LIMIT, () -> BUILDER.build("汀浦区", List.of(paper), StaffDecisions.none()));
    assertEquals(List.of(), drafts); // a rule alone is no matter yet
  }
}
