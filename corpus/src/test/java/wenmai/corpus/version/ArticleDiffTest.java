package wenmai.corpus.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wenmai.corpus.structure.OutlineReader;
import wenmai.corpus.version.ArticleChange.Added;
import wenmai.corpus.version.ArticleChange.Kept;
import wenmai.corpus.version.ArticleChange.Piece;
import wenmai.corpus.version.ArticleChange.Removed;

/** Pins what a comparison of two versions shows and what it passes over. */
class ArticleDiffTest {

  private static List<ArticleText> articles(String text) {
    return ArticleText.of(text, OutlineReader.read(text));
  }

  /** One word an article: address on the left → right, with what happened. */
  private static String shown(String left, String right) {
    return ArticleDiff.of(articles(left), articles(right)).stream()
        .map(ArticleDiffTest::shown)
        .collect(Collectors.joining(" "));
  }

  private static String shown(ArticleChange change) {
    return switch (change) {
      case Kept kept ->
          kept.left().address()
              + "→"
              + kept.right().address()
              + ":"
              + kept.place()
              + (kept.sameWords() ? "" : "*");
      case Added added -> "+" + added.right().address();
      case Removed removed -> "-" + removed.left().address();
    };
  }

  @Test
  void layoutWidthScriptAndMarksAreNoChange() {
    assertEquals(
        "1→1:SAME 2→2:SAME",
        shown(
            "某条例\n第一条　根据《甲法》、《乙法》，台湾同胞：一、二〇二〇年起适用（全部）。\n第二条　本市执行。\n",
            "某條例\n第一條 根據《甲法》《乙法》,臺灣同胞:\n    一、二○二○年起適用(全部)。\n第二條 本市執行。\n"));
  }

  @Test
  void anInsertedArticleRenumbersThoseBehindIt() {
    assertEquals(
        "1→1:SAME +2 2→3:RENUMBERED 3→4:RENUMBERED*",
        shown(
            "某条例\n第一条 为了规范养犬行为，制定本条例。\n第二条 养犬人应当携犬只到指定机构登记。\n第三条 犬只不得进入学校和医院。\n",
            "某条例\n第一条 为了规范养犬行为，制定本条例。\n第二条 社区可以设立遛犬场所并公布开放时间。\n"
                + "第三条 养犬人应当携犬只到指定机构登记。\n第四条 犬只不得进入学校、幼儿园和医院。\n"));
  }

  @Test
  void anArticleThatChangedItsPlaceIsShownAsMoved() {
    assertEquals(
        "2→1:RENUMBERED 3→2:RENUMBERED 1→3:MOVED",
        shown(
            "某条例\n第一条 市场开办者每日清扫公共区域。\n第二条 经营者应当明码标价销售商品。\n第三条 主管部门受理投诉并在三日内答复。\n",
            "某条例\n第一条 经营者应当明码标价销售商品。\n第二条 主管部门受理投诉并在三日内答复。\n第三条 市场开办者每日清扫公共区域。\n"));
  }

  @Test
  void changedWordsAreShownByCharacter() {
    List<Piece> pieces = ArticleDiff.pieces("处五百元以下罚款。", "处二千元以上五千元以下罚款。");
    assertEquals("处五百元以下罚款。", left(pieces));
    assertEquals("处二千元以上五千元以下罚款。", right(pieces));
    assertTrue(pieces.stream().anyMatch(piece -> !(piece instanceof Piece.Same)));
  }

  private static String left(List<Piece> pieces) {
    return pieces.stream()
        .map(piece ->
            switch (piece) {
              case Piece.Same same -> same.left();
              case Piece.Replaced replaced -> replaced.left();
              case Piece.Deleted deleted -> deleted.left();
              case Piece.Inserted inserted -> "";
            })
        .collect(Collectors.joining());
  }

  private static String right(List<Piece> pieces) {
    return pieces.stream()
        .map(piece ->
            switch (piece) {
              case Piece.Same same -> same.right();
              case Piece.Replaced replaced -> replaced.right();
              case Piece.Deleted deleted -> "";
              case Piece.Inserted inserted -> inserted.right();
            })
        .collect(Collectors.joining());
  }

  /**
   * Whatever two versions are, their pieces put together are their words, and no article is lost.
   */
  @Test
  void piecesPutTogetherAreBothTexts() {
    Random random = new Random(20261121);
    String letters = "甲乙丙丁，。：:、《》 \n〇○臺台（(";
    for (int round = 0; round < 300; round++) {
      String left = words(random, letters);
      String right = random.nextInt(3) == 0 ? left : words(random, letters);
      List<Piece> pieces = ArticleDiff.pieces(left, right);
      assertEquals(leading(left), left(pieces), left + " | " + right);
      assertEquals(leading(right), right(pieces), left + " | " + right);
      List<ArticleText> before = some(random, letters);
      List<ArticleText> after = new ArrayList<>(some(random, letters));
      after.addAll(before.subList(0, before.size() / 2));
      Collections.shuffle(after, random);
      List<ArticleChange> changes = ArticleDiff.of(before, after);
      long lefts = changes.stream().filter(change -> !(change instanceof Added)).count();
      long rights = changes.stream().filter(change -> !(change instanceof Removed)).count();
      assertEquals(before.size(), lefts);
      assertEquals(after.size(), rights);
    }
  }

  /** White space before the first letter is layout that belongs to no piece. */
  private static String leading(String words) {
    return words.stripLeading().equals(words) ? words : words.stripLeading();
  }

  private static String words(Random random, String letters) {
    StringBuilder words = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      words.append(letters.charAt(random.nextInt(letters.length())));
    }
    return words.toString();
  }

  private static List<ArticleText> some(Random random, String letters) {
    List<ArticleText> articles = new ArrayList<>();
    int size = random.nextInt(8);
    for (int i = 0; i < size; i++) {
      articles.add(new ArticleText(String.valueOf(i + 1), "", words(random, letters)));
    }
    return articles;
  }
}
