package wenmai.corpus.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.citation.Catalogue.Entry;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;

/** What citations mean among papers in hand. */
class CitationResolverTest {
  private static final CitationResolver RESOLVER =
      new CitationResolver(
          CitationWords.read(Path.of(System.getProperty("wenmai.root"), "config", "citation")));

  private static final OfficialDocument OLD =
      rule("old.txt", "（2015年3月10日汀浦市第十四届人民代表大会常务委员会第三次会议通过）");
  private static final OfficialDocument NEW =
      rule("new.txt", "（2015年3月10日汀浦市第十四届人民代表大会常务委员会第三次会议通过　2021年6月1日汀浦市第十五届人民代表大会常务委员会第九次会议修订）");
  private static final OfficialDocument OPINION =
      ReadPapers.read(
          "opinion.txt",
          "汀浦市人民代表大会常务委员会\n汀人常发〔2022〕7号\n关于公共厕所管理工作情况报告的审议意见\n市人民政府：\n一、健全考核办法。\n汀浦市人民代表大会常务委员会\n2022年6月8日");

  private static OfficialDocument rule(String path, String note) {
    return ReadPapers.read(path, "汀浦市公共厕所管理条例\n" + note + "\n第一条　为了加强管理，制定本条例。\n第二条　前款规定的厕所免费开放。");
  }

  private static OfficialDocument report(String day, String sentence) {
    return ReadPapers.read(
        day + ".txt", "汀浦市人民政府关于公共厕所管理情况的报告\n市人大常委会：\n" + sentence + "\n汀浦市人民政府\n" + day);
  }

  private record Held(List<OfficialDocument> documents) implements Catalogue {
    private List<Entry> where(java.util.function.Predicate<Entry> wanted) {
      List<Entry> found = new ArrayList<>();
      for (OfficialDocument document : documents) {
        Facts facts = document.facts();
        Entry entry =
            new Entry(
                document.id(),
                facts.value(FactKey.TITLE).orElse(""),
                facts.value(FactKey.KIND).orElse(Kind.OTHER),
                facts.value(FactKey.NUMBER),
                facts.value(FactKey.ORGAN),
                facts.value(FactKey.REGION),
                facts.value(FactKey.SESSION),
                facts.value(FactKey.DATE),
                facts.value(FactKey.EFFECTIVE));
        if (wanted.test(entry)) {
          found.add(entry);
        }
      }
      return found;
    }

    @Override
    public List<Entry> withTitle(TitleKey key) {
      return where(entry -> TitleKey.of(entry.title()).equals(key));
    }

    @Override
    public List<Entry> withNumber(DocumentNumber number) {
      return where(entry -> entry.number().filter(number::equals).isPresent());
    }

    @Override
    public List<Entry> ofSession(Organ organ, CongressSession session) {
      return List.of();
    }
  }

  private static List<Resolution> resolve(OfficialDocument citing, OfficialDocument... held) {
    return RESOLVER.resolve(citing, new Held(List.of(held)));
  }

  private static DocumentId target(Resolution resolution) {
    return assertInstanceOf(Resolution.Resolved.class, resolution, resolution::toString).target();
  }

  @Test
  void theVersionOfTheDayIsMeant() {
    String sentence = "根据《汀浦市公共厕所管理条例》第二条的规定，现将情况报告如下。";
    assertEquals(OLD.id(), target(resolve(report("2018年4月2日", sentence), OLD, NEW).getFirst()));
    assertEquals(NEW.id(), target(resolve(report("2022年4月2日", sentence), NEW, OLD).getFirst()));
  }

  @Test
  void aNumberFindsItsPaperInAnyBrackets() {
    for (String number :
        List.of("汀人常发〔2022〕7号", "汀人常发[2022]7号", "汀人常发（2022）第07号", "汀人常发【２０２２】７號")) {
      List<Resolution> resolved = resolve(report("2022年9月2日", "收到" + number + "文件。"), OPINION, OLD);
      assertEquals(OPINION.id(), target(resolved.getFirst()), number);
    }
  }

  @Test
  void wordsThatRunOnIntoANumberAreNoPartOfIt() {
    for (String before : List.of("现就", "有关过程可查阅", "请参阅")) {
      List<Resolution> resolved =
          resolve(report("2022年9月2日", before + "汀人常发〔2022〕7号审议意见报告如下。"), OPINION);
      assertEquals("汀人常发〔2022〕7号", resolved.getFirst().citation().place().words(), before);
    }
  }

  @Test
  void anOpinionIsFoundWithAndWithoutTheBodyItIsTo() {
    OfficialDocument opinion =
        ReadPapers.read(
            "towards.txt",
            "汀浦市人民代表大会常务委员会\n对市人民政府关于公共厕所管理工作情况\n报告的审议意见\n市人民政府：\n一、健全考核办法。\n汀浦市人民代表大会常务委员会\n2022年6月8日");
    for (String title :
        List.of(
            "对市人民政府关于公共厕所管理工作情况报告的审议意见",
            "关于公共厕所管理工作情况报告的审议意见",
            "公共厕所管理工作情况报告的审议意见",
            "汀浦市人大常委会对市人民政府关于公共厕所管理工作情况报告的审议意见")) {
      assertEquals(
          opinion.id(),
          target(resolve(report("2022年9月2日", "收到《" + title + "》后即研究。"), opinion).getFirst()),
          title);
    }
  }

  @Test
  void aKindAloneMeansTheReportThatAnOpinionNamedInTheTextIsOn() {
    OfficialDocument audit =
        ReadPapers.read(
            "audit.txt",
            "汀浦市人民政府关于2021年度市级预算执行和其他财政收支的审计工作报告\n市人大常委会：\n现报告如下。\n汀浦市人民政府\n2022年8月2日");
    String opinion = "《汀浦市人大常委会关于2021年度市级预算执行和其他财政收支审计工作报告的审议意见》";
    assertEquals(
        audit.id(),
        target(
            resolve(report("2022年9月2日", "落实" + opinion + "，把《审计工作报告》列明的问题拆开。"), audit).getLast()));
    assertInstanceOf(
        Resolution.Wanted.class,
        resolve(report("2022年9月2日", "把《审计工作报告》列明的问题拆开。"), audit).getLast());
  }

  @Test
  void whatIsNotHeldIsWanted() {
    List<Resolution> resolved =
        resolve(report("2022年9月2日", "根据《汀浦市集市管理条例》的规定，现将情况报告如下。"), OLD, NEW);
    assertInstanceOf(Resolution.Wanted.class, resolved.getFirst());
  }

  @Test
  void theParagraphBeforeStaysWithinItsText() {
    List<Resolution> own = resolve(OLD, OLD).stream().filter(r -> r.citation().isInner()).toList();
    assertTrue(own.stream().allMatch(r -> target(r).equals(OLD.id())), own::toString);
  }

  @Test
  void aShortNameMeansThePaperThatTheTextNamesByNumber() {
    String sentence = "收到汀人常发〔2022〕7号文件。现按《审议意见》第一条报告如下，《决议》另行报告。";
    List<Resolution> resolved = resolve(report("2022年9月2日", sentence), OPINION, OLD);
    assertEquals(OPINION.id(), target(resolved.get(1)));
    assertInstanceOf(Resolution.Wanted.class, resolved.get(2));
  }
}
