package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;

/** What the intake keeps from the public stays so until a person decides. */
class KeptPapersTest extends ArchiveCase {
  private static final OfficialDocument LIST =
      ReadPapers.read("附件1.txt", "堤防隐患清单\n\n一、城东堤防。\n二、城西堤防。\n");
  private static final OfficialDocument OTHER = ReadPapers.read("甲/简介.txt", "堤防简介\n\n堤防有三处。\n");

  @BeforeEach
  void take() {
    ReadPapers.take(archive, List.of(LIST, OTHER));
  }

  private void keep(boolean anew) {
    try (Accessions accessions = archive.accessions()) {
      accessions.keep(LIST.id(), anew);
    }
  }

  private List<DocumentId> open(Visibility visibility) {
    List<DocumentId> found = new ArrayList<>();
    try (Accessions accessions = archive.accessions()) {
      accessions.heldUnder("/papers", "", visibility, (location, id) -> found.add(id));
    }
    return found;
  }

  private long publicFinds() {
    return archive
        .openFor(Reader.anonymous(), TestArchive.TODAY)
        .search(SearchRequest.of("堤防"))
        .total();
  }

  @Test
  void aKeptPaperIsInternalInWhateverWordsItComesAgain() {
    assertEquals(2, publicFinds());
    keep(false);
    assertEquals(1, publicFinds());
    assertEquals(List.of(OTHER.id()), open(Visibility.PUBLIC));
    assertEquals(List.of(LIST.id()), open(Visibility.INTERNAL));
    OfficialDocument again = ReadPapers.read("名单.txt", "堤防隐患清单\n\n一、城北堤防。\n");
    ReadPapers.take(
        archive, List.of(ReadPapers.again(again, LIST.id(), Visibility.PUBLIC, Optional.empty())));
    assertEquals(1, publicFinds());
  }

  @Test
  void staffSeeItAndMayUndoIt() {
    keep(false);
    Workroom staff = archive.workroomFor(STAFF);
    Dossier.Step step = staff.dossier(LIST.id()).history().getFirst();
    assertEquals(Dossier.INTAKE, step.who());
    assertTrue(step.undoable());
    staff.undo(LIST.id(), step.number());
    assertEquals(2, publicFinds());
  }

  private OfficialDocument asInternal(String source, String text) {
    OfficialDocument read = ReadPapers.read(source, text);
    OfficialDocument paper =
        ReadPapers.again(read, read.id(), Visibility.INTERNAL, Optional.empty());
    ReadPapers.take(archive, List.of(paper));
    try (Accessions accessions = archive.accessions()) {
      accessions.keep(paper.id(), false);
    }
    return paper;
  }

  private long undone(OfficialDocument paper) {
    Workroom staff = archive.workroomFor(STAFF);
    staff.undo(paper.id(), staff.dossier(paper.id()).history().getFirst().number());
    return publicFinds();
  }

  @Test
  void whatWasKeptAtItsFirstReadingIsOpenedByUndoingThatForGood() {
    OfficialDocument first = asInternal("附件2.txt", "堤防名单\n\n一、城南堤防。\n");
    assertEquals(2, publicFinds());
    assertEquals(3, undone(first));
    assertEquals(Publication.PUBLIC, archive.workroomFor(STAFF).dossier(first.id()).state());
    try (Accessions accessions = archive.accessions()) {
      accessions.keep(first.id(), false);
    }
    assertEquals(3, publicFinds(), "the next run asks again");
    assertEquals(2, undone(first), "and a person may take that back");
  }

  @Test
  void whatBearsAMarkItselfIsNotOpenedByUndoingThat() {
    OfficialDocument marked = asInternal("附件3.txt", "机密★5年\n堤防图\n\n一、城南堤防。\n");
    assertThrows(EditProblem.class, () -> undone(marked));
    assertEquals(2, publicFinds());
  }

  @Test
  void whatAPersonPublishedStaysPublicUnlessThereIsANewReason() {
    Workroom staff = archive.workroomFor(STAFF);
    staff.publish(LIST.id(), Publication.INTERNAL);
    staff.publish(LIST.id(), Publication.REVIEWED);
    staff.publish(LIST.id(), Publication.PUBLIC);
    keep(false);
    assertEquals(2, publicFinds());
    keep(true);
    assertEquals(1, publicFinds());
  }
}
