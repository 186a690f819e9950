package wenmai.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wenmai.corpus.document.OfficialDocument;
import wenmai.corpus.document.WarningCode;
import wenmai.corpus.search.SearchRequest;
import wenmai.corpus.store.Publication;

/** A grade of secrecy that a person sets keeps a paper, and what belongs to it, from the public. */
class SecrecyByHandTest extends ArchiveCase {
  private static final OfficialDocument NOTICE =
      ReadPapers.read("庚/通知.txt", "澄湄市人大常委会关于堤防隐患的报告\n\n堤防有隐患三处。\n");
  private static final OfficialDocument LIST = attached();
  private static final OfficialDocument OTHER = ReadPapers.read("简介.txt", "堤防简介\n\n堤防有三处。\n");

  @BeforeEach
  void take() {
    ReadPapers.take(archive, List.of(NOTICE, LIST, OTHER));
    assertEquals(Set.of("庚/通知.txt", "庚/附件1.txt", "简介.txt"), publicFinds());
  }

  private static OfficialDocument attached() {
    OfficialDocument read = ReadPapers.read("庚/附件1.txt", "堤防隐患清单\n\n一、城东堤防。\n");
    return ReadPapers.again(read, read.id(), read.visibility(), Optional.of(NOTICE.id()));
  }

  private Set<String> publicFinds() {
    return archive
        .openFor(Reader.anonymous(), TestArchive.TODAY)
        .search(SearchRequest.of("堤防"))
        .hits()
        .stream()
        .map(hit -> hit.document().id())
        .map(id ->
            List.of(NOTICE, LIST, OTHER).stream()
                .filter(paper -> paper.id().equals(id))
                .findFirst()
                .orElseThrow()
                .provenance()
                .source())
        .collect(Collectors.toSet());
  }

  private Workroom staff() {
    return archive.workroomFor(STAFF);
  }

  private void set(String grade) {
    staff().correct(NOTICE.id(), "secrecy", Optional.of(grade));
  }

  private void publish(OfficialDocument paper) {
    staff().publish(paper.id(), Publication.INTERNAL);
    staff().publish(paper.id(), Publication.REVIEWED);
    staff().publish(paper.id(), Publication.PUBLIC);
  }

  @Test
  void thePaperAndWhatBelongsToItAreInternalAtOnce() {
    set("机密");
    assertEquals(Set.of("简介.txt"), publicFinds());
    Dossier.Block block = staff().dossier(NOTICE.id()).blocks().getFirst();
    assertEquals(WarningCode.SECRECY_MARK, block.code());
    assertEquals("机密", block.detail());
    assertEquals(Dossier.INTAKE, staff().dossier(LIST.id()).history().getFirst().who());
    ReadPapers.take(archive, List.of(NOTICE, LIST));
    assertEquals(Set.of("简介.txt"), publicFinds());
  }

  @Test
  void itCanBeUndone() {
    set("机密");
    staff().undo(NOTICE.id(), staff().dossier(NOTICE.id()).history().getFirst().number());
    assertEquals(Set.of("庚/通知.txt", "简介.txt"), publicFinds());
    staff().undo(LIST.id(), staff().dossier(LIST.id()).history().getFirst().number());
    assertEquals(Set.of("庚/通知.txt", "庚/附件1.txt", "简介.txt"), publicFinds());
  }

  @Test
  void whatWasPublishedBeforeIsInternalAsWell() {
    publish(NOTICE);
    publish(LIST);
    set("秘密");
    assertEquals(Set.of("简介.txt"), publicFinds());
  }

  @Test
  void whatAnotherLetPassBeforeIsNotLetPassAnyMore() {
    staff().clear(NOTICE.id(), WarningCode.SECRECY_MARK);
    set("秘密");
    assertEquals(Set.of("简介.txt"), publicFinds());
    staff().publish(NOTICE.id(), Publication.INTERNAL);
    staff().publish(NOTICE.id(), Publication.REVIEWED);
    assertThrows(EditProblem.class, () -> staff().publish(NOTICE.id(), Publication.PUBLIC));
    staff().clear(NOTICE.id(), WarningCode.SECRECY_MARK);
    staff().publish(NOTICE.id(), Publication.PUBLIC);
    assertEquals(Set.of("庚/通知.txt", "简介.txt"), publicFinds());
  }

  @Test
  void anotherFactOrNoGradeHidesNothing() {
    staff().correct(NOTICE.id(), "title", Optional.of("堤防隐患报告"));
    staff().correct(NOTICE.id(), "secrecy", Optional.empty());
    assertEquals(Set.of("庚/通知.txt", "庚/附件1.txt", "简介.txt"), publicFinds());
  }
}
