package wenmai.indexer.numbering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are written as ECMA-376, 17.18.59 writes them. */
class NumberStyleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chineseCounting            | 一 十 十一 二十 九十九 一○○ 一○一",
        "taiwaneseCounting          | 一 十 十一 二十 九十九 一○○ 一○一",
        "chineseCountingThousand    | 一 十 十一 二十 九十九 一百 一百零一",
        "taiwaneseCountingThousand  | 一 十 十一 二十 九十九 一百 一百零一",
        "japaneseCounting           | 一 十 十一 二十 九十九 百 百一",
        "ideographDigital           | 一 一〇 一一 二〇 九九 一〇〇 一〇一",
        "taiwaneseDigital           | 一 一○ 一一 二○ 九九 一○○ 一○一",
        "chineseLegalSimplified     | 壹 壹拾 壹拾壹 贰拾 玖拾玖 壹佰 壹佰零壹",
        "ideographLegalTraditional  | 壹 壹拾 壹拾壹 貳拾 玖拾玖 壹佰 壹佰零壹",
        "japaneseLegal              | 壱 壱拾 壱拾壱 弐拾 九拾九 壱百 壱百壱",
        "ideographTraditional       | 甲 癸 11 20 99 100 101",
        "ideographZodiac            | 子 酉 戌 20 99 100 101",
        "ideographZodiacTraditional | 甲子 癸酉 甲戌 癸未 99 100 101",
        "ideographEnclosedCircle    | ㈠ ㈩ 11 20 99 100 101",
        "decimalEnclosedCircle      | ① ⑩ ⑪ ⑳ 99 100 101",
        "decimalEnclosedParen       | ⑴ ⑽ ⑾ ⒇ 99 100 101",
        "decimalEnclosedFullstop    | ⒈ ⒑ ⒒ ⒛ 99 100 101",
        "decimalFullWidth           | １ １０ １１ ２０ ９９ １００ １０１",
        "decimalZero                | 01 10 11 20 99 100 101",
        "decimal                    | 1 10 11 20 99 100 101",
        "upperLetter                | A J K T UUUU VVVV WWWW",
        "lowerLetter                | a j k t uuuu vvvv wwww",
        "upperRoman                 | I X XI XX XCIX C CI",
        "lowerRoman                 | i x xi xx xcix c ci",
        "ordinal                    | 1st 10th 11th 20th 99th 100th 101st",
        "a-style-of-the-future      | 1 10 11 20 99 100 101"
      })
  void aNumberIsWrittenInItsStyle(String style, String expected) {
    NumberStyle named = NumberStyle.named(style);
    assertEquals(
        expected,
        Arrays.stream(new int[] {1, 10, 11, 20, 99, 100, 101})
            .mapToObj(named::write)
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({"0,12", "10,一二", "11,十二", "35,十二", "37,十二", "38,壹拾贰", "39,十二", "18,⑫", "99,12"})
  void theBinaryFormatNamesTheSameStylesByCodes(int code, String twelve) {
    assertEquals(twelve, NumberStyle.coded(code).write(12));
  }

  @Test
  void gapsWithinLargeNumbersAreSaidOnce() {
    NumberStyle style = NumberStyle.CHINESE_COUNTING_THOUSAND;
    assertEquals("一百一十", style.write(110));
    assertEquals("一百一十二", style.write(112));
    assertEquals("一千零五", style.write(1005));
    assertEquals("一千零一十", style.write(1010));
    assertEquals("一万零一", style.write(10_001));
    assertEquals("十二万三千", style.write(123_000));
  }
}
