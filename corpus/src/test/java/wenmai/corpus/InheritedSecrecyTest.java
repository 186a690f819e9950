package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;

/** What belongs to a paper is kept with it from the day that it bears a mark of secrecy. */
class InheritedSecrecyTest extends ArchiveCase {
  private static final String NOTICE = "澄湄市人大常委会关于堤防隐患的报告\n\n堤防有隐患三处，已经加固两处。\n";
  private static final OfficialDocument OPEN = ReadPapers.read("m.eml", NOTICE);
  private static final OfficialDocument MARKED =
      of(ReadPapers.read("m.eml", "机密★10年\n\n" + NOTICE), OPEN.id(), Optional.empty());
  private static final OfficialDocument LIST =
      attached(ReadPapers.read("m.eml!/清单.docx", "堤防隐患清单\n\n一、城东堤防。\n"), OPEN);
  private static final OfficialDocument TABLE =
      attached(ReadPapers.read("m.eml!/清单.docx!/表.docx", "堤防隐患一览表\n\n一、城西堤防。\n"), LIST);

  private static OfficialDocument attached(OfficialDocument read, OfficialDocument parent) {
    return of(read, read.id(), Optional.of(parent.id()));
  }

  private static OfficialDocument of(
      OfficialDocument read, DocumentId id, Optional<DocumentId> parent) {
    return ReadPapers.again(read, id, read.visibility(), parent);
  }

  private long publicFinds() {
    return archive
        .openFor(Reader.anonymous(), TestArchive.TODAY)
        .search(SearchRequest.of("堤防"))
        .total();
  }

  private Workroom staff() {
    return archive.workroomFor(STAFF);
  }

  private void publish(DocumentId id) {
    staff().publish(id, Publication.REVIEWED);
    staff().publish(id, Publication.PUBLIC);
  }

  @Test
  void whatWasThereBeforeTheMarkBecomesInternalWithItHoweverFarDown() {
    ReadPapers.take(archive, List.of(OPEN, LIST, TABLE));
    assertEquals(3, publicFinds());
    ReadPapers.take(archive, List.of(MARKED));
    assertEquals(0, publicFinds());
    assertEquals(Publication.INTERNAL, staff().dossier(TABLE.id()).state());
    assertEquals(Dossier.INTAKE, staff().dossier(TABLE.id()).history().getFirst().who());
  }

  @Test
  void whatComesToAnUnmarkedPartOfAMarkedPaperIsAsInternal() {
    ReadPapers.take(archive, List.of(MARKED, LIST, TABLE));
    assertEquals(0, publicFinds());
  }

  @Test
  void whatAPersonPublishesIsPublic() {
    ReadPapers.take(archive, List.of(MARKED, LIST, TABLE));
    publish(LIST.id());
    ReadPapers.take(archive, List.of(LIST, MARKED));
    assertEquals(1, publicFinds());
  }

  @Test
  void whatAPersonPublishedBeforeThereWasAMarkIsLookedAtAnew() {
    ReadPapers.take(archive, List.of(OPEN, LIST));
    staff().publish(LIST.id(), Publication.INTERNAL);
    publish(LIST.id());
    ReadPapers.take(archive, List.of(MARKED));
    assertEquals(0, publicFinds());
  }

  @Test
  void whatBelongsToAPaperWhoseMarkWasClearedIsPublic() {
    ReadPapers.take(archive, List.of(MARKED));
    staff().clear(MARKED.id(), WarningCode.SECRECY_MARK);
    publish(MARKED.id());
    ReadPapers.take(archive, List.of(LIST, TABLE));
    assertEquals(3, publicFinds());
  }

  @Test
  void whatBelongedToASecretPaperThatIsGoneStaysInternalThoughItChanges() {
    OfficialDocument list =
        new OfficialDocument(
            LIST.id(), LIST.provenance(), LIST.facts(), LIST.content(), Visibility.INTERNAL);
    ReadPapers.take(archive, List.of(MARKED, list));
    OfficialDocument changed = ReadPapers.read("m.eml!/清单.docx", "堤防隐患清单\n\n一、城北堤防。\n");
    ReadPapers.take(archive, List.of(of(changed, LIST.id(), Optional.empty())));
    assertEquals(0, publicFinds());
  }

  @Test
  void whatBelongsToAPaperKeptForAnotherReasonIsReadOnItsOwn() {
    OfficialDocument kept =
        new OfficialDocument(
            OPEN.id(), OPEN.provenance(), OPEN.facts(), OPEN.content(), Visibility.INTERNAL);
    ReadPapers.take(archive, List.of(kept, LIST));
    assertEquals(1, publicFinds());
  }
}
