package wenmai.indexer.numbering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labels are counted as a word processor counts them. */
class LabelsTest {
  private static final ListLevel CHAPTER = level("第%1章", ListLevel.BY_ALL, false);
  private static final ListLevel ARTICLE = level("第%2条", 0, false);
  private static final ListLevel ITEM = level("（%3）", ListLevel.BY_ALL, false);
  private static final NumberedList LAW =
      new NumberedList("0", List.of(CHAPTER, ARTICLE, ITEM), Map.of());

  private final Labels labels = new Labels();

  @Test
  void articlesGoOnThroughTheChaptersAndItemsBeginAnew() {
    assertEquals("第一章 ", labels.next("1", LAW, 0));
    assertEquals("第一条 ", labels.next("1", LAW, 1));
    assertEquals("（一）", labels.next("1", LAW, 2));
    assertEquals("（二）", labels.next("1", LAW, 2));
    assertEquals("第二章 ", labels.next("1", LAW, 0));
    assertEquals("第二条 ", labels.next("1", LAW, 1));
    assertEquals("（一）", labels.next("1", LAW, 2));
  }

  @Test
  void listsOfOneKindGoOnWhereTheOtherLeftOffUnlessToldToBeginAnew() {
    NumberedList same = new NumberedList("0", LAW.levels(), Map.of());
    NumberedList anew = new NumberedList("0", LAW.levels(), Map.of(0, 5));
    assertEquals("第一章 ", labels.next("1", LAW, 0));
    assertEquals("第二章 ", labels.next("2", same, 0));
    assertEquals("第五章 ", labels.next("3", anew, 0));
    assertEquals("第六章 ", labels.next("3", anew, 0));
    assertEquals("第七章 ", labels.next("1", LAW, 0));
  }

  @Test
  void aLabelOfSeveralNumbersShowsThemAllAndPlainOnesWhereTheLawOfItsLevelSaysSo() {
    ListLevel section = level("%1.%2", ListLevel.BY_ALL, false);
    ListLevel legal = level("%1.%2", ListLevel.BY_ALL, true);
    NumberedList list = new NumberedList("0", List.of(CHAPTER, section), Map.of());
    NumberedList plain = new NumberedList("9", List.of(CHAPTER, legal), Map.of());
    labels.next("1", list, 0);
    labels.next("1", list, 0);
    assertEquals("二.一 ", labels.next("1", list, 1));
    labels.next("2", plain, 0);
    assertEquals("1.1 ", labels.next("2", plain, 1));
    assertEquals("1.2 ", labels.next("2", plain, 1));
  }

  @Test
  void aLevelThatHasNotBeenReachedCountsAsIfItBeganAndThenBegins() {
    NumberedList list =
        new NumberedList("0", List.of(CHAPTER, level("%1.%2", ListLevel.BY_ALL, true)), Map.of());
    assertEquals("1.1 ", labels.next("1", list, 1));
    assertEquals("第一章 ", labels.next("1", list, 0));
  }

  @Test
  void aBulletIsASignAndALevelThatIsNotThereHasNone() {
    NumberedList list =
        new NumberedList(
            "0", List.of(bullet("\uF0B7"), bullet("o"), bullet("●"), bullet("")), Map.of());
    assertEquals("· ", labels.next("1", list, 0));
    assertEquals("· ", labels.next("1", list, 1));
    assertEquals("● ", labels.next("1", list, 2));
    assertEquals("", labels.next("1", list, 3));
    assertEquals("", labels.next("1", list, 4));
    assertEquals("", labels.next("1", list, -1));
  }

  private static ListLevel bullet(String sign) {
    return new ListLevel(1, ListLevel.BY_ALL, NumberStyle.BULLET, sign, false, ListLevel.Gap.TAB);
  }

  private static ListLevel level(String text, int restartAfter, boolean legal) {
    return new ListLevel(
        1, restartAfter, NumberStyle.CHINESE_COUNTING, text, legal, ListLevel.Gap.TAB);
  }
}
