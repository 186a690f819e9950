package wenmai.indexer.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signs with places become lines in reading order. */
class PageLayoutTest {
  private static final double SIZE = 10;

  private final List<Glyph> glyphs = new ArrayList<>();

  @Test
  void columnsWithANarrowGutterAreReadOneAfterTheOther() {
    put("云岭市人民代表大会常务委员会工作报告全文公布", 40, 10, SIZE);
    for (int i = 0; i < 6; i++) {
      put("左栏第" + "一二三四五六".charAt(i) + "行左栏文字都满行", 0, 40 + i * 16, SIZE);
      put("右栏第" + "一二三四五六".charAt(i) + "行右栏文字都满行", 132, 40 + i * 16, SIZE);
    }
    List<String> lines = lines();
    assertEquals("云岭市人民代表大会常务委员会工作报告全文公布", lines.getFirst());
    assertEquals("左栏第六行左栏文字都满行", lines.get(6));
    assertEquals("右栏第一行右栏文字都满行", lines.get(7));
    assertEquals(13, lines.size());
  }

  @Test
  void columnsWhoseLinesDoNotStandAtOneHeightAreToldApart() {
    for (int i = 0; i < 6; i++) {
      put("左栏文字都满行左栏文字满", 0, 40 + i * 16, SIZE);
      put("右栏文字都满行右栏文字满", 135, 47 + i * 16, SIZE);
    }
    assertEquals(List.of("左栏文字都满行左栏文字满", "右栏文字都满行右栏文字满"), lines().stream().distinct().toList());
    assertEquals("左栏文字都满行左栏文字满", lines().get(5));
  }

  @Test
  void rowsOfATableAreReadAcross() {
    for (int i = 0; i < 6; i++) {
      put("项目" + i, 0, 40 + i * 16, SIZE);
      put("预算" + i, 120, 40 + i * 16, SIZE);
      put("决算" + i, 230, 40 + i * 16, SIZE);
    }
    assertEquals("项目0\t预算0\t决算0", lines().getFirst());
  }

  @Test
  void proseOfOneColumnStaysOne() {
    for (int i = 0; i < 8; i++) {
      put("会议认为市人民政府高度重视水污染防治工作取得了明显成效", 0, 40 + i * 16, SIZE);
    }
    assertEquals(8, lines().size());
  }

  @Test
  void aLineStretchedToTheEdgeGetsNoBlanks() {
    put("统，用好管理平台", 0, 10, SIZE * 1.5);
    assertEquals(List.of("统，用好管理平台"), lines());
  }

  @Test
  void twoWordsSetApartGetABlank() {
    put("姓名", 0, 10, SIZE);
    put("张三", 30, 10, SIZE);
    assertEquals(List.of("姓名 张三"), lines());
  }

  @Test
  void figuresInCellsOfChineseSignsGetNoBlanks() {
    putNarrow("于2023年5月18日通过", 0, 10, SIZE);
    putNarrow("自7月1日起施行", 0, 30, SIZE);
    assertEquals(List.of("于2023年5月18日通过", "自7月1日起施行"), lines());
  }

  @Test
  void figuresOfTheirOwnWidthKeepTheBlanksBetweenThem() {
    putNarrow("12", 0, 10, SIZE / 2);
    putNarrow("34", 15, 10, SIZE / 2);
    putNarrow("5", 30, 10, SIZE / 2);
    putNarrow("A", 0, 30, SIZE / 2);
    putNarrow("B", 10, 30, SIZE / 2);
    putNarrow("C", 20, 30, SIZE / 2);
    putNarrow("D", 30, 30, SIZE / 2);
    assertEquals(List.of("12 34 5", "A B C D"), lines());
  }

  /** As above, but figures take half the width of a Chinese sign. */
  private void putNarrow(String text, double x, double y, double step) {
    for (int i = 0; i < text.length(); i++) {
      double width = text.charAt(i) < 0x80 ? SIZE / 2 : SIZE;
      glyphs.add(new Glyph(text.substring(i, i + 1), x + i * step, y, width, SIZE));
    }
  }

  private List<String> lines() {
    return PageLayout.lines(glyphs).stream().map(LayoutLine::text).toList();
  }

  private void put(String text, double x, double y, double step) {
    for (int i = 0; i < text.length(); i++) {
      glyphs.add(new Glyph(text.substring(i, i + 1), x + i * step, y, SIZE, SIZE));
    }
  }
}
