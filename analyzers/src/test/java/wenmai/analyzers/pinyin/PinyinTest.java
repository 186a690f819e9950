package wenmai.analyzers.pinyin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.analyzers.TestLexicon;

/** How names are typed on a Latin keyboard. */
class PinyinTest {
  private final Pinyin pinyin = new Pinyin(TestLexicon.get());

  @ParameterizedTest
  @CsvSource({
    "人大常委会, rendachangweihui, rdcwh",
    "人民代表大會常務委員會, renmindaibiaodahuichangwuweiyuanhui, rmdbdhcwwyh",
    "审议意见, shenyiyijian, syyj",
    "重庆市检察长, chongqingshijianchazhang, cqsjcz",
    "平人常发〔２０２２〕12号, pingrenchangfa202212hao, prcf202212h",
    "GDP增长, gdpzengzhang, gdpzz"
  })
  void namesHaveFullPinyinAndInitials(String name, String full, String initials) {
    assertEquals(full, pinyin.full(name));
    assertEquals(initials, pinyin.initials(name));
    assertEquals(
        Set.of(TestLexicon.get().folding().fold(name).text(), full, initials),
        pinyin.spellings(name));
  }

  @Test
  void charactersWithoutReadingStandForThemselves() {
    assertEquals(List.of("ren", "𠮷", "da"), pinyin.syllables("人𠮷 大"));
    assertEquals(Set.of(), pinyin.spellings("\u3000"));
  }
}
