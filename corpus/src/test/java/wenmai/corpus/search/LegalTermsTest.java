package wenmai.corpus.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Audience;
import wenmai.corpus.engine.EngineQuery.Synonym;
import wenmai.corpus.search.Shelf.Paper;
import wenmai.corpus.text.CodePointIndex;

class LegalTermsTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("plain-words.tsv");
  }

  @Test
  void theLongestEverydayWordIsMeantAndWhatTheQuestionSaysIsNotAdded() throws IOException {
    Files.writeString(file, "# note\n借钱 欠钱\t借款 债务\n借钱不还\t返还借款\n老板\t用人单位\n公司\t用人单位\n");
    LegalTerms terms = LegalTerms.load(file);
    assertEquals(List.of(new Synonym("借钱不还", "返还借款")), terms.in("朋友借钱不还怎么办"));
    assertEquals(List.of(new Synonym("欠钱", "借款")), terms.in("债务人欠钱怎么办"));
    assertEquals(List.of(new Synonym("公司", "用人单位")), terms.in("公司老板不签合同"));
    assertEquals(List.of(), terms.in("用人单位不签合同"));
  }

  @Test
  void aLineThatIsWrongIsNamed() throws IOException {
    for (String wrong : List.of("老板", "老板\t", "\t用人单位", "老板\t用人单位\t1", "树\t林木")) {
      Files.writeString(file, wrong + "\n");
      assertTrue(
          String.valueOf(
                  assertThrows(IllegalArgumentException.class, () -> LegalTerms.load(file))
                      .getMessage())
              .contains(wrong.strip()));
    }
  }

  @Test
  void whoAsksInEverydayWordsFindsTheArticleAndIsToldWhatWasSearched() {
    try (Shelf shelf = new Shelf(folder)) {
      shelf.add(new Paper("labour").title("劳动条例").text("第一条　用人单位应当及时足额支付劳动报酬。\n"));
      shelf.add(new Paper("tax").title("税收条例").text("第一条　纳税人应当按时申报。\n"));
      shelf.commit();
      SearchResult result = shelf.search(SearchRequest.of("老板一直不给打工的发薪水应该怎么办"), Audience.PUBLIC);
      assertEquals("labour", shelf.names(result).getFirst());
      assertTrue(result.alsoSearched().containsAll(List.of("用人单位", "劳动报酬")));
      Snippet snippet = result.hits().getFirst().snippets().getFirst();
      CodePointIndex places = CodePointIndex.of(snippet.words());
      assertTrue(
          snippet.marks().stream()
              .map(mark -> places.toUtf16(mark).in(snippet.words()))
              .toList()
              .contains("用人单位"));
      assertEquals(
          List.of(),
          shelf.search("老板").alsoSearched(),
          "a word that is looked up is left as it is");
      assertEquals(List.of(), shelf.search("\"老板一直不给打工的发薪水应该怎么办\"").alsoSearched());
    }
  }

  @Test
  void aQuestionIsAnsweredByTheLawBeforeWhatCarriesItOut() {
    String text = "第一条　旅行社应当与旅游者订立书面合同。\n";
    try (Shelf shelf = new Shelf(folder)) {
      shelf.add(new Paper("a").title("旅游合同办法").text(text));
      shelf.add(new Paper("b").title("中华人民共和国旅游法").text(text));
      shelf.add(new Paper("c").title("最高人民法院关于旅游合同的规定").text(text));
      shelf.commit();
      assertEquals(List.of("b", "c", "a"), shelf.find("旅行社是不是必须与旅游者订立书面合同才可以出发"));
    }
  }

  @Test
  void ofArticlesAlikeThatOfTheLawWhichIsAboutTheMatterComesFirst() {
    String both = "旅客的行李在运输途中丢失的，承运人应当赔偿。";
    try (Shelf shelf = new Shelf(folder)) {
      shelf.add(new Paper("a").title("港口条例").text("第一条　" + both + "\n第二条　港口应当疏浚航道。\n"));
      shelf.add(
          new Paper("b")
              .title("客运条例")
              .text("第一条　" + both + "\n第二条　旅客的行李应当在承运人处办理托运。\n第三条　承运人丢失行李的，告知旅客。\n"));
      shelf.commit();
      SearchRequest articles =
          SearchRequest.of("旅客的行李在运输途中丢失了应当由谁赔偿").with(SearchRequest.Level.ARTICLE).page(1, 10);
      List<Hit> hits = shelf.search(articles, Audience.PUBLIC).hits();
      assertEquals(Shelf.id("b"), hits.getFirst().document().id());
      assertEquals(Shelf.id("a"), hits.get(1).document().id());
      assertTrue(hits.getFirst().score() > hits.get(1).score());
    }
  }
}
