package wenmai.corpus.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.Archive;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.Reader;
import wenmai.corpus.TestArchive;
import wenmai.corpus.custody.Fault;
import wenmai.corpus.custody.Inspection;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Depot;
import wenmai.corpus.store.Session;
import wenmai.corpus.store.Setbacks;
import wenmai.corpus.store.Setbacks.Setback;

/** One paper that a step cannot bear stops neither the archive nor what is worked out of others. */
class SetbackTest {
  private static final String LETTER =
      """
      %1$s人民代表大会常务委员会关于农村饮水安全工作情况的审议意见

      市人民政府：
      根据《%1$s供水条例》，常委会审议了报告，提出如下审议意见。
      一、加快管网改造。请于两个月内报告研究处理情况。

      %1$s人民代表大会常务委员会
      2023年7月5日
      """;
  private static final String REPORT =
      """
      %1$s人民政府关于农村饮水安全工作审议意见研究处理情况的报告

      市人大常委会：
      《%1$s人民代表大会常务委员会关于农村饮水安全工作情况的审议意见》收悉，现报告如下。
      一、已改造管网。

      %1$s人民政府
      2023年9月5日
      """;
  private static final String RULE =
      """
      %1$s供水条例

      （2019年3月1日%1$s第八届人民代表大会常务委员会第二次会议通过）

      第一条　为了管理供水，制定本条例。
      第二条　本条例自2019年5月1日起施行。
      """;

  @TempDir Path folder;
  private String whole = "";
  private final OfficialDocument hurt = ReadPapers.read("a-letter.txt", LETTER.formatted("澄湄市"));

  @BeforeEach
  void make() {
    try (Archive archive = TestArchive.open(folder)) {
      ReadPapers.take(
          archive,
          List.of(
              hurt,
              ReadPapers.read("a-report.txt", REPORT.formatted("澄湄市")),
              ReadPapers.read("a-rule.txt", RULE.formatted("澄湄市")),
              ReadPapers.read("b-letter.txt", LETTER.formatted("洛沧市")),
              ReadPapers.read("b-report.txt", REPORT.formatted("洛沧市")),
              ReadPapers.read("b-rule.txt", RULE.formatted("洛沧市"))));
      whole = TestArchive.export(archive, Reader.owner());
    }
  }

  /** Each makes one step be done again, which then needs the record that is no longer whole. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          card | UPDATE mark SET value = '0' WHERE name = 'derived'
          links | INSERT INTO stale (why, doc) SELECT 'links', doc FROM document
          versions | INSERT INTO stale (why, doc) SELECT 'work', doc FROM document; UPDATE document SET kind = 'regulation' WHERE doc = $
          matter-card | DELETE FROM matter_card; INSERT INTO stale_matter SELECT DISTINCT name, 0 FROM matter_partition
          matter | DELETE FROM matter_draft; INSERT INTO stale_matter SELECT DISTINCT name, 0 FROM matter_partition
          weaving | UPDATE matter_card SET card = $card; INSERT INTO stale_matter SELECT DISTINCT name, 0 FROM matter_partition
          """)
  void aStepThatFailsForOnePaperIsNotedAndTriedAgain(String step, String again) {
    byte[] record = damage();
    for (String statement : again.split("; ", -1)) {
      sql(statement.replace("$", doc()));
    }
    try (Archive archive = TestArchive.open(folder)) {
      assertEquals(Set.of(step), steps(archive));
      assertEquals("a-letter.txt", setbacks(archive).getFirst().path());
      assertEquals(6, archive.openFor(Reader.owner(), TestArchive.TODAY).search(SearchRequest.of("")).total());
    }
  }

  private static Set<String> steps(Archive archive) {
    Set<String> steps = new TreeSet<>();
    setbacks(archive).forEach(each -> steps.add(each.step()));
    return steps;
  }
}
