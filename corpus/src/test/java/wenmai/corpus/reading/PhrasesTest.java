package wenmai.corpus.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of words in a file become patterns, and may hold one another. */
class PhrasesTest {
  @TempDir Path folder;

  private Phrases phrases(String... lines) throws IOException {
    return Phrases.of(List.of(file("p.txt", lines)));
  }

  private RuleFile file(String name, String... lines) throws IOException {
    return RuleFile.read(Files.writeString(folder.resolve(name), String.join("\n", lines)));
  }

  @Test
  void anEntryHoldsTheListsOfTheFilesBefore() throws IOException {
    Phrases phrases =
        Phrases.of(
            List.of(
                file("a.txt", "[bodies]", "法院", "检察院"), file("b.txt", "[spoke]", "{{bodies}}说")));
    assertTrue(phrases.any("spoke").matcher("检察院说").matches());
  }

  @Test
  void twoListsOfOneNameAreNoOne() throws IOException {
    List<RuleFile> files =
        List.of(file("a.txt", "[bodies]", "法院"), file("b.txt", "[heads]", "院长", "[bodies]", "检察院"));
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> Phrases.of(files));
    assertTrue(problem.getMessage().contains("b.txt] line 3"), problem.getMessage());
  }

  @Test
  void anEntryHoldsTheListsAboveIt() throws IOException {
    Phrases phrases =
        phrases(
            "[bodies]", "法院", "检察院", "[heads]", "院长", "[spoke]", "^{{bodies}}(?<who>{{heads}})说");
    assertEquals("(?:^(?:法院|检察院)(?<who>(?:院长))说)", phrases.any("spoke").pattern());
    assertTrue(phrases.any("spoke").matcher("检察院院长说").find());
  }

  @Test
  void whatIsHeldMustStandAbove() {
    IllegalArgumentException problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> phrases("[spoke]", "{{bodies}}说", "[bodies]", "法院"));
    assertTrue(problem.getMessage().contains("line 2"), problem.getMessage());
  }

  @Test
  void anUnknownListIsNamed() {
    assertThrows(IllegalArgumentException.class, () -> phrases("[bodies]", "法院").any("courts"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[bodies]\n法院\n[terms]\n长期|",
        "[bodies]\n法院\n[terms]\n|长期",
        "[bodies]\n法院\n[terms]\n长期||一年",
        "[bodies]\n法院\n\n[terms]",
        "[bodies]\n法院\n\n[terms]\n[heads]\n院长",
        "[bodies]\n法院\n\n[Terms]\n长期"
      })
  void whatWouldFitEverythingIsNamedByItsLine(String lines) {
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> phrases(lines));
    assertTrue(problem.getMessage().contains("p.txt] line 4"), problem.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[secrecy-labels]\n密级\n保密等级\nx*",
        "[secrecy-labels]\n密级\n保密等级\n(?:a|)",
        "[secrecy-labels]\n密级\n保密等级\n.*",
        "[secrecy-labels]\n密级\n保密等级\n.{1,8}",
        "[secrecy-signs]\n[★]\n[☆]\n[^a]",
        "[inner-marks]\n特急\n内部\n(?:加急)?",
        "[secrecy-beside]\n长期\n永久\n(?<star>至今)",
        "[bodies]\n(?<who>法院)\n检察院\n(?<who>政府)",
      })
  void whatWouldMakeEveryLineAMarkOrNamesAPartTwiceIsNamedByItsLine(String lines) {
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> phrases(lines));
    assertTrue(problem.getMessage().contains("p.txt] line 4"), problem.getMessage());
  }

  @Test
  void whatMayBeNothingElsewhereIsAnEntryLikeAnother() throws IOException {
    assertTrue(phrases("[before-numbers]", "(?:特急)?").any("before-numbers").matcher("").matches());
  }

  @Test
  void aBarThatIsASignIsAnEntryLikeAnother() throws IOException {
    assertTrue(phrases("[walls]", "\\|").any("walls").matcher("|").matches());
  }

  @Test
  void aBrokenPatternIsNamedByItsLine() {
    IllegalArgumentException problem =
        assertThrows(IllegalArgumentException.class, () -> phrases("[bodies]", "(法院"));
    assertTrue(problem.getMessage().contains("line 2"), problem.getMessage());
  }
}
