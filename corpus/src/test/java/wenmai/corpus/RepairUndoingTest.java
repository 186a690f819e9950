package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenmai.corpus.EditProblem.Reason;
import wenmai.corpus.Reader.Role;
import wenmai.corpus.TextLayers.Mend;
import wenmai.corpus.citation.Citation;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.FactKey;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.text.CodePointIndex;
import wenmai.corpus.text.OffsetMap;
import wenmai.corpus.text.Repair;
import wenmai.corpus.text.RepairedText;
import wenmai.corpus.text.Span;

/**
 * A repair that staff undo: everything follows the words as they came, and comes back with them.
 */
class RepairUndoingTest {
  private static final Reader STAFF = new Reader(Role.STAFF, Optional.of("林知夏"));
  private static final String PATH = "a.txt";
  private static final String RAW =
      """
      关于加强预算监(jiān)督工作的报告
      汀浦区人民代表大会常务委员会：
      根据《中华人民共和国各级人民代表大会常务委员会监(jiān)督法》第十八条，现将有关情况报告如下。
      一、总体情况
      预算监(jiān)督有了新的进展。
      """;
  private static final Pattern GLOSS = Pattern.compile("\\(jiān\\)");

  @TempDir Path folder;
  private Archive archive;
  private Workroom room;
  private DocumentId id;

  @BeforeEach
  void open() {
    archive = TestArchive.open(folder);
    OfficialDocument paper = paper(RAW);
    id = paper.id();
    ReadPapers.take(archive, List.of(paper));
    room = archive.workroomFor(STAFF);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private static OfficialDocument paper(String raw) {
    OffsetMap.Builder builder = new OffsetMap.Builder(raw);
    Matcher gloss = GLOSS.matcher(raw);
    while (gloss.find()) {
      builder.replace(Span.of(gloss.start(), gloss.end()), "", Repair.Reason.GLOSS);
    }
    RepairedText layers = builder.build();
    return ReadPapers.read(PATH, layers);
  }

  private ReadingRoom publicRoom() {
    return archive.openFor(Reader.anonymous(), TestArchive.TODAY);
  }

  private OfficialDocument document() {
    return assertInstanceOf(Holding.Held.class, publicRoom().holding(id)).document().document();
  }

  private TextLayers layers() {
    return publicRoom().layers(id).orElseThrow();
  }

  private String name(int number) {
    return layers().repairs().get(number).name();
  }

  private int found(String words) {
    return publicRoom().search(SearchRequest.of(words)).hits().size();
  }

  /** Each place that the layers give holds the words they give. */
  private void assertPlacesHold() {
    OfficialDocument document = document();
    String text = document.content().text();
    TextLayers layers = layers();
    for (Mend mend : layers.repairs()) {
      Span inText = CodePointIndex.of(text).toUtf16(mend.text());
      Span inRaw = CodePointIndex.of(layers.raw()).toUtf16(mend.raw());
      assertEquals(mend.was(), inRaw.in(layers.raw()));
      assertEquals(mend.undone() ? mend.was() : mend.now(), inText.in(text));
    }
    RepairedText now = RepairedText.of(text, document.content().repairs());
    assertEquals(RAW, now.raw());
    for (Citation citation : document.content().citations()) {
      Span place = CodePointIndex.of(text).toUtf16(citation.place().span());
      assertEquals(citation.place().words(), place.in(text));
    }
  }

  @Test
  void textPlacesFactsAndCitationsFollowTheUndoneRepairAndComeBack() {
    String before = TestArchive.export(archive, Reader.anonymous());
    assertEquals(3, layers().repairs().size());
    assertPlacesHold();

    room.undoRepairs(id, Set.of(name(0), name(1)));

    OfficialDocument undone = document();
    assertTrue(undone.content().text().startsWith("关于加强预算监(jiān)督工作的报告\n"));
    assertEquals(Optional.of("关于加强预算监(jiān)督工作的报告"), undone.facts().value(FactKey.TITLE));
    assertEquals(1, undone.content().repairs().size());
    assertTrue(
        undone.content().citations().stream()
            .anyMatch(c -> c.place().words().contains("监(jiān)督法")));
    assertPlacesHold();
    assertEquals(
        List.of(true, true, false), layers().repairs().stream().map(Mend::undone).toList());

    room.redoRepairs(id, Set.of(name(0), name(1)));
    assertEquals(before, TestArchive.export(archive, Reader.anonymous()));
  }

  @Test
  void theIndexFollows() {
    assertEquals(1, found("标题:\"预算监督工作\""));
    room.undoRepairs(id, Set.of(name(0)));
    assertEquals(0, found("标题:\"预算监督工作\""));
    assertEquals(1, found("标题:\"监(jiān)督工作\""));
    archive.rebuildIndex();
    assertEquals(0, found("标题:\"预算监督工作\""));
    room.redoRepairs(id, Set.of(name(0)));
    assertEquals(1, found("标题:\"预算监督工作\""));
  }

  @Test
  void theDecisionOutlivesANewReadingAnEditedFileAndClosingTheArchive() {
    room.undoRepairs(id, Set.of(name(1)));
    ReadPapers.take(archive, List.of(paper(RAW)));
    assertEquals(2, document().content().repairs().size());

    OfficialDocument edited = paper(RAW.replace("新的进展", "很大进展").replace("如下", "如后"));
    try (Accessions register = archive.accessions()) {
      register.accept(ReadPapers.accession(withId(edited)), () -> {});
    }
    assertTrue(document().content().text().contains("很大进展"));
    assertTrue(document().content().text().contains("委员会监(jiān)督法"));
    assertEquals(2, document().content().repairs().size());

    archive.close();
    archive = TestArchive.open(folder);
    room = archive.workroomFor(STAFF);
    assertEquals(2, document().content().repairs().size());
    room.redoRepairs(id, Set.of(name(1)));
    assertEquals(3, document().content().repairs().size());
  }

  private OfficialDocument withId(OfficialDocument other) {
    return new OfficialDocument(
        id, other.provenance(), other.facts(), other.content(), other.visibility());
  }

  @Test
  void whatWasDoneIsWrittenDownAndCanItselfBeTakenBack() {
    room.undoRepairs(id, Set.of(name(2)));
    Dossier.Step step = room.dossier(id).history().getFirst();
    assertEquals("repair:" + name(2), step.act());
    assertEquals(Optional.of("undone (jiān)"), step.after());
    assertEquals("林知夏", step.who());
    room.undo(id, step.number());
    assertFalse(layers().repairs().get(2).undone());
    room.undo(id, room.dossier(id).history().getFirst().number());
    assertTrue(layers().repairs().get(2).undone(), "the undoing is itself undone");
    assertEquals(
        Optional.of("林知夏"),
        archive.openFor(STAFF, TestArchive.TODAY).layers(id).get().repairs().get(2).by());
    assertEquals(Optional.empty(), layers().repairs().get(2).by(), "the public is not told who");
  }

  @Test
  void aNameOfNoRepairChangesNothing() {
    String before = TestArchive.export(archive, Reader.anonymous());
    EditProblem problem =
        assertThrows(
            EditProblem.class, () -> room.undoRepairs(id, Set.of(name(0), "0000000000000000")));
    assertEquals(Reason.UNKNOWN, problem.reason());
    assertThrows(EditProblem.class, () -> room.redoRepairs(id, Set.of(name(0))));
    assertEquals(before, TestArchive.export(archive, Reader.anonymous()));
    assertNotEquals(name(0), name(1));
  }

  @Test
  void correctionsStandOverTheNewReading() {
    room.correct(id, "title", Optional.of("另定的标题"));
    room.undoRepairs(id, Set.of(name(0)));
    assertEquals(Optional.of("另定的标题"), document().facts().value(FactKey.TITLE));
    room.leaveAsRead(id, "title");
    assertEquals(Optional.of("关于加强预算监(jiān)督工作的报告"), document().facts().value(FactKey.TITLE));
  }
}
