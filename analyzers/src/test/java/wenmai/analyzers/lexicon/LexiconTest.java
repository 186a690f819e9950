package wenmai.analyzers.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.analyzers.TestLexicon;

/** Reading the lexicon: what is refused, with which words, and what the fingerprint sees. */
class LexiconTest {
  @TempDir Path config;

  @BeforeEach
  void copyTheRealOne() throws IOException {
    Path folder = Files.createDirectory(config.resolve("lexicon"));
    try (Stream<Path> files = Files.list(TestLexicon.configDir().resolve("lexicon"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "folding.txt @ 着着\\t着 @ one character, a tab and the character it stands for",
        "units.txt @ 件\\tboth ways @ count, ordinal or both",
        "words-terms.txt @ 法 @ a word has two characters or more",
        "words-laws.txt @ 人大常委会 @ the word is listed twice",
        "compounds.txt @ organs\\t甲\\t乙 @ no such part",
        "compounds.txt @ laws\\t甲 @ a part, first halves and second halves",
        "synonyms.txt @ equal\\t甲乙 @ two forms or more",
        "synonyms.txt @ same\\t甲乙|丙丁 @ equal or oneway",
        "readings.txt @ 人大\\tren @ a syllable for each character",
        "names.txt @ suffixes\\t省 @ the key is none of level"
      })
  void aLineThatIsNotUnderstoodIsQuotedWithItsNumber(String file, String line, String why)
      throws IOException {
    Path path = config.resolve("lexicon").resolve(file);
    String text = Files.readString(path).stripTrailing() + "\n";
    long number = text.lines().count() + 1;
    Files.writeString(path, text + line.replace("\\t", "\t") + "\n");
    String message = assertThrows(LexiconException.class, this::load).getMessage();
    assertTrue(message.startsWith("[" + file + "] line " + number + ": "), message);
    assertTrue(message.contains(why), message);
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    Path path = config.resolve("lexicon/units.txt");
    Files.write(path, Files.readString(path).getBytes(Charset.forName("GB18030")));
    String message = assertThrows(LexiconException.class, this::load).getMessage();
    assertTrue(message.startsWith("[units.txt] cannot be read as UTF-8"), message);
  }

  @Test
  void aFileWithoutAVersionIsRefused() throws IOException {
    Path path = config.resolve("lexicon/units.txt");
    Files.writeString(path, Files.readString(path).replace("# version", "# edition"));
    String message = assertThrows(LexiconException.class, this::load).getMessage();
    assertEquals("[units.txt] no line '# version N' in its head", message);
  }

  @Test
  void theFingerprintSeesWordsButNotRemarks() throws IOException {
    String before = load().fingerprint();
    Path path = config.resolve("lexicon/words-terms.txt");
    String text = Files.readString(path);
    Files.writeString(path, text + "# a remark\n");
    assertEquals(before, load().fingerprint());
    Files.writeString(path, text + "锦上添花\n");
    assertNotEquals(before, load().fingerprint());
  }

  private Lexicon load() {
    return Lexicon.load(config);
  }
}
