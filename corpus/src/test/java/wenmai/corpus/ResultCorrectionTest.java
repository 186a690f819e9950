package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.ReadingRoom.MatterRequest;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.matter.Choice;
import wenmai.corpus.matter.Matter;
import wenmai.corpus.matter.Outcome;
import wenmai.corpus.matter.Verdict;

/** What a vote came to can be set right like any fact, is in the audit, and can be undone. */
class ResultCorrectionTest {
  private static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));
  private static final OfficialDocument OPINION =
      ReadPapers.read(
          "opinion.txt",
          "汀浦区人大常委会关于公共厕所管理工作情况报告的审议意见\n汀人常发〔2023〕9号\n汀浦区人民政府：\n会议听取和审议了公共厕所管理工作情况的报告，提出以下审议意见：\n一、要加大投入。\n汀浦区人民代表大会常务委员会\n2023年7月10日\n");
  private static final OfficialDocument VOTE =
      ReadPapers.read(
          "vote.txt",
          "汀浦区人大常委会关于公共厕所管理工作审议意见研究处理情况满意度测评结果的通报\n会议对汀人常发〔2023〕9号审议意见的研究处理情况进行了满意度测评：满意18票，基本满意6票，不满意2票，测评结果为满意。\n汀浦区人民代表大会常务委员会\n2023年12月10日\n");

  @TempDir Path folder;
  private Archive archive;
  private Workroom room;

  @BeforeEach
  void open() {
    archive = TestArchive.open(folder);
    ReadPapers.take(archive, List.of(OPINION, VOTE));
    room = archive.workroomFor(STAFF);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private Outcome result() {
    List<Matter> matters =
        archive
            .openFor(Reader.anonymous(), TestArchive.TODAY)
            .matters(MatterRequest.all(9))
            .matters();
    assertEquals(1, matters.size());
    return matters.getFirst().outcomes().getLast();
  }

  @Test
  void whatIsSetStandsInTheMatterUntilItIsUndone() {
    assertEquals(18, result().tally().orElseThrow().votes(Choice.SATISFIED).orElse(0));
    assertFalse(result().isCorrected());
    room.correct(VOTE.id(), "result", Optional.of("满意8票，基本满意6票，不满意12票，结果不满意"));
    assertEquals(8, result().tally().orElseThrow().votes(Choice.SATISFIED).orElse(0));
    assertEquals(Optional.of(Verdict.DISSATISFIED), result().verdict());
    assertTrue(result().isCorrected());
    String text = VOTE.content().text();
    assertTrue(text.contains(result().evidence().quote().words()), "the words are the paper's");
    String open = TestArchive.export(archive, Reader.anonymous());
    assertTrue(open.contains("\"corrected\":true"));
    assertFalse(open.contains("林知夏"));
    long step = room.dossier(VOTE.id()).history().getFirst().number();
    assertEquals("correct:result", room.dossier(VOTE.id()).history().getFirst().act());
    room.undo(VOTE.id(), step);
    assertEquals(Optional.of(Verdict.SATISFIED), result().verdict());
    assertFalse(result().isCorrected());
  }

  @Test
  void thatNothingIsRecordedCanBeSaidToo() {
    room.correct(VOTE.id(), "result", Optional.empty());
    List<Matter> matters =
        archive
            .openFor(Reader.anonymous(), TestArchive.TODAY)
            .matters(MatterRequest.all(9))
            .matters();
    assertEquals(List.of(), matters.getFirst().outcomes());
    assertEquals(Optional.empty(), matters.getFirst().outcome());
  }
}
