package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.citation.Resolution;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;

/**
 * A paper that has become internal is hidden at once, and not when all has been worked out anew.
 */
class MadeInternalTest {
  private static final String OPINION =
      """
      澄湄市人大常委会文件
      澄湄人常审〔2023〕4号

      澄湄市人民代表大会常务委员会关于农村饮水安全工作情况的审议意见

      市人民政府：
      根据《澄湄市供水条例》，常委会审议了报告，提出如下审议意见。
      一、加快管网改造。请于两个月内报告研究处理情况。

      澄湄市人民代表大会常务委员会
      2023年7月5日
      """;
  private static final String REPORT =
      """
      澄湄市人民政府关于农村饮水安全工作审议意见研究处理情况的报告

      市人大常委会：
      《澄湄市人民代表大会常务委员会关于农村饮水安全工作情况的审议意见》（澄湄人常审〔2023〕4号）收悉，现报告如下。
      一、已改造管网。

      澄湄市人民政府
      2023年9月5日
      """;
  private static final String RULE =
      """
      澄湄市供水条例

      （2019年3月1日澄湄市第八届人民代表大会常务委员会第二次会议通过）

      第一条　为了管理供水，制定本条例。
      第二条　本条例自2019年5月1日起施行。
      """;

  @TempDir Path folder;

  @Test
  void whatLedToItAndFromItIsGoneForThePublicWhileMorePapersComeIn() throws InterruptedException {
    OfficialDocument opinion = ReadPapers.read("opinion.txt", OPINION);
    OfficialDocument report = ReadPapers.read("report.txt", REPORT);
    OfficialDocument rule = ReadPapers.read("rule.txt", RULE);
    try (Archive archive = TestArchive.open(folder)) {
      ReadPapers.take(archive, List.of(opinion, report, rule));
      assertTrue(known(archive, report.id()).contains(opinion.id().value()));
      assertTrue(known(archive, rule.id()).contains(opinion.id().value()));
      assertFalse(matters(archive).isEmpty());
      try (Accessions accessions = archive.accessions()) {
        CountDownLatch durable = new CountDownLatch(1);
        accessions.accept(ReadPapers.accession(internal(opinion)), durable::countDown);
        durable.await();
        ReadingRoom room = archive.openFor(Reader.anonymous(), TestArchive.TODAY);
        assertEquals(new Holding.Absent(), room.holding(opinion.id()));
        assertFalse(
            known(archive, report.id()).contains(opinion.id().value()), "named as a target");
        assertFalse(known(archive, rule.id()).contains(opinion.id().value()), "named as citing");
        assertEquals("", matters(archive), "part of a matter");
      }
    }
  }

  @Test
  void noneThatCouldBeMeantNorAskedNorCopiedIsNamedWhileMorePapersComeIn()
      throws InterruptedException {
    String measures = "供水办法\n\n第一条　为了管理供水，制定本办法。\n第二条　%s。\n第三条　本办法自发布之日起施行。\n";
    OfficialDocument one = ReadPapers.read("one.txt", measures.formatted("水表由用户自行购买"));
    OfficialDocument two = ReadPapers.read("two.txt", measures.formatted("水表由供水单位安装"));
    OfficialDocument asking =
        ReadPapers.read("asking.txt", "关于饮水的报告\n\n依据《供水办法》和《澄湄市节约用水条例》，现将农村饮水的情况报告如下。\n");
    OfficialDocument copy = ReadPapers.read("copy.txt", OPINION + "\n（来源：澄湄人大网）\n");
    OfficialDocument opinion = ReadPapers.read("opinion.txt", OPINION);
    try (Archive archive = TestArchive.open(folder)) {
      ReadPapers.take(archive, List.of(one, two, asking, opinion, copy));
      assertTrue(known(archive, asking.id()).contains(one.id().value()), "could be meant");
      assertTrue(wanted(archive).contains(asking.id().value()), "asks for what is not held");
      assertTrue(
          known(archive, opinion.id()).contains(copy.id().value())
              || known(archive, copy.id()).contains(opinion.id().value()),
          "copies");
      try (Accessions accessions = archive.accessions()) {
        CountDownLatch durable = new CountDownLatch(2);
        accessions.accept(ReadPapers.accession(internal(one)), durable::countDown);
        accessions.accept(ReadPapers.accession(internal(opinion)), durable::countDown);
        durable.await();
        assertFalse(known(archive, asking.id()).contains(one.id().value()), "could be meant");
        assertFalse(known(archive, copy.id()).contains(opinion.id().value()), "copied");
        CountDownLatch again = new CountDownLatch(1);
        accessions.accept(ReadPapers.accession(internal(asking)), again::countDown);
        again.await();
        assertFalse(wanted(archive).contains(asking.id().value()), "asks");
      }
    }
  }

  private static String wanted(Archive archive) {
    return archive.openFor(Reader.anonymous(), TestArchive.TODAY).wanted(0, 20).toString();
  }

  private static OfficialDocument internal(OfficialDocument paper) {
    return new OfficialDocument(
        paper.id(), paper.provenance(), paper.facts(), paper.content(), Visibility.INTERNAL);
  }

  /** All that the public learns of matters. */
  private static String matters(Archive archive) {
    StringBuilder known = new StringBuilder();
    archive
        .openFor(Reader.anonymous(), TestArchive.TODAY)
        .export(paper -> {}, matter -> known.append(matter));
    return known.toString();
  }

  /** All that the public learns of others on the page of a paper. */
  private static String known(Archive archive, DocumentId id) {
    ReadingRoom room = archive.openFor(Reader.anonymous(), TestArchive.TODAY);
    DocumentView view = ((Holding.Held) room.holding(id)).document();
    StringBuilder known = new StringBuilder();
    for (Resolution resolution : view.resolutions()) {
      switch (resolution) {
        case Resolution.Resolved resolved -> known.append(resolved.target().value());
        case Resolution.Ambiguous ambiguous -> known.append(ambiguous.candidates());
        case Resolution.Wanted wanted -> {}
      }
    }
    view.duplicateOf().ifPresent(original -> known.append(original.value()));
    view.copies().forEach(copy -> known.append(copy.id().value()));
    view.citedBy().forEach(edge -> known.append(edge.from().value()).append(edge.evidence()));
    room.trace(id, 1).ifPresent(trace -> known.append(trace.edges()));
    return known.toString();
  }
}
