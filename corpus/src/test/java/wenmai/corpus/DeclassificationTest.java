package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.DocumentId;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.Visibility;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;

/** A mark of secrecy that is gone from a file does not make the paper public: a person does. */
class DeclassificationTest extends ArchiveCase {
  private static final String TEXT =
      """
      澄湄市人大常委会关于堤防隐患的报告

      堤防有隐患三处，已经加固两处。

      澄湄市人大常委会
      2023年7月5日
      """;
  private static final OfficialDocument MARKED = ReadPapers.read("a.txt", "机密★10年\n\n" + TEXT);
  private static final OfficialDocument UNMARKED =
      ReadPapers.again(
          ReadPapers.read("a.txt", TEXT), MARKED.id(), Visibility.PUBLIC, Optional.empty());

  private List<DocumentId> publicFinds() {
    return archive
        .openFor(Reader.anonymous(), TestArchive.TODAY)
        .search(SearchRequest.of("堤防"))
        .hits()
        .stream()
        .map(hit -> hit.document().id())
        .toList();
  }

  private Workroom staff() {
    return archive.workroomFor(STAFF);
  }

  @Test
  void itStaysInternalUntilAPersonPublishesIt() {
    assertEquals(Visibility.INTERNAL, MARKED.visibility());
    ReadPapers.take(archive, List.of(MARKED));
    ReadPapers.take(archive, List.of(UNMARKED));
    assertEquals(List.of(), publicFinds());
    Dossier dossier = staff().dossier(MARKED.id());
    assertEquals(Publication.INTERNAL, dossier.state());
    assertEquals(Dossier.INTAKE, dossier.history().getFirst().who());
    staff().publish(MARKED.id(), Publication.REVIEWED);
    staff().publish(MARKED.id(), Publication.PUBLIC);
    assertEquals(List.of(MARKED.id()), publicFinds());
    ReadPapers.take(archive, List.of(MARKED));
    assertEquals(List.of(), publicFinds(), "a new mark is looked at anew");
  }

  @Test
  void whatStaffClearedAndWhatNeverBoreAMarkBecomesPublic() {
    ReadPapers.take(archive, List.of(MARKED));
    staff().clear(MARKED.id(), WarningCode.SECRECY_MARK);
    ReadPapers.take(archive, List.of(UNMARKED));
    assertEquals(List.of(MARKED.id()), publicFinds());

    OfficialDocument other = ReadPapers.read("b.txt", TEXT.replace("三处", "四处"));
    ReadPapers.take(
        archive,
        List.of(ReadPapers.again(other, other.id(), Visibility.INTERNAL, Optional.empty())));
    ReadPapers.take(archive, List.of(other));
    assertTrue(publicFinds().contains(other.id()), "asked for by a person");
  }

  @Test
  void whatBelongsToItStaysInternalWithIt() {
    OfficialDocument list = ReadPapers.read("附件.txt", "堤防隐患清单\n\n一、城东堤防。\n二、城西堤防。\n");
    Optional<DocumentId> parent = Optional.of(MARKED.id());
    ReadPapers.take(
        archive, List.of(MARKED, ReadPapers.again(list, list.id(), Visibility.INTERNAL, parent)));
    OfficialDocument mended = ReadPapers.read("附件.txt", "堤防隐患清单\n\n一、城东堤防。\n二、城北堤防。\n");
    ReadPapers.take(
        archive, List.of(UNMARKED, ReadPapers.again(mended, list.id(), Visibility.PUBLIC, parent)));
    assertEquals(List.of(), publicFinds());
  }
}
