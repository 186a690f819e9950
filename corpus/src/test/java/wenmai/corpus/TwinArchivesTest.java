package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Status;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.search.SearchRequest.Level;
import wenmai.corpus.search.SearchRequest.Mode;
import wenmai.corpus.store.Premises;
import wenmai.corpus.store.Publication;
import wenmai.corpus.store.TestPostgres;

/**
 * For the public, an archive on a PostgreSQL server that holds internal papers is one in a file
 * that never had them: whatever a reading room can be asked is answered alike, standing and counts
 * of citations included. What the site makes of such answers is {@code LeakTest}'s in web.
 */
class TwinArchivesTest {
  private static final OfficialDocument RULE =
      ReadPapers.read(
          "rule.txt",
          """
          澄湄市供水条例

          （2019年3月1日澄湄市第八届人民代表大会常务委员会第二次会议通过）

          第一条　为了管理供水，制定本条例。
          第二条　水表由供水单位安装。
          第三条　本条例自2019年5月1日起施行。
          """);
  private static final OfficialDocument OPINION =
      ReadPapers.read(
          "opinion.txt",
          """
          澄湄市人大常委会文件
          澄湄人常审〔2023〕4号

          澄湄市人民代表大会常务委员会关于农村饮水安全工作情况的审议意见

          市人民政府：
          根据《澄湄市供水条例》第二条，常委会审议了报告，提出如下审议意见。
          一、加快管网改造。请于两个月内报告研究处理情况。

          澄湄市人民代表大会常务委员会
          2023年7月5日
          """);
  private static final List<OfficialDocument> OPEN = List.of(RULE, OPINION);

  /** Papers that would be seen through those: each cites, ends, changes, answers or copies one. */
  private static final List<OfficialDocument> UNSEEN =
      List.of(
          ReadPapers.read(
              "repeal.txt",
              """
              澄湄市人民代表大会常务委员会关于废止《澄湄市供水条例》的决定

              （2025年3月1日澄湄市第九届人民代表大会常务委员会第二次会议通过）

              澄湄市第九届人民代表大会常务委员会第二次会议决定：废止《澄湄市供水条例》。
              本决定自公布之日起施行。
              """),
          ReadPapers.read(
              "amended.txt",
              """
              澄湄市供水条例

              （2019年3月1日澄湄市第八届人民代表大会常务委员会第二次会议通过　根据2024年5月1日澄湄市第九届人民代表大会常务委员会第一次会议《关于修改〈澄湄市供水条例〉的决定》修正）

              第一条　为了管理供水，制定本条例。
              第二条　水表由用户自行购买。
              第三条　本条例自2019年5月1日起施行。
              """),
          ReadPapers.read(
              "answer.txt",
              """
              澄湄市人民政府关于农村饮水安全工作审议意见研究处理情况的报告

              市人大常委会：
              《澄湄市人民代表大会常务委员会关于农村饮水安全工作情况的审议意见》（澄湄人常审〔2023〕4号）收悉，依据《澄湄市供水条例》和《没有收录的蓝鲸办法》，现报告如下。
              一、已改造管网。

              澄湄市人民政府
              2023年9月5日
              """),
          ReadPapers.read("copy.txt", OPINION.content().text() + "\n（来源：蓝鲸内网）\n"));

  /** Found by being the only one, each would be told of by a count or a name. */
  private static final List<String> WORDS =
      List.of("供水", "蓝鲸", "引用:《澄湄市供水条例》第二条", "\"管网改造\"", "", "审议意见 OR 废止");

  @TempDir Path folder;

  @Test
  void whatIsInternalOnAServerIsNotThereForThePublic() {
    Premises served = TestPostgres.premises(folder.resolve("with"));
    Reader staff = new Reader(Role.STAFF, Optional.of("林知夏"));
    try (Archive with = Archive.open(TestArchive.settings(served.folder()).at(served), "test");
        Archive without =
            Archive.open(
                TestArchive.settings(folder.resolve("without"))
                    .at(Premises.in(folder.resolve("without"))),
                "test")) {
      ReadPapers.take(without, OPEN);
      ReadPapers.take(with, OPEN);
      ReadPapers.take(with, UNSEEN.subList(0, 2)); // public until somebody hides them
      ReadPapers.take(with, UNSEEN.subList(2, 4).stream().map(TwinArchivesTest::internal).toList());
      Map<String, String> known = answers(with);
      assertNotEquals(answers(without), known, "nothing was seen through");
      UNSEEN
          .subList(0, 2)
          .forEach(paper -> with.workroomFor(staff).publish(paper.id(), Publication.INTERNAL));
      assertEquals(answers(without), answers(with));
      assertEquals(Optional.of(Status.IN_FORCE), status(with, Reader.anonymous()));
      assertEquals(Optional.of(Status.REPEALED), status(with, staff));
    }
  }

  private static Optional<Status> status(Archive archive, Reader reader) {
    return archive.openFor(reader, TestArchive.TODAY).summaries(List.of(RULE.id())).stream()
        .map(summary -> summary.status())
        .findFirst();
  }

  private static OfficialDocument internal(OfficialDocument paper) {
    return new OfficialDocument(
        paper.id(), paper.provenance(), paper.facts(), paper.content(), Visibility.INTERNAL);
  }

  /** What the public is told, by what it asked. */
  private static Map<String, String> answers(Archive archive) {
    ReadingRoom room = archive.openFor(Reader.anonymous(), TestArchive.TODAY);
    Map<String, String> told = new LinkedHashMap<>();
    told.put("export", TestArchive.export(archive, Reader.anonymous()));
    List<String> matters = new ArrayList<>();
    room.eachMatter(MatterRequest.all(50), matter -> matters.add(matter.toString()));
    told.put("eachMatter", matters.toString());
    told.put("matters", room.matters(MatterRequest.all(50)).toString());
    told.put("matterCounts", room.matterCounts(MatterRequest.all(50)).toString());
    told.put("wanted", room.wanted() + " " + room.wanted(0, 50));
    told.put("statistics", room.statistics().toString());
    told.put("lineage", room.lineage().shaken().toString());
    told.put("search by citations", room.search(byCitations()).toString());
    for (String words : WORDS) {
      told.put("search " + words, room.search(SearchRequest.of(words)).toString());
      told.put("rank " + words, room.rank(words, Mode.KEYWORD, Level.ARTICLE, 9).toString());
      told.put("suggest " + words, room.suggest(words).toString());
      told.put("marks " + words, room.marks(words, RULE.content().text()).toString());
    }
    Stream.of(OPEN, UNSEEN)
        .flatMap(List::stream)
        .map(OfficialDocument::id)
        .forEach(id -> of(room, id).forEach((asked, answer) -> told.put(asked + " " + id, answer)));
    assertEquals(
        asked(), new TreeSet<>(told.keySet().stream().map(TwinArchivesTest::word).toList()));
    return told;
  }

  private static SearchRequest byCitations() {
    return SearchRequest.of("").with(SearchRequest.Sort.MOST_CITED).page(1, 50);
  }

  private static String word(String asked) {
    return asked.split(" ", 2)[0];
  }

  /** All that there is to be asked; a question that is added later fails until it is asked here. */
  private static Set<String> asked() {
    Set<String> names = new TreeSet<>();
    Stream.of(ReadingRoom.class.getMethods()).map(Method::getName).forEach(names::add);
    Stream.of(Lineage.class.getMethods()).map(Method::getName).forEach(names::add);
    names.removeAll(Set.of("reader", "asOf", "shaken")); // who asks; with "lineage"
    return names;
  }

  private static Map<String, String> of(ReadingRoom room, DocumentId id) {
    Map<String, Function<DocumentId, Object>> questions = new LinkedHashMap<>();
    questions.put("holding", room::holding);
    questions.put("rawText", room::rawText);
    questions.put("layers", room::layers);
    questions.put("original", asked -> room.original(asked).map(it -> it.fileName()));
    questions.put("withholdsOriginal", room::withholdsOriginal);
    questions.put("trace", asked -> room.trace(asked, 3));
    questions.put("similar", asked -> room.similar(asked, 9));
    questions.put("summaries", asked -> room.summaries(List.of(asked)));
    questions.put("matter", asked -> room.matter(asked.value()));
    questions.put("citedBy", room.lineage()::citedBy);
    questions.put("bases", room.lineage()::bases);
    questions.put("article", asked -> room.lineage().article(asked, "2"));
    questions.put("inForce", asked -> room.lineage().inForce(asked, LocalDate.of(2025, 6, 1)));
    Map<String, String> told = new LinkedHashMap<>();
    questions.forEach((name, question) -> told.put(name, String.valueOf(question.apply(id))));
    return told;
  }
}
