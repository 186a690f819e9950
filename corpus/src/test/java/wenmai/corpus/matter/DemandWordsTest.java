package wenmai.corpus.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which words of a demand tell it from others. */
class DemandWordsTest {
  private static final Pattern SENTENCE = Pattern.compile("[^。；\n]{4,200}");

  @Test
  void theLongestWordThatTellsNothingIsLeftOutWhereSeveralBegin() {
    DemandWords words = DemandWords.of(List.of("审议", "审议意见", "加强", "强"));
    assertEquals(Set.of("水质"), words.telling("审议意见水质加强"));
    assertEquals(Set.of("水质"), words.telling("审议水质强"));
    assertEquals(Set.of("审核"), words.telling("审核"));
    assertEquals(Set.of("水质", "质审"), words.telling("水质审"));
    assertEquals(Set.of(), words.telling(""));
  }

  /** Of every sentence of the sample, with the words of the repository. */
  @Test
  void emptyWordsAreLeftOutAsAnAlternationOfThemWould() throws IOException {
    List<String> empty;
    try (Stream<String> lines = Files.lines(SampleSet.CONFIG.resolve("matters/demand-words.txt"))) {
      empty =
          lines
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line.strip()))
              .filter(word -> !word.isEmpty())
              .toList();
    }
    Pattern alternation =
        Pattern.compile(
            empty.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    DemandWords words = DemandWords.of(empty);
    DemandWords none = DemandWords.of(List.of("\u0000"));
    int sentences = 0;
    for (String text :
        SampleSet.read("county").documents().stream().map(each -> each.content().text()).toList()) {
      for (String sentence :
          SENTENCE.matcher(text).results().map(found -> found.group()).toList()) {
        if (!sentence.matches("(?s).*[年月日].*")) { // days are left out first
          String left = alternation.matcher(sentence).replaceAll("/");
          assertEquals(none.telling(left), words.telling(sentence), sentence);
          sentences++;
        }
      }
    }
    assertTrue(sentences > 1_000, sentences + " sentences");
  }
}
