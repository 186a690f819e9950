package wenmai.corpus.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.DocumentView;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.citation.CitationType;
import wenmai.corpus.citation.Relation;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.Authority;
import wenmai.corpus.document.CongressSession;
import wenmai.corpus.document.Content;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.DocumentNumber;
import wenmai.corpus.document.DocumentQuote;
import wenmai.corpus.document.Evidence;
import wenmai.corpus.document.Fact;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.Facts;
import wenmai.corpus.document.Kind;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Organ;
import wenmai.corpus.document.OrganLevel;
import wenmai.corpus.document.Provenance;
import wenmai.corpus.document.Region;
import wenmai.corpus.document.SessionBody;
import wenmai.corpus.document.Status;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.Votes;
import wenmai.corpus.document.Warning;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.structure.Division;
import wenmai.corpus.structure.Level;
import wenmai.corpus.structure.Outline;
import wenmai.corpus.structure.Provision;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.CodePointSpan;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Page;
import wenmai.corpus.text.Quote;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;

/**
 * Pins the public face word for word, and that nothing of a document is lost on the way to JSON and
 * back. The text holds a character beyond U+FFFF before everything else, so that a place counted in
 * the wrong unit shows.
 */
class DocumentJsonTest {
  private static final String RAW = "首页 > 公文\n𠮷山县人大常委会审议意见\n根据《监督法》第十二条，满意20票。";
  private static final RepairedText REPAIRED =
      new OffsetMap.Builder(RAW).replace(Span.of(0, 8), "", Repair.Reason.BOILERPLATE).build();
  private static final String TEXT = REPAIRED.text();
  private static final DocumentId ID = new DocumentId("00112233445566778899");
  private static final DocumentId LAW = new DocumentId("ffffffffffffffffffff");

  private static Quote quote(String words) {
    int at = TEXT.indexOf(words);
    return Quote.of(TEXT, Span.of(at, at + words.length()), CodePointIndex.of(TEXT));
  }

  private static Citation citation() {
    return new Citation(
        quote("《监督法》第十二条"),
        CitationType.SHORT,
        Optional.of("中华人民共和国各级人民代表大会常务委员会监督法"),
        Optional.empty(),
        Provision.parse("12"),
        Relation.BASIS,
        quote("根据《监督法》第十二条，满意20票。"));
  }

  private static Facts facts() {
    return Facts.none()
        .with(
            FactKey.TITLE,
            Fact.read("𠮷山县人大常委会审议意见", new Evidence.InText(quote("𠮷山县人大常委会审议意见")), 0.99))
        .with(FactKey.KIND, Fact.read(Kind.REVIEW_OPINION, new Evidence.InText(quote("审议意见")), 0.9))
        .with(
            FactKey.AUTHORITY,
            Fact.inferred(Authority.CONGRESS, new Evidence.InText(quote("人大常委会")), 0.8))
        .with(
            FactKey.ORGAN,
            Fact.read(new Organ("𠮷山县人民代表大会常务委员会"), new Evidence.InFileName("𠮷山县人大"), 0.8))
        .with(
            FactKey.REGION,
            Fact.inferred(Region.of("槐南省", "𠮷山县"), new Evidence.InText(quote("𠮷山县")), 0.8))
        .with(
            FactKey.REGION_NOW,
            Fact.inferred(Region.of("槐南省", "𠮷山市"), new Evidence.InCompany("𠮷山市"), 0.5))
        .with(
            FactKey.NUMBER,
            Fact.read(
                new DocumentNumber("吉人常发", 2022, 12),
                new Evidence.InMetadata("dc:subject", "吉人常发[2022]12号"),
                0.9))
        .with(
            FactKey.SESSION,
            Fact.read(new CongressSession(16, 12), new Evidence.Given("第十六届第十二次会议"), 1))
        .with(
            FactKey.SESSION_BODY,
            Fact.read(SessionBody.STANDING_COMMITTEE, new Evidence.Given("standing-committee"), 1))
        .with(
            FactKey.DATE,
            Fact.read(
                LocalDate.of(2022, 12, 9),
                new Evidence.InRaw(new Quote(new CodePointSpan(0, 2), "首页")),
                0.7))
        .with(
            FactKey.ADOPTED,
            Fact.read(LocalDate.of(2022, 12, 9), new Evidence.Corrected("2022-12-09", "lin"), 1))
        .with(
            FactKey.ORGAN_LEVEL,
            Fact.inferred(
                OrganLevel.COUNTY,
                new Evidence.InOther(
                    new DocumentQuote(LAW, new Quote(new CodePointSpan(3, 5), "县里"))),
                0.6))
        .and(FactKey.ADDRESSEE, Fact.read("县人民政府", new Evidence.Given("县人民政府"), 1))
        .and(FactKey.ADDRESSEE, Fact.read("县监察委员会", new Evidence.Given("县监察委员会"), 1))
        .with(FactKey.STATED_STATUS, Fact.read(Status.REPEALED, new Evidence.Given("废止"), 1));
  }

  private static OfficialDocument document() {
    int length = TEXT.codePointCount(0, TEXT.length());
    return new OfficialDocument(
        ID,
        new Provenance(
            Optional.of("x-1"), "a/b.txt", "ab".repeat(32), 321, "text/plain", Optional.of(LAW)),
        facts(),
        new Content(
            TEXT,
            List.of(new Page(1, new CodePointSpan(0, length))),
            new Outline(
                List.of(
                    new Division(
                        "𠮷山县人大常委会审议意见",
                        Level.HEADING,
                        Optional.empty(),
                        new CodePointSpan(0, length)))),
            List.of(citation()),
            REPAIRED.repairs(),
            List.of(new Warning(WarningCode.MASKED_NAME, new CodePointSpan(0, 1), "1 处")),
            Optional.of(
                new Votes(
                    List.of(
                        new Votes.Result(
                            "", List.of(new Votes.Count("满意", 20)), "满意", quote("满意20票"))))),
            "zh-Hans"),
        Visibility.INTERNAL);
  }

  private static DocumentView view() {
    return new DocumentView(
        document(),
        Status.IN_FORCE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(new Resolution.Resolved(citation(), LAW)),
        List.of(),
        List.of(),
        List.of("m-1"));
  }

  @Test
  void keysStandInTheOrderOfTheContractWithNullsPrinted() {
    assertEquals(
        """
        {"record":"document","id":"00112233445566778899","externalId":"x-1","source":"a/b.txt",\
        "title":"𠮷山县人大常委会审议意见","kind":"review-opinion","genre":null,"authority":"congress",\
        "organ":"𠮷山县人民代表大会常务委员会","region":"𠮷山县","regionPath":["槐南省","𠮷山县"],\
        "number":"吉人常发〔2022〕12号","session":"第十六届第十二次会议","sessionBody":"standing-committee",\
        "date":"2022-12-09","dates":{"issued":null,"adopted":"2022-12-09","published":null,\
        "effective":null,"repealed":null},"author":null,"addressee":["县人民政府","县监察委员会"],"copyTo":[],\
        "signatory":null,"secrecy":null,"topics":[],"status":"in-force","visibility":"internal",\
        "duplicateOf":null,"parent":"ffffffffffffffffffff","children":[],"language":"zh-Hans",\
        "mediaType":"text/plain","bytes":321,"sha256":"%s","text":"𠮷山县人大常委会审议意见\\n根据《监督法》第十二条，满意20票。",\
        "pages":[{"page":1,"start":0,"end":33}],"outline":[{"label":"𠮷山县人大常委会审议意见","level":"heading",\
        "article":null,"start":0,"end":33}],"citations":[{"start":15,"end":24,"surface":"《监督法》第十二条",\
        "type":"short","title":"中华人民共和国各级人民代表大会常务委员会监督法","number":null,"article":"12",\
        "target":"ffffffffffffffffffff","candidates":[],"relation":"basis","sentence":{"start":13,"end":31}}],\
        """
            .formatted("ab".repeat(32))
            .strip()
            .replace("\"end\":33", "\"end\":" + TEXT.codePointCount(0, TEXT.length()))
            .replace(
                "\"start\":13,\"end\":31",
                "\"start\":13,\"end\":" + TEXT.codePointCount(0, TEXT.length())),
        DocumentJson.string(view()).replaceAll("\"repairs\":.*+$", ""));
  }

  @Test
  void whatIsReadBackIsTheSameDocument() {
    byte[] json = DocumentJson.string(view()).getBytes(StandardCharsets.UTF_8);
    assertEquals(document(), DocumentJson.read(json));
  }

  @Test
  void aRecordGivesDocumentAndRawTextBackAndKeepsOnlyOneOfBothTexts() {
    PaperRecord record = new PaperRecord(document(), RAW, "tika 3.3.1");
    assertEquals(record, PaperRecord.ofCompressed(record.compressed()));
    PaperRecord other = new PaperRecord(document(), "某个别的原文", "tika 3.3.1");
    assertEquals(other, PaperRecord.ofCompressed(other.compressed()));
    assertTrue(other.compressed().length > record.compressed().length);
  }

  @Test
  void whatComesWithoutEvidenceWasGiven() {
    String json =
        """
        {"record":"document","id":"00112233445566778899","source":"a","title":"题","kind":"law",
         "authority":"unknown","status":"in-force","regionPath":[],"addressee":["县政府"],"visibility":"public",
         "mediaType":"text/plain","bytes":1,"sha256":"00","text":"题"}
        """;
    Facts facts = DocumentJson.read(json.getBytes(StandardCharsets.UTF_8)).facts();
    assertEquals(new Evidence.Given("题"), facts.get(FactKey.TITLE).orElseThrow().evidence());
    assertEquals(List.of("县政府"), facts.values(FactKey.ADDRESSEE));
    assertTrue(facts.get(FactKey.AUTHORITY).isEmpty());
    assertTrue(facts.get(FactKey.STATED_STATUS).isEmpty());
  }

  @Test
  void aPlaceOutsideTheTextIsRefused() {
    String json =
        DocumentJson.string(view())
            .replace("\"sentence\":{\"start\":13", "\"sentence\":{\"start\":999");
    RecordProblem problem =
        assertThrows(
            RecordProblem.class, () -> DocumentJson.read(json.getBytes(StandardCharsets.UTF_8)));
    assertTrue(problem.getMessage().startsWith("no span: 999"), problem.getMessage());
  }

  @Test
  void whatIsNoJsonIsRefused() {
    for (String json : List.of("", "[]", "{", "{\"record\":\"document\"}", "{\"record\":1}")) {
      assertThrows(
          RecordProblem.class,
          () -> DocumentJson.read(json.getBytes(StandardCharsets.UTF_8)),
          json);
    }
  }
}
