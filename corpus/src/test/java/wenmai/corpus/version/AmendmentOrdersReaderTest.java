package wenmai.corpus.version;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.corpus.citation.CitationFinder;
import wenmai.corpus.citation.CitationWords;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.structure.OutlineReader;
import wenmai.corpus.structure.Provision;

/** Pins how an amending decision, also one on several works, is read as orders. */
class AmendmentOrdersReaderTest {

  @Test
  void aPackagedDecisionGivesOrdersForEachWork() {
    String title = "云岭省人民代表大会常务委员会关于修改《云岭省养犬条例》等二件地方性法规的决定";
    String text =
        title
            + """

            （2023年5月30日云岭省第十四届人民代表大会常务委员会第三次会议通过）
            一、对《云岭省养犬条例》作出修改
            （一）将第五条第二款修改为：“违反本条例第三条规定的，依照前款处理。”
            （二）增加一条，作为第十二条：“社区应当公布遛犬场所。”
            （三）将第十二条改为第十三条，其中的“一百元”修改为“二百元”。
            （四）第十三条改为第十四条。
            二、对《云岭省献血条例》作出修改
            （一）删去第九条第二款。
            本决定自公布之日起施行。
            """;
    CitationFinder finder =
        new CitationFinder(
            CitationWords.read(Path.of(System.getProperty("wenmai.root"), "config", "citation")));
    Facts facts = Facts.none().with(FactKey.TITLE, Fact.read(title, new Evidence.Given(title), 1));
    List<String> orders =
        AmendmentOrdersReader.read(finder.find(text, OutlineReader.read(text), facts)).stream()
            .map(order ->
                order.work()
                    + " "
                    + order.kind()
                    + " "
                    + order.from().map(Provision::toString).orElse("-")
                    + "→"
                    + order.to().map(Provision::toString).orElse("-"))
            .toList();
    assertEquals(
        List.of(
            "云岭省养犬条例 CHANGED 5.2→-",
            "云岭省养犬条例 ADDED -→12",
            "云岭省养犬条例 CHANGED 12→13",
            "云岭省养犬条例 RENUMBERED 13→14",
            "云岭省献血条例 DELETED 9.2→-"),
        orders);
  }
}
