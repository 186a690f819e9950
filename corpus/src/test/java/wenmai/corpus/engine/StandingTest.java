package wenmai.corpus.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
  private static final Standing SHIPPED =
      Standing.load(Path.of(System.getProperty("wenmai.root"), "config"));

  @TempDir Path folder;

  @Test
  void aBasicLawStandsBeforeALawBeforeWhatCarriesItOut() {
    float basic = SHIPPED.of("中华人民共和国民法典");
    float law = SHIPPED.of("中华人民共和国旅游法");
    float interpretation = SHIPPED.of("最高人民法院关于审理旅游纠纷案件适用法律若干问题的规定");
    assertTrue(basic > law && law > interpretation && interpretation > 0);
    for (String other : new String[] {"旅行社条例", "旅行社条例实施细则", "商标评审办法", "关于旅游法实施情况的报告", ""}) {
      assertEquals(0, SHIPPED.of(other), other);
    }
  }

  @Test
  void anArticleAndAVersionStandAsTheirLaw() {
    float law = SHIPPED.of("旅游法");
    for (String same :
        new String[] {
          "旅游法第三条", "中华人民共和国旅游法第一百一十二条之一", "旅游法（2018年修正）", "旅游法(2018修正)第12条", " 旅游法（修订） "
        }) {
      assertEquals(law, SHIPPED.of(same), same);
    }
    assertEquals(0, SHIPPED.of("旅游法（草案）"), "a draft is no law yet");
  }

  @Test
  void aLineThatIsWrongIsNamed() throws IOException {
    Path file = Files.createDirectories(folder.resolve("search")).resolve("standing.tsv");
    for (String wrong : new String[] {"ends\t法", "middle\t法\t0.3", "ends\t法\t2", "ends\t法\tmuch"}) {
      Files.writeString(file, "# note\n" + wrong + "\n");
      assertTrue(
          String.valueOf(
                  assertThrows(IllegalArgumentException.class, () -> Standing.load(folder))
                      .getMessage())
              .contains(wrong));
    }
  }
}
