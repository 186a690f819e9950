package wenmai.corpus.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wenmai.corpus.Archive;
import wenmai.corpus.ReadPapers;
import wenmai.corpus.Reader;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.TestArchive;
import wenmai.corpus.custody.Fault;
import wenmai.corpus.custody.Inspection;
import wenmai.corpus.engine.lucene.IndexFiles;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Database;
import wenmai.corpus.store.Session;

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

  @BeforeEach
  void make() {
    try (Archive archive = TestArchive.open(folder)) {
      ReadPapers.take(
          archive,
          List.of(
              ReadPapers.read("a-letter.txt", LETTER.formatted("澄湄市")),
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
          card        | UPDATE mark SET value = '0' WHERE name = 'derived'
          links       | INSERT INTO stale (why, doc) SELECT 'links', doc FROM document
          versions    | UPDATE document SET kind = 'regulation' WHERE doc = 1; INSERT INTO stale VALUES ('work', 1)
          matter-card | DELETE FROM matter_card; INSERT INTO stale_matter SELECT DISTINCT name, 0 FROM matter_partition
          matter      | DELETE FROM matter_draft; INSERT INTO stale_matter SELECT DISTINCT name, 0 FROM matter_partition
          """)
  void aStepThatFailsForOnePaperIsNotedAndDoneForTheOthers(String step, String again) {
    byte[] record = takeAway("UPDATE record SET json = x'00' WHERE doc = 1", "record", "json", 1);
    for (String statement : again.split("; ", -1)) {
      depot(session -> session.update(statement));
    }
    try (Archive archive = TestArchive.open(folder)) {
      assertTrue(
          setbacks(archive).contains("a-letter.txt " + step), () -> setbacks(archive).toString());
      assertEquals(6, found(archive));
      assertTrue(matterOf(archive, "洛沧市"), "the other place's matter");
    }
    assertTrue(
        faults().stream()
            .anyMatch(fault ->
                fault.kind() == Fault.Kind.SETBACK && fault.subject().equals("a-letter.txt")));
    depot(session -> session.update("UPDATE record SET json = ? WHERE doc = 1", record));
    depot(session -> session.update("UPDATE document SET kind = 'review-opinion' WHERE doc = 1"));
    assertWhole();
  }

  @Test
  void aPaperWithWhichNothingCanBeWovenIsLeftOut() {
    byte[] card = takeAway("DELETE FROM matter_draft", "matter_card", "card", 2);
    depot(session ->
        session.update("UPDATE matter_card SET card = ? WHERE doc = 2", endOfTime(card)));
    depot(session ->
        session.update("INSERT INTO stale_matter SELECT DISTINCT name, 0 FROM matter_partition"));
    try (Archive archive = TestArchive.open(folder)) {
      assertEquals(List.of("a-report.txt weaving"), setbacks(archive));
      assertTrue(matterOf(archive, "澄湄市"), "of the paper that is left");
      assertTrue(matterOf(archive, "洛沧市"), "the other place's matter");
      depot(session -> session.update("UPDATE matter_card SET card = ? WHERE doc = 2", card));
    }
    assertWhole();
  }

  @Test
  void aRecordThatIsNotWholeKeepsNoIndexFromBeingMade() {
    byte[] record = takeAway("UPDATE record SET json = x'00' WHERE doc = 1", "record", "json", 1);
    IndexKeeper.discard(folder);
    try (Archive archive = TestArchive.open(folder)) {
      assertTrue(
          setbacks(archive).contains("a-letter.txt index"), () -> setbacks(archive).toString());
      assertEquals(5, found(archive));
      depot(session -> session.update("UPDATE record SET json = ? WHERE doc = 1", record));
      archive.rebuildIndex();
      assertEquals(List.of(), setbacks(archive));
      assertEquals(6, found(archive));
    }
    assertWhole();
  }

  private void assertWhole() {
    try (Archive archive = TestArchive.open(folder)) {
      assertEquals(List.of(), setbacks(archive));
      assertEquals(whole, TestArchive.export(archive, Reader.owner()));
    }
    assertEquals(List.of(), faults());
  }

  private List<Fault> faults() {
    return Inspection.of(TestArchive.settings(folder), IndexFiles::faults).faults();
  }

  private static List<String> setbacks(Archive archive) {
    return archive
        .conditionFor(new Reader(Reader.Role.ADMIN, Optional.of("林知夏")))
        .setbacks()
        .stream()
        .map(each -> each.path() + " " + each.step())
        .toList();
  }

  private static long found(Archive archive) {
    return archive.openFor(Reader.owner(), TestArchive.TODAY).search(SearchRequest.of("")).total();
  }

  private static boolean matterOf(Archive archive, String place) {
    boolean[] found = {false};
    archive
        .openFor(Reader.owner(), TestArchive.TODAY)
        .eachMatter(MatterRequest.all(20), matter -> found[0] |= matter.toString().contains(place));
    return found[0];
  }

  /** What a column holds before it is changed. */
  private byte[] takeAway(String change, String table, String column, long doc) {
    return depot(session -> {
      byte[] before =
          session
              .first(
                  "SELECT " + column + " FROM " + table + " WHERE doc = ?",
                  row -> row.bytes(1),
                  doc)
              .orElseThrow();
      session.update(change);
      return before;
    });
  }

  /** A card with a date after which there is no day. */
  private static byte[] endOfTime(byte[] card) {
    String latin = new String(card, StandardCharsets.ISO_8859_1);
    return latin
        .replace("\n2023-09-05", (char) 16 + LocalDate.MAX.toString())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private <T> T depot(Function<Session, T> work) {
    try (Database database = Database.openForReading(folder.resolve("archive.db"));
        Session session = database.connect()) {
      return work.apply(session);
    }
  }
}
