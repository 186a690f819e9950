package wenmai.corpus.duplicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Pins what of two texts is shared, against plain sets, and what a sketch tells of it from afar.
 */
class SharedWordsTest {
  private static final String PAPER =
      "会议听取和审议了县人民政府关于农村饮水安全工作情况的报告，认为过去一年全县供水保障能力有所提高，"
          + "但是部分工程年久失修，水质检测频次不足，群众反映较多，建议县人民政府认真研究处理，并在年底以前书面报告办理结果。";

  @Test
  void punctuationWidthScriptAndLinesMakeNoDifference() {
    assertEquals(Letters.of("關於２０２４年預算，Ａ類").text(), Letters.of("关于 2024 年\n预算:a类").text());
  }

  @Test
  void theRollingHashOfAShingleDependsOnItsCharactersAlone() {
    long[] first = Letters.of(PAPER).shingles();
    long[] later = Letters.of("前面还有许多别的文字" + PAPER).shingles();
    assertEquals(first[0], later[later.length - first.length]);
    assertEquals(first[first.length - 1], later[later.length - 1]);
    assertEquals(0, Letters.of("，。").shingles().length);
    assertEquals(1, Letters.of("公告").shingles().length);
  }

  @Test
  void aSetOfHashesAgreesWithAPlainSet() {
    Random random = new Random(20261122);
    for (int round = 0; round < 50; round++) {
      long[] hashes = random.longs(random.nextInt(400), -60, 60).toArray();
      TreeSet<Long> plain = new TreeSet<>();
      Arrays.stream(hashes).forEach(plain::add);
      HashSetOfLongs set = HashSetOfLongs.of(hashes, 0, hashes.length);
      assertEquals(plain.size(), set.size());
      for (long probe = -70; probe < 70; probe++) {
        assertEquals(plain.contains(probe), set.contains(probe));
      }
      long[] smallest = plain.stream().mapToLong(Long::longValue).limit(7).toArray();
      assertEquals(Arrays.toString(smallest), Arrays.toString(set.smallest(7)));
    }
  }

  @Test
  void clutterBeforeAndAfterAPaperLeavesItsCoreWhole() {
    String page = "首页 监督工作 正文 字号大中小 " + PAPER + " 责任编辑某某 版权所有 技术支持某某公司";
    SharedWords shared = SharedWords.of(Letters.of(PAPER), Letters.of(page));
    assertEquals(1.0, shared.inAll(), 1e-9);
    assertEquals(1.0, shared.within(), 1e-9);
    SharedWords other = SharedWords.of(Letters.of(PAPER), Letters.of("全然不同的一段话，说的是别的事情。"));
    assertEquals(0.0, other.within(), 1e-9);
  }

  @Test
  void aSketchEstimatesWhatIsSharedAndSurvivesItsBytes() {
    Random random = new Random(7);
    StringBuilder letters = new StringBuilder();
    random.ints(6_000, 0x4E00, 0x9FA5).forEach(letters::appendCodePoint);
    String text = letters.toString();
    for (double kept : new double[] {1.0, 0.75, 0.5}) {
      int cut = (int) (text.length() * kept);
      StringBuilder rest = new StringBuilder(text.substring(0, cut));
      random.ints(text.length() - cut, 0x4E00, 0x9FA5).forEach(rest::appendCodePoint);
      Sketch sketch = Sketch.ofBytes(Sketch.of(rest.toString()).bytes());
      assertEquals(kept, Sketch.of(text).sharedWith(sketch), 0.15, "kept " + kept);
    }
    assertTrue(Sketch.of(text).mayCopy(Sketch.of(text + text.substring(0, 1_000))));
    assertEquals(0, Sketch.of("").sharedWith(Sketch.of(text)), 1e-9);
  }
}
